/// Sums over a column, the innermost loops of every fit.
///
/// Rows are within the table by construction; whoever calls hands in vectors as long as the table.
extension SparseRows {
  func sum(_ feature: Int, times vector: borrowing Span<Double>) -> Double {
    let (rows, values) = (columnRows.span, columnValues.span)
    var sum = 0.0
    for place in column(feature) {
      sum +=
        vector[unchecked: Int(rows[unchecked: place])] * Double(values[unchecked: place])
    }
    return sum
  }

  func sumOfSquares(_ feature: Int, times vector: borrowing Span<Double>) -> Double {
    let (rows, values) = (columnRows.span, columnValues.span)
    var sum = 0.0
    for place in column(feature) {
      let value = Double(values[unchecked: place])
      sum += vector[unchecked: Int(rows[unchecked: place])] * value * value
    }
    return sum
  }

  func add(_ feature: Int, times factor: Double, to vector: inout MutableSpan<Double>) {
    let (rows, values) = (columnRows.span, columnValues.span)
    for place in column(feature) {
      vector[unchecked: Int(rows[unchecked: place])] += factor * Double(values[unchecked: place])
    }
  }

  func add(
    _ feature: Int, times factor: Double, _ weights: borrowing Span<Double>,
    to vector: inout MutableSpan<Double>
  ) {
    let (rows, values) = (columnRows.span, columnValues.span)
    for place in column(feature) {
      let row = Int(rows[unchecked: place])
      vector[unchecked: row] +=
        factor * Double(values[unchecked: place]) * weights[unchecked: row]
    }
  }
}

/// Whole products, with the base as one more feature that is 1 in every row.
extension SparseRows {
  /// By row, the sum of the features' values times their weights, the last of which is the base's.
  func multiply(
    _ features: [Int], _ weights: [Double], from first: Int = 0, to sums: inout [Double]
  ) {
    var sums = sums.mutableSpan
    let base = weights[first + features.count]
    for row in 0..<sums.count { sums[unchecked: row] = base }
    for (place, feature) in features.enumerated() where weights[first + place] != 0 {
      add(feature, times: weights[first + place], to: &sums)
    }
  }

  /// By feature, and last for the base, the sum of the rows' numbers times their values.
  func sum(
    _ features: [Int], times numbers: [Double], to sums: inout [Double], from first: Int = 0
  ) {
    for (place, feature) in features.enumerated() {
      sums[first + place] = sum(feature, times: numbers.span)
    }
    sums[first + features.count] = numbers.reduce(0, +)
  }
}
