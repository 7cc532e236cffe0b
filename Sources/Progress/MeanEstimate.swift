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
    guard squares > 1e-12 else { return }
    let half = studentT(values.count - 1) * (squares / (n - 1) / n).squareRoot()
    let scale = scale ?? -Double.infinity...Double.infinity
    interval = ConfidenceInterval(
      low: max(scale.lowerBound, mean - half), high: min(scale.upperBound, mean + half))
  }
}

/// The two-sided 95 % point of Student's t.
///
/// Above ten degrees of freedom by the expansion of Cornish and Fisher, right to three decimals.
func studentT(_ freedom: Int) -> Double {
  let table = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]
  guard freedom > 0 else { return .infinity }
  guard freedom > table.count else { return table[freedom - 1] }
  let (z, n) = (1.959964, Double(freedom))
  let cube = z * z * z
  let fifth = cube * z * z
  let seventh = fifth * z * z
  return z + (cube + z) / (4 * n) + (5 * fifth + 16 * cube + 3 * z) / (96 * n * n)
    + (3 * seventh + 19 * fifth + 17 * cube - 15 * z) / (384 * n * n * n)
}
