import Scoring
import Terminal
import TranscriptModel
import TranscriptStore

private struct SessionJSON: Encodable {
  struct File: Encodable {
    let kind: String
    let name: String
    let hash: String
  }
  struct Turn: Encodable {
    let turn: Int
    let attempt: Int
    let givenAt: String
    let patient: [Utterance]
    let response: CodedResponse
    let rule: Rule?
    let beat: String?
    let states: [String: Int]
    /// Nil unless asked for.
    let supervisor: [SupervisorNote]?
  }
  struct Rule: Encodable {
    let beat: String
    let title: String
    let line: Int
  }

  let version = 1
  let id: String
  let scenario: String
  let title: String
  let trainee: String
  let started: String
  let mode: String
  let seed: UInt64
  let attune: String
  /// Nil for the author's first words.
  let variation: String?
  let choices: Bool
  let ending: SessionEnding?
  let files: [File]
  let openingStates: [String: Int]
  /// On the first beat; nil unless asked for.
  let openingSupervisor: [SupervisorNote]?
  let turns: [Turn]
  /// What the patient said after the last response.
  let lastWords: [Utterance]
  let score: SessionScore
}

/// `attune transcript show`: the session as it was, with codes and ratings.
func showTranscript(_ run: Run) throws -> Int32 {
  let store = try run.store()
  let id = try store.identifier(beginningWith: run.command.argument(0) ?? "")
  let session = try store.load(id)
  let pinned = try openPinned(session)
  let (exchanges, lastWords) = exchanges(of: session)
  let score = score(
    exchanges, rubrics: pinned.rubrics, codebook: pinned.library.codebook,
    isOver: session.record.state.ending != nil)
  let notes =
    run.command.isSet("supervisor") ? supervisorNotes(of: session, in: pinned.scenario) : nil
  if run.wantsJSON {
    try run.writeJSON(json(session, exchanges, lastWords, score, notes))
    return 0
  }
  try show(session, exchanges, lastWords, notes, on: run.output)
  for section in [ratings(score, isOver: session.record.state.ending != nil)] {
    try run.output.blank()
    try run.output.heading(section.heading)
    for line in section.lines { try run.output.reportLine(line) }
  }
  return 0
}

/// The turns with what the patient said before each, and what was said after the last.
func exchanges(of session: StoredSession) -> ([Exchange], [Utterance]) {
  var said: [Utterance] = []
  var exchanges: [Exchange] = []
  for event in session.events {
    switch event {
    case .said(let utterance): said.append(utterance)
    case .responded(let turn, let response):
      exchanges.append(Exchange(turn: turn, patient: said, response: response))
      said = []
    default: break
    }
  }
  return (exchanges, said)
}

private typealias Notes = (opening: [SupervisorNote], turns: [[SupervisorNote]])

private func show(
  _ session: StoredSession, _ exchanges: [Exchange], _ lastWords: [Utterance], _ notes: Notes?,
  on page: Page
) throws {
  func show(_ notes: [SupervisorNote]) throws {
    for note in notes { try page.labelled("For the supervisor:", note.text) }
  }
  let record = session.record
  try page.heading(record.title)
  try page.paragraph(
    "Session \(record.id), \(record.trainee), \(record.started), \(record.mode.rawValue), "
      + "seed \(record.seed)" + (session.variation.map { ", variation \($0)" } ?? ""), as: .faint)
  for (index, exchange) in exchanges.enumerated() {
    try page.blank()
    if index == 0 { try show(notes?.opening ?? []) }
    for utterance in exchange.patient {
      try page.labelled("\(utterance.speaker):", utterance.text)
    }
    try page.labelled("\(exchange.turn) You:", exchange.response.text)
    try page.labelled("Coach:", as: .coach, heard(in: exchange.response), as: .coach)
    if let notes, notes.turns.indices.contains(index) { try show(notes.turns[index]) }
  }
  try page.blank()
  for utterance in lastWords { try page.labelled("\(utterance.speaker):", utterance.text) }
  if let ending = record.state.ending {
    try page.paragraph("The end: \(ending.name) (\(ending.grade)). \(ending.debrief)")
  } else {
    try page.paragraph("Not finished yet.")
  }
}

private func json(
  _ session: StoredSession, _ exchanges: [Exchange], _ lastWords: [Utterance],
  _ score: SessionScore, _ notes: Notes?
) -> SessionJSON {
  let record = session.record
  return SessionJSON(
    id: record.id, scenario: record.scenario, title: record.title, trainee: record.trainee,
    started: record.started, mode: record.mode.rawValue, seed: record.seed,
    attune: record.attuneVersion, variation: session.variation, choices: record.choicesShown,
    ending: record.state.ending,
    files: session.files.map {
      .init(kind: $0.kind.rawValue, name: $0.name, hash: $0.sha256)
    },
    openingStates: session.openingStates, openingSupervisor: notes?.opening,
    turns: zip(session.turns, exchanges).enumerated().map { index, pair in
      let (turn, exchange) = pair
      return .init(
        turn: turn.number, attempt: turn.attempt, givenAt: turn.givenAt, patient: exchange.patient,
        response: turn.response,
        rule: turn.rule.map { .init(beat: $0.beat, title: $0.title, line: $0.line) },
        beat: turn.beat, states: turn.states, supervisor: notes?.turns[index])
    }, lastWords: lastWords, score: score)
}

extension SessionState {
  var ending: SessionEnding? {
    if case .ended(let ending) = self { ending } else { nil }
  }
}
