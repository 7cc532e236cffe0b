import Glibc

/// A weighted sum of features whose logistic is a probability.
package struct LogisticModel: Sendable, Hashable {
  /// What one unit of a feature adds to the odds.
  package struct Weight: Sendable, Hashable {
    package var feature: Int32
    package var value: Double

    package init(_ feature: Int32, _ value: Double) {
      self.feature = feature
      self.value = value
    }
  }

  /// The odds of a row in which every feature is zero.
  package var base: Double
  /// By rising feature, without zeros.
  package var weights: [Weight]

  package init(base: Double = 0, weights: [Weight] = []) {
    self.base = base
    self.weights = weights
  }

  /// Of every row, as natural logarithms.
  package func odds(_ rows: SparseRows) -> [Double] {
    var odds = [Double](repeating: base, count: rows.count)
    for weight in weights where (0..<rows.featureCount).contains(Int(weight.feature)) {
      for place in rows.column(Int(weight.feature)) {
        odds[Int(rows.columnRows[place])] += weight.value * Double(rows.columnValues[place])
      }
    }
    return odds
  }
}

/// A probability from odds given as a natural logarithm.
package func probability(odds: Double) -> Double {
  if odds >= 0 { return 1 / (1 + exp(-odds)) }
  let ratio = exp(odds)
  return ratio / (1 + ratio)
}

/// log(1 + eˣ) without overflow.
func logOnePlusExp(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
