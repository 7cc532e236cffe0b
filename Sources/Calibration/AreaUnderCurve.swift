/// How well a number tells two groups apart: the chance that one of the higher group is greater than
/// one of the lower, halves for equal ones. It is the area under the receiver operating curve.
///
/// Sorted once, so that thousands of draws over the same numbers take linear time each.
/// Source: Hanley and McNeil, Radiology 143 (1982), 29.
package struct AreaUnderCurve: Sendable, Hashable {
  private let numbers: [Double]
  private let isHigher: [Bool]
  private let order: [Int]

  /// `numbers` has the higher group first; draws count both in this order.
  package init(_ higher: [Double], over lower: [Double]) {
    let numbers = higher + lower
    self.numbers = numbers
    isHigher = numbers.indices.map { $0 < higher.count }
    order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
  }

  /// Nil where a group is empty.
  package var value: Double? { value(drawn: Array(repeating: 1, count: numbers.count)) }

  /// The area where each number counts so many times.
  package func value(drawn times: [Int]) -> Double? {
    guard times.count == numbers.count else { return nil }
    var (lowerBelow, higherAll, won) = (0.0, 0.0, 0.0)
    var start = 0
    while start < order.count {
      var (higher, lower) = (0.0, 0.0)
      var end = start
      while end < order.count, numbers[order[end]] == numbers[order[start]] {
        let count = Double(times[order[end]])
        if isHigher[order[end]] { higher += count } else { lower += count }
        end += 1
      }
      won += higher * (lowerBelow + lower / 2)
      lowerBelow += lower
      higherAll += higher
      start = end
    }
    let pairs = higherAll * lowerBelow
    return pairs > 0 ? won / pairs : nil
  }
}
