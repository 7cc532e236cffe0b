import TranscriptModel

extension TranscriptStore {
  /// One session whole, as it stood at one moment.
  package func load(_ session: String) throws -> StoredSession {
    try database.read {
      let record = try database.record(of: session)
      let states: [[String: Int]] = try database.rows(
        "SELECT opening_states FROM sessions WHERE id = ?", [.text(session)]
      ) { try $0.json("opening_states", of: session) }
      let turns = try database.turns(of: session)
      let responses = turns.map { ($0.key, $0.2) }
      let events = try database.events(
        of: record, responses: Dictionary(responses) { first, _ in first })
      let happened = Dictionary(grouping: events, by: \.turn).mapValues { $0.map(\.event) }

      let opening = happened[nil] ?? []
      var position = SessionPosition(states: states.first ?? [:])
      position.follow(opening)
      return StoredSession(
        record: record, files: try database.files(of: session),
        openingStates: states.first ?? [:], opening: opening,
        turns: turns.map { key, givenAt, response in
          let events = happened[key] ?? []
          position.follow(events)
          return StoredTurn(
            number: key.number, attempt: key.attempt, givenAt: givenAt, response: response,
            events: events, beat: position.beat, states: position.states)
        })
    }
  }
}

/// Where events have led a session.
private struct SessionPosition {
  var beat: String?
  var states: [String: Int]

  mutating func follow(_ events: [SessionEvent]) {
    for event in events {
      switch event {
      case .entered(let beat), .returned(let beat): self.beat = beat
      case .changed(let state, _, let value, _): states[state] = value
      default: break
      }
    }
  }
}

extension Database {
  fileprivate func files(of session: String) throws -> [PinnedFile] {
    try rows(
      """
      SELECT kind, name, hash, bytes FROM session_files JOIN library_files USING (hash)
      WHERE session = ? ORDER BY kind, name
      """, [.text(session)]
    ) { row in
      let bytes = row.bytes("bytes")
      guard let kind = PinnedFile.Kind(rawValue: row.text("kind")),
        contentHash(bytes) == row.text("hash")
      else { throw StoreError.unreadable(session: session) }
      return PinnedFile(kind: kind, name: row.text("name"), bytes: bytes)
    }
  }
}
