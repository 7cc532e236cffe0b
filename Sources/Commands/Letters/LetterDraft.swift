import Rubrics
import Scoring
import Supervision
import Terminal
import TranscriptModel
import TranscriptStore

/// The first draft of a letter: what helped, one thing to change, what to practise, what comes next.
///
/// About behaviour, in the trainee's own words. Where there is nothing to quote stands a place to fill in,
/// and with such a place no letter is released.
struct LetterDraft {
  let session: StoredSession
  let exchanges: [Exchange]
  let reviewed: ReviewedSession
  let final: FinalRating
  let score: SessionScore
  let rubrics: [Rubric]
  /// `“Title”: attune drill name`
  let drills: [String]
  /// A sentence on what to play next; nil where nothing is proposed.
  let next: String?

  var text: String {
    let change = self.change
    var blocks = ["# Feedback on “\(session.record.title.oneLine)”"]
    blocks.append("Session \(session.record.id) of \(session.record.started.prefix(10)).")
    blocks.append("## Two things that helped")
    var helped = Array(self.helped(apartFrom: change.turn).prefix(2))
    while helped.count < 2 {
      helped.append([place("something that helped, with the words and the turn")])
    }
    blocks += helped.flatMap(\.self)
    blocks.append("## One thing to change")
    blocks += change.blocks
    blocks.append("## To practise")
    blocks.append(
      drills.isEmpty
        ? place("a drill, or something to try")
        : drills.prefix(3).map { "- \($0)" }.joined(separator: "\n"))
    blocks.append("## Next step")
    blocks.append(next ?? place("what comes next"))
    blocks.append("## Ratings")
    blocks.append(
      final.ratings.map { "- \($0.title.oneLine): \(finalWords($0, rubrics))" }
        .joined(separator: "\n"))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  // MARK: - What helped

  /// From praise, then from the dimensions, the highest first.
  private func helped(apartFrom change: Int?) -> [[String]] {
    var found: [[String]] = []
    var turns: Set<Int> = []
    for comment in reviewed.comments where comment.kind == .praise {
      guard let turn = comment.place.turn, let quoted = quotation(of: comment),
        turns.insert(turn).inserted
      else { continue }
      found.append(["Turn \(turn). You said:", quote(quoted), paragraph(comment.text)])
    }
    let dimensions = final.ratings.filter { $0.score?.level != nil }.enumerated().sorted {
      ($1.element.score?.level ?? 0, $0.offset) < ($0.element.score?.level ?? 0, $1.offset)
    }.map(\.element)
    for rating in dimensions {
      let met = (score.dimensions.first { $0.id == rating.dimension }?.opportunities ?? [])
        .filter { $0.outcome == .met && $0.evidence != nil }
      let evident = met.filter { rating.turns.contains($0.evidence?.turn ?? 0) }
      for moment in evident + met.filter({ !evident.contains($0) }) {
        guard let words = moment.evidence, words.turn != change,
          turns.insert(words.turn).inserted
        else { continue }
        found.append([
          "Turn \(words.turn). The patient \(moment.coaching.oneLine). You said:",
          quote(sentence(around: words.words, in: words.turn)),
          paragraph("You used \(words.name), and it met what the patient offered."),
        ])
      }
      guard (rating.score?.level ?? 0) >= 3 else { continue }
      for turn in rating.turns where turn != change && !isHarmful(turn) {
        guard let said = response(turn), turns.insert(turn).inserted else { continue }
        found.append([
          "Turn \(turn). You said:", quote(said),
          paragraph("\(rating.title): \(rating.evidence)"),
        ])
      }
    }
    return found
  }

  // MARK: - What to change

  private var change: (turn: Int?, blocks: [String]) {
    let point = oneThingToDo(score, exchanges)
    let corrections = reviewed.comments.filter { $0.kind == .correction }
    if let comment = corrections.first(where: { $0.place.turn != nil }) ?? corrections.first {
      guard let turn = comment.place.turn, let said = quotation(of: comment) else {
        return (
          nil, [place("the words it is about, with the turn"), paragraph(comment.text)]
        )
      }
      let better = better(in: turn)
      return (
        turn,
        ["Turn \(turn). You said:", quote(said), paragraph(comment.text)]
          + (better.map { ["A sentence that fits here:", quote($0.sentence)] } ?? [])
      )
    }
    guard let point, !point.response.isEmpty else {
      return (nil, [place("one thing to change: the words, why, and a better sentence")])
    }
    let turn = point.opportunity.turn
    let why = point.better?.reason.safeToQuote ?? ""
    return (
      turn,
      [
        "Turn \(turn). The patient \(point.opportunity.coaching.oneLine): "
          + "“\(shortened(point.patient.safeToQuote, to: 160))” You answered:",
        quote(point.response),
        why.isEmpty ? place("why something else would help here") : "A sentence that helps more:",
      ]
        + (point.better.map { [quote($0.sentence)] + (why.isEmpty ? [] : ["What it does: \(why)"]) }
          ?? [place("a better sentence")])
    )
  }

  /// The author's sentence for something in a turn that was missed.
  private func better(in turn: Int) -> BetterSentence? {
    let missed = score.moments.filter {
      $0.turn == turn && ($0.outcome == .missed || $0.outcome == .harmed)
    }
    let lines = exchanges.first { $0.turn == turn }?.patient ?? []
    let cues = Set(missed.map(\.cue))
    guard
      let better = lines.last(where: { $0.better != nil && !cues.isDisjoint(with: $0.cues) })?
        .better
    else { return nil }
    return better.isSaid(in: response(turn) ?? "") ? nil : better
  }

  // MARK: - Words

  private func response(_ turn: Int) -> String? {
    exchanges.first { $0.turn == turn }.flatMap { exchange in
      exchange.response.text.contains { !$0.isWhitespace } ? exchange.response.text : nil
    }
  }

  private func isHarmful(_ turn: Int) -> Bool {
    exchanges.first { $0.turn == turn }?.response.codes.contains {
      $0.families.contains("unhelpful any") && $0.certainty == 1
    } ?? false
  }

  /// The words a comment is on, else the whole response.
  private func quotation(of comment: ReviewComment) -> String? {
    guard let turn = comment.place.turn, let said = response(turn) else { return nil }
    return words(of: comment.place, in: said) ?? said
  }

  /// The sentence of the response in which the words stand.
  private func sentence(around words: String, in turn: Int) -> String {
    guard let exchange = exchanges.first(where: { $0.turn == turn }) else { return words }
    let characters = Array(exchange.response.text)
    for range in exchange.response.sentences {
      guard range.start >= 0, range.start < range.end, range.end <= characters.count else {
        continue
      }
      let sentence = String(characters[range.start..<range.end])
      if sentence.contains(words) { return sentence }
    }
    return words
  }

  private func place(_ what: String) -> String { "\(LetterRule.place) \(what)]" }

  private func quote(_ words: String) -> String {
    "> " + shortened(words.safeToQuote, to: 240)
  }

  /// Somebody's words as a paragraph, whatever they begin with.
  private func paragraph(_ words: String) -> String {
    let line = words.safeToQuote
    guard let first = line.first, "#>-*•".contains(first) else { return line }
    return "“\(line)”"
  }
}

/// The characters of the response that a comment is on; nil where it is on the whole of it.
func words(of place: ReviewComment.Place, in response: String) -> String? {
  guard case .words(_, let start, let end) = place else { return nil }
  let characters = Array(response)
  guard start >= 0, start < end, end <= characters.count else { return nil }
  return String(characters[start..<end])
}

/// `4 of 5, accurate`, by the names of the rubric's levels.
func finalWords(_ rating: DimensionRating, _ rubrics: [Rubric]) -> String {
  switch rating.score {
  case .level(let level)?:
    let named = rubrics.first { $0.id == rating.dimension }?.levels.first { $0.number == level }
    return "\(level) of 5" + (named.map { ", \($0.name.oneLine)" } ?? "")
  case .pass?: return "passed"
  case .fail?: return "not passed"
  case .notApplicable?: return "could not be judged from this session"
  case nil: return "not rated"
  }
}

extension String {
  fileprivate var oneLine: String {
    neutralised(self, lineBreaks: .asSpaces).split(separator: " ").joined(separator: " ")
  }

  /// On one line, and without what would be taken for a place to fill in.
  fileprivate var safeToQuote: String {
    oneLine.replacing("[…", with: "(…").replacing("[...", with: "(...")
  }
}
