import Diagnostics
import Playtesting
import ResponseCoding
import ScenarioModel
import TranscriptModel
import TranscriptStore

private struct ReplayJSON: Encodable {
  struct Explanation: Encodable {
    let turn: Int
    let why: [String]
  }
  /// What the trainee wrote down before a turn.
  struct Note: Encodable {
    let turn: Int
    let noted: WorksheetNote
  }

  let version = 1
  let id: String
  let isSame: Bool
  let turns: Int
  /// The first turn that differs, 0 for the opening; nil where none does.
  let differsAt: Int?
  let difference: String?
  let differences: [TurnDifference]
  /// Nil unless asked for.
  let explanations: [Explanation]?
  let notes: [Note]?
}

/// A session played again, as far as it comes out as it did.
private struct Replay {
  /// Each turn with its number; the last is the one that differs, where one does.
  var turns: [(number: Int, played: PlayedTurn)] = []
  var differsAt: Int?
  var differences: [TurnDifference] = []

  /// What differs, in a few words.
  var summary: String? {
    guard let differsAt else { return nil }
    if differsAt == 0 { return "the opening differs" }
    return differences.first?.text ?? "the same is heard and done, with other evidence or notes"
  }
}

/// `attune transcript replay`: the same words again, and whether the same happens.
func replayTranscript(_ run: Run) throws -> Int32 {
  let store = try run.store()
  let id = try store.identifier(beginningWith: run.command.argument(0) ?? "")
  let session = try store.load(id)
  let explains = run.command.isSet("why")
  if explains, session.record.mode == .exam, session.record.state.ending == nil {
    return try run.fail("this exam is not over", help: "an exam explains at its end")
  }
  try run.noteReading(of: session.record, in: store, "replay")
  let replay = replay(session, try setUp(session, run), isEdited: run.command.isSet("edited"))
  if run.wantsJSON {
    try run.writeJSON(
      ReplayJSON(
        id: id, isSame: replay.differsAt == nil, turns: session.turns.count,
        differsAt: replay.differsAt, difference: replay.summary, differences: replay.differences,
        explanations: explains
          ? replay.turns.map { .init(turn: $0.number, why: why($0.played)) } : nil,
        notes: explains ? session.notes.map { .init(turn: $0.turn, noted: $0.note) } : nil))
  } else {
    if explains { try explain(replay, session.notes, on: run.output) }
    try show(replay, of: session, run)
  }
  return replay.differsAt == nil ? 0 : 1
}

private func replay(
  _ session: StoredSession, _ beginning: PlayedSession, isEdited: Bool
) -> Replay {
  var played = beginning
  var replay = Replay()
  // Exactly the same, or, on another scenario, the same to an author.
  func differs(_ new: [SessionEvent], from old: [SessionEvent], at turn: Int) -> Bool {
    replay.differences = differences(new, from: old)
    guard isEdited ? !replay.differences.isEmpty : new != old else { return false }
    replay.differsAt = turn
    return true
  }
  if differs(played.begin(), from: session.opening, at: 0) { return replay }
  for turn in session.attempts {
    var next = played
    let new = next.take(next.hear(turn.response.text))
    if !turn.isTakenBack {
      played = next
      replay.turns.append((turn.number, new))
    }
    if differs(new.events, from: turn.events, at: turn.number) { return replay }
  }
  return replay
}

private func explain(_ replay: Replay, _ notes: [StoredNote], on page: Page) throws {
  func show(_ notes: [StoredNote]) throws {
    for note in notes { try page.labelled("Noted:", as: .coach, text(note.note)) }
  }
  let last = replay.turns.last?.number ?? 0
  for (number, turn) in replay.turns {
    try page.heading("Turn \(number)")
    try show(notes.filter { $0.turn == number })
    try page.labelled("You:", turn.response.text)
    for line in why(turn) { try page.paragraph(line) }
    try page.blank()
  }
  try show(notes.filter { $0.turn > last })
}

private func show(_ replay: Replay, of session: StoredSession, _ run: Run) throws {
  guard let turn = replay.differsAt else {
    try run.output.paragraph("\(count(session.turns.count, "turn")): the same happened")
    return
  }
  if replay.differences.count > 1 || turn == 0 {
    try run.output.paragraph(
      turn == 0 ? "the opening differs" : "turn \(turn) comes out differently")
    for difference in replay.differences { try run.output.item(difference.text) }
  } else {
    try run.output.paragraph("turn \(turn): \(replay.summary ?? "")")
  }
  if session.record.attuneVersion != Program.version {
    try run.errors.paragraph(
      "it was played with attune \(session.record.attuneVersion); this is \(Program.version)")
  }
}

private func setUp(_ session: StoredSession, _ run: Run) throws -> PlayedSession {
  let seed = session.record.seed
  guard run.command.isSet("edited") else {
    let pinned = try openPinned(session)
    return PlayedSession(
      pinned.scenario, seed: seed, coder: ResponseCoder(pinned.library.codebook),
      variation: session.variation, replies: pinned.replies)
  }
  let (library, entry) = try openEdited(session, run)
  guard let scenario = entry.checked.scenario else {
    try run.showProblems(of: entry)
    throw LibraryError(
      message: "'\(entry.file.name)' cannot be played", help: "mend the errors shown above")
  }
  guard let varied = scenario.played(in: session.variation) else {
    let name = session.variation ?? ""
    let nearest = nearestName(to: name, in: scenario.variations.map(\.name))
    throw LibraryError(
      message: "the scenario no longer has the variation '\(name)'",
      help: nearest.map { "'\($0)' is close" } ?? "replay without --edited")
  }
  return PlayedSession(
    varied, seed: seed, coder: ResponseCoder(library.codebook), variation: session.variation,
    replies: library.answers(to: scenario).replies)
}

/// The scenario as it is now: in the library, else the file that was practised with, where it lies.
private func openEdited(
  _ session: StoredSession, _ run: Run
) throws -> (library: Library, scenario: LibraryScenario) {
  let files = session.files.filter { $0.kind == .scenario && !isPart($0.name) }
  do {
    let library = try run.library()
    return (library, try library.scenario(named: session.record.scenario))
  } catch let error as LibraryError {
    guard let file = files.first?.name, isScenarioFile(file), exists(file) else {
      throw LibraryError(
        message: error.message,
        help: "name the folder with this scenario with --library, or replay without --edited")
    }
    return try run.open(file)
  }
}
