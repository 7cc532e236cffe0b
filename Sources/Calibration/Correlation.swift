import Agreement

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
