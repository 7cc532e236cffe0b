extension AgreementTable {
  /// Agreement beyond chance that does not collapse where a label is rare (AC1; with weights AC2).
  ///
  /// Chance is taken from the things that are hard to label instead of from how often each rater uses
  /// a label. Nil where nothing was rated or there are fewer than two labels.
  /// Source: Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008), 29; AC2 in
  /// Gwet, Handbook of Inter-Rater Reliability (4th edition, 2014), chapter 4.
  package func gwetsAC1(_ weights: AgreementWeights = .nominal) -> Double? {
    let total = Double(self.total)
    guard total > 0, categories > 1 else { return nil }
    var observed = 0.0
    var allWorth = 0.0
    for row in 0..<categories {
      for column in 0..<categories {
        let worth = weights.worth(row, column, of: categories)
        observed += worth * Double(self[row, column]) / total
        allWorth += worth
      }
    }
    let spread = zip(rowSums, columnSums).reduce(0.0) { sum, pair in
      let share = Double(pair.0 + pair.1) / (2 * total)
      return sum + share * (1 - share)
    }
    let expected = allWorth * spread / Double(categories * (categories - 1))
    guard 1 - expected > 1e-12 else { return nil }
    return (observed - expected) / (1 - expected)
  }
}
