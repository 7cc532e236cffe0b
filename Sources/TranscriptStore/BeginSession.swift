import TranscriptModel

extension TranscriptStore {
  /// Keeps a session's beginning and hands out the writer that adds its turns.
  ///
  /// `opening` starts with `began` and holds all that happened before the first response. The
  /// session's id is drawn from `generator`.
  package func begin(
    _ session: NewSession, opening: [SessionEvent],
    using generator: inout some RandomNumberGenerator
  ) throws -> SessionWriter {
    guard case .began(let scenario, let seed, _) = opening.first,
      !opening.contains(where: \.isResponse)
    else { throw StoreError.notAnOpening }
    return try database.write {
      let id = try database.freeIdentifier(using: &generator)
      let ending = opening.ending
      try database.execute(
        """
        INSERT INTO sessions (
          id, trainee, scenario, title, started, seed, mode, choices_shown, is_drill,
          attune_version, opening_states, closed, ending_name, ending_grade, ending_debrief
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(id), .text(session.trainee), .text(scenario), .text(session.title),
          .text(session.started), .integer(Int64(bitPattern: seed)), .text(session.mode.rawValue),
          .truth(session.choicesShown), .truth(session.isDrill), .text(session.attuneVersion),
          .json(session.states), .text(ending.map { _ in session.started }), .text(ending?.name),
          .text(ending?.grade),
          .text(ending?.debrief),
        ])
      for file in session.files { try database.pin(file, to: id) }
      try database.add(opening, to: id, turn: nil)
      try database.refreshQueue(id)
      return SessionWriter(store: self, session: id, number: 1)
    }
  }

  /// Takes a session up again, from its trainee's last turn; any earlier writer is shut out.
  package func resume(_ session: String) throws -> SessionWriter {
    try database.write {
      let number = try database.rows(
        "UPDATE sessions SET writer = writer + 1, closed = NULL WHERE id = ? AND state <> 'ended' "
          + "RETURNING writer",
        [.text(session)]
      ) { $0.int("writer") }
      if let number = number.first {
        return SessionWriter(store: self, session: session, number: number)
      }
      _ = try database.record(of: session)
      throw StoreError.sessionIsOver(session)
    }
  }
}

extension Database {
  fileprivate func freeIdentifier(
    using generator: inout some RandomNumberGenerator
  ) throws -> String {
    // There are 40 million: a generator that never finds a free one is stuck.
    for _ in 0..<100 {
      let id = sessionIdentifier(using: &generator)
      if try rows("SELECT 1 FROM sessions WHERE id = ?", [.text(id)], { _ in }).isEmpty {
        return id
      }
    }
    throw StoreError.noFreeIdentifier
  }

  fileprivate func pin(_ file: PinnedFile, to session: String) throws {
    let hash = file.sha256
    try execute(
      "INSERT INTO library_files (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
      [.text(hash), .bytes(file.bytes)])
    try execute(
      "INSERT INTO session_files (session, kind, name, hash) VALUES (?, ?, ?, ?)",
      [.text(session), .text(file.kind.rawValue), .text(file.name), .text(hash)])
  }
}

extension SessionEvent {
  fileprivate var isResponse: Bool {
    if case .responded = self { true } else { false }
  }
}
