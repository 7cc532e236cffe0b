/// A way of answering that trainees fall into, played by the program.
package enum TraineeKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// Says what the author would have liked to hear.
  case skilled
  /// Asks one question after the other, most of them closed.
  case questioner
  case adviser
  case reassurer
  case silent
  /// Hands the patient's words back.
  case parrot
  /// Is skilled, but never takes up a risk.
  case riskIgnorer = "risk-ignorer"
  /// Says anything out of everything that can be said.
  case random
}
