import Agreement
import Testing

/// Rounded to four digits, as the published values are.
func fourDigits(_ number: Double?) -> Double? { number.map { ($0 * 10_000).rounded() / 10_000 } }

@Suite("Agreement of two raters")
struct AgreementTests {
  /// Ten ratings from 1 to 5 by two raters, with values of common statistics packages.
  private let first = [1, 2, 3, 3, 4, 4, 5, 2, 3, 5]
  private let second = [2, 2, 3, 4, 4, 3, 5, 1, 3, 4]
  private var ordinal: AgreementTable {
    AgreementTable(first, second, categories: [1, 2, 3, 4, 5])
  }

  @Test("three labels that have no order, computed by hand")
  func threeLabels() {
    let counts = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
    var table = AgreementTable(categories: 3)
    for row in 0..<3 { for column in 0..<3 { table.add(counts[row][column], row, column) } }
    #expect(fourDigits(table.agreement) == 0.7)
    // 140 of 200 agree; by chance .5 · .6 + .3 · .3 + .2 · .1 = .41, and .29 / .59 is left.
    #expect(fourDigits(table.cohensKappa()) == 0.4915)
  }

  @Test("kappa falls below nothing where a label is rare; AC1 does not")
  func paradox() {
    let table = AgreementTable(both: 118, firstOnly: 5, secondOnly: 2, neither: 0)
    #expect(fourDigits(table.agreement) == 0.944)
    #expect(fourDigits(table.cohensKappa()) == -0.0234)
    #expect(fourDigits(table.gwetsAC1()) == 0.9408)
  }

  @Test("ordered labels count by their distance")
  func weights() {
    #expect(fourDigits(ordinal.cohensKappa()) == 0.359)
    #expect(fourDigits(ordinal.cohensKappa(.linear)) == 0.6269)
    #expect(fourDigits(ordinal.cohensKappa(.quadratic)) == 0.8252)
    #expect(fourDigits(ordinal.gwetsAC1()) == 0.3798)
    #expect(fourDigits(ordinal.gwetsAC1(.quadratic)) == 0.8857)
  }

  @Test("two raters may be exchanged")
  func symmetry() {
    let turned = AgreementTable(second, first, categories: [1, 2, 3, 4, 5])
    #expect(fourDigits(turned.cohensKappa(.linear)) == fourDigits(ordinal.cohensKappa(.linear)))
    #expect(fourDigits(turned.gwetsAC1()) == fourDigits(ordinal.gwetsAC1()))
  }

  @Test("precision, recall and F1 of a label")
  func precision() {
    let table = AgreementTable(both: 6, firstOnly: 2, secondOnly: 4, neither: 8)
    #expect(table.precision(of: 0) == 0.6)
    #expect(table.recall(of: 0) == 0.75)
    #expect(fourDigits(table.f1(of: 0)) == 0.6667)
    #expect(fourDigits(table.f1(of: 1)) == 0.7273)
    // Chance agrees in .5: (.7 - .5) / .5.
    #expect(fourDigits(table.cohensKappa()) == 0.4)
  }

  @Test("what cannot be told is not a number")
  func undefined() {
    let none = AgreementTable(both: 0, firstOnly: 0, secondOnly: 0, neither: 0)
    #expect(none.agreement == nil && none.cohensKappa() == nil && none.gwetsAC1() == nil)
    let always = AgreementTable(both: 0, firstOnly: 0, secondOnly: 0, neither: 9)
    #expect(always.cohensKappa() == nil)
    #expect(always.gwetsAC1() == 1)
    #expect(always.precision(of: 0) == nil && always.recall(of: 0) == nil)
    #expect(AgreementTable(["a"], ["a"]).gwetsAC1() == nil)
    #expect(AgreementTable([String](), []).cohensKappa(.quadratic) == nil)
  }

  @Test("pairs with other labels, and labels without a partner, are left out")
  func otherLabels() {
    let table = AgreementTable(
      ["a", "b", "x", "a", "a"], ["a", "b", "a", "b"], categories: ["a", "b"])
    #expect(table.counts == [1, 1, 0, 1])
  }
}
