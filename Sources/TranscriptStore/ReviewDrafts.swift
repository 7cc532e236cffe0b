import Supervision

/// What is done with a draft, inside a transaction of somebody else's.
extension Database {
  func beginReview(
    of session: String, by rater: String, rating dimensions: [DimensionRating], at time: String
  ) throws -> Review {
    let wanted = try sessionToRate(session)
    let role = try wanted.blindRole(of: rater)
    if let draft = wanted.reviews.first(where: { $0.rater == rater && $0.submitted == nil }) {
      try note(.read, by: rater, on: session, role.rawValue, at: time)
      return draft
    }
    let review = Review(
      session: session, rater: rater, role: role, begun: time, ratings: dimensions)
    _ = try add(review)
    try note(.began, by: rater, on: session, role.rawValue, at: time)
    try refreshQueue(session)
    return review
  }

  func draft(
    of session: String, by rater: String
  ) throws -> (id: Int, review: Review) {
    let own = try reviews(of: session).filter { $0.review.rater == rater }
    if let draft = own.first(where: { $0.review.submitted == nil }) { return draft }
    throw own.isEmpty
      ? ReviewRefusal.notSubmitted(session: session)
      : ReviewRefusal.submittedAlready(session: session)
  }

  func put(_ rating: DimensionRating, into review: Int) throws {
    try execute(
      """
      UPDATE given_ratings SET score = ?, evidence = ?, turns = ?
      WHERE review = ? AND dimension = ?
      """,
      [
        .text(rating.score?.rawValue), .text(rating.evidence), .json(rating.turns),
        .integer(review), .text(rating.dimension),
      ])
  }

  func put(_ mark: CodeMark, into review: Int, of session: String) throws {
    guard try lastTurn(of: session).key.map({ mark.turn <= $0.number }) == true else {
      throw ReviewRefusal.noSuchTurn(session: session, turn: mark.turn)
    }
    try execute(
      "INSERT OR REPLACE INTO given_codes (review, turn, code, is_heard) VALUES (?, ?, ?, ?)",
      [.integer(review), .integer(mark.turn), .text(mark.code), .truth(mark.isHeard)])
  }

  func submitDraft(
    of session: String, by rater: String, at time: String, _ rule: PassRule
  ) throws -> ReviewStanding {
    let (id, draft) = try self.draft(of: session, by: rater)
    guard draft.missing.isEmpty, !draft.ratings.isEmpty else {
      throw ReviewRefusal.incomplete(session: session, missing: draft.missing)
    }
    let isPractice = try !calibration(of: rater, at: time, rule).counts
    try execute(
      "UPDATE reviews SET submitted = ?, is_practice = ? WHERE id = ?",
      [.text(time), .truth(isPractice), .integer(id)])
    try note(.submitted, by: rater, on: session, draft.role.rawValue, at: time)
    try refreshQueue(session)
    return standing(
      of: try reviews(of: session).map(\.review), try reviewFacts(of: session))
  }
}
