import Rubrics
import Supervision
import Terminal

/// One rater at one conversation: reads what she types, keeps it, and shows what she has given.
final class RatingDesk {
  let run: Run
  let keeper: any RatingKeeper
  let transcript: BlindTranscript
  let rubrics: [Rubric]
  let codebook: Codebook
  private var ratings: [DimensionRating]
  private var marks: [CodeMark]
  /// The dimension that is being rated.
  private var place = 0
  private var wasDropped = false

  init(
    run: Run, keeper: any RatingKeeper, ratings: [DimensionRating], marks: [CodeMark],
    transcript: BlindTranscript, rubrics: [Rubric], codebook: Codebook
  ) {
    self.run = run
    self.keeper = keeper
    self.ratings = ratings
    self.marks = marks
    self.transcript = transcript
    self.rubrics = rubrics
    self.codebook = codebook
  }

  private var page: Page { run.output }
  private var dimension: DimensionRating { ratings[place] }

  /// Until the rater submits or leaves.
  func work() throws -> Int32 {
    guard !ratings.isEmpty else {
      return try run.fail("there is nothing to rate", help: "no rubric is named for it")
    }
    place = ratings.firstIndex { !$0.isComplete } ?? 0
    try page.paragraph("h lists what you can type.", as: .faint)
    try showDimension()
    while true {
      switch read(prompt) {
      case .endOfInput: return try leave()
      case .cancelled:
        if wasDropped { return try leave(status: 130) }
        wasDropped = true
        try page.paragraph(
          "(Dropped. Ctrl-C again or q leaves; everything given is kept.)", as: .faint)
      case .line(let line, _):
        wasDropped = false
        let words = line.trimmingBlanks
        guard !words.isEmpty else { continue }
        if let status = try take(
          readRatingLine(
            words, isGate: dimension.isGate, turns: transcript.turns.count, codebook))
        {
          return status
        }
      }
    }
  }

  /// `Validation (1-5, na): `; without the title where that leaves little room to type.
  private var prompt: String {
    let scale = dimension.isGate ? "pass, fail, na" : "1-5, na"
    let full = "\(dimension.title) (\(scale)): "
    return displayWidth(full) > page.style.width / 2 ? "\(scale): " : full
  }

  private func take(_ line: RatingLine) throws -> Int32? {
    switch line {
    case .score(let score): return try give(score)
    case .mark(let code, let turn, let isHeard):
      try keep(CodeMark(turn: turn, code: code, isHeard: isHeard))
    case .takeBack(let code, let turn):
      try takeBack(CodeMark(turn: turn, code: code, isHeard: true))
    case .marking(let turn): try markCodes(of: turn)
    case .anchors: try showAnchors()
    case .codes: try showMarks()
    case .ratings: try showRatings()
    case .submit: return try submit()
    case .help: try showHelp()
    case .quit: return try leave()
    case .transcript(let turn):
      try page.blank()
      try transcript.show(turn, on: page)
    case .go(let name): try go(to: name)
    case .unclear(let help): try page.paragraph(help, as: .warning)
    }
    return nil
  }

  // MARK: - Giving

  /// Score, evidence and turns, each kept as soon as it is there.
  private func give(_ score: GivenScore) throws -> Int32? {
    var rating = dimension
    let old = rating.evidence
    // What showed another score is not yet what shows this one.
    if score != rating.score { (rating.evidence, rating.turns) = ("", []) }
    rating.score = score
    try keep(rating)
    if score != .notApplicable {
      let isKept = old.isEmpty ? "" : " (Enter keeps “\(shortened(old))”)"
      guard
        let evidence = try ask(
          "What shows it, in a sentence\(isKept): ", orElse: "A sentence about what you saw.",
          { $0.nonEmpty ?? old.nonEmpty })
      else { return try stopGiving() }
      rating.evidence = evidence
      try keep(rating)
      let last = transcript.turns.count
      guard
        let turns = try ask(
          "In which turns: ", orElse: "Turns from 1 to \(last), such as '4 7' or '4-7'.",
          { readTurns($0, upTo: last) })
      else { return try stopGiving() }
      rating.turns = turns
      try keep(rating)
    }
    try page.paragraph("Kept.", as: .faint)
    try goOn()
    return nil
  }

  private func stopGiving() throws -> Int32? {
    if !dimension.isComplete {
      try page.paragraph("(\(dimension.title) still lacks its evidence.)", as: .faint)
    }
    return nil
  }

  private func keep(_ rating: DimensionRating) throws {
    try keeper.keep(rating)
    ratings[place] = rating
  }

  private func keep(_ mark: CodeMark) throws {
    try keeper.keep(mark)
    marks.removeAll { $0.turn == mark.turn && $0.code == mark.code }
    marks.append(mark)
    marks.sort { ($0.turn, $0.code) < ($1.turn, $1.code) }
    try page.paragraph("Kept: \(words(for: mark)), turn \(mark.turn).", as: .faint)
  }

  private func takeBack(_ mark: CodeMark) throws {
    try keeper.takeBack(mark)
    marks.removeAll { $0.turn == mark.turn && $0.code == mark.code }
    try page.paragraph("Not marked: \(words(for: mark)), turn \(mark.turn).", as: .faint)
  }

  /// One key for each code of a turn: heard, or not marked; Enter ends.
  private func markCodes(of turn: Int) throws {
    let keys = CodeKeys(codebook)
    try page.blank()
    try transcript.show(turn, on: page)
    for group in keys.groups {
      try page.labelled(
        "\(group.name):",
        group.codes.map { key, code in
          let mark = marks.first { $0.turn == turn && $0.code == code.id }
          let shown = mark.map { $0.isHeard ? " (marked)" : " (not there)" } ?? ""
          // The key stays on the line of its name.
          return "\(key)\u{A0}\(code.name)\(shown)"
        }.joined(separator: ", "))
    }
    while case .line(let line, _) = readKey("A key, or Enter: "),
      let key = line.trimmingBlanks.first, key != "q"
    {
      guard let code = keys.code(key) else {
        try page.paragraph("No code has the key \(key).", as: .warning)
        continue
      }
      let isHeard = marks.contains { $0.turn == turn && $0.code == code.id && $0.isHeard }
      let mark = CodeMark(turn: turn, code: code.id, isHeard: true)
      try isHeard ? takeBack(mark) : keep(mark)
    }
  }

  private func submit() throws -> Int32? {
    let missing = ratings.filter { !$0.isComplete }.map(\.title)
    guard missing.isEmpty else {
      try page.paragraph(
        "Still without a score or its evidence: \(missing.joined(separator: ", ")).",
        as: .warning)
      return nil
    }
    let answer = try ask(
      "Hand it in for good? [y/n] ", orElse: "Please type y or n.",
      { ["y": true, "yes": true, "n": false, "no": false][$0.lowercased()] })
    guard answer == true else { return nil }
    try keeper.submit()
    return 0
  }

  // MARK: - Going from one to the next

  private func goOn() throws {
    guard let next = ratings.firstIndex(where: { !$0.isComplete }) else {
      try page.paragraph("All is rated: s submits, r shows what you gave, g goes to one again.")
      return
    }
    place = next
    try page.blank()
    try showDimension()
  }

  private func go(to name: String?) throws {
    guard let name else { return try goOn() }
    let wanted = name.lowercased()
    let found =
      Int(wanted).map { $0 - 1 }
      ?? ratings.firstIndex { $0.title.lowercased().hasPrefix(wanted) }
    guard let found, ratings.indices.contains(found) else {
      try page.paragraph("There is: \(numberedTitles).", as: .warning)
      return
    }
    place = found
    try page.blank()
    try showDimension()
  }

  private var numberedTitles: String {
    zip(1..., ratings).map { "\($0) \($1.title)" }.joined(separator: ", ")
  }

  func leave(status: Int32 = 0) throws -> Int32 {
    try page.blank()
    let done = ratings.count(where: \.isComplete)
    try run.errors.paragraph(
      "\(done) of \(ratings.count) rated and kept; "
        + "'attune \(keeper.command)' goes on.", as: .faint)
    return status
  }

  // MARK: - Showing

  private func showDimension() throws {
    try page.heading("\(place + 1) of \(ratings.count): \(dimension.title)")
    if let question = rubric?.question.nonEmpty { try page.paragraph(question) }
    if let score = dimension.score { try page.paragraph("Given: \(score.rawValue)", as: .faint) }
  }

  private var rubric: Rubric? { rubrics.first { $0.id == dimension.dimension } }

  private func showAnchors() throws {
    for (level, key) in zip(rubric?.levels ?? [], dimension.keys) {
      try page.labelled("\(key):", "\(level.name). \(level.anchor)")
    }
    if !dimension.isGate { try page.labelled("na:", "it could not be judged from this session") }
  }

  private func showMarks() throws {
    if marks.isEmpty {
      try page.paragraph("No code is marked; '+open question 4' or 'm 4' marks in turn 4.")
    }
    for mark in marks { try page.labelled("Turn \(mark.turn):", words(for: mark)) }
  }

  private func showRatings() throws {
    for rating in ratings { try page.labelled("\(rating.title):", rating.words) }
  }

  private func showHelp() throws {
    let scale = dimension.isGate ? "pass, fail, na" : "1 to 5, na"
    try page.labelled("\(scale):", "your rating; then you say what shows it, and in which turns")
    try page.labelled("+code turn:", "you hear a code there, such as '+open question 4'")
    try page.labelled("-code turn:", "it is not there, such as '-advice 4'")
    try page.labelled("=code turn:", "a mark is taken back, such as '=advice 4'")
    for word in RatingWord.allCases {
      try page.labelled("\(word.letter), \(word.rawValue):", word.meaning)
    }
  }

  private func words(for mark: CodeMark) -> String {
    let name = codebook.code(mark.code)?.name ?? mark.code
    return mark.isHeard ? name : "no \(name)"
  }

  // MARK: - Asking

  /// A line; from a file it is shown as if it had been typed.
  private func read(_ prompt: String) -> ConsoleInput {
    echoed(prompt, run.surroundings.streams.input.readLine(prompt: prompt, isContinuation: false))
  }

  private func readKey(_ prompt: String) -> ConsoleInput {
    echoed(prompt, run.surroundings.streams.input.readKey(prompt: prompt))
  }

  private func echoed(_ prompt: String, _ input: ConsoleInput) -> ConsoleInput {
    if case .line(let text, _) = input, !run.surroundings.streams.input.isTerminal {
      try? page.paragraph(prompt + text)
    }
    return input
  }

  /// Until the answer is understood; nil where the rater would rather not.
  private func ask<Answer>(
    _ prompt: String, orElse help: String, _ understood: (String) -> Answer?
  ) throws -> Answer? {
    while case .line(let line, _) = read(prompt) {
      let words = line.trimmingBlanks
      if isLeaving(words) { return nil }
      if let answer = understood(words) { return answer }
      try page.paragraph(help)
    }
    return nil
  }
}
