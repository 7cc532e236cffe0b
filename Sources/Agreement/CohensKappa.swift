/// What a pair of different labels is worth, from 0 to 1.
package enum AgreementWeights: Sendable, Hashable {
  /// Nothing: the labels have no order.
  case nominal
  /// The less, the farther the labels are apart.
  case linear
  /// The less, the greater the square of their distance.
  case quadratic

  func worth(_ row: Int, _ column: Int, of categories: Int) -> Double {
    guard row != column else { return 1 }
    let distance = Double(abs(row - column)) / Double(max(1, categories - 1))
    switch self {
    case .nominal: return 0
    case .linear: return 1 - distance
    case .quadratic: return 1 - distance * distance
    }
  }
}

extension AgreementTable {
  /// Agreement beyond what two raters who label by chance, each as often as they do, would reach.
  ///
  /// 1 is full agreement and 0 that of chance. Nil where nothing was rated or chance alone agrees
  /// always (both raters used one and the same label throughout): then it is not defined.
  /// Sources: Cohen, Educational and Psychological Measurement 20 (1960), 37; with weights Cohen,
  /// Psychological Bulletin 70 (1968), 213.
  package func cohensKappa(_ weights: AgreementWeights = .nominal) -> Double? {
    let (rows, columns) = (rowSums.map(Double.init), columnSums.map(Double.init))
    let total = rows.reduce(0, +)
    guard total > 0 else { return nil }
    var observed = 0.0
    var expected = 0.0
    for row in 0..<categories {
      for column in 0..<categories {
        let worth = weights.worth(row, column, of: categories)
        observed += worth * Double(self[row, column]) / total
        expected += worth * rows[row] / total * columns[column] / total
      }
    }
    guard 1 - expected > 1e-12 else { return nil }
    return (observed - expected) / (1 - expected)
  }
}
