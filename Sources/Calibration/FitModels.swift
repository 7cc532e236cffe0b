import Glibc

/// One code, against all else: a model for each strength.
func fitModel(
  _ labels: [Bool?], own: Int, _ rows: SparseRows, _ rowWeights: [Double],
  _ options: FittingOptions,
  isOut: (Int) -> Bool = { _ in false }, without rare: [Int] = []
) -> [LogisticModel] {
  let weights = labels.indices.map { labels[$0] != nil && !isOut($0) ? rowWeights[$0] : 0 }
  let shown = labels.map { $0 ?? false }
  let positives = zip(shown, weights).count { $0 && $1 > 0 }
  guard positives >= options.leastPositives else {
    return options.strengths.map { _ in LogisticModel() }
  }
  let problem = LogisticProblem(
    rows, labels: shown, rowWeights: balanced(shown, rowWeights: weights, by: options.balance))
  let costs = costs(problem, own: [own], without: rare, options)
  var start: LogisticModel?
  return options.strengths.map { strength in
    let model = fitLogistic(problem, Penalty(strength, factors: costs), from: start).model
    start = model
    return model
  }
}

/// Codes of which every row has one, against each other: for each strength a model of each code,
/// without weights for one that has too few rows.
func fitModels(
  _ classes: [Int?], of count: Int, own: [Int], _ rows: SparseRows, _ rowWeights: [Double],
  _ options: FittingOptions,
  isOut: (Int) -> Bool, without rare: [Int]
) -> [[LogisticModel]] {
  let known = classes.enumerated().map { isOut($0) ? nil : $1 }
  let counts = (0..<count).map { code in known.count { $0 == code } }
  let fitted = counts.indices.filter { counts[$0] >= options.leastPositives }
  let places = known.map { code in code.flatMap { fitted.firstIndex(of: $0) } }
  let weights = places.indices.map { places[$0] == nil ? 0 : rowWeights[$0] }
  let mean = weights.reduce(0, +) / Double(max(1, fitted.count))
  let balance = fitted.map { pow(mean / Double(counts[$0]), options.balance) }
  let costs = onAllCores(fitted.count) { place in
    let shown = places.map { $0 == place }
    let problem = LogisticProblem(
      rows, labels: shown, rowWeights: balanced(shown, rowWeights: weights, by: options.balance))
    return Calibration.costs(problem, own: own, without: rare, options)
  }
  return options.strengths.map { strength in
    let softmax = fitSoftmax(
      rows, classes: places, count: fitted.count,
      rowWeights: places.indices.map { row in places[row].map { balance[$0] * weights[row] } ?? 0 },
      strength: strength, factors: costs)
    // So that the odds of the right code are, on the whole, those against all others, as they are
    // of codes that are decided by hand.
    let sums = softmax.models.map { $0.odds(rows) }
    var level = 0.0
    for row in places.indices where fitted.count > 1 {
      guard let its = places[row] else { continue }
      level += logSumExp(sums.indices.filter { $0 != its }.map { sums[$0][row] })
    }
    level /= Double(max(1, places.count { $0 != nil }))
    var models = [LogisticModel](repeating: LogisticModel(), count: count)
    for (code, model) in zip(fitted, softmax.models) {
      models[code] = model
      models[code].base -= level
    }
    return models
  }
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
