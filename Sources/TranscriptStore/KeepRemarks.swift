import Supervision

/// What is said about a session beside its ratings; each call is one transaction, with its audit.
extension TranscriptStore {
  /// Keeps what a rater says of a code that was heard; a second word on it takes the place of the first.
  package func keep(_ decision: CodeDecision) throws {
    try database.write { try database.put(decision) }
  }

  /// Keeps a comment; one about safety flags the session in the queue.
  package func add(_ comment: ReviewComment) throws {
    try database.write { try database.put(comment) }
  }

  /// Keeps that what a comment about safety told was talked over with the trainee, who cannot say so
  /// herself.
  package func talkOver(_ session: String, by who: String, at time: String) throws {
    try database.write {
      guard try database.record(of: session).trainee != who else {
        throw ReviewRefusal.ownSession(session: session)
      }
      let closed: [Int] = try database.rows(
        """
        UPDATE comments SET talked_over = ? WHERE session = ? AND kind = 'safety'
          AND talked_over IS NULL RETURNING id
        """, [.text(time), .text(session)]
      ) { $0.int("id") }
      guard !closed.isEmpty else { throw ReviewRefusal.nothingToTalkOver(session: session) }
      try database.note(.talkedOver, by: who, on: session, at: time)
    }
  }

  /// Keeps the trainee's one answer to the ratings of her session.
  package func add(_ reply: TraineeReply, by who: String) throws {
    try database.write {
      try database.mustBelong(reply.session, to: who)
      guard try replyRow(of: reply.session) == nil else {
        throw ReviewRefusal.repliedAlready(session: reply.session)
      }
      try database.execute(
        "INSERT INTO replies (session, at, text) VALUES (?, ?, ?)",
        [.text(reply.session), .text(reply.at), .text(reply.text)])
      try database.note(.replied, by: who, on: reply.session, at: reply.at)
    }
  }

  /// Keeps that a trainee contests a code that was heard in the last attempt at a turn.
  package func add(_ contest: CodeContest, by who: String) throws {
    let session = contest.session
    try database.write {
      try database.mustBelong(session, to: who)
      let place: [SQLValue] = [.text(session), .integer(contest.turn), .text(contest.code)]
      let last = try database.lastTurn(of: session)
      guard !last.isTakenBack || last.key?.number != contest.turn,
        try !database.rows(
          """
          SELECT 1 FROM codes WHERE session = ?1 AND turn = ?2 AND code = ?3
            AND attempt = (SELECT max(attempt) FROM turns WHERE session = ?1 AND number = ?2)
          """, place, { _ in }
        ).isEmpty
      else { throw ReviewRefusal.noSuchCode(session: session, turn: contest.turn) }
      guard
        try database.rows(
          "SELECT 1 FROM contests WHERE session = ? AND turn = ? AND code = ?", place, { _ in }
        ).isEmpty
      else { throw ReviewRefusal.contestedAlready(session: session) }
      try database.execute(
        "INSERT INTO contests (session, turn, code, at, text) VALUES (?, ?, ?, ?, ?)",
        place + [.text(contest.at), .text(contest.text)])
      try database.note(
        .contested, by: who, on: session, "\(contest.code) \(contest.turn)", at: contest.at)
    }
  }

  /// Keeps that somebody saw a session, or what the machine made of it.
  package func note(
    _ action: AuditEntry.Action, by who: String, on session: String, _ detail: String = "",
    at time: String
  ) throws {
    try database.write {
      try database.note(action, by: who, on: session, detail, at: time)
    }
  }

  /// Keeps what is known of a trainee, in place of what was known before.
  package func keep(_ trainee: TraineeRecord) throws {
    try database.write {
      try database.execute(
        "INSERT OR REPLACE INTO trainees (name, cohort, supervisor) VALUES (?, ?, ?)",
        [.text(trainee.name), .text(trainee.cohort), .text(trainee.supervisor)])
    }
  }
}

extension Database {
  /// A trainee answers what is final and hers.
  fileprivate func mustBelong(_ session: String, to trainee: String) throws {
    guard try record(of: session).trainee == trainee else {
      throw ReviewRefusal.notTheTrainee(session: session)
    }
    let isReleased = try rows(
      "SELECT review_state IS 'released' AS is_released FROM sessions WHERE id = ?",
      [.text(session)]
    ) { $0.truth("is_released") }
    guard isReleased == [true] else { throw ReviewRefusal.notReleased(session: session) }
  }
}
