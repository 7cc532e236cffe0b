/// How far people have got with rating a session.
package enum ReviewState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nobody has begun.
  case new
  /// The first rater is at it.
  case inReview = "in review"
  case needsSecondRater = "needs second rater"
  /// Two raters differ too much; somebody has to settle it.
  case adjudication
  /// The ratings are final, and the trainee may answer them.
  case released

  /// What a rater who comes now would be; nil where nobody is needed.
  package var nextRole: ReviewRole? {
    switch self {
    case .new, .inReview: .first
    case .needsSecondRater: .second
    case .adjudication: .adjudicator
    case .released: nil
    }
  }
}
