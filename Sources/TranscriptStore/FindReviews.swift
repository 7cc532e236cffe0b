import Supervision

/// A session with everything people made of it.
package struct ReviewedSession: Sendable, Hashable {
  package var facts: ReviewFacts
  /// Drafts too, in the order of their roles.
  package var reviews: [Review]
  package var decisions: [CodeDecision]
  package var comments: [ReviewComment]
  package var reply: TraineeReply?
  package var contests: [CodeContest]

  package var standing: ReviewStanding { Supervision.standing(of: reviews, facts) }
  /// Nil while the session is not released.
  package var final: FinalRating? { finalRating(of: reviews, facts) }
}

extension TranscriptStore {
  /// What people made of a session, as it stood at one moment.
  package func reviewed(_ session: String) throws -> ReviewedSession {
    try database.read {
      ReviewedSession(
        facts: try database.reviewFacts(of: session),
        reviews: try database.reviews(of: session).map(\.review),
        decisions: try database.decisions(of: session),
        comments: try database.comments(of: session), reply: try replyRow(of: session),
        contests: try database.rows(
          "SELECT turn, code, at, text FROM contests WHERE session = ? ORDER BY turn, code",
          [.text(session)]
        ) {
          CodeContest(
            session: session, turn: $0.int("turn"), code: $0.text("code"), at: $0.text("at"),
            text: $0.text("text"))
        })
    }
  }

  /// Whether somebody has yet to submit a blind rating of a session: she has begun it or was asked to.
  package func isToRate(_ session: String, by rater: String) throws -> Bool {
    try !database.rows(
      """
      SELECT 1 FROM reviews WHERE session = ?1 AND rater = ?2 AND submitted IS NULL
      UNION ALL SELECT 1 FROM assignments AS asked
      WHERE session = ?1 AND rater = ?2 AND role <> 'adjudicator' AND NOT EXISTS (
        SELECT 1 FROM reviews WHERE session = ?1 AND role = asked.role AND submitted IS NOT NULL)
      """, [.text(session), .text(rater)], { _ in }
    ).isEmpty
  }

  /// The sessions of a trainee that somebody has begun to rate or has commented on, by id.
  package func reviewedSessions(of trainee: String) throws -> [ReviewedSession] {
    let sessions = try database.rows(
      """
      SELECT id FROM sessions WHERE trainee = ? AND (
        id IN (SELECT session FROM reviews) OR id IN (SELECT session FROM comments)) ORDER BY id
      """, [.text(trainee)]
    ) { $0.text("id") }
    return try sessions.map(reviewed)
  }

  /// How often raters whose ratings count agreed on each code, sorted by code.
  package func codePrecisions() throws -> [CodePrecision] {
    try database.rows(
      """
      SELECT code, max(name) AS name, sum(agrees) AS agreed, count(*) AS n FROM decisions
      WHERE NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.session = decisions.session
        AND reviews.rater = decisions.rater AND is_practice)
      GROUP BY code ORDER BY code
      """
    ) {
      CodePrecision(
        code: $0.text("code"), name: $0.text("name"), agreed: $0.int("agreed"), count: $0.int("n"))
    }
  }

  /// Who saw and decided what, oldest first; of one session or of all.
  package func audit(of session: String? = nil) throws -> [AuditEntry] {
    try database.rows(
      "SELECT at, who, action, session, detail FROM audit "
        + (session == nil ? "" : "WHERE session = ? ") + "ORDER BY id",
      session.map { [.text($0)] } ?? []
    ) { row in
      guard let action = AuditEntry.Action(rawValue: row.text("action")) else {
        throw StoreError.unreadable(session: row.text("session"))
      }
      return AuditEntry(
        at: row.text("at"), who: row.text("who"), action: action, session: row.text("session"),
        detail: row.text("detail"))
    }
  }

  /// Everybody who has sessions or a record, sorted by name.
  package func trainees() throws -> [TraineeRecord] {
    try database.rows(
      """
      SELECT names.name AS name, cohort, supervisor
      FROM (SELECT name FROM trainees UNION SELECT trainee FROM sessions) AS names
      LEFT JOIN trainees ON trainees.name = names.name ORDER BY names.name
      """
    ) {
      TraineeRecord(
        name: $0.text("name"), cohort: $0.optionalText("cohort"),
        supervisor: $0.optionalText("supervisor"))
    }
  }

  func replyRow(of session: String) throws -> TraineeReply? {
    try database.rows("SELECT at, text FROM replies WHERE session = ?", [.text(session)]) {
      TraineeReply(session: session, at: $0.text("at"), text: $0.text("text"))
    }.first
  }
}

extension Database {
  fileprivate func decisions(of session: String) throws -> [CodeDecision] {
    try rows(
      "SELECT * FROM decisions WHERE session = ? ORDER BY turn, attempt, position, rater",
      [.text(session)]
    ) {
      CodeDecision(
        session: session, turn: $0.int("turn"), attempt: $0.int("attempt"),
        position: $0.int("position"), rater: $0.text("rater"), agrees: $0.truth("agrees"),
        comment: $0.text("comment"), at: $0.text("at"))
    }
  }

  fileprivate func comments(of session: String) throws -> [ReviewComment] {
    try rows("SELECT * FROM comments WHERE session = ? ORDER BY id", [.text(session)]) { row in
      guard let kind = ReviewComment.Kind(rawValue: row.text("kind")) else {
        throw StoreError.unreadable(session: session)
      }
      let place: ReviewComment.Place =
        switch (row.optionalInt("turn"), row.optionalInt("range_start")) {
        case (let turn?, let start?): .words(turn: turn, start: start, end: row.int("range_end"))
        case (let turn?, nil): .turn(turn)
        default: .session
        }
      return ReviewComment(
        session: session, author: row.text("author"), at: row.text("at"), kind: kind,
        place: place, text: row.text("text"), drill: row.optionalText("drill"),
        talkedOver: row.optionalText("talked_over"))
    }
  }
}
