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
