import Rubrics

/// How a codebook is fitted.
package struct FittingOptions: Sendable, Hashable {
  /// Cues, signs and codes' evidence that may speak for one code; nil for all there are.
  package var features: Int? = 300
  /// Costs of large weights, in rows. Of several, each code takes what agrees best with people on
  /// samples that were not fitted to.
  package var strengths = [10.0]
  /// How far rows that show a code count as much as those that do not: 0 not at all, 1 wholly.
  package var balance = 0.5
  /// A code seen in fewer sentences is left as it is.
  package var leastPositives = 15
  package var folds = 5
  /// A cue found in fewer sentences is noise.
  package var leastSentences = 4
  /// So many samples a definition counts for.
  package var definitionWeight = 8.0
  /// Whether forms, of which a sentence has one, are fitted together.
  package var together = true

  package init() {}
}

/// What fitting gave for one code.
package struct CodeOutcome: Sendable, Hashable {
  package enum Fate: Sendable, Hashable {
    /// It has new weights.
    case fitted
    /// The new weights agreed less with people than what was there.
    case kept
    /// It was seen too seldom.
    case tooFew
  }

  package var code: String
  /// Sentences, or whole responses, that show it.
  package var positives: Int
  package var fate: Fate
  package var weights: FittedWeights?
}
