import Supervision

extension Database {
  /// The reviews of a session, drafts too, in the order of their roles.
  func reviews(of session: String) throws -> [(id: Int, review: Review)] {
    let found = try rows(
      """
      SELECT id, role, rater, begun, submitted, reason, is_joint, is_practice
      FROM reviews WHERE session = ?
      ORDER BY CASE role WHEN 'first' THEN 1 WHEN 'second' THEN 2 ELSE 3 END
      """, [.text(session)]
    ) { row in
      guard let role = ReviewRole(rawValue: row.text("role")) else {
        throw StoreError.unreadable(session: session)
      }
      return (
        row.int("id"),
        Review(
          session: session, rater: row.text("rater"), role: role, begun: row.text("begun"),
          submitted: row.optionalText("submitted"), ratings: [], reason: row.text("reason"),
          isJoint: row.truth("is_joint"), isPractice: row.truth("is_practice"))
      )
    }
    return try found.map { id, review in
      var review = review
      review.ratings = try givenRatings(of: id, session)
      review.marks = try rows(
        "SELECT turn, code, is_heard FROM given_codes WHERE review = ? ORDER BY turn, code",
        [.integer(id)]
      ) { CodeMark(turn: $0.int("turn"), code: $0.text("code"), isHeard: $0.truth("is_heard")) }
      return (id, review)
    }
  }

  private func givenRatings(of review: Int, _ session: String) throws -> [DimensionRating] {
    try rows(
      "SELECT * FROM given_ratings WHERE review = ? ORDER BY position", [.integer(review)]
    ) { row in
      DimensionRating(
        dimension: row.text("dimension"), title: row.text("title"), isGate: row.truth("is_gate"),
        version: row.text("version"), hash: row.text("hash"),
        score: row.optionalText("score").flatMap(GivenScore.init(rawValue:)),
        evidence: row.text("evidence"), turns: try row.json("turns", of: session))
    }
  }

  func add(_ review: Review) throws -> Int {
    try execute(
      """
      INSERT INTO reviews (session, role, rater, begun, reason, is_joint) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(review.session), .text(review.role.rawValue), .text(review.rater),
        .text(review.begun), .text(review.reason), .truth(review.isJoint),
      ])
    let id = try rows("SELECT last_insert_rowid() AS id") { $0.int("id") }.first ?? 0
    for (position, rating) in review.ratings.enumerated() {
      try execute(
        """
        INSERT INTO given_ratings (
          review, position, dimension, title, is_gate, version, hash, score, evidence, turns
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(id), .integer(position), .text(rating.dimension), .text(rating.title),
          .truth(rating.isGate), .text(rating.version), .text(rating.hash),
          .text(rating.score?.rawValue), .text(rating.evidence), .json(rating.turns),
        ])
    }
    return id
  }

  /// What the rules need to know of an ended session.
  func reviewFacts(of session: String) throws -> ReviewFacts {
    let estimates = try rows(
      "SELECT dimension, level FROM ratings WHERE session = ? AND level IS NOT NULL",
      [.text(session)]
    ) { ($0.text("dimension"), $0.int("level")) }
    let found = try rows(
      """
      SELECT mode, ending_grade IS 'unsafe'
        OR EXISTS (SELECT 1 FROM summaries WHERE session = sessions.id AND gate = 'fail')
        OR EXISTS (SELECT 1 FROM comments WHERE session = sessions.id AND kind = 'safety') AS flag
      FROM sessions WHERE id = ?
      """, [.text(session)]
    ) { row in
      ReviewFacts(
        session: session, isExam: row.text("mode") == SessionMode.exam.rawValue,
        estimates: Dictionary(estimates) { first, _ in first }, hasSafetyFlag: row.truth("flag"))
    }
    guard let facts = found.first else { throw StoreError.noSuchSession(session) }
    return facts
  }

  /// Brings what the queue shows of a session in line with everything else that is kept about it; a
  /// session that goes on and a drill stay out of the queue.
  func refreshQueue(_ session: String) throws {
    let isRated = try rows(
      "SELECT ending_name IS NOT NULL AND is_drill = 0 AS is_rated FROM sessions WHERE id = ?",
      [.text(session)]
    ) { $0.truth("is_rated") }
    guard isRated == [true] else { return }
    let standing = standing(
      of: try reviews(of: session).map(\.review), try reviewFacts(of: session))
    try execute(
      """
      UPDATE sessions SET review_state = ?, has_safety_flag = ?, disagreement = ? WHERE id = ?
      """,
      [
        .text(standing.state.rawValue), .truth(standing.hasSafetyFlag),
        .integer(standing.disagreement), .text(session),
      ])
  }

  /// A session for the rules, with the rowids of its reviews.
  func sessionToRate(_ session: String) throws -> SessionToRate {
    let record = try record(of: session)
    guard record.state.ending != nil else { throw ReviewRefusal.notEnded(session: session) }
    guard !record.isDrill else { throw ReviewRefusal.drill(session: session) }
    let state = try rows("SELECT review_state FROM sessions WHERE id = ?", [.text(session)]) {
      ReviewState(rawValue: $0.text("review_state"))
    }
    let assigned = try rows(
      "SELECT role, rater FROM assignments WHERE session = ?", [.text(session)]
    ) { row in ReviewRole(rawValue: row.text("role")).map { ($0, row.text("rater")) } }
    let supervisor = try rows(
      "SELECT supervisor FROM trainees WHERE name = ?", [.text(record.trainee)]
    ) { $0.optionalText("supervisor") }
    guard let state = state.first.flatMap(\.self) else {
      throw StoreError.unreadable(session: session)
    }
    return SessionToRate(
      session: session, trainee: record.trainee, supervisor: supervisor.first.flatMap(\.self),
      isExam: record.mode == .exam, state: state,
      reviews: try reviews(of: session).map(\.review),
      assigned: Dictionary(assigned.compactMap(\.self)) { first, _ in first })
  }

  func note(
    _ action: AuditEntry.Action, by who: String, on session: String, _ detail: String = "",
    at time: String
  ) throws {
    try execute(
      "INSERT INTO audit (at, who, action, session, detail) VALUES (?, ?, ?, ?, ?)",
      [
        .text(time), .text(who), .text(action.rawValue), .text(session), .text(detail),
      ])
  }
}
