import Supervision
import TranscriptStore

/// What a trainee sees of one session that people have rated: final ratings, the letter, comments. No
/// draft, no original that did not become final, and no name but that below the letter.
struct TraineeResultSheet: Encodable {
  struct Rating: Encodable {
    let dimension: String
    let title: String
    /// `1` to `5`, `pass`, `fail` or `na`.
    let score: String?
    /// `4 of 5, accurate`
    let words: String
    let turns: [Int]
    let evidence: String
  }
  struct SignedLetter: Encodable {
    let number: Int
    let signer: String
    let released: String
    /// When the letter it replaces was released.
    let replaces: String?
    let text: String
  }
  struct Comment: Encodable {
    let kind: String
    let turn: Int?
    /// The words of the trainee's it is on.
    let quoted: String?
    let text: String
    let drill: String?
  }
  struct Answer: Encodable {
    let at: String
    let turn: Int?
    /// The name of the code that is contested.
    let code: String?
    let text: String
  }

  let version = 1
  let session: String
  let title: String
  let ended: String
  /// Empty while the ratings are not final.
  let ratings: [Rating]
  let letter: SignedLetter?
  /// By turn; those on the whole session come first.
  let comments: [Comment]
  let reply: Answer?
  let contests: [Answer]
}

extension TraineeResultSheet {
  init(_ result: TraineeResult, in store: TranscriptStore) throws {
    let stored = try store.load(result.session)
    let reviewed = try store.reviewed(result.session)
    let pinned = try openPinned(stored)
    let letters = try store.letters(of: result.session)
    (session, title, ended) = (result.session, result.title, result.ended)
    ratings = (reviewed.final?.ratings ?? []).map {
      Rating(
        dimension: $0.dimension, title: $0.title, score: $0.score?.rawValue,
        words: finalWords($0, pinned.rubrics), turns: $0.turns, evidence: $0.evidence)
    }
    letter = letters.last { $0.released != nil }.map { letter in
      SignedLetter(
        number: letter.number, signer: letter.signer ?? "", released: letter.released ?? "",
        replaces: LetterSheet(letter, among: letters, title: result.title).replaces,
        text: letter.text)
    }
    comments = reviewed.comments.enumerated().sorted {
      ($0.element.place.turn ?? 0, $0.offset) < ($1.element.place.turn ?? 0, $1.offset)
    }.map(\.element).map { comment in
      let turn = comment.place.turn
      let said = turn.flatMap { number in stored.turns.first { $0.number == number } }
      return Comment(
        kind: comment.kind.rawValue, turn: turn,
        quoted: said.flatMap { words(of: comment.place, in: $0.response.text) },
        text: comment.text, drill: comment.drill)
    }
    reply = reviewed.reply.map { Answer(at: $0.at, turn: nil, code: nil, text: $0.text) }
    contests = reviewed.contests.map { contest in
      Answer(
        at: contest.at, turn: contest.turn,
        code: pinned.library.codebook.code(contest.code)?.name ?? contest.code,
        text: contest.text)
    }
  }

  fileprivate var letterSheet: LetterSheet? {
    letter.map { signed in
      let letter = Letter(
        session: session, number: signed.number, author: signed.signer, drafted: signed.released,
        released: signed.released, signer: signed.signer, text: signed.text)
      return LetterSheet(letter: letter, title: title, replaces: signed.replaces)
    }
  }

  /// `attune letter`'s last lines: how to answer.
  private func answers(as trainee: String) -> [String] {
    guard !ratings.isEmpty else { return [] }
    let name = quotedForShell(trainee)
    let own = "'attune review contest \(session) --as \(name) --turn N --code CODE'"
    return [
      reply == nil
        ? "'attune review reply \(session) --as \(name)' answers, once." : nil,
      "\(own) says that you did not show a code.",
    ].compactMap(\.self)
  }

  private var withoutRatings: String {
    "The ratings are being looked at again; they are shown here when they are final."
  }
}

extension TraineeResultSheet.Rating {
  /// `4 of 5, accurate; turns 1, 2: She waits.`
  var line: String {
    let places = turns.map(String.init).joined(separator: ", ")
    let shown = turns.isEmpty ? "" : "; turn\(turns.count == 1 ? "" : "s") \(places)"
    return words + shown + (evidence.isEmpty ? "" : ": \(evidence)")
  }
}

extension TraineeResultSheet.Comment {
  /// `Turn 4, praise`
  var label: String {
    (turn.map { "Turn \($0), " } ?? "") + (kind == "safety" ? "about safety" : kind)
  }

  /// `on “the bell”: Whose wish? Drill: attune drill naming`
  var line: String {
    (quoted.map { "on “\($0)”: " } ?? "") + text
      + (drill.map { " To practise: attune drill \($0)" } ?? "")
  }
}

// MARK: - Showing

extension TraineeResultSheet {
  func show(on page: Page, as trainee: String) throws {
    try page.heading("“\(title)”, \(ended.prefix(10))")
    try page.blank()
    try page.heading("Ratings")
    for rating in ratings { try page.labelled("\(rating.title):", rating.line) }
    if ratings.isEmpty { try page.paragraph(withoutRatings) }
    if let letterSheet {
      try page.blank()
      try letterSheet.show(on: page)
    }
    if !comments.isEmpty {
      try page.blank()
      try page.heading("Comments")
      for comment in comments { try page.labelled("\(comment.label):", comment.line) }
    }
    let own = ownWords
    if !own.isEmpty {
      try page.blank()
      try page.heading("What you answered")
      for (label, text) in own { try page.labelled(label, text) }
    }
    let answers = answers(as: trainee)
    if !answers.isEmpty { try page.blank() }
    for line in answers { try page.paragraph(line, as: .faint) }
  }

  private var ownWords: [(String, String)] {
    (reply.map { [("Your reply:", $0.text)] } ?? [])
      + contests.map { ("Turn \($0.turn ?? 0), \($0.code ?? ""):", $0.text) }
  }

  func html(as trainee: String) -> String {
    func list(_ items: [String]) -> String {
      "<ul>\n" + items.map { "<li>\($0)</li>" }.joined(separator: "\n") + "\n</ul>"
    }
    func item(_ label: String, _ text: String) -> String {
      "<strong>\(shown(label))</strong> \(shown(text))"
    }
    var parts = [
      "<p class=\"note\">Session \(shown(session)), \(shown(String(ended.prefix(10))))</p>"
    ]
    parts.append("<h2>Ratings</h2>")
    parts.append(
      ratings.isEmpty
        ? "<p>\(shown(withoutRatings))</p>"
        : list(ratings.map { item("\($0.title):", $0.line) }))
    if let letterSheet { parts.append(letterSheet.part(at: 2)) }
    if !comments.isEmpty {
      parts.append("<h2>Comments</h2>")
      parts.append(list(comments.map { item("\($0.label):", $0.line) }))
    }
    let own = ownWords
    if !own.isEmpty {
      parts.append("<h2>What you answered</h2>")
      parts.append(list(own.map { item($0, $1) }))
    }
    parts += answers(as: trainee).map { "<p class=\"note\">\(shown($0))</p>" }
    return htmlPage("“\(shown(title))”", parts.joined(separator: "\n"), style: letterStyle)
  }
}

/// A name as it is typed in a shell.
func quotedForShell(_ name: String) -> String {
  let isPlain = name.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 45 || byte == 95
  }
  return isPlain && !name.isEmpty ? name : "'" + name.replacing("'", with: "'\\''") + "'"
}
