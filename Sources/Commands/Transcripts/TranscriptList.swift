import TranscriptStore

private struct SessionLine: Encodable {
  let version = 1
  let id: String
  let scenario: String
  let title: String
  let trainee: String
  let started: String
  let turns: Int
  let mode: String
  /// Nil while it is unfinished.
  let ending: String?
  let grade: String?
  let seed: UInt64
}

/// `attune transcript list`: a line a session, newest first.
func listTranscripts(_ run: Run) throws -> Int32 {
  let store = try run.store()
  var scenario = run.command.string("scenario")
  if let name = scenario {
    // A name of the library stands for its id; anything else may be the id of an older scenario.
    scenario = (try? run.library().scenario(named: name).checked.scenario?.facts.id) ?? name
  }
  let sessions = try store.sessions(of: run.command.string("as"), on: scenario)
  for session in sessions {
    let ending = session.state.ending
    if run.wantsJSON {
      try run.writeJSON(
        SessionLine(
          id: session.id, scenario: session.scenario, title: session.title,
          trainee: session.trainee, started: session.started, turns: session.turns,
          mode: session.mode.rawValue, ending: ending?.name, grade: ending?.grade,
          seed: session.seed))
    } else {
      let end = ending.map { "\($0.name) (\($0.grade))" } ?? "unfinished"
      try run.output.labelled(
        session.id,
        "\(session.started), \(session.trainee), \(session.title), "
          + "\(count(session.turns, "turn")), \(end)")
    }
  }
  if sessions.isEmpty, !run.wantsJSON {
    try run.errors.paragraph("there are no sessions yet; 'attune practice' begins one")
  }
  return 0
}
