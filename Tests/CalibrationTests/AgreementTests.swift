import Testing

@testable import Calibration

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

@Suite("Intervals, correlations and areas")
struct IntervalTests {
  @Test("the same seed gives the same interval, another one another")
  func deterministic() {
    func interval(_ seed: UInt64) -> Interval? {
      Bootstrap(draws: 200, seed: seed).intervals(clusters: 20, count: 1) { times in
        [times.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) } / 20]
      }.first ?? nil
    }
    #expect(interval(1) == interval(1))
    #expect(interval(1) != interval(2))
  }

  @Test("the interval of a mean lies where theory has it")
  func mean() throws {
    // 100 numbers 0 … 99: mean 49.5, standard error 28.87 / 10; 1.96 of these on both sides.
    let found = Bootstrap(draws: 4000).intervals(clusters: 100, count: 1) { times in
      [times.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) } / 100]
    }
    let interval = try #require(found.first ?? nil)
    #expect(abs(interval.low - 43.84) < 0.4)
    #expect(abs(interval.high - 55.16) < 0.4)
  }

  @Test("every draw has as many clusters as there are")
  func sizes() {
    _ = Bootstrap(draws: 50).intervals(clusters: 7, count: 1) { times in
      #expect(times.reduce(0, +) == 7)
      return [nil]
    }
  }

  @Test("one cluster, or a figure that is rarely defined, has no interval")
  func none() {
    #expect(Bootstrap(draws: 9).intervals(clusters: 1, count: 2) { _ in [1, 1] } == [nil, nil])
    var draw = 0
    let found = Bootstrap(draws: 100).intervals(clusters: 5, count: 2) { _ in
      draw += 1
      return [draw <= 49 ? 1 : nil, draw <= 50 ? 1 : nil]
    }
    #expect(found == [nil, Interval(1, 1)])
  }

  @Test("correlations of numbers and of ranks")
  func correlations() {
    // By hand: sums of products 8 and of squares 10 and 10.
    #expect(fourDigits(pearsonCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])) == 0.8)
    #expect(fourDigits(pearsonCorrelation([1, 2, 3], [1, 10, 1000])) == 0.8699)
    #expect(fourDigits(spearmanCorrelation([1, 2, 3], [1, 10, 1000])) == 1)
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    #expect(fourDigits(spearmanCorrelation([0, 7, 7, 9], [1, 2, 3, 4])) == 0.9487)
    #expect(pearsonCorrelation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(pearsonCorrelation([1, 2], [1, 2]) == nil)
    #expect(spearmanCorrelation([], []) == nil)
  }

  @Test("the area counts pairs won, halves for equal ones")
  func area() {
    // Of six pairs: 3 beats 1 and 2, 2 beats 1 and is equal to 2, 1 is equal to 1: 4 of 6.
    #expect(fourDigits(AreaUnderCurve([3, 2, 1], over: [1, 2]).value) == 0.6667)
    #expect(AreaUnderCurve([5, 6], over: [1, 2]).value == 1)
    #expect(AreaUnderCurve([5, 6], over: [1, 2]).value(drawn: [3, 0, 0, 2]) == 1)
    #expect(AreaUnderCurve([5, 6], over: [1, 2]).value(drawn: [0, 0, 1, 3]) == nil)
    #expect(AreaUnderCurve([], over: [1]).value == nil)
  }
}

@Suite("Confidence that means something")
struct CalibrationCurveTests {
  @Test("bins, promises and the expected error")
  func curve() {
    var curve = CalibrationCurve()
    for isRight in [true, true, true, false] { curve.add(confidence: 0.95, isRight: isRight) }
    for isRight in [true, false] { curve.add(confidence: 0.45, isRight: isRight) }
    curve.add(confidence: 1, isRight: true)
    curve.add(confidence: 0.2, isRight: false)
    #expect(curve.bins.map(\.count) == [0, 0, 1, 0, 2, 0, 0, 0, 0, 5])
    #expect(curve.sure.count == 5 && curve.sure.right == 4)
    #expect(curve.unsure.count == 2 && curve.unsure.right == 1)
    // .2 once, .05 twice, .96 against .8 five times.
    #expect(fourDigits(curve.expectedError) == 0.1375)
  }

  @Test("numbers that are no confidence do no harm")
  func odd() {
    var curve = CalibrationCurve()
    for confidence in [Double.nan, -3, 7, .infinity] {
      curve.add(confidence: confidence, isRight: false)
    }
    #expect(curve.bins[0].count == 3 && curve.bins[9].count == 1)
    #expect(CalibrationCurve().expectedError == nil)
  }
}
