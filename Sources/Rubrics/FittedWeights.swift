/// What `attune calibrate` learned about one code from people's codes.
///
/// The odds of the code are the sum of `base` and of every weight whose cue, sign or evidence is
/// there, each times its value; `slope` and `shift` make a confidence of the odds.
package struct FittedWeights: Sendable, Hashable {
  package var base = 0.0
  /// Confidence = logistic(slope × odds + shift), after Platt (1999).
  package var slope = 1.0
  package var shift = 0.0
  package var cues: [CuePattern] = []
  package var signs: [SignWeight] = []
  /// Times the confidence that the cues in the section of a code would give it by themselves, 0 to 1.
  package var heard: [CodeWeight] = []

  package init() {}
}

/// A code and the pull of what speaks for it.
package struct CodeWeight: Sendable, Hashable {
  package var code: String
  package var weight: Double

  package init(code: String, weight: Double) {
    self.code = code
    self.weight = weight
  }
}

/// Agreement of two people on a code.
package struct Reliability: Sendable, Hashable {
  /// Cohen's kappa, -1 to 1.
  package var kappa: Double
  /// Responses that both coded.
  package var count: Int

  /// Below this people tell the code from its kin hardly better than by chance and a little.
  package static let weak = 0.45

  package init(kappa: Double, count: Int) {
    self.kappa = kappa
    self.count = count
  }
}
