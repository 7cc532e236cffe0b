/// Under these numbers a figure of agreement says nothing and is told as "too few".
///
/// Source: the project's clinical reference, section 6.3.
package enum Fewest {
  /// Turns, or responses, that were coded twice.
  package static let turns = 50
  /// Of these the ones to which a code was given.
  package static let givenTurns = 10
  /// Sessions for kappa, leniency and the intraclass correlation of ratings.
  package static let sessions = 15
  /// Units for Krippendorff's alpha.
  package static let units = 20
}
