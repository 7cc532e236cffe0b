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

  private enum Key: String, CodingKey {
    case version, id, scenario, title, trainee, started, turns, mode, ending, grade, seed
  }

  /// Every key is there in every line; an unfinished session has null for its ending.
  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(version, forKey: .version)
    try values.encode(id, forKey: .id)
    try values.encode(scenario, forKey: .scenario)
    try values.encode(title, forKey: .title)
    try values.encode(trainee, forKey: .trainee)
    try values.encode(started, forKey: .started)
    try values.encode(turns, forKey: .turns)
    try values.encode(mode, forKey: .mode)
    try values.encode(ending, forKey: .ending)
    try values.encode(grade, forKey: .grade)
    try values.encode(seed, forKey: .seed)
  }
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
