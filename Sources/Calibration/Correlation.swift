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

/// Spearman's correlation: Pearson's of the ranks, equal numbers sharing their mean rank.
package func spearmanCorrelation(_ first: [Double], _ second: [Double]) -> Double? {
  let count = min(first.count, second.count)
  return pearsonCorrelation(
    meanRanks(Array(first.prefix(count))), meanRanks(Array(second.prefix(count))))
}

/// Ranks from 1; equal numbers share the mean of theirs.
func meanRanks(_ numbers: [Double]) -> [Double] {
  let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
  var ranks = [Double](repeating: 0, count: numbers.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
    for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
    start = end
  }
  return ranks
}
