import TranscriptModel

/// The right to add to one session; only the writer handed out last has it.
///
/// Writers of a session are numbered in its row, and each call compares inside its transaction: a
/// console forgotten in another window cannot add a turn to a session that was resumed since, and
/// a writer that was killed leaves no lock behind.
package struct SessionWriter {
  let store: TranscriptStore
  package let session: String
  let number: Int

  /// Keeps one turn: `events` hold exactly one response, and all that came before and after it. Where
  /// the last turn was taken back, it is the next attempt at that one.
  ///
  /// When it returns, the turn is on the disk, whatever happens to the program or the machine.
  /// An `ended` among the events ends the session.
  package func append(_ events: [SessionEvent], at time: String) throws {
    let responses: [(Int, CodedResponse)] = events.compactMap {
      if case .responded(let turn, let response) = $0 { (turn, response) } else { nil }
    }
    guard let (turn, response) = responses.first, responses.count == 1 else {
      throw StoreError.notATurn
    }
    try write { database, last in
      let key = last.next
      try check(turn, is: key.number)
      try database.add(response, to: session, as: key, at: time)
      try database.add(events, to: session, turn: key)
      try database.close(session, at: events.ending.map { _ in time }, with: events.ending)
    }
  }

  /// Keeps that the trainee took the last turn back. All of it stays, and counts no longer; whatever
  /// happens to the program now, another attempt at it comes next.
  package func takeBack(turn: Int) throws {
    try write { database, last in
      guard let key = last.key, !last.isTakenBack else {
        throw StoreError.nothingToTakeBack(session: session)
      }
      try check(turn, is: key.number)
      try database.add(
        [.retried(turn: turn, attempt: key.attempt &+ 1)], to: session, turn: key)
    }
  }

  /// Keeps that the trainee took a hint for the turn that comes next.
  package func hint(turn: Int, step: Int) throws {
    try write { database, last in
      try check(turn, is: last.next.number)
      try database.add([.hinted(turn: turn, step: step)], to: session, turn: last.key)
    }
  }

  /// Keeps what the trainee wrote down before the turn that comes next.
  package func note(_ note: WorksheetNote, turn: Int) throws {
    try write { database, last in
      try check(turn, is: last.next.number)
      try database.add([.noted(turn: turn, note)], to: session, turn: last.key)
    }
  }

  private func check(_ turn: Int, is expected: Int) throws {
    guard turn == expected else {
      throw StoreError.wrongTurn(session: session, expected: expected, given: turn)
    }
  }

  /// Keeps that the trainee left; the session can be resumed.
  package func leave(at time: String) throws {
    try write { database, _ in try database.close(session, at: time, with: nil) }
  }

  /// Keeps an ending that no response brought about, such as the end of the time allowed.
  package func end(_ ending: SessionEnding, at time: String) throws {
    try write { database, last in
      try database.add([.ended(ending)], to: session, turn: last.key)
      try database.close(session, at: time, with: ending)
    }
  }

  /// Runs `body` with the last turn, if this writer still has the right.
  private func write(_ body: (Database, LastTurn) throws -> Void) throws {
    let database = store.database
    try database.write {
      let found = try database.rows(
        "SELECT writer, state = 'ended' AS over FROM sessions WHERE id = ?", [.text(session)]
      ) { (writer: $0.int("writer"), isOver: $0.truth("over")) }
      guard let found = found.first else { throw StoreError.noSuchSession(session) }
      guard found.writer == number else { throw StoreError.takenOver(session: session) }
      guard !found.isOver else { throw StoreError.sessionIsOver(session) }
      try body(database, try database.lastTurn(of: session))
    }
  }
}

extension Database {
  /// Sets when and how the session was closed; a nil time says that it goes on.
  fileprivate func close(_ session: String, at time: String?, with ending: SessionEnding?) throws {
    try execute(
      """
      UPDATE sessions SET closed = ?, ending_name = ?, ending_grade = ?, ending_debrief = ?
      WHERE id = ?
      """,
      [
        .text(time), .text(ending?.name), .text(ending?.grade), .text(ending?.debrief),
        .text(session),
      ])
    if ending != nil { try refreshQueue(session) }
  }
}
