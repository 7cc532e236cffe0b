/// What is known of a trainee beside her sessions.
package struct TraineeRecord: Sendable, Hashable {
  /// The name transcripts are kept under; a pseudonym.
  package var name: String
  package var cohort: String?
  /// Who may not be the second rater of her exams.
  package var supervisor: String?

  package init(name: String, cohort: String? = nil, supervisor: String? = nil) {
    self.name = name
    self.cohort = cohort
    self.supervisor = supervisor
  }
}
