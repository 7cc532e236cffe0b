/// How two raters, or people and the program, labelled the same things: counts of pairs of labels.
///
/// A row is a label of the first rater, a column one of the second. Where labels are ordered, their
/// order in the table is theirs.
package struct AgreementTable: Sendable, Hashable {
  /// How many labels there are.
  package let categories: Int
  /// Row by row.
  package private(set) var counts: [Int]

  package init(categories: Int) {
    self.categories = max(0, categories)
    counts = [Int](repeating: 0, count: self.categories * self.categories)
  }

  /// Whether two raters found one thing, in four counts; label 0 is "there", label 1 "not there".
  package init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    categories = 2
    counts = [both, firstOnly, secondOnly, neither]
  }

  /// Pairs of two vectors of labels; a label that is not among `categories` has its pair left out.
  package init<Label: Hashable>(_ first: [Label], _ second: [Label], categories: [Label]) {
    self.init(categories: categories.count)
    var positions: [Label: Int] = [:]
    for (position, label) in categories.enumerated() where positions[label] == nil {
      positions[label] = position
    }
    for (a, b) in zip(first, second) {
      guard let row = positions[a], let column = positions[b] else { continue }
      add(1, row, column)
    }
  }

  /// The same with the labels that occur, in the order of the first vector, then of the second.
  package init<Label: Hashable>(_ first: [Label], _ second: [Label]) {
    var seen: Set<Label> = []
    self.init(first, second, categories: (first + second).filter { seen.insert($0).inserted })
  }

  package subscript(row: Int, column: Int) -> Int { counts[row * categories + column] }

  package mutating func add(_ count: Int, _ row: Int, _ column: Int) {
    counts[row * categories + column] += count
  }

  package var total: Int { counts.reduce(0, +) }
  /// How often the first rater used each label.
  package var rowSums: [Int] {
    (0..<categories).map { row in (0..<categories).reduce(0) { $0 + self[row, $1] } }
  }
  /// How often the second did.
  package var columnSums: [Int] {
    (0..<categories).map { column in (0..<categories).reduce(0) { $0 + self[$1, column] } }
  }

  /// Share of pairs with the same label; nil for no pairs.
  package var agreement: Double? {
    let same = (0..<categories).reduce(0) { $0 + self[$1, $1] }
    return ratio(same, total)
  }

  /// Of what the second rater labelled so, the share that the first did, too.
  package func precision(of label: Int) -> Double? {
    ratio(self[label, label], columnSums[label])
  }

  /// Of what the first rater labelled so, the share that the second did, too.
  package func recall(of label: Int) -> Double? { ratio(self[label, label], rowSums[label]) }

  /// The harmonic mean of precision and recall, which is also the agreement on this label alone:
  /// positive agreement of "there", negative agreement of "not there". Nil where neither rater used
  /// it. Source: Cicchetti and Feinstein, Journal of Clinical Epidemiology 43 (1990), 551.
  package func f1(of label: Int) -> Double? {
    ratio(2 * self[label, label], rowSums[label] + columnSums[label])
  }
}

/// A share from 0 to 1; nil of nothing.
package func ratio(_ part: Int, _ whole: Int) -> Double? {
  whole > 0 ? Double(part) / Double(whole) : nil
}
