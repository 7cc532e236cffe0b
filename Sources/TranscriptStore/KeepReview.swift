import Supervision

/// Every one of these is one transaction that also keeps who did it and where the session then stands
/// in the queue. What a rule forbids is thrown as ``Supervision/ReviewRefusal``.
extension TranscriptStore {
  /// Begins to rate a session, or goes on with the rater's draft.
  ///
  /// `dimensions` are what is to be rated, without scores; a draft keeps those it was begun with.
  package func beginReview(
    of session: String, by rater: String, rating dimensions: [DimensionRating], at time: String
  ) throws -> Review {
    try database.write {
      try database.beginReview(of: session, by: rater, rating: dimensions, at: time)
    }
  }

  /// Keeps a rating in the rater's draft, in place of an earlier one of the same dimension.
  package func keep(
    _ rating: DimensionRating, of session: String, by rater: String, at time: String
  ) throws {
    try changeDraft(of: session, by: rater, rating.dimension, at: time) { review in
      try database.put(rating, into: review)
    }
  }

  /// Keeps a mark in the rater's draft, in place of an earlier one of the same code and turn.
  package func keep(
    _ mark: CodeMark, of session: String, by rater: String, at time: String
  ) throws {
    try changeDraft(of: session, by: rater, "\(mark.code) \(mark.turn)", at: time) { review in
      try database.put(mark, into: review, of: session)
    }
  }

  /// Takes a mark out of the rater's draft, as if it had never been given.
  package func takeBack(
    _ mark: CodeMark, of session: String, by rater: String, at time: String
  ) throws {
    try changeDraft(of: session, by: rater, "\(mark.code) \(mark.turn)", at: time) { review in
      try database.execute(
        "DELETE FROM given_codes WHERE review = ? AND turn = ? AND code = ?",
        [.integer(review), .integer(mark.turn), .text(mark.code)])
    }
  }

  /// Submits the rater's draft: from now on it never changes. Gives what the rules make of it.
  ///
  /// It counts where the rater has passed calibration by then and `rule` lets the pass hold.
  package func submitReview(
    of session: String, by rater: String, at time: String, _ rule: PassRule = .usual
  ) throws -> ReviewStanding {
    try database.write { try database.submitDraft(of: session, by: rater, at: time, rule) }
  }

  /// Throws why this person may not settle the session now.
  package func checkAdjudication(
    of session: String, by rater: String, isJoint: Bool, at time: String,
    _ rule: PassRule = .usual
  ) throws {
    try database.read {
      try database.checkAdjudication(of: session, by: rater, isJoint: isJoint, at: time, rule)
    }
  }

  /// Keeps what was settled where two raters differ: final values and the reason. The two originals
  /// stay as they are.
  package func adjudicate(_ settled: Review, _ rule: PassRule = .usual) throws {
    let (session, rater) = (settled.session, settled.rater)
    try database.write {
      try database.checkAdjudication(
        of: session, by: rater, isJoint: settled.isJoint, at: settled.begun, rule)
      guard settled.ratings.allSatisfy({ $0.score != nil }), !settled.ratings.isEmpty else {
        throw ReviewRefusal.incomplete(session: session, missing: settled.missing)
      }
      var review = settled
      (review.role, review.isPractice) = (.adjudicator, false)
      let id = try database.add(review)
      try database.execute(
        "UPDATE reviews SET submitted = begun WHERE id = ?", [.integer(id)])
      try database.note(
        .adjudicated, by: rater, on: session, settled.isJoint ? "joint" : "", at: settled.begun)
      try database.refreshQueue(session)
    }
  }

  /// Asks somebody to take the role a session waits for; without a name, one of the raters known to
  /// this store by lot, of those who have passed calibration where there are any. Gives the role and
  /// the name.
  package func assign(
    _ session: String, to rater: String?, by who: String, at time: String,
    _ rule: PassRule = .usual
  ) throws -> (role: ReviewRole, rater: String) {
    try database.write {
      var wanted = try database.sessionToRate(session)
      guard let role = wanted.state.nextRole else {
        throw ReviewRefusal.nothingToRate(session: session)
      }
      guard !wanted.reviews.contains(where: { $0.role == role }) else {
        throw ReviewRefusal.begunAlready(session: session)
      }
      wanted.assigned[role] = nil
      func hasPassed(_ rater: String) throws -> Bool {
        try database.calibration(of: rater, at: time, rule).counts
      }
      var drawn = rater
      if drawn == nil {
        let all = try database.knownRaters()
        drawn = wanted.drawn(from: try all.filter(hasPassed), for: role)
        if drawn == nil, role != .adjudicator { drawn = wanted.drawn(from: all, for: role) }
      }
      guard let chosen = drawn else { throw ReviewRefusal.nobodyToAssign(session: session) }
      try wanted.check(chosen, as: role)
      guard try role != .adjudicator || hasPassed(chosen) else {
        throw ReviewRefusal.notCalibrated(session: session)
      }
      try database.execute(
        "INSERT OR REPLACE INTO assignments (session, role, rater) VALUES (?, ?, ?)",
        [.text(session), .text(role.rawValue), .text(chosen)])
      try database.note(.assigned, by: who, on: session, "\(role.rawValue): \(chosen)", at: time)
      return (role, chosen)
    }
  }

  /// Drops a rater's drafts, with everything in them, and with them that she was asked: all of them or
  /// none. Somebody else may take the sessions then.
  package func giveBack(
    _ sessions: [String], of rater: String, by who: String, at time: String
  ) throws {
    try database.write {
      for session in sessions {
        _ = try database.record(of: session)
        let own = try database.reviews(of: session).filter { $0.review.rater == rater }
        guard let (id, draft) = own.first(where: { $0.review.submitted == nil }) else {
          throw own.isEmpty
            ? ReviewRefusal.notBegun(session: session)
            : ReviewRefusal.submittedAlready(session: session)
        }
        try database.execute("DELETE FROM reviews WHERE id = ?", [.integer(id)])
        try database.execute(
          "DELETE FROM assignments WHERE session = ? AND role = ? AND rater = ?",
          [.text(session), .text(draft.role.rawValue), .text(rater)])
        try database.note(
          .gaveBack, by: who, on: session, "\(draft.role.rawValue): \(rater)", at: time)
        try database.refreshQueue(session)
      }
    }
  }

  private func changeDraft(
    of session: String, by rater: String, _ detail: String, at time: String,
    _ body: (_ review: Int) throws -> Void
  ) throws {
    try database.write {
      try body(try database.draft(of: session, by: rater).id)
      try database.note(.saved, by: rater, on: session, detail, at: time)
    }
  }
}

extension Database {
  fileprivate func checkAdjudication(
    of session: String, by rater: String, isJoint: Bool, at time: String, _ rule: PassRule
  ) throws {
    let wanted = try sessionToRate(session)
    guard wanted.state == .adjudication else {
      throw ReviewRefusal.noAdjudication(session: session, state: wanted.state)
    }
    try wanted.check(rater, as: .adjudicator, isJoint: isJoint)
    guard try calibration(of: rater, at: time, rule).counts else {
      throw ReviewRefusal.notCalibrated(session: session)
    }
  }

  fileprivate func knownRaters() throws -> [String] {
    try rows(
      """
      SELECT rater FROM reviews UNION SELECT rater FROM assignments
      UNION SELECT supervisor FROM trainees WHERE supervisor IS NOT NULL
      UNION SELECT rater FROM kit_attempts WHERE has_passed ORDER BY 1
      """
    ) { $0.text("rater") }
  }
}
