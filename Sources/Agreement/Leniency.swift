/// How much higher or lower a rater rates than the others who rated the same units, and whether that
/// changes.
package struct Leniency: Sendable, Hashable {
  package var rater: String
  /// Units that others rated, too.
  package var units: Int
  /// The rater's level less the mean of the others; above 0 is lenient.
  package var difference: Estimate?
  package var drift: Drift?

  package var isTooFew: Bool { units < Fewest.sessions }
}

/// By how much a rater's difference from the others grows.
package struct Drift: Sendable, Hashable {
  package enum Step: String, Sendable, Hashable { case month, rating }

  package var slope: Estimate
  package var step: Step
}

/// Days in a month, on average.
private let month = 365.2425 / 12

/// The leniency of every rater, by name. With several dimensions a unit counts once for a rater, with
/// the mean over its dimensions, because the dimensions of a unit are alike.
package func leniency(_ dimensions: [[RatedItem]]) -> [Leniency] {
  var found: [String: [String: UnitDifference]] = [:]
  var raters: Set<String> = []
  var number = 0
  for items in dimensions {
    raters.formUnion(items.map(\.rater))
    for unit in ratingsByUnit(items) {
      let sum = unit.reduce(0) { $0 + $1.value }
      for rating in unit {
        let others = unit.filter { $0.item.rater != rating.item.rater }
        guard others.count == unit.count - 1, !others.isEmpty else { continue }
        let difference = rating.value - (sum - rating.value) / Double(others.count)
        number += 1
        found[rating.item.rater, default: [:]][
          rating.item.unit, default: UnitDifference(number: number)
        ].add(difference, rating.item.day)
      }
    }
  }
  return raters.sorted().map { rater in
    let units = (found[rater] ?? [:]).values.sorted { a, b in
      (a.day ?? .min, a.number) < (b.day ?? .min, b.number)
    }
    return Leniency(
      rater: rater, units: units.count, difference: meanEstimate(units.map(\.mean)),
      drift: drift(units))
  }
}

/// A rater's differences in one unit.
private struct UnitDifference {
  var number: Int
  var sum = 0.0
  var count = 0
  var day: Int?

  var mean: Double { sum / Double(max(1, count)) }

  mutating func add(_ difference: Double, _ day: Int?) {
    sum += difference
    count += 1
    self.day = self.day ?? day
  }
}

/// By least squares; by months where all days are known, else from rating to rating.
private func drift(_ units: [UnitDifference]) -> Drift? {
  let days = units.compactMap(\.day)
  let isDated = days.count == units.count && Set(days).count > 1
  let places = isDated ? days.map { Double($0) / month } : units.indices.map(Double.init)
  return slope(places, units.map(\.mean)).map { Drift(slope: $0, step: isDated ? .month : .rating) }
}

/// Nil below three points and where they have one place; no interval where all lie on the line.
private func slope(_ places: [Double], _ values: [Double]) -> Estimate? {
  guard places.count > 2, places.count == values.count else { return nil }
  let n = Double(places.count)
  let (centre, mean) = (places.reduce(0, +) / n, values.reduce(0, +) / n)
  let spread = places.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
  guard spread > 1e-12 else { return nil }
  let slope = zip(places, values).reduce(0) { $0 + ($1.0 - centre) * ($1.1 - mean) } / spread
  let squares = zip(places, values).reduce(0.0) { sum, point in
    let rest = point.1 - mean - slope * (point.0 - centre)
    return sum + rest * rest
  }
  guard squares > 1e-12, let t = studentT(places.count - 2) else { return Estimate(slope) }
  let half = t * (squares / (n - 2) / spread).squareRoot()
  return Estimate(slope, Interval(slope - half, slope + half))
}
