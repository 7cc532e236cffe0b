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
/// Kept as counts of pairs by cluster, so that a bootstrap adds up clusters and looks at no rating
/// again. Time and room are linear in the pairs.
/// Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); intervals by drawing
/// clusters of units again: Hayes and Krippendorff, Communication Methods and Measures 1 (2007), 77.
package struct KrippendorffsAlpha: Sendable, Hashable {
  /// Units with two ratings or more: the others cannot agree or disagree.
  package private(set) var units = 0
  /// The ratings that occur, in order.
  private var values: [Double] = []
  private var clusters: [[Pairs]] = []

  /// In units of one cluster, how often two ratings meet, each unit weighing as many as it has
  /// ratings.
  private struct Pairs: Sendable, Hashable {
    var first: Int
    var second: Int
    var weight: Double
  }

  /// The units of each cluster, each with the ratings it got; a unit may be a cluster of its own.
  package init(clusters: [[[Double]]]) {
    let pairable = clusters.map { units in
      units.map { $0.filter(\.isFinite) }.filter { $0.count > 1 }
    }.filter { !$0.isEmpty }
    units = pairable.reduce(0) { $0 + $1.count }
    values = Set(pairable.joined().joined()).sorted()
    var places: [Double: Int] = [:]
    for (place, value) in values.enumerated() { places[value] = place }
    self.clusters = pairable.map { units in
      var weights: [SIMD2<Int>: Double] = [:]
      for unit in units {
        var counts: [Int: Double] = [:]
        for value in unit { counts[places[value] ?? 0, default: 0] += 1 }
        let others = Double(unit.count - 1)
        for (first, count) in counts {
          for (second, other) in counts {
            let pairs = count * (first == second ? other - 1 : other)
            if pairs > 0 { weights[SIMD2(first, second), default: 0] += pairs / others }
          }
        }
      }
      return weights.map { Pairs(first: $0.key.x, second: $0.key.y, weight: $0.value) }
        .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
  }

  /// Each unit by itself.
  package init(units: [[Double]]) { self.init(clusters: units.map { [$0] }) }

  /// 1 is full agreement and 0 that of chance; nil where nothing was rated twice or all ratings are
  /// alike.
  package func value(_ scale: RatingScale) -> Double? {
    value(scale, times: Array(repeating: 1, count: clusters.count))
  }

  /// The same on several scales, with 95 % intervals over clusters drawn again.
  package func estimates(_ scales: [RatingScale], _ bootstrap: Bootstrap) -> [Estimate?] {
    let intervals = bootstrap.intervals(clusters: clusters.count, count: scales.count) { times in
      scales.map { value($0, times: times) }
    }
    return zip(scales, intervals).map { scale, interval in
      value(scale).map { Estimate($0, interval) }
    }
  }

  private func value(_ scale: RatingScale, times: [Int]) -> Double? {
    var counts = [Double](repeating: 0, count: values.count)
    for (pairs, times) in zip(clusters, times) where times > 0 {
      for pair in pairs { counts[pair.first] += pair.weight * Double(times) }
    }
    let total = counts.reduce(0, +)
    guard total > 1 else { return nil }
    let places = places(on: scale, counts)
    var apart = 0.0
    for (pairs, times) in zip(clusters, times) where times > 0 {
      for pair in pairs where pair.first != pair.second {
        let distance = scale == .nominal ? 1 : places[pair.first] - places[pair.second]
        apart += pair.weight * Double(times) * distance * distance
      }
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
