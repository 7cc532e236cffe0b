import Agreement

/// Where a figure lies in 95 of 100 cases like this one.
package struct ConfidenceInterval: Sendable, Hashable {
  package var low: Double
  package var high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// A mean over sessions with its uncertainty.
package struct MeanEstimate: Sendable, Hashable {
  package static let fewest = 3

  package var count: Int
  package var mean: Double
  /// Student's t; nil where all values are alike, for they would feign certainty.
  package var interval: ConfidenceInterval?

  /// Nil below three values: they are too few to tell. An interval ends where `scale` does.
  init?(_ values: [Double], scale: ClosedRange<Double>? = nil) {
    guard values.count >= Self.fewest else { return nil }
    let n = Double(values.count)
    count = values.count
    mean = values.reduce(0, +) / n
    let centre = mean
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    guard squares > 1e-12, let t = studentT(values.count - 1) else { return }
    let half = t * (squares / (n - 1) / n).squareRoot()
    let scale = scale ?? -Double.infinity...Double.infinity
    interval = ConfidenceInterval(
      low: max(scale.lowerBound, mean - half), high: min(scale.upperBound, mean + half))
  }
}
