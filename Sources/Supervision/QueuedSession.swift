/// A session as the queue of reviews shows it.
package struct QueuedSession: Sendable, Hashable {
  package var id: String
  package var trainee: String
  package var cohort: String?
  package var scenario: String
  package var title: String
  package var isExam: Bool
  /// When it ended; it has waited since.
  package var ended: String
  package var state: ReviewState
  package var hasSafetyFlag: Bool
  package var disagreement: Int
  /// Who was asked to take the next role.
  package var assigned: String?
  /// Whether somebody has rated it who had not passed calibration.
  package var hasPractice: Bool

  package init(
    id: String, trainee: String, cohort: String?, scenario: String, title: String, isExam: Bool,
    ended: String, state: ReviewState, hasSafetyFlag: Bool, disagreement: Int, assigned: String?,
    hasPractice: Bool = false
  ) {
    self.id = id
    self.trainee = trainee
    self.cohort = cohort
    self.scenario = scenario
    self.title = title
    self.isExam = isExam
    self.ended = ended
    self.state = state
    self.hasSafetyFlag = hasSafetyFlag
    self.disagreement = disagreement
    self.assigned = assigned
    self.hasPractice = hasPractice
  }
}

/// Which sessions of the queue are wanted; nil is all.
package struct QueueFilter: Sendable, Hashable {
  /// Nil is everything that is not released.
  package var state: ReviewState?
  package var cohort: String?
  package var scenario: String?
  package var trainee: String?
  /// Only what this rater may take, or has begun.
  package var rater: String?
  /// Whether this rater may settle what two others differ on.
  package var adjudicates: Bool

  package init(
    state: ReviewState? = nil, cohort: String? = nil, scenario: String? = nil,
    trainee: String? = nil, rater: String? = nil, adjudicates: Bool = true
  ) {
    self.state = state
    self.cohort = cohort
    self.scenario = scenario
    self.trainee = trainee
    self.rater = rater
    self.adjudicates = adjudicates
  }
}
