import TranscriptModel

extension TranscriptStore {
  /// The sessions of a trainee, on a scenario, or all; newest first.
  package func sessions(
    of trainee: String? = nil, on scenario: String? = nil
  ) throws -> [SessionRecord] {
    try database.records(
      "(?1 IS NULL OR trainee = ?1) AND (?2 IS NULL OR scenario = ?2)",
      [.text(trainee), .text(scenario)])
  }

  /// Sessions that did not come to an ending, left or broken off; newest first.
  package func resumable(of trainee: String, on scenario: String) throws -> [SessionRecord] {
    try sessions(of: trainee, on: scenario).filter {
      if case .ended = $0.state { false } else { true }
    }
  }

  /// The id that begins with `prefix`, in capitals or not.
  package func identifier(beginningWith prefix: String) throws -> String {
    let wanted = prefix.lowercased()
    let found = try database.rows(
      // Ids are small letters: '{' comes just after them, and the index finds them all.
      "SELECT id FROM sessions WHERE id >= ?1 AND id < ?1 || '{' ORDER BY id", [.text(wanted)]
    ) { $0.text("id") }
    guard !wanted.isEmpty, let first = found.first else { throw StoreError.noSuchSession(prefix) }
    guard found.count == 1 else {
      throw StoreError.ambiguousSession(prefix, candidates: found)
    }
    return first
  }
}

extension Database {
  func record(of session: String) throws -> SessionRecord {
    guard let record = try records("id = ?", [.text(session)]).first else {
      throw StoreError.noSuchSession(session)
    }
    return record
  }

  fileprivate func records(_ condition: String, _ values: [SQLValue]) throws -> [SessionRecord] {
    try rows(
      """
      SELECT id, trainee, scenario, title, started, seed, mode, choices_shown, is_drill,
        attune_version,
        state, ending_name, ending_grade, ending_debrief,
        (SELECT COALESCE(MAX(number), 0) FROM turns WHERE session = id)
          - \(LastTurn.isTakenBackSQL) AS turns,
        COALESCE(
          closed,
          (SELECT given_at FROM turns WHERE session = id
            ORDER BY number DESC, attempt DESC LIMIT 1),
          started
        ) AS last_activity
      FROM sessions WHERE \(condition) ORDER BY started DESC, ordinal DESC
      """, values
    ) { row in
      guard let mode = SessionMode(rawValue: row.text("mode")) else {
        throw StoreError.unreadable(session: row.text("id"))
      }
      return SessionRecord(
        id: row.text("id"), trainee: row.text("trainee"), scenario: row.text("scenario"),
        title: row.text("title"), started: row.text("started"),
        lastActivity: row.text("last_activity"), seed: UInt64(bitPattern: row.integer("seed")),
        mode: mode, choicesShown: row.truth("choices_shown"),
        isDrill: row.truth("is_drill"), attuneVersion: row.text("attune_version"),
        turns: row.int("turns"), state: row.state)
    }
  }
}

extension Row {
  fileprivate var state: SessionState {
    switch text("state") {
    case "ended":
      .ended(
        SessionEnding(
          name: text("ending_name"), grade: text("ending_grade"), debrief: text("ending_debrief")))
    case "left": .left
    default: .goingOn
    }
  }
}
