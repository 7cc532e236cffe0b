/// What a session was given in the end.
package struct FinalRating: Sendable, Hashable {
  /// Whose values they are.
  package var role: ReviewRole
  package var ratings: [DimensionRating]
  /// Everybody whose blind rating counts, first and second; where neither does, who settled it.
  package var raters: [String]

  /// Levels from 1 to 5 by dimension; what could not be judged is missing.
  package var levels: [String: Int] {
    Dictionary(
      ratings.compactMap { rating in rating.score?.level.map { (rating.dimension, $0) } }
    ) { first, _ in first }
  }

  /// Nil where no gate was called for.
  package var passedSafety: Bool? {
    let results = ratings.filter(\.isGate).compactMap(\.score)
    if results.contains(.fail) { return false }
    return results.contains(.pass) ? true : nil
  }

  /// What an exam with these values comes to.
  package var examVerdict: ExamVerdict {
    Supervision.examVerdict(hasFailedGate: passedSafety == false, levels: levels.values)
  }
}

/// The adjudicated values where there are any, else those of the first rater whose rating counts; nil
/// while the session is not released. Values are never averaged: a mean of two would be a level nobody gave.
package func finalRating(of reviews: [Review], _ facts: ReviewFacts) -> FinalRating? {
  guard standing(of: reviews, facts).state == .released else { return nil }
  let done = reviews.filter { $0.submitted != nil && !$0.isPractice }
  func counted(_ role: ReviewRole) -> Review? { done.first { $0.role == role } }
  let blind = [counted(.first), counted(.second)].compactMap(\.self)
  let settled = counted(.adjudicator)
  guard let values = settled ?? blind.first else { return nil }
  return FinalRating(
    role: values.role, ratings: values.ratings,
    raters: (blind.isEmpty ? [values] : blind).map(\.rater))
}
