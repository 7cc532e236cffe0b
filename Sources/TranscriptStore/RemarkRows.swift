import Supervision

/// Remarks as rows, inside a transaction of somebody else's.
extension Database {
  func put(_ decision: CodeDecision) throws {
    let session = decision.session
    let own = try reviews(of: session).map(\.review)
      .filter { $0.rater == decision.rater && $0.submitted != nil }
    guard !own.isEmpty else { throw ReviewRefusal.notSubmitted(session: session) }
    let code = try rows(
      """
      SELECT code, name FROM codes
      WHERE session = ? AND turn = ? AND attempt = ? AND position = ?
      """,
      [
        .text(session), .integer(decision.turn), .integer(decision.attempt),
        .integer(decision.position),
      ]
    ) { (code: $0.text("code"), name: $0.text("name")) }
    guard let code = code.first else {
      throw ReviewRefusal.noSuchCode(session: session, turn: decision.turn)
    }
    try execute(
      """
      INSERT OR REPLACE INTO decisions (
        session, turn, attempt, position, rater, code, name, agrees, comment, at
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(session), .integer(decision.turn), .integer(decision.attempt),
        .integer(decision.position), .text(decision.rater), .text(code.code), .text(code.name),
        .truth(decision.agrees), .text(decision.comment), .text(decision.at),
      ])
    try note(
      .decided, by: decision.rater, on: session,
      "\(code.code) \(decision.turn): \(decision.agrees ? "agrees" : "disagrees")",
      at: decision.at)
  }

  func put(_ comment: ReviewComment) throws {
    let session = comment.session
    let record = try self.record(of: session)
    guard record.trainee != comment.author else {
      throw ReviewRefusal.ownSession(session: session)
    }
    if let turn = comment.place.turn, !(1...max(1, record.turns)).contains(turn) {
      throw ReviewRefusal.noSuchTurn(session: session, turn: turn)
    }
    var range: (start: Int, end: Int)?
    if case .words(_, let start, let end) = comment.place { range = (start, end) }
    try execute(
      """
      INSERT INTO comments (session, author, at, kind, turn, range_start, range_end, text, drill)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(session), .text(comment.author), .text(comment.at), .text(comment.kind.rawValue),
        comment.place.turn.map { .integer($0) } ?? .null,
        range.map { .integer($0.start) } ?? .null, range.map { .integer($0.end) } ?? .null,
        .text(comment.text), .text(comment.drill),
      ])
    try note(
      .commented, by: comment.author, on: session,
      comment.kind.rawValue + (comment.place.turn.map { " \($0)" } ?? ""), at: comment.at)
    try refreshQueue(session)
  }
}
