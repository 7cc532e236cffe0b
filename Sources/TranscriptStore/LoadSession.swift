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

      var fold = TurnFold(states: states.first ?? [:])
      let opening = fold.open(happened[nil] ?? [])
      for (key, givenAt, response) in turns {
        fold.add(key, givenAt: givenAt, response, happened[key] ?? [])
      }
      guard fold.turns.map(\.number) == fold.turns.indices.map({ $0 + 1 }) else {
        throw StoreError.unreadable(session: session)
      }
      return StoredSession(
        record: record, files: try database.files(of: session),
        openingStates: states.first ?? [:], opening: opening, turns: fold.turns,
        takenBack: fold.takenBack, hints: fold.hints,
        notes: events.compactMap { _, event in
          if case .noted(let turn, let note) = event { (turn, note) } else { nil }
        }.map(StoredNote.init))
    }
  }
}

/// Sorts attempts into those that count and those that were taken back, and follows where they led.
private struct TurnFold {
  private(set) var turns: [StoredTurn] = []
  private(set) var takenBack: [StoredTurn] = []
  /// Taken for the turn that comes next; they hold for every attempt at it.
  private(set) var hints = 0
  private var position: SessionPosition

  init(states: [String: Int]) { position = SessionPosition(states: states) }

  /// What happened before the first response, without what is aside.
  mutating func open(_ events: [SessionEvent]) -> [SessionEvent] {
    position.follow(events)
    for case .hinted(_, let step) in events { hints = max(hints, step) }
    return events.filter { !$0.isAside }
  }

  mutating func add(
    _ key: TurnKey, givenAt: String, _ response: CodedResponse, _ events: [SessionEvent]
  ) {
    var after = position
    after.follow(events)
    var turn = StoredTurn(
      number: key.number, attempt: key.attempt, givenAt: givenAt, response: response,
      hints: hints, events: events.filter { !$0.isAside }, beat: after.beat, states: after.states)
    var ahead = 0
    for event in events {
      switch event {
      case .hinted(key.number, let step): hints = max(hints, step)
      case .hinted(_, let step): ahead = max(ahead, step)
      case .retried:
        turn.isTakenBack = true
        // A hint for an answer that is no more.
        ahead = 0
      default: break
      }
    }
    if turn.isTakenBack {
      takenBack.append(turn)
    } else {
      turns.append(turn)
      position = after
      hints = ahead
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
  /// A content that many sessions pin is read and held against its digest once.
  fileprivate func files(of session: String) throws -> [PinnedFile] {
    try rows(
      "SELECT kind, name, hash FROM session_files WHERE session = ? ORDER BY kind, name",
      [.text(session)]
    ) { row in
      let hash = row.text("hash")
      let bytes = try contents[hash] ?? content(hash)
      guard let kind = PinnedFile.Kind(rawValue: row.text("kind")), let bytes else {
        throw StoreError.unreadable(session: session)
      }
      contents[hash] = bytes
      return PinnedFile(kind: kind, name: row.text("name"), bytes: bytes, sha256: hash)
    }
  }

  /// Nil where what is kept is not what it was.
  private func content(_ hash: String) throws -> [UInt8]? {
    try rows("SELECT bytes FROM library_files WHERE hash = ?", [.text(hash)]) {
      $0.bytes("bytes")
    }.first { contentHash($0) == hash }
  }
}
