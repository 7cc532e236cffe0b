/// Under these numbers a figure about a cohort says nothing, or too much about one person.
///
/// Defaults of this project; the other numbers are ``Agreement/Fewest``.
package enum FewestOfCohort {
  /// Trainees for how well a patient tells strong trainees from weak ones.
  package static let trainees = 15
  /// Moments in which a cue was offered before its misses are listed.
  package static let offers = 20
  /// Trainees whose figures may stand in a page that is handed on: of two, each would know the
  /// other's.
  package static let shownTrainees = 3

  /// Whether figures of so many trainees may be handed on.
  package static func isShown(_ trainees: Int) -> Bool { trainees >= shownTrainees }
}
