/// How far apart two ratings are.
package enum RatingScale: Sendable, Hashable {
  /// Equal or not.
  case nominal
  /// By how many ratings lie between them.
  case ordinal
  /// By the square of their difference.
  case interval
}

/// Krippendorff's alpha: agreement beyond chance of any number of raters, each of whom may have left
/// out units.
///
/// Kept as weights of pairs of ratings by cluster, so that a bootstrap adds up clusters and looks at no
/// rating again. Time and room are linear in the pairs.
/// Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); intervals by drawing
/// clusters of units again: Hayes and Krippendorff, Communication Methods and Measures 1 (2007), 77.
package struct KrippendorffsAlpha: Sendable {
  /// Units with two ratings or more: the others cannot agree or disagree.
  package private(set) var units = 0
  /// The ratings that occur, in order.
  private var values: [Double] = []
  /// Pairs of ratings that meet in a unit, as positions among the values.
  private var pairs: [SIMD2<Int>] = []
  /// How often each pair meets in a cluster, each unit weighing as many as it has ratings; those of a
  /// cluster stand together.
  private var weights: [(pair: Int, weight: Double)] = []
  /// Where the weights of each cluster begin, and the end of the last.
  private var starts = [0]

  private var clusters: Int { starts.count - 1 }

  /// The units of each cluster, each with the ratings it got; a unit may be a cluster of its own.
  package init(clusters: [[[Double]]]) {
    let pairable = clusters.map { units in
      units.map { $0.filter(\.isFinite) }.filter { $0.count > 1 }
    }.filter { !$0.isEmpty }
    units = pairable.reduce(0) { $0 + $1.count }
    values = Set(pairable.joined().joined()).sorted()
    var places: [Double: Int] = [:]
    for (place, value) in values.enumerated() { places[value] = place }
    var known: [SIMD2<Int>: Int] = [:]
    for units in pairable {
      var found: [SIMD2<Int>: Double] = [:]
      for unit in units {
        if unit.count == 2 {
          let (first, second) = (places[unit[0]] ?? 0, places[unit[1]] ?? 0)
          found[SIMD2(first, second), default: 0] += 1
          found[SIMD2(second, first), default: 0] += 1
          continue
        }
        var counts: [Int: Double] = [:]
        for value in unit { counts[places[value] ?? 0, default: 0] += 1 }
        for (first, count) in counts {
          for (second, other) in counts {
            let meetings = count * (first == second ? other - 1 : other)
            guard meetings > 0 else { continue }
            found[SIMD2(first, second), default: 0] += meetings / Double(unit.count - 1)
          }
        }
      }
      for (pair, weight) in found.sorted(by: { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }) {
        let number = known[pair] ?? pairs.count
        known[pair] = number
        if number == pairs.count { pairs.append(pair) }
        weights.append((number, weight))
      }
      starts.append(weights.count)
    }
  }

  /// Each unit by itself.
  package init(units: [[Double]]) { self.init(clusters: units.map { [$0] }) }

  /// 1 is full agreement and 0 that of chance; nil where nothing was rated twice or all ratings are
  /// alike.
  package func value(_ scale: RatingScale) -> Double? {
    value(scale, summed(times: Array(repeating: 1, count: clusters)))
  }

  /// The same on several scales, with 95 % intervals over clusters drawn again.
  package func estimates(_ scales: [RatingScale], _ bootstrap: Bootstrap) -> [Estimate?] {
    let intervals = bootstrap.intervals(clusters: clusters, count: scales.count) { times in
      let sums = summed(times: times)
      return scales.map { value($0, sums) }
    }
    return zip(scales, intervals).map { scale, interval in
      value(scale).map { Estimate($0, interval) }
    }
  }

  /// The weight of each pair where each cluster stands so many times.
  private func summed(times: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: pairs.count)
    for cluster in 0..<clusters where times[cluster] > 0 {
      let factor = Double(times[cluster])
      for place in starts[cluster]..<starts[cluster + 1] {
        sums[weights[place].pair] += weights[place].weight * factor
      }
    }
    return sums
  }

  private func value(_ scale: RatingScale, _ sums: [Double]) -> Double? {
    var counts = [Double](repeating: 0, count: values.count)
    for (pair, sum) in zip(pairs, sums) { counts[pair.x] += sum }
    let total = counts.reduce(0, +)
    guard total > 1 else { return nil }
    let places = places(on: scale, counts)
    var apart = 0.0
    for (pair, sum) in zip(pairs, sums) where pair.x != pair.y {
      let distance = scale == .nominal ? 1 : places[pair.x] - places[pair.y]
      apart += sum * distance * distance
    }
    let byChance =
      scale == .nominal
      ? total * total - counts.reduce(0) { $0 + $1 * $1 }
      : 2 * total * zip(places, counts).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }
    guard byChance > 1e-9 else { return nil }
    return 1 - (total - 1) * apart / byChance
  }

  /// Where each value stands, from their mean: itself, or the mean rank of those who gave it.
  private func places(on scale: RatingScale, _ counts: [Double]) -> [Double] {
    var places = values
    if scale == .ordinal {
      var below = 0.0
      for (place, count) in counts.enumerated() {
        places[place] = below + count / 2
        below += count
      }
    }
    let sum = zip(places, counts).reduce(0.0) { $0 + $1.0 * $1.1 }
    let mean = sum / counts.reduce(0, +)
    return places.map { $0 - mean }
  }
}
