import Agreement

/// Whether levels went up or down from session to session.
package struct Trend: Sendable, Hashable {
  package static let fewest = 5

  package enum Direction: String, Sendable, Hashable {
    case rose, fell
    /// The interval of the slope holds 0.
    case noClearChange = "no clear change"
  }

  package var direction: Direction
  /// Levels a session, by least squares, with its 95 % interval.
  package var slope: Double
  package var interval: ConfidenceInterval
  /// Where the line begins and ends, kept within the levels.
  package var start: Double
  package var end: Double

  /// Nil below five values: they are too few to tell.
  init?(_ values: [Double]) {
    guard values.count >= Self.fewest, let t = studentT(values.count - 2) else { return nil }
    let n = Double(values.count)
    let (centre, mean) = ((n - 1) / 2, values.reduce(0, +) / n)
    let places = values.indices.map { Double($0) - centre }
    let spread = places.reduce(0) { $0 + $1 * $1 }
    slope = zip(places, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) } / spread
    let line = slope
    let squares = zip(places, values).reduce(0.0) { sum, point in
      let rest = point.1 - mean - line * point.0
      return sum + rest * rest
    }
    let half = t * (squares / (n - 2) / spread).squareRoot()
    interval = ConfidenceInterval(low: slope - half, high: slope + half)
    let rise = slope * centre
    start = min(5, max(1, mean - rise))
    end = min(5, max(1, mean + rise))
    direction = interval.low > 1e-9 ? .rose : interval.high < -1e-9 ? .fell : .noClearChange
  }
}
