/// One code, against all else.
func fitModel(
  _ labels: [Bool?], own: Int, _ rows: SparseRows, _ options: FittingOptions,
  isOut: (Int) -> Bool = { _ in false }, without rare: [Int] = []
) -> LogisticModel {
  let weights = labels.indices.map { labels[$0] != nil && !isOut($0) ? 1.0 : 0.0 }
  let shown = labels.map { $0 ?? false }
  let positives = zip(shown, weights).count { $0 && $1 > 0 }
  guard positives >= options.leastPositives else { return LogisticModel() }
  let problem = LogisticProblem(
    rows, labels: shown, rowWeights: balanced(shown, rowWeights: weights, by: options.balance))
  var costs = costs(rows, own: [own], without: rare)
  if let wished = options.features {
    let choice = chooseFeatures(problem, wished: wished, factors: costs)
    costs = choice.factors(from: costs, featureCount: rows.featureCount)
    return fitLogistic(problem, Penalty(options.strength, factors: costs), from: choice.model).model
  }
  return fitLogistic(problem, Penalty(options.strength, factors: costs)).model
}

/// Codes of which every row has one, against each other; a model without weights for one that has
/// too few rows.
func fitModels(
  _ classes: [Int?], of count: Int, own: [Int], _ rows: SparseRows, _ options: FittingOptions,
  isOut: (Int) -> Bool, without rare: [Int]
) -> [LogisticModel] {
  var recipe = FitRecipe()
  recipe.wishedFeatures = options.features
  recipe.penalty = Penalty(options.strength, factors: costs(rows, own: own, without: rare))
  recipe.balance = options.balance
  recipe.fewest = options.leastPositives
  let known = classes.enumerated().map { isOut($0) ? nil : $1 }
  let fit = fitExclusive(rows, codes: known, count: count, recipe)
  // So that the odds are, on the whole, those of the code against the others, as they are of codes
  // that are decided by hand.
  let sums = fit.softmax.models.map { $0.odds(rows) }
  var mean = 0.0
  var total = 0.0
  for row in known.indices where known[row] != nil {
    mean += logSumExp(sums.map { $0[row] })
    total += 1
  }
  var models = [LogisticModel](repeating: LogisticModel(), count: count)
  for (code, model) in zip(fit.codes, fit.softmax.models) {
    models[code] = model
    models[code].base -= total > 0 ? mean / total : 0
  }
  return models
}

/// What was written by hand for the codes themselves is the last to be given up; what is rare is
/// left out.
private func costs(_ rows: SparseRows, own: [Int], without rare: [Int]) -> [Float] {
  var costs = [Float](repeating: 1, count: rows.featureCount)
  for feature in own where costs.indices.contains(feature) { costs[feature] = 0.1 }
  for feature in rare where costs.indices.contains(feature) { costs[feature] = .infinity }
  return costs
}
