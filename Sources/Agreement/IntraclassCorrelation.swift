/// A figure with the interval in which it lies in 95 of 100 samples, where that can be told.
package struct Estimate: Sendable, Hashable {
  package var value: Double
  package var interval: Interval?

  package init(_ value: Double, _ interval: Interval? = nil) {
    self.value = value
    self.interval = interval
  }
}

/// Intraclass correlations of a complete block: every unit was rated by each of the same raters.
///
/// Each is nil where it is not defined. Sources: Shrout and Fleiss, Psychological Bulletin 86 (1979),
/// 420; McGraw and Wong, Psychological Methods 1 (1996), 30.
package struct IntraclassCorrelations: Sendable, Hashable {
  package var units: Int
  package var raters: Int
  /// ICC(1,1): the raters of each unit were drawn anew.
  package var oneWay: Estimate?
  /// ICC(2,1), absolute agreement: the raters stand for others like them.
  package var absolute: Estimate?
  /// ICC(3,1), consistency: only these raters matter, and not how lenient each is.
  package var consistency: Estimate?
  /// ICC(2,k), absolute agreement of the mean of all raters.
  package var absoluteOfMean: Estimate?

  /// `ratings` has a row for each unit. Nil for fewer than two units or raters, for rows of different
  /// lengths, and where no rater's ratings vary.
  package init?(_ ratings: [[Double]]) {
    guard let k = ratings.first?.count, k > 1, ratings.count > 1,
      ratings.allSatisfy({ $0.count == k }), let squares = MeanSquares(ratings, k)
    else { return nil }
    units = ratings.count
    raters = k
    oneWay = squares.oneWay
    absolute = squares.absolute
    consistency = squares.consistency
    absoluteOfMean = squares.absoluteOfMean
  }
}

/// The analysis of variance below the correlations.
private struct MeanSquares {
  let n: Double
  let k: Double
  /// Between units.
  var rows = 0.0
  /// Between raters.
  var columns = 0.0
  /// What neither explains.
  var rest = 0.0
  /// Within units.
  var within: Double { ((n - 1) * rest + columns) / n }

  init?(_ ratings: [[Double]], _ raters: Int) {
    n = Double(ratings.count)
    k = Double(raters)
    // From the first rating on: large numbers that differ little keep their digits.
    let origin = ratings[0][0]
    let shifted = ratings.map { $0.map { $0 - origin } }
    let rowMeans = shifted.map { $0.reduce(0, +) / Double(raters) }
    let columnMeans = (0..<raters).map { rater in
      shifted.reduce(0) { $0 + $1[rater] } / Double(ratings.count)
    }
    let mean = rowMeans.reduce(0, +) / n
    guard mean.isFinite else { return nil }
    for (row, rowMean) in zip(shifted, rowMeans) {
      rows += (rowMean - mean) * (rowMean - mean)
      for (value, columnMean) in zip(row, columnMeans) {
        let left = value - rowMean - columnMean + mean
        rest += left * left
      }
    }
    for columnMean in columnMeans { columns += (columnMean - mean) * (columnMean - mean) }
    rows *= k / (n - 1)
    columns *= n / (k - 1)
    rest /= (n - 1) * (k - 1)
    guard rows + rest > 1e-12 else { return nil }
  }

  var oneWay: Estimate? {
    ratio(rows - within, rows + (k - 1) * within).map {
      Estimate($0, interval(over: within, freedom: n * (k - 1)))
    }
  }

  var consistency: Estimate? {
    ratio(rows - rest, rows + (k - 1) * rest).map {
      Estimate($0, interval(over: rest, freedom: (n - 1) * (k - 1)))
    }
  }

  /// From the ratio of the variance between units to another, which is distributed as F.
  private func interval(over other: Double, freedom: Double) -> Interval? {
    guard other > 1e-12, let most = fQuantile(0.975, n - 1, freedom),
      let least = fQuantile(0.975, freedom, n - 1)
    else { return nil }
    let (low, high) = (rows / other / most, rows / other * least)
    return Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1))
  }

  var absolute: Estimate? {
    ratio(rows - rest, rows + (k - 1) * rest + k * (columns - rest) / n).map {
      Estimate($0, absoluteInterval($0))
    }
  }

  /// With degrees of freedom after Satterthwaite.
  private func absoluteInterval(_ value: Double) -> Interval? {
    guard rest > 1e-12, value < 1 else { return nil }
    let raters = k * value * columns / rest
    let units = n * (1 + (k - 1) * value) - k * value
    let freedom =
      (k - 1) * (n - 1) * (raters + units) * (raters + units)
      / ((n - 1) * raters * raters + units * units)
    guard let most = fQuantile(0.975, n - 1, freedom),
      let least = fQuantile(0.975, freedom, n - 1)
    else { return nil }
    let noise = k * columns + (k * n - k - n) * rest
    return Interval(
      n * (rows - most * rest) / (most * noise + n * rows),
      n * (least * rows - rest) / (noise + n * least * rows))
  }

  var absoluteOfMean: Estimate? {
    ratio(rows - rest, rows + (columns - rest) / n).map { value in
      Estimate(
        value,
        absolute?.interval.map { Interval(stepped($0.low), stepped($0.high)) })
    }
  }

  /// After Spearman and Brown: what one rater's reliability makes of the mean of all.
  private func stepped(_ value: Double) -> Double { k * value / (1 + (k - 1) * value) }

  private func ratio(_ part: Double, _ whole: Double) -> Double? {
    whole > 1e-12 ? part / whole : nil
  }
}
