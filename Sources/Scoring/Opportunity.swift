/// A moment the patient offered, and what became of it on one dimension.
package struct Opportunity: Sendable, Hashable, Codable {
  package enum Outcome: String, Sendable, Hashable, Codable {
    /// A code that answers it was heard for certain.
    case met
    /// Such a code was heard, but not for certain or not in full.
    case half
    case missed
    /// A code that does harm here was heard, and none that answers it.
    case harmed
    /// There is still time to answer.
    case open
  }

  /// The id of the rubric.
  package var dimension: String
  /// The turn in which the patient offered it.
  package var turn: Int
  package var cue: String
  /// What the patient did, to complete the sentence "Missed: the patient …".
  package var coaching: String
  package var outcome: Outcome
  /// The code that met or harmed it.
  package var evidence: Evidence?
  /// The turn in which its outcome became certain; nil while it is open.
  package var settled: Int?
  /// The ids of the codes that answer it.
  package var answers: [String]

  /// How much it counts beside others: 0.5 where it was met in a turn for which a hint was taken, else
  /// 1, so that no hint makes a rating better than the same words without it.
  package var weight = 1.0

  /// 1, 0.5, 0 or -1; nil while it is open.
  package var worth: Double? {
    switch outcome {
    case .met: 1
    case .half: 0.5
    case .missed: 0
    case .harmed: -1
    case .open: nil
    }
  }
}
