import Agreement

/// Whether confidence means something: what was heard, by how sure the program was, and how much of
/// it was right.
///
/// Source of the expected calibration error: Naeini, Cooper and Hauskrecht, AAAI 2015.
package struct CalibrationCurve: Sendable, Hashable {
  /// What was heard with one tenth of confidence: 0 up to .1, .1 up to .2 …, .9 up to and with 1.
  package struct Bin: Sendable, Hashable {
    package var count = 0
    package var right = 0
    var confidenceSum = 0.0

    package var meanConfidence: Double? { count > 0 ? confidenceSum / Double(count) : nil }
    package var shareRight: Double? { ratio(right, count) }
  }

  package private(set) var bins = [Bin](repeating: Bin(), count: 10)
  /// Heard with a confidence of .70 or more, which counts whole.
  package private(set) var sure = Bin()
  /// Heard with .40 up to .70, which counts half.
  package private(set) var unsure = Bin()

  package init() {}

  package mutating func add(confidence: Double, isRight: Bool) {
    let confidence = confidence.isFinite ? min(1, max(0, confidence)) : 0
    func note(_ bin: inout Bin) {
      bin.count += 1
      bin.right += isRight ? 1 : 0
      bin.confidenceSum += confidence
    }
    note(&bins[min(9, Int(confidence * 10))])
    if confidence >= 0.70 { note(&sure) } else if confidence >= 0.40 { note(&unsure) }
  }

  package var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// How far confidence and share of right ones are apart, in the mean over what was heard.
  package var expectedError: Double? {
    guard count > 0 else { return nil }
    return bins.reduce(0) { sum, bin in
      guard let mean = bin.meanConfidence, let share = bin.shareRight else { return sum }
      return sum + abs(mean - share) * Double(bin.count)
    } / Double(count)
  }
}
