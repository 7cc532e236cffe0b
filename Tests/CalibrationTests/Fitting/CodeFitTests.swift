import Testing

@testable import Calibration

@Suite("Fitting a code to responses")
struct CodeFitTests {
  /// Eighty responses of three sentences. Feature 0 is in the sentence that shows the code, in the
  /// second place; features 1 and 2 are in the other sentences of all responses.
  private static let rows = SparseRows(
    (0..<80).flatMap { bag -> [[SparseRows.Entry]] in
      [[.init(1)], bag < 30 ? [.init(0)] : [.init(2)], [.init(1), .init(2)]]
    })
  private let table = BaggedRows(rows, bags: (0..<80).map { $0 * 3..<$0 * 3 + 3 })
  private let judgements: [Bool?] = (0..<80).map { $0 < 30 }

  @Test(
    "the sentence that shows a code is found among the others of its response", arguments: [1, 2])
  func standIns(rounds: Int) throws {
    var recipe = FitRecipe()
    recipe.rounds = rounds
    recipe.wishedFeatures = nil
    recipe.stopping = exactly
    let code = try #require(fitCode(table, judgements, recipe).fitted)
    #expect((code.positives, code.negatives) == (30, 50))
    let odds = code.model.odds(table.rows)
    for bag in 0..<30 {
      #expect(odds[bag * 3 + 1] > 0)
      #expect(odds[bag * 3] < 0 && odds[bag * 3 + 2] < 0)
    }
    // The same as if the sentences had been coded one by one.
    let sentences = (0..<240).map { row -> Bool? in
      guard row < 90 else { return false }
      return row % 3 == 1 ? true : nil
    }
    let told = try #require(fitCode(BaggedRows(Self.rows), sentences, recipe).fitted)
    let found = numbers(code.model, features: 3)
    let expected = numbers(told.model, features: 3)
    #expect(zip(found, expected).allSatisfy { isClose($0, $1) })
  }

  @Test("a response without the code is as many rows without it, one unjudged is none")
  func unjudged() throws {
    var recipe = FitRecipe()
    recipe.rounds = 0
    let some = judgements.enumerated().map { $0.offset % 4 == 0 ? nil : $0.element }
    let code = try #require(fitCode(table, some, recipe).fitted)
    #expect((code.positives, code.negatives) == (22, 38))
    let labels = RowLabels(table, some)
    let third = 1.0 / 3
    #expect(Array(labels.weights.prefix(6)) == [0, 0, 0, third, third, third])
    #expect(Array(labels.weights.suffix(3)) == [1, 1, 1])
  }

  @Test("too few responses with a code, or without it: that is said, and no weights are made")
  func tooFew() {
    var few = [Bool?](repeating: false, count: 80)
    for bag in 0..<9 { few[bag] = true }
    #expect(fitCode(table, few, FitRecipe()) == .tooFew(positives: 9, negatives: 71))
    few[9] = true
    #expect(fitCode(table, few, FitRecipe()).fitted != nil)
    #expect(fitCode(table, inverted(few), FitRecipe()).fitted?.negatives == 10)
    let all = [Bool?](repeating: true, count: 80)
    #expect(fitCode(table, all, FitRecipe()) == .tooFew(positives: 80, negatives: 0))
    #expect(fitCode(table, [], FitRecipe()) == .tooFew(positives: 0, negatives: 0))
    let empty = BaggedRows(SparseRows([]), bags: [0..<4, 9..<12])
    #expect(
      fitCode(empty, [true, false], FitRecipe()) == .tooFew(positives: 0, negatives: 0))
  }

  @Test("a strength is chosen on folds left out, and noise asks for a great one")
  func strength() throws {
    let random = RandomRows(160, features: 16, active: 4, seed: 21)
    let table = BaggedRows(SparseRows(random.rows))
    let folds = (0..<160).map { $0 % 4 }
    var recipe = FitRecipe()
    recipe.strengths = [0.01, 1000, 1]
    let signal = random.labels.map(Bool?.some)
    let noise: [Bool?] = (0..<160).map { $0 * 7919 / 13 % 3 == 0 }
    for criterion in [StrengthCriterion.logLoss, .f1] {
      recipe.criterion = criterion
      #expect(fitCode(table, signal, recipe, folds: folds).fitted?.strength != 1000)
    }
    recipe.criterion = .logLoss
    #expect(fitCode(table, noise, recipe, folds: folds).fitted?.strength == 1000)
    #expect(
      chooseStrength(table, signal, recipe, folds: folds)
        == chooseStrength(table, signal, recipe, folds: folds))
    #expect(chooseStrength(table, [Bool?](repeating: nil, count: 160), recipe, folds: folds) == nil)
    // Without folds the recipe's own strength stays.
    #expect(fitCode(table, signal, recipe).fitted?.strength == 1)
  }
}

/// The other answer wherever there is one.
func inverted(_ judgements: [Bool?]) -> [Bool?] { judgements.map { $0.map { !$0 } } }
