import TranscriptModel

/// To which attempt at a turn an event belongs; what is done between two turns belongs to the first.
struct TurnKey: Hashable {
  var number: Int
  var attempt: Int
}

extension Database {
  /// Adds `events` after those the session has; an event told by another row only points there.
  func add(_ events: [SessionEvent], to session: String, turn: TurnKey?) throws {
    let last = try rows(
      "SELECT COALESCE(MAX(position), -1) AS last FROM events WHERE session = ?", [.text(session)]
    ) { $0.int("last") }
    let insertion = try Statement(
      self,
      """
      INSERT INTO events (session, turn, attempt, position, elsewhere, content)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    for (position, event) in zip(((last.first ?? -1) &+ 1)..., events) {
      try insertion.run([
        .text(session),
        turn.map { .integer($0.number) } ?? .null,
        turn.map { .integer($0.attempt) } ?? .null,
        .integer(position),
        .text(event.elsewhere?.rawValue),
        event.elsewhere == nil ? .json(event) : .null,
      ])
    }
  }

  /// The session's events in order, each with its turn; nil is the opening.
  func events(
    of record: SessionRecord, responses: [TurnKey: CodedResponse]
  ) throws -> [(turn: TurnKey?, event: SessionEvent)] {
    try rows(
      "SELECT turn, attempt, elsewhere, content FROM events WHERE session = ? ORDER BY position",
      [.text(record.id)]
    ) { row in
      let turn = row.optionalText("turn").map { _ in
        TurnKey(number: row.int("turn"), attempt: row.int("attempt"))
      }
      guard let elsewhere = row.optionalText("elsewhere") else {
        return (turn, try row.json("content", of: record.id))
      }
      let response = turn.flatMap { responses[$0] }
      switch (Elsewhere(rawValue: elsewhere), record.state, turn, response) {
      case (.session, _, _, _):
        return (turn, .began(scenario: record.scenario, seed: record.seed))
      case (.turn, _, let key?, let response?):
        return (turn, .responded(turn: key.number, response))
      case (.ending, .ended(let ending), _, _):
        return (turn, .ended(ending))
      default:
        throw StoreError.unreadable(session: record.id)
      }
    }
  }
}

/// The row that tells an event, where it is not the event's own.
private enum Elsewhere: String {
  case session, turn, ending
}

extension SessionEvent {
  fileprivate var elsewhere: Elsewhere? {
    switch self {
    // A session's row knows of no variation.
    case .began(_, _, nil): .session
    case .responded: .turn
    case .ended: .ending
    default: nil
    }
  }
}

extension [SessionEvent] {
  /// The ending these events tell of.
  var ending: SessionEnding? {
    for case .ended(let ending) in self { return ending }
    return nil
  }
}
