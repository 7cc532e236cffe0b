/// A whole session of a cohort in the few numbers its figures need; drills are not among them.
package struct CohortSession: Sendable, Hashable {
  package var trainee: String
  package var scenario: String
  package var hasEnded: Bool
  /// What people gave in the end; nil until it is final.
  package var rating: SessionResult?
  /// What the program estimates; nil where nothing was kept.
  package var estimate: SessionResult?

  package init(
    trainee: String, scenario: String, hasEnded: Bool = true, rating: SessionResult? = nil,
    estimate: SessionResult? = nil
  ) {
    self.trainee = trainee
    self.scenario = scenario
    self.hasEnded = hasEnded
    self.rating = rating
    self.estimate = estimate
  }

  func result(_ basis: Basis) -> SessionResult? {
    switch basis {
    case .ratings: rating
    case .estimates: estimate
    }
  }
}

/// What a session came to, in one number.
package struct SessionResult: Sendable, Hashable {
  /// Of the levels of its dimensions; nil where none could be judged.
  package var mean: Double?
  /// A gate was failed, or it was an exam below the pass.
  package var hasFailed: Bool

  package init(mean: Double?, hasFailed: Bool = false) {
    self.mean = mean
    self.hasFailed = hasFailed
  }
}

/// Whose numbers a figure is made of; the two are never mixed in one.
package enum Basis: String, Sendable, Hashable, CaseIterable {
  /// Final ratings by people.
  case ratings
  /// The program's, which grade nobody.
  case estimates
}
