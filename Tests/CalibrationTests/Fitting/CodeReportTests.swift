import Testing

@testable import Calibration

@Suite("Reports on fits")
struct CodeReportTests {
  private let random = RandomRows(300, features: 40, active: 8, seed: 8)
  private var table: BaggedRows { BaggedRows(SparseRows(random.rows)) }
  private var judgements: [Bool?] { random.labels.map(Bool?.some) }
  private var folds: GroupedFolds {
    GroupedFolds((0..<300).map { "group \($0 / 4)" }, labels: [random.labels], count: 3)
  }

  @Test("the odds of a response come from the fit without its fold")
  func outOfFold() throws {
    let report = try #require(
      crossValidate(table, codes: [judgements], folds: folds, FitRecipe()).first)
    for fold in 0..<3 {
      let kept = zip(judgements, folds.fold).map { $1 == fold ? nil : $0 }
      let odds = try #require(fitCode(table, kept, FitRecipe()).fitted).model.odds(table.rows)
      let others = (0..<300).filter { folds.fold[$0] != fold }
      let scaling = try #require(
        PlattScaling(
          odds: others.compactMap { report.odds[$0] }, labels: others.map { random.labels[$0] }))
      for bag in 0..<300 where folds.fold[bag] == fold {
        #expect(report.odds[bag] == odds[bag])
        #expect(report.probabilities[bag] == scaling.probability(odds: odds[bag]))
      }
    }
    #expect(report.fit == fitCode(table, judgements, FitRecipe()))
    #expect(report.rowOdds == report.odds)
  }

  @Test("probabilities are near the truth where features speak")
  func probabilities() throws {
    let report = try #require(
      crossValidate(table, codes: [judgements], folds: folds, FitRecipe()).first)
    let sure = zip(report.probabilities, random.labels).filter { $0.0 ?? 0 >= 0.7 }
    #expect(sure.count >= 20)
    #expect(Double(sure.count { $0.1 }) / Double(sure.count) >= 0.7)
    let range = 0.0...1
    #expect(report.probabilities.allSatisfy { range.contains($0 ?? -1) })
    #expect(try #require(report.threshold).f1 > 0.6)
    #expect(try #require(report.scaling).slope > 0)
  }

  @Test("threads change nothing")
  func threads() {
    let third: [Bool?] = (0..<300).map { $0 % 3 == 0 }
    let codes = [judgements, inverted(judgements), third]
    #expect(
      crossValidate(table, codes: codes, folds: folds, FitRecipe(), workers: 1)
        == crossValidate(table, codes: codes, folds: folds, FitRecipe(), workers: 3))
  }

  @Test("a code with too few positives has no odds; of the others the likeliest is named")
  func rareCode() {
    let rare: [Bool?] = (0..<300).map { $0 < 5 }
    let reports = crossValidate(
      table, codes: [rare, inverted(judgements), judgements], folds: folds, FitRecipe())
    #expect(reports[0].fit == .tooFew(positives: 5, negatives: 295))
    #expect(reports[0].odds.allSatisfy { $0 == nil })
    #expect(reports[0].scaling == nil && reports[0].threshold == nil)
    let named = likeliest(reports)
    #expect(Set(named) == [1, 2])
    let right = zip(named, random.labels).count { ($0 == 2) == $1 }
    #expect(right > 200)
    #expect(likeliest([]).isEmpty)
    #expect(likeliest([reports[0]]).allSatisfy { $0 == nil })
  }

  @Test("work on several threads comes back in order")
  func order() {
    for workers in [nil, 1, 2, 7] {
      let squares = onAllCores(50, workers: workers) { $0 * $0 }
      #expect(squares == (0..<50).map { $0 * $0 })
    }
    let none = onAllCores(0) { $0 }
    #expect(none.isEmpty)
  }
}
