/// How a code is fitted.
package struct FitRecipe: Sendable, Hashable {
  /// About how many features a code may have; nil for all.
  package var wishedFeatures: Int? = 300
  /// What the weights of the chosen features cost.
  package var penalty = Penalty(1)
  /// Strengths to choose among by cross-validation, instead of the penalty's own; takes as many
  /// fits more as there are folds.
  package var strengths: [Double] = []
  package var criterion = StrengthCriterion.logLoss
  /// How far both answers count alike, from 0 to 1.
  package var balance = 1.0
  /// With fewer bags than that on either side a code is not fitted.
  package var fewest = 10
  /// How often the likeliest sentence of each response is looked for again.
  package var rounds = 2
  package var stopping = Stopping()

  package init() {}
}

/// What came of fitting a code.
package enum CodeFit: Sendable, Hashable {
  case fitted(FittedCode)
  /// There are too few bags with it or without it.
  case tooFew(positives: Int, negatives: Int)

  package var fitted: FittedCode? {
    if case .fitted(let code) = self { code } else { nil }
  }
}

/// A code's weights, and what they were fitted to.
package struct FittedCode: Sendable, Hashable {
  package var fit: LogisticFit
  package var strength: Double
  /// Bags with the code, and without.
  package var positives: Int
  package var negatives: Int

  package var model: LogisticModel { fit.model }
}

/// Fits a code to the bags that are judged.
///
/// - Parameters:
///   - judgements: By bag, whether it has the code; nil where nobody looked.
///   - folds: By bag, for the choice among the recipe's strengths. Not read without strengths.
package func fitCode(
  _ table: BaggedRows, _ judgements: [Bool?], _ recipe: FitRecipe, folds: [Int] = []
) -> CodeFit {
  var recipe = recipe
  if recipe.strengths.count > 1 {
    if let best = chooseStrength(table, judgements, recipe, folds: folds)?.strength {
      recipe.penalty.strength = best
    }
  } else if let only = recipe.strengths.first {
    recipe.penalty.strength = only
  }
  guard let fitting = BagFitting(table, judgements, recipe) else {
    let counts = BagCounts(table, judgements)
    return .tooFew(positives: counts.positives, negatives: counts.negatives)
  }
  return .fitted(
    FittedCode(
      fit: fitting.fit, strength: recipe.penalty.strength, positives: fitting.counts.positives,
      negatives: fitting.counts.negatives))
}

/// How many bags have the code, and how many have not.
struct BagCounts {
  var positives = 0
  var negatives = 0

  init(_ table: BaggedRows, _ judgements: [Bool?]) {
    for (bag, judgement) in zip(table.bags, judgements) where !bag.isEmpty {
      if judgement == true { positives += 1 }
      if judgement == false { negatives += 1 }
    }
  }
}

/// A code while it is fitted: features are chosen, fitted, and the rows that show it looked for.
struct BagFitting {
  let counts: BagCounts
  /// The last problem and what its features cost, for fits at other strengths.
  private(set) var problem: LogisticProblem
  private(set) var penalty: Penalty
  private(set) var fit: LogisticFit

  /// Nil where there are too few bags.
  init?(_ table: BaggedRows, _ judgements: [Bool?], _ recipe: FitRecipe) {
    counts = BagCounts(table, judgements)
    guard min(counts.positives, counts.negatives) >= max(1, recipe.fewest) else { return nil }
    var rows = RowLabels(table, judgements)
    problem = LogisticProblem(table.rows, labels: rows.labels)
    penalty = recipe.penalty
    fit = LogisticFit(model: LogisticModel(), iterations: 0, converged: false)
    var start: LogisticModel?
    for round in 0...max(0, recipe.rounds) {
      problem.rowWeights = balanced(rows.labels, rowWeights: rows.weights, by: recipe.balance)
      if let wished = recipe.wishedFeatures {
        let choice = chooseFeatures(problem, wished: wished, factors: recipe.penalty.factors)
        penalty.factors = choice.factors(
          from: recipe.penalty.factors, featureCount: table.rows.featureCount)
        start = start ?? choice.model
      }
      fit = fitLogistic(problem, penalty, from: start, until: recipe.stopping)
      start = fit.model
      guard round < recipe.rounds else { break }
      guard rows.choose(table, judgements, odds: fit.model.odds(table.rows)) else { break }
    }
  }

  /// The same rows and features at other strengths, in the order given.
  func models(at strengths: [Double], until stopping: Stopping) -> [LogisticModel] {
    var solver = LogisticSolver(problem, factors: penalty.factors)
    solver.start(from: fit.model)
    return strengths.map {
      solver.solve(strength: $0, l1Share: penalty.l1Share, until: stopping).model
    }
  }
}
