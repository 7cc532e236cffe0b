/// Where a figure lies in 95 of 100 samples drawn anew.
package struct Interval: Sendable, Hashable {
  package var low: Double
  package var high: Double

  package init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }
}

/// Percentile bootstrap over clusters: whole conversations are drawn, not responses, because what is
/// said in one conversation is alike.
///
/// The same seed gives the same draws, so that figures of one set of samples can be compared draw by
/// draw. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13; whole
/// clusters: Davison and Hinkley, Bootstrap Methods and their Application (1997), section 3.8.
package struct Bootstrap: Sendable, Hashable {
  package var draws: Int
  package var seed: UInt64

  package init(draws: Int = 1000, seed: UInt64 = 1) {
    self.draws = draws
    self.seed = seed
  }

  /// The 95 % intervals of several statistics at once.
  ///
  /// `statistics` is given how often each cluster was drawn. Nil for a statistic that is not defined
  /// in at least half of the draws, and where there are fewer than two clusters.
  package func intervals(
    clusters: Int, count: Int, _ statistics: ([Int]) -> [Double?]
  ) -> [Interval?] {
    guard clusters > 1, draws > 0 else { return Array(repeating: nil, count: count) }
    var chance = DrawnNumbers(seed: seed)
    var values = [[Double]](repeating: [], count: count)
    for _ in 0..<draws {
      var times = [Int](repeating: 0, count: clusters)
      for _ in 0..<clusters { times[chance.below(clusters)] += 1 }
      for (index, value) in statistics(times).prefix(count).enumerated() {
        if let value { values[index].append(value) }
      }
    }
    return values.map { drawn in
      guard drawn.count * 2 >= draws else { return nil }
      let sorted = drawn.sorted()
      return Interval(quantile(0.025, of: sorted), quantile(0.975, of: sorted))
    }
  }
}

/// A quantile of sorted numbers, between two of them in proportion.
private func quantile(_ share: Double, of sorted: [Double]) -> Double {
  guard let last = sorted.last else { return 0 }
  let place = share * Double(sorted.count - 1)
  let below = Int(place)
  guard below + 1 < sorted.count else { return last }
  return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
private struct DrawnNumbers {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(1, count)))
  }
}
