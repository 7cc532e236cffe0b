/// A session as the rules for choosing a rater look at it.
package struct SessionToRate: Sendable, Hashable {
  package var session: String
  package var trainee: String
  /// Who supervises the trainee; nil where nobody has said.
  package var supervisor: String?
  package var isExam: Bool
  package var state: ReviewState
  package var reviews: [Review]
  /// Whom somebody has asked to rate, by role.
  package var assigned: [ReviewRole: String]

  package init(
    session: String, trainee: String, supervisor: String? = nil, isExam: Bool = false,
    state: ReviewState, reviews: [Review] = [], assigned: [ReviewRole: String] = [:]
  ) {
    self.session = session
    self.trainee = trainee
    self.supervisor = supervisor
    self.isExam = isExam
    self.state = state
    self.reviews = reviews
    self.assigned = assigned
  }
}

extension SessionToRate {
  /// The role in which `rater` may rate blind now, or goes on with a draft; throws why not.
  package func blindRole(of rater: String) throws(ReviewRefusal) -> ReviewRole {
    if let own = reviews.first(where: { $0.rater == rater && $0.role != .adjudicator }) {
      guard own.submitted == nil else { throw .ratedAlready(session: session) }
      return own.role
    }
    guard let role = state.nextRole else { throw .nothingToRate(session: session) }
    guard role != .adjudicator else { throw .waitsForAdjudication(session: session) }
    try check(rater, as: role)
    guard !reviews.contains(where: { $0.role == role }) else {
      throw .somebodyElseRates(session: session)
    }
    return role
  }

  /// Throws why `rater` may not take this role, whoever else wants it.
  ///
  /// A joint adjudication is written down by one of the two raters or by anybody else; where one of
  /// the two ratings does not count, by somebody else alone: the session may wait for one more who counts.
  package func check(
    _ rater: String, as role: ReviewRole, isJoint: Bool = false
  ) throws(ReviewRefusal) {
    guard rater != trainee else { throw .ownSession(session: session) }
    if let name = assigned[role], name != rater { throw .somebodyElseRates(session: session) }
    if role != .first, isExam, rater == supervisor, !isJoint {
      throw .ownSupervisor(session: session)
    }
    let own = reviews.contains { $0.rater == rater && $0.role != role }
    let isWanted = isJoint && !reviews.contains { $0.isPractice && $0.submitted != nil }
    if own, !isWanted {
      throw role == .adjudicator
        ? .raterAdjudicates(session: session) : .ratedAlready(session: session)
    }
  }

  /// One of `raters` by lot, among those who may take the role; the same for the same raters.
  package func drawn(from raters: [String], for role: ReviewRole) -> String? {
    var unassigned = self
    unassigned.assigned[role] = nil
    let possible = Set(raters).sorted().filter { rater in
      (try? unassigned.check(rater, as: role)) != nil
    }
    guard !possible.isEmpty else { return nil }
    return possible[Int(lot(of: session + " " + role.rawValue) % UInt64(possible.count))]
  }
}
