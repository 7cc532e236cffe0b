import Testing

@testable import Calibration

@Suite("Codes of which just one applies")
struct ExclusiveFitTests {
  /// Three codes, each with a feature of its own in four rows of five; the fourth has two rows.
  private static let codes: [Int?] = (0..<120).map { $0 < 118 ? $0 % 3 : 3 }
  private static let rows = SparseRows(
    (0..<120).map { row in
      let own = row % 5 == 0 ? [] : [SparseRows.Entry(Int32(row % 3))]
      return own + [.init(Int32(3 + row % 7))]
    })
  private let folds = GroupedFolds((0..<120).map { "group \($0 / 6)" }, count: 4)

  @Test("each row gets its code, and one with too few rows is not fitted")
  func fitted() {
    let fit = fitExclusive(Self.rows, codes: Self.codes, count: 4, FitRecipe())
    #expect(fit.codes == [0, 1, 2])
    #expect(fit.counts == [40, 39, 39, 2])
    #expect(fit.softmax.converged)
    for (row, all) in fit.probabilities(Self.rows).enumerated() {
      #expect(isClose(all.reduce(0, +), 1, within: 1e-12))
      #expect(all[3] == 0)
      if row % 5 != 0 { #expect(all[row % 3] > 0.5) }
    }
  }

  @Test("the report is of fits without the row's fold, on any number of threads")
  func outOfFold() {
    let report = crossValidate(
      Self.rows, exclusive: Self.codes, count: 4, folds: folds, FitRecipe(), workers: 1)
    let kept = zip(Self.codes, folds.fold).map { $1 == 2 ? nil : $0 }
    let expected = fitExclusive(Self.rows, codes: kept, count: 4, FitRecipe())
      .probabilities(Self.rows)
    for row in 0..<120 where folds.fold[row] == 2 {
      #expect(report.probabilities[row] == expected[row])
    }
    let right = zip(report.likeliest, Self.codes).count { $0 == $1 }
    #expect(right >= 94)
    #expect(report.scalings.map { $0 == nil } == [false, false, false, true])
    #expect(report.scalings.allSatisfy { $0?.slope ?? 1 > 0 })
    #expect(
      crossValidate(
        Self.rows, exclusive: Self.codes, count: 4, folds: folds, FitRecipe(), workers: 3)
        == report)
  }

  @Test("without codes or rows nothing is fitted and nothing breaks")
  func nothing() {
    let none = crossValidate(
      SparseRows([]), exclusive: [], count: 3, folds: GroupedFolds([], count: 5), FitRecipe())
    #expect(none.fit.codes.isEmpty)
    #expect(none.scalings == [nil, nil, nil])
    let unjudged = crossValidate(
      Self.rows, exclusive: [nil, 7, -1], count: 0, folds: folds, FitRecipe())
    #expect(unjudged.likeliest.allSatisfy { $0 == nil })
  }
}
