import Scoring
import Supervision
import Terminal
import TranscriptModel
import TranscriptStore

/// One code the machine heard, beside what the rater marked and said of it.
struct RevealedCode: Encodable {
  let version = 1
  let turn: Int
  let attempt: Int
  let position: Int
  let code: String
  let name: String
  let confidence: Double
  let words: String
  /// Whether raters here disagree with it too often.
  let suggestion: Bool
  /// What the rater marked before seeing it; nil where she marked nothing.
  let marked: Bool?
  /// Nil until she has said so.
  var agrees: Bool?
}

/// `attune review reveal`: the program's side of a session, after one's own.
func revealSession(_ run: Run) throws -> Int32 {
  guard let rater = try run.person("the rater") else { return 64 }
  let (store, id) = try run.storeAndSession()
  let reviewed = try store.reviewed(id)
  guard
    let own = reviewed.reviews.first(where: {
      $0.rater == rater && $0.role != .adjudicator && $0.submitted != nil
    })
  else { throw ReviewRefusal.notSubmitted(session: id) }
  let session = try store.load(id)
  let pinned = try openPinned(session)
  try store.note(.revealed, by: rater, on: id, at: run.surroundings.now())
  let suggestions = try suggestions(of: store, pinned.library.codebook)
  let codes = revealed(session, own, reviewed.decisions, suggestions)
  if run.wantsJSON {
    for code in codes.flatMap(\.self) { try run.writeJSON(code) }
    return 0
  }
  let (exchanges, _) = exchanges(of: session)
  let score = score(
    exchanges, rubrics: pinned.rubrics, codebook: pinned.library.codebook,
    setting: run.setting(of: pinned.scenario.facts), worksheets: worksheets(of: session, pinned))
  try run.output.heading("Session \(id): \(session.record.title)")
  if own.isPractice { try run.output.paragraph(practiceWords, as: .faint) }
  for rating in own.ratings {
    try run.output.labelled("\(rating.title):", rating.beside(score))
  }
  return try RevealDesk(run: run, store: store, session: session, rater: rater, codes: codes)
    .work()
}

/// By turn; what counts for nothing and plain statements are left out.
///
/// The trainee's name stays hidden. Without a review of one's own there is nothing beside them.
func revealed(
  _ session: StoredSession, _ own: Review?, _ decisions: [CodeDecision], _ suggestions: Set<String>
) -> [[RevealedCode]] {
  session.turns.map { turn in
    turn.response.codes.enumerated().filter { $1.certainty > 0 && !$1.isPlain }.map {
      position, code in
      RevealedCode(
        turn: turn.number, attempt: turn.attempt, position: position, code: code.code,
        name: code.name, confidence: code.confidence,
        words: hiding(session.record.trainee, in: code.evidence),
        suggestion: suggestions.contains(code.code),
        marked: own?.marks.first { $0.turn == turn.number && $0.code == code.code }?.isHeard,
        agrees: decisions.first {
          $0.rater == own?.rater && $0.turn == turn.number && $0.attempt == turn.attempt
            && $0.position == position
        }?.agrees)
    }
  }
}

extension DimensionRating {
  /// `you gave 4; the program's estimate is 3 of 5, accurate`
  fileprivate func beside(_ score: SessionScore) -> String {
    "you gave \(self.score?.rawValue ?? "nothing"); the program's estimate: "
      + estimate(of: dimension, in: score)
  }
}

/// What the program made of a dimension, gate or checklist, by the rubric's id.
func estimate(of dimension: String, in score: SessionScore) -> String {
  let gate = score.gates.first { $0.id == dimension }
  let list = score.checklists.first { $0.id == dimension }
  return score.dimensions.first { $0.id == dimension }.map { text($0) }
    ?? gate.map { $0.result == .notApplicable ? "na" : $0.result.rawValue }
    ?? list.map { text($0) } ?? "none"
}

/// Goes through the codes that nobody has decided on yet.
private struct RevealDesk {
  let run: Run
  let store: TranscriptStore
  let session: StoredSession
  let rater: String
  let codes: [[RevealedCode]]

  private var page: Page { run.output }

  func work() throws -> Int32 {
    let all = codes.flatMap(\.self)
    let open = all.filter { $0.agrees == nil }.count
    try page.paragraph(
      all.isEmpty
        ? "The program heard no code that counts."
        : "\(count(all.count, "code")) heard, \(open) without your word.", as: .faint)
    if run.canAsk, open > 0 {
      try page.paragraph("a agrees, d disagrees, c comments, Enter goes on, q leaves.", as: .faint)
    }
    for (turn, codes) in zip(session.turns, codes) where !codes.isEmpty {
      if run.canAsk, codes.allSatisfy({ $0.agrees != nil }) { continue }
      try page.blank()
      try page.labelled(
        "\(turn.number) Trainee:", hiding(session.record.trainee, in: turn.response.text))
      for code in codes {
        try page.item(words(for: code))
        guard run.canAsk, code.agrees == nil else { continue }
        if let status = try decide(on: code) { return status }
      }
    }
    return 0
  }

  /// `open question, 92 % sure: “what is that like”; you marked it too`
  private func words(for code: RevealedCode) -> String {
    let sure = Int((code.confidence * 100).rounded())
    let marked = code.marked.map { $0 ? "; you marked it too" : "; you said it is not there" } ?? ""
    let said = code.agrees.map { $0 ? "; you agreed" : "; you disagreed" } ?? ""
    return "\(code.name)\(code.suggestion ? " (a suggestion)" : ""), \(sure) % sure: "
      + "“\(shortened(code.words))”\(marked)\(said)"
  }

  private enum Word { case agree, disagree, comment, skip }

  /// The status with which the rater leaves; nil where she goes on.
  private func decide(on code: RevealedCode) throws -> Int32? {
    var comment = ""
    while true {
      let answer = try run.ask(
        "[a/d/c/Enter/q] ", orElse: "Please type a, d, c, q, or only Enter."
      ) { word -> Word? in
        switch word {
        case "a", "agree", "y": .agree
        case "d", "disagree", "n": .disagree
        case "c", "comment": .comment
        case "", "s", "skip": .skip
        default: nil
        }
      }
      switch answer {
      case .left(let status): return status
      case .answer(.skip): return nil
      case .answer(.comment):
        let words = try run.askInWords("Comment: ", orElse: "Please say it in words.") {
          $0.nonEmpty
        }
        comment = words.answer ?? comment
      case .answer(let word):
        try store.keep(
          CodeDecision(
            session: session.record.id, turn: code.turn, attempt: code.attempt,
            position: code.position, rater: rater, agrees: word == .agree, comment: comment,
            at: run.surroundings.now()))
        return nil
      }
    }
  }
}
