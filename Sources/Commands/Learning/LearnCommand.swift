import Arguments
import Diagnostics
import Lessons

let learnEntry = CommandEntry(
  path: ["learn"], group: "Practising",
  summary: "Read about IPT in short cards.",
  discussion: """
    Without a topic the lessons are listed with their cards. A topic is the name or title of a \
    lesson, the title of a card, a part of one, or a code that examples show.

    At a terminal a lesson comes card by card; with output to a file or a pipe, all of it. Below a \
    card stands what to type to go on with.
    """,
  arguments: [
    Argument(
      "topic", count: .anyNumber, help: "A lesson or card, such as 'techniques' or 'silence'.")
  ],
  flags: [Flag("json", help: "Print JSON, for other programs.")],
  examples: ["attune learn", "attune learn techniques", "attune learn rupture repair"],
  exitStatus: [
    ExitMeaning(0, "done"), ExitMeaning(1, "done, but a lesson has errors"),
    ExitMeaning(2, "there is no such topic"), ExitMeaning(64, "wrong usage"),
    ExitMeaning(130, "interrupted"),
  ])

/// `attune learn [TOPIC]`: the list of lessons, a lesson, or a card.
func learn(_ run: Run) throws -> Int32 {
  let shelf = try run.lessons()
  for file in shelf.broken {
    try run.errors.paragraph(
      "'\(file.name)' has errors; 'attune check' shows them", as: .warning)
  }
  let words = run.command.arguments.joined(separator: " ").trimmingBlanks
  let status =
    words.isEmpty
    ? try chooseLesson(of: shelf, run) : try learn(about: words, from: shelf, run)
  return status == 0 && !shelf.broken.isEmpty ? 1 : status
}

private func chooseLesson(of shelf: LessonShelf, _ run: Run) throws -> Int32 {
  guard !run.wantsJSON else {
    try run.writeJSON(LessonListJSON(shelf.lessons))
    return 0
  }
  for (index, lesson) in shelf.lessons.enumerated() {
    try run.output.labelled("\(index + 1).", lesson.title)
    try run.output.labelled(
      "   ", as: .faint, lesson.cards.map(\.title).joined(separator: "; "), as: .faint)
  }
  try run.output.paragraph(
    "'attune learn' with the name of a lesson or card shows it.", as: .faint)
  guard run.readsCardByCard, !shelf.lessons.isEmpty else { return 0 }
  switch try run.askNumber(of: shelf.lessons.count) {
  case .left(let status): return status
  case .answer(let index): return try read(.lesson(shelf.lessons[index]), from: shelf, run)
  }
}

private func learn(about words: String, from shelf: LessonShelf, _ run: Run) throws -> Int32 {
  let topics = shelf.topics(words)
  guard let first = topics.first else {
    let nearest = shelf.nearest(to: words)
    return try run.fail(
      "there is no lesson or card '\(words)'",
      help: nearest.map { "'\($0)' is close" } ?? "'attune learn' lists them")
  }
  guard !run.wantsJSON else {
    try run.writeJSON(CardsJSON(topics.flatMap(\.cards), shelf))
    return 0
  }
  guard topics.count > 1 else { return try read(first, from: shelf, run) }
  try run.output.paragraph("Several fit:")
  for (index, topic) in topics.enumerated() {
    try run.output.labelled("\(index + 1).", "\(topic.title): attune \(topic.command)")
  }
  guard run.readsCardByCard else { return 0 }
  switch try run.askNumber(of: topics.count) {
  case .left(let status): return status
  case .answer(let index): return try read(topics[index], from: shelf, run)
  }
}

/// A topic card by card at a terminal, else all at once.
private func read(_ topic: Topic, from shelf: LessonShelf, _ run: Run) throws -> Int32 {
  let cards = topic.cards
  var next = 0
  // A terminal shows what was typed before.
  var isBelowOther = run.readsCardByCard
  while cards.indices.contains(next) {
    if isBelowOther { try run.output.blank() }
    isBelowOther = true
    try show(cards[next].card, from: shelf, on: run.output)
    next += 1
    guard run.readsCardByCard, cards.count > 1, next < cards.count else { continue }
    try run.output.blank()
    switch try askForCard(after: next, of: cards, run) {
    case .left(let status): return status
    case .answer(let chosen): next = chosen
    }
  }
  return 0
}

/// The index of the card to show next; `n` lists them and asks again.
private func askForCard(after next: Int, of cards: [FoundCard], _ run: Run) throws -> Asked<Int> {
  while true {
    let answer = try run.ask(
      "Card \(next) of \(cards.count). Enter: the next; n: a list; q: leave. ",
      orElse: "Please type Enter, n, q or the number of a card."
    ) { word -> Int?? in
      if word.isEmpty { return .some(next) }
      if word == "n" { return .some(nil) }
      return Int(word).flatMap { (1...cards.count).contains($0) ? .some($0 - 1) : nil }
    }
    switch answer {
    case .left(let status): return .left(status: status)
    case .answer(let chosen?): return .answer(chosen)
    case .answer(nil):
      for (index, found) in cards.enumerated() {
        try run.output.labelled("\(index + 1).", found.card.title)
      }
    }
  }
}

extension Run {
  /// Whether a person reads at a terminal and can be asked.
  fileprivate var readsCardByCard: Bool { canAsk && output.output.isTerminal }
}
