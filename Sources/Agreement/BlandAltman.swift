/// A mean with its 95 % interval by Student's t; without one where all values are alike, for they
/// would feign certainty. Nil without values.
package func meanEstimate(_ values: [Double]) -> Estimate? {
  guard !values.isEmpty else { return nil }
  let n = Double(values.count)
  let mean = values.reduce(0, +) / n
  guard let deviation = standardDeviation(values, mean), let t = studentT(values.count - 1) else {
    return Estimate(mean)
  }
  let half = t * deviation / n.squareRoot()
  return Estimate(mean, Interval(mean - half, mean + half))
}

/// Nil where the values do not vary.
private func standardDeviation(_ values: [Double], _ mean: Double) -> Double? {
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  guard values.count > 1, squares > 1e-12 else { return nil }
  return (squares / Double(values.count - 1)).squareRoot()
}

/// How far two raters lie apart, and whether that depends on how high they rate.
///
/// Source: Bland and Altman, The Lancet 327 (1986), 307.
package struct BlandAltman: Sendable, Hashable {
  /// A unit: the mean of its two ratings, and the first less the second.
  package struct Point: Sendable, Hashable {
    package var mean: Double
    package var difference: Double
  }

  package var points: [Point]
  package var difference: Estimate
  /// 95 of 100 differences are expected between these; nil where all differences are alike.
  package var limits: Interval?

  /// Nil without pairs; of vectors of different lengths the rest is left out.
  package init?(_ first: [Double], _ second: [Double]) {
    points = zip(first, second).map { Point(mean: ($0 + $1) / 2, difference: $0 - $1) }
    let differences = points.map(\.difference)
    guard let difference = meanEstimate(differences) else { return nil }
    self.difference = difference
    limits = standardDeviation(differences, difference.value).map {
      Interval(difference.value - 1.96 * $0, difference.value + 1.96 * $0)
    }
  }
}
