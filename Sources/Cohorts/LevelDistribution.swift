import Agreement

/// How the sessions of a cohort lie on the levels of one dimension.
package struct LevelDistribution: Sendable, Hashable {
  /// How many sessions have each level, from 1 to 5.
  package var counts: [Int]
  /// Those who have a session in it.
  package var trainees: Int
  /// Over trainees, each counting once with the mean of her sessions: who practises much does not
  /// count more, and sessions of one person are alike.
  package var mean: Estimate?

  package var sessions: Int { counts.reduce(0, +) }
  package var isTooFew: Bool { sessions < Fewest.sessions || trainees < 2 }

  /// `byTrainee` has for each trainee how many of her sessions have each level, from 1 to 5.
  package init(byTrainee: [[Int]]) {
    counts = [Int](repeating: 0, count: 5)
    var means: [Double] = []
    for own in byTrainee {
      var (sum, sessions) = (0.0, 0)
      for (place, count) in own.prefix(5).enumerated() where count > 0 {
        counts[place] += count
        sum += Double((place + 1) * count)
        sessions += count
      }
      if sessions > 0 { means.append(sum / Double(sessions)) }
    }
    trainees = means.count
    mean = meanEstimate(means).map { found in
      Estimate(found.value, found.interval.map { Interval(max(1, $0.low), min(5, $0.high)) })
    }
  }
}
