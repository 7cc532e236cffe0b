/// Where a session stands: its last turn, and whether that was taken back.
struct LastTurn {
  /// Nil before the first.
  var key: TurnKey?
  var isTakenBack: Bool

  /// The turn, and which attempt at it, that comes next.
  var next: TurnKey {
    guard let key else { return TurnKey(number: 1, attempt: 1) }
    return isTakenBack
      ? TurnKey(number: key.number, attempt: key.attempt &+ 1)
      : TurnKey(number: key.number &+ 1, attempt: 1)
  }

  /// SQL that is 1 where the last turn of the session `id` was taken back, and 0 otherwise: only the
  /// last can be, until another attempt at it is kept.
  static let isTakenBackSQL = """
    (SELECT EXISTS (
      SELECT 1 FROM events
      WHERE events.session = id AND (turn, attempt) = (
        SELECT number, attempt FROM turns WHERE turns.session = id
        ORDER BY number DESC, attempt DESC LIMIT 1
      ) AND json_type(content, '$.retried') IS NOT NULL
    ))
    """
}

extension Database {
  func lastTurn(of session: String) throws -> LastTurn {
    let key = try rows(
      "SELECT number, attempt FROM turns WHERE session = ? "
        + "ORDER BY number DESC, attempt DESC LIMIT 1", [.text(session)]
    ) { TurnKey(number: $0.int("number"), attempt: $0.int("attempt")) }
    let isTakenBack = try rows(
      "SELECT \(LastTurn.isTakenBackSQL) AS back FROM sessions WHERE id = ?", [.text(session)]
    ) { $0.truth("back") }
    return LastTurn(key: key.first, isTakenBack: isTakenBack.first ?? false)
  }
}
