/// A table of numbers, mostly zeros, kept by row and by column: rows are what is coded, columns are
/// features.
package struct SparseRows: Sendable {
  /// One number that is not zero.
  package struct Entry: Sendable, Hashable {
    package var feature: Int32
    package var value: Float

    package init(_ feature: Int32, _ value: Float = 1) {
      self.feature = feature
      self.value = value
    }
  }

  package let featureCount: Int
  private let rowStarts: [Int]
  private let entries: [Entry]
  private let columnStarts: [Int]
  let columnRows: [Int32]
  let columnValues: [Float]

  package var count: Int { rowStarts.count - 1 }

  /// The entries of a row in any order; those of the same feature are added up. Left out are zeros,
  /// values that are no finite numbers, and features below 0 or not below `featureCount`.
  ///
  /// Without `featureCount`, one more than the greatest feature.
  package init(_ rows: [[Entry]], featureCount: Int? = nil) {
    let greatest = rows.lazy.joined().map { Int($0.feature) }.max() ?? -1
    let featureCount = max(0, featureCount ?? greatest + 1)
    var entries: [Entry] = []
    entries.reserveCapacity(rows.reduce(0) { $0 + $1.count })
    var rowStarts = [0]
    rowStarts.reserveCapacity(rows.count + 1)
    var columnStarts = [Int](repeating: 0, count: featureCount + 1)
    for row in rows {
      for entry in Self.tidied(row) where (0..<featureCount).contains(Int(entry.feature)) {
        entries.append(entry)
        columnStarts[Int(entry.feature) + 1] += 1
      }
      rowStarts.append(entries.count)
    }
    for feature in 0..<featureCount { columnStarts[feature + 1] += columnStarts[feature] }

    var next = columnStarts
    var columnRows = [Int32](repeating: 0, count: entries.count)
    var columnValues = [Float](repeating: 0, count: entries.count)
    for row in rows.indices {
      for entry in entries[rowStarts[row]..<rowStarts[row + 1]] {
        let place = next[Int(entry.feature)]
        columnRows[place] = Int32(truncatingIfNeeded: row)
        columnValues[place] = entry.value
        next[Int(entry.feature)] = place + 1
      }
    }
    self.featureCount = featureCount
    self.rowStarts = rowStarts
    self.entries = entries
    self.columnStarts = columnStarts
    self.columnRows = columnRows
    self.columnValues = columnValues
  }

  private static func tidied(_ row: [Entry]) -> [Entry] {
    var result: [Entry] = []
    for entry in row.sorted(by: { $0.feature < $1.feature }) where entry.value.isFinite {
      if let last = result.last, last.feature == entry.feature {
        result[result.count - 1].value += entry.value
      } else {
        result.append(entry)
      }
    }
    return result.filter { $0.value != 0 && $0.value.isFinite }
  }

  /// By rising feature.
  package subscript(row: Int) -> ArraySlice<Entry> { entries[rowStarts[row]..<rowStarts[row + 1]] }

  /// Where a feature's rows and values lie in `columnRows` and `columnValues`.
  func column(_ feature: Int) -> Range<Int> { columnStarts[feature]..<columnStarts[feature + 1] }

  /// The rows in which a feature is not zero, rising, with its values.
  package func rows(with feature: Int) -> [(row: Int, value: Float)] {
    column(feature).map { (Int(columnRows[$0]), columnValues[$0]) }
  }
}
