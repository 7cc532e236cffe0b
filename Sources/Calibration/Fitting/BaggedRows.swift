/// Rows that are judged together: the sentences of a response, of which one at least shows a code
/// or none does.
package struct BaggedRows: Sendable {
  package let rows: SparseRows
  /// By bag, the rows in it.
  package let bags: [Range<Int>]

  /// Bags reach no further than the rows do; one without rows is never fitted to.
  package init(_ rows: SparseRows, bags: [Range<Int>]) {
    self.rows = rows
    self.bags = bags.map { $0.clamped(to: 0..<rows.count) }
  }

  /// Every row a bag of its own.
  package init(_ rows: SparseRows) {
    self.init(rows, bags: (0..<rows.count).map { $0..<$0 + 1 })
  }

  /// By bag, the odds of its likeliest row.
  package func highest(_ odds: [Double?]) -> [Double?] {
    bags.map { bag in bag.lazy.compactMap { $0 < odds.count ? odds[$0] : nil }.max() }
  }
}

/// Which rows of the bags count, as what and how much.
struct RowLabels: Sendable, Hashable {
  var labels: [Bool]
  var weights: [Double]
  /// The rows that stand for their bags.
  private var standIns: [Int] = []

  /// Each row of a bag without the code is a row without; those of a bag with it are one row
  /// between them, for as long as it is not known which shows it.
  init(_ table: BaggedRows, _ judgements: [Bool?]) {
    labels = [Bool](repeating: false, count: table.rows.count)
    weights = [Double](repeating: 0, count: table.rows.count)
    for (bag, judgement) in zip(table.bags, judgements) {
      guard let judgement else { continue }
      for row in bag {
        labels[row] = judgement
        weights[row] = judgement ? 1 / Double(bag.count) : 1
      }
    }
  }

  /// Lets the likeliest row of each bag with the code stand for it and leaves the bag's others out;
  /// false where that changes nothing.
  ///
  /// Andrews, Tsochantaridis and Hofmann 2003, "Support vector machines for multiple-instance
  /// learning" (NIPS 15): their MI-SVM. Of rows that are as likely the first stands.
  mutating func choose(_ table: BaggedRows, _ judgements: [Bool?], odds: [Double]) -> Bool {
    var chosen: [Int] = []
    for (bag, judgement) in zip(table.bags, judgements) where judgement == true && bag.count > 1 {
      guard var best = bag.first else { continue }
      for row in bag where odds[row] > odds[best] { best = row }
      for row in bag { weights[row] = row == best ? 1 : 0 }
      chosen.append(best)
    }
    defer { standIns = chosen }
    return chosen != standIns
  }
}
