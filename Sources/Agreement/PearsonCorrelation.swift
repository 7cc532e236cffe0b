import Glibc

/// Pearson's product-moment correlation of two rows of numbers, from -1 to 1.
///
/// Nil for fewer than three pairs and where one row does not vary.
package func pearsonCorrelation(_ first: [Double], _ second: [Double]) -> Double? {
  let count = min(first.count, second.count)
  guard count > 2 else { return nil }
  let (first, second) = (first.prefix(count), second.prefix(count))
  let meanFirst = first.reduce(0, +) / Double(count)
  let meanSecond = second.reduce(0, +) / Double(count)
  var (product, squareFirst, squareSecond) = (0.0, 0.0, 0.0)
  for (a, b) in zip(first, second) {
    product += (a - meanFirst) * (b - meanSecond)
    squareFirst += (a - meanFirst) * (a - meanFirst)
    squareSecond += (b - meanSecond) * (b - meanSecond)
  }
  let spread = (squareFirst * squareSecond).squareRoot()
  guard spread > 1e-12 else { return nil }
  return min(1, max(-1, product / spread))
}

/// The 95 % interval of a correlation of so many pairs, by Fisher's z; nil below four pairs and where
/// all lie on one line.
package func correlationInterval(_ correlation: Double, of pairs: Int) -> Interval? {
  guard pairs > 3, abs(correlation) < 1 - 1e-12 else { return nil }
  let half = normalQuantile / Double(pairs - 3).squareRoot()
  return Interval(tanh(atanh(correlation) - half), tanh(atanh(correlation) + half))
}
