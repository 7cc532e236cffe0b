import Playtesting
import ResponseCoding
import ScenarioModel
import TranscriptModel
import TranscriptStore

private struct ReplayJSON: Encodable {
  let version = 1
  let id: String
  let isSame: Bool
  let turns: Int
  /// The first turn that differs, 0 for the opening; nil where none does.
  let differsAt: Int?
  let difference: String?
}

/// `attune transcript replay`: the same words again, and whether the same happens.
func replayTranscript(_ run: Run) throws -> Int32 {
  let store = try run.store()
  let id = try store.identifier(beginningWith: run.command.argument(0) ?? "")
  let session = try store.load(id)
  var played = try setUp(session, run)

  var difference: (turn: Int, what: String)?
  if played.begin() != session.opening { difference = (0, "the opening differs") }
  for turn in session.turns where difference == nil {
    let response = played.hear(turn.response.text)
    let events = played.respond(to: response)
    if events != turn.events {
      difference = (turn.number, describe(events, insteadOf: turn.events))
    }
  }
  if run.wantsJSON {
    try run.writeJSON(
      ReplayJSON(
        id: id, isSame: difference == nil, turns: session.turns.count,
        differsAt: difference?.turn, difference: difference?.what))
  } else if let difference {
    try run.output.paragraph(
      difference.turn == 0 ? difference.what : "turn \(difference.turn): \(difference.what)")
    if session.record.attuneVersion != Program.version {
      try run.errors.paragraph(
        "it was played with attune \(session.record.attuneVersion); this is \(Program.version)")
    }
  } else {
    try run.output.paragraph("\(count(session.turns.count, "turn")): the same happened")
  }
  return difference == nil ? 0 : 1
}

private func setUp(_ session: StoredSession, _ run: Run) throws -> PlayedSession {
  let seed = session.record.seed
  guard run.command.isSet("edited") else {
    let pinned = try openPinned(session)
    return PlayedSession(
      pinned.scenario, seed: seed, coder: ResponseCoder(pinned.library.codebook))
  }
  let library = try run.library()
  let entry = try library.scenario(named: session.record.scenario)
  guard let scenario = entry.checked.scenario else {
    try run.showProblems(of: entry)
    throw LibraryError(
      message: "'\(entry.file.name)' cannot be played", help: "mend the errors shown above")
  }
  return PlayedSession(scenario, seed: seed, coder: ResponseCoder(library.codebook))
}

/// What differs, in words that repeat nothing the trainee said.
private func describe(_ new: [SessionEvent], insteadOf old: [SessionEvent]) -> String {
  func heard(_ events: [SessionEvent]) -> CodedResponse? {
    events.lazy.compactMap { if case .responded(_, let response) = $0 { response } else { nil } }
      .first
  }
  if let (before, after) = heard(old).flatMap({ o in heard(new).map { (o, $0) } }), before != after
  {
    let names = [before, after].map { $0.codes.map(\.code).joined(separator: " ") }
    return names[0] == names[1]
      ? "the same codes are heard with other evidence" : "heard \(names[1]) instead of \(names[0])"
  }
  func rule(_ events: [SessionEvent]) -> String? {
    events.lazy.compactMap { if case .ruleFired(_, let rule, _) = $0 { rule } else { nil } }.first
  }
  if let after = rule(new), let before = rule(old), after != before {
    return "the rule '\(after)' fits instead of '\(before)'"
  }
  return "the patient reacts differently"
}
