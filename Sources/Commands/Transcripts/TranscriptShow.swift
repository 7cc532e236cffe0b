import Scoring
import Terminal
import TranscriptModel
import TranscriptStore

/// `attune transcript show`: the session as it was, with codes and ratings.
func showTranscript(_ run: Run) throws -> Int32 {
  let store = try run.store()
  let id = try store.identifier(beginningWith: run.command.argument(0) ?? "")
  let session = try store.load(id)
  let isOver = session.record.state.ending != nil
  let isSupervised = run.command.isSet("supervisor") || run.command.isSet("thoughts")
  if session.record.mode == .exam, !isOver, !isSupervised {
    return try run.fail("this exam is not over", help: "an exam is shown at its end")
  }
  try run.noteReading(
    of: session.record, in: store,
    forSupervisors: ["supervisor", "thoughts"].filter(run.command.isSet))
  let pinned = try openPinned(session)
  let (exchanges, lastWords) = exchanges(of: session)
  let score = score(
    exchanges, rubrics: pinned.rubrics, codebook: pinned.library.codebook, isOver: isOver)
  let parts = ShownParts(
    notes: run.command.isSet("supervisor")
      ? supervisorNotes(of: session, in: pinned.scenario) : nil,
    attempts: run.command.isSet("attempts"), thoughts: run.command.isSet("thoughts"))
  func keep(at place: String, _ format: String) throws {
    try store.keep(
      KeptExport(
        at: run.surroundings.now(), who: run.command.string("as") ?? "somebody",
        kind: .transcript, place: place, sessions: [id]),
      detail: format)
  }
  if run.wantsJSON {
    let json = try run.jsonText(SessionJSON(session, exchanges, lastWords, score, parts))
    try run.put(json, into: run.command.string("out"), told: "The transcript") {
      try keep(at: $0, "json")
    }
    return 0
  }
  func showAll(on page: Page) throws {
    try show(session, exchanges, lastWords, parts, on: page)
    for section in sections(session.worksheets) + [ratings(score, isOver: isOver)] {
      try page.blank()
      try page.heading(section.heading)
      for line in section.lines { try page.reportLine(line) }
    }
  }
  let path = run.command.string("out")
  let format = run.writtenFormat(to: path)
  guard path != nil || format != .text else {
    try showAll(on: run.output)
    return 0
  }
  let sheet = TranscriptSheet(
    session: session, exchanges: exchanges, lastWords: lastWords, parts: parts, score: score,
    rubrics: pinned.rubrics, suggestions: try suggestions(of: store, pinned.library.codebook),
    final: try store.reviewed(id).final)
  let text =
    switch format {
    case .text: try run.written(showAll(on:))
    case .html: sheet.html
    case .markdown: sheet.markdown
    }
  try run.put(text, into: path, told: "The transcript") { try keep(at: $0, format.rawValue) }
  return 0
}

/// The turns that count with what the patient said before each, and what was said after the last.
func exchanges(of session: StoredSession) -> ([Exchange], [Utterance]) {
  var said = Commands.said(in: session.opening)
  var exchanges: [Exchange] = []
  for turn in session.turns {
    for event in turn.events {
      switch event {
      case .said(let utterance): said.append(utterance)
      case .responded(let number, let response):
        exchanges.append(
          Exchange(turn: number, patient: said, response: response, hints: turn.hints))
        said = []
      default: break
      }
    }
  }
  return (exchanges, said)
}

private func show(
  _ session: StoredSession, _ exchanges: [Exchange], _ lastWords: [Utterance],
  _ parts: ShownParts, on page: Page
) throws {
  func show(_ notes: [SupervisorNote]) throws {
    for note in notes { try page.labelled("For the supervisor:", note.text) }
  }
  func show(_ lines: [Utterance]) throws {
    for line in lines { try page.labelled("\(line.speaker):", line.text) }
  }
  func showTakenBack(at turn: Int) throws {
    guard parts.attempts else { return }
    for attempt in session.takenBack where attempt.number == turn {
      try page.labelled("\(turn) You, attempt \(attempt.attempt):", attempt.response.text)
      try page.labelled("Coach:", as: .coach, heard(in: attempt.response), as: .coach)
      try show(said(in: attempt.events))
      try page.paragraph("(Taken back.)", as: .faint)
    }
  }
  let record = session.record
  try page.heading(record.title)
  try page.paragraph(
    "Session \(record.id), \(record.trainee), \(record.started), \(record.mode.rawValue), "
      + "seed \(record.seed)" + (session.variation.map { ", variation \($0)" } ?? ""), as: .faint)
  for (index, exchange) in exchanges.enumerated() {
    try page.blank()
    if index == 0 { try show(parts.notes?.opening ?? []) }
    try show(exchange.patient)
    try showTakenBack(at: exchange.turn)
    try page.labelled("\(exchange.turn) You:", exchange.response.text)
    let attempt = session.turns[index].attempt
    let asides =
      (attempt > 1 ? ["attempt \(attempt) of \(attempt)"] : [])
      + (exchange.hints > 0 ? ["with a hint"] : [])
    if !asides.isEmpty {
      try page.paragraph("(\(asides.joined(separator: ", ")))", as: .faint)
    }
    try page.labelled("Coach:", as: .coach, heard(in: exchange.response), as: .coach)
    if parts.thoughts {
      for (speaker, thought) in exchange.thoughts {
        try page.labelled("\(speaker) thought:", as: .coach, thought)
      }
    }
    if let notes = parts.notes, notes.turns.indices.contains(index) {
      try show(notes.turns[index])
    }
  }
  try page.blank()
  try show(lastWords)
  try showTakenBack(at: exchanges.count + 1)
  if let ending = record.state.ending {
    try page.paragraph("The end: \(ending.name) (\(ending.grade)). \(ending.debrief)")
  } else if let attempt = session.takenBackLast {
    try page.paragraph(
      "Not finished yet. Turn \(attempt.number) was taken back and waits for attempt "
        + "\(attempt.attempt + 1).")
  } else {
    try page.paragraph("Not finished yet.")
  }
}
