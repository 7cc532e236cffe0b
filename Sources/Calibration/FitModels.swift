import Glibc

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
  let costs = costs(problem, own: [own], without: rare, options)
  return fitLogistic(problem, Penalty(options.strength, factors: costs)).model
}

/// Codes of which every row has one, against each other; a model without weights for one that has
/// too few rows.
func fitModels(
  _ classes: [Int?], of count: Int, own: [Int], _ rows: SparseRows, _ options: FittingOptions,
  isOut: (Int) -> Bool, without rare: [Int]
) -> [LogisticModel] {
  let known = classes.enumerated().map { isOut($0) ? nil : $1 }
  let counts = (0..<count).map { code in known.count { $0 == code } }
  let fitted = counts.indices.filter { counts[$0] >= options.leastPositives }
  let places = known.map { code in code.flatMap { fitted.firstIndex(of: $0) } }
  let weights = places.map { $0 == nil ? 0.0 : 1 }
  let mean = weights.reduce(0, +) / Double(max(1, fitted.count))
  let balance = fitted.map { pow(mean / Double(counts[$0]), options.balance) }
  let costs = onAllCores(fitted.count) { place in
    let shown = places.map { $0 == place }
    let problem = LogisticProblem(
      rows, labels: shown, rowWeights: balanced(shown, rowWeights: weights, by: options.balance))
    return Calibration.costs(problem, own: own, without: rare, options)
  }
  let softmax = fitSoftmax(
    rows, classes: places, count: fitted.count,
    rowWeights: places.map { $0.map { balance[$0] } ?? 0 }, strength: options.strength,
    factors: costs)
  // So that the odds are, on the whole, those of the code against the others, as they are of codes
  // that are decided by hand.
  let sums = softmax.models.map { $0.odds(rows) }
  let rowsKnown = places.indices.filter { places[$0] != nil }
  let level = rowsKnown.reduce(0) { level, row in level + logSumExp(sums.map { $0[row] }) }
  var models = [LogisticModel](repeating: LogisticModel(), count: count)
  for (code, model) in zip(fitted, softmax.models) {
    models[code] = model
    models[code].base -= level / Double(max(1, rowsKnown.count))
  }
  return models
}

/// Which features are let in, and what their weights cost.
///
/// What was written by hand for the codes themselves is the last to be given up; what is rare is
/// left out.
private func costs(
  _ problem: LogisticProblem, own: [Int], without rare: [Int], _ options: FittingOptions
) -> [Float] {
  var costs = [Float](repeating: 1, count: problem.rows.featureCount)
  let own = own.filter(costs.indices.contains)
  for feature in rare where costs.indices.contains(feature) { costs[feature] = .infinity }
  if let wished = options.features {
    // Free, not cheap: the path to the choice begins at what the cheapest feature is worth.
    for feature in own { costs[feature] = 0 }
    costs = chooseFeatures(problem, wished: wished, factors: costs)
      .factors(from: costs, featureCount: costs.count)
  }
  for feature in own { costs[feature] = 0.1 }
  return costs
}
