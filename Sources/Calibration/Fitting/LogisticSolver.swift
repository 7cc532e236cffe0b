import Glibc

/// Coordinate descent on quadratic models of the log loss, each followed by a line search.
///
/// Yuan, Ho and Lin 2012, "An improved GLMNET for L1-regularized logistic regression" (JMLR 13),
/// with the elastic net and the free base of Friedman, Hastie and Tibshirani 2010 (J. Stat.
/// Software 33:1). The line search makes it converge where the plain quadratic model overshoots,
/// on separable rows for one. Features that are zero and want to stay zero are skipped until the
/// next model, so a pass costs what the active features cost.
struct LogisticSolver {
  let rows: SparseRows
  let targets: [Double]
  let rowWeights: [Double]
  /// Those that may have a weight, rising, and what their weights cost relative to others.
  let candidates: [Int]
  let factors: [Double]

  private(set) var base = 0.0
  private(set) var weights: [Double]
  /// Odds by row.
  private var margins: [Double]
  private let offsets: [Double]

  /// First and second derivative of the loss by row.
  private var slopes: [Double]
  private(set) var curvatures: [Double]

  init(_ problem: LogisticProblem, factors: [Float]) {
    let rows = problem.rows
    self.rows = rows
    targets = (0..<rows.count).map { $0 < problem.labels.count && problem.labels[$0] ? 1 : 0 }
    rowWeights = (0..<rows.count).map { row in
      guard row < problem.labels.count else { return 0 }
      guard row < problem.rowWeights.count else { return problem.rowWeights.isEmpty ? 1 : 0 }
      let weight = problem.rowWeights[row]
      return weight.isFinite && weight > 0 ? weight : 0
    }
    offsets = (0..<rows.count).map { row in
      guard row < problem.offsets.count, problem.offsets[row].isFinite else { return 0 }
      return problem.offsets[row]
    }
    let costs = (0..<rows.featureCount).map { feature in
      feature < factors.count ? max(0, Double(factors[feature])) : 1
    }
    self.factors = costs
    candidates = costs.indices.filter { costs[$0].isFinite && !rows.column($0).isEmpty }
    weights = [Double](repeating: 0, count: rows.featureCount)
    margins = offsets
    slopes = [Double](repeating: 0, count: rows.count)
    curvatures = slopes
  }

  /// From a model, or from the share of rows that show it.
  mutating func start(from model: LogisticModel?) {
    for feature in weights.indices { weights[feature] = 0 }
    if let model {
      base = model.base
      for weight in model.weights {
        let feature = Int(weight.feature)
        guard weights.indices.contains(feature), factors[feature].isFinite else { continue }
        weights[feature] = weight.value
      }
    } else {
      let present = zip(targets, rowWeights).reduce(0) { $0 + $1.0 * $1.1 }
      let total = rowWeights.reduce(0, +)
      base = log((present + 0.5) / (total - present + 0.5))
    }
    let odds = self.model.odds(rows)
    margins = zip(odds, offsets).map { $0 + $1 }
  }

  var model: LogisticModel {
    LogisticModel(
      base: base,
      weights: candidates.lazy.filter { weights[$0] != 0 }
        .map { LogisticModel.Weight(Int32(truncatingIfNeeded: $0), weights[$0]) })
  }

  var activeCount: Int { candidates.reduce(0) { $0 + (weights[$1] == 0 ? 0 : 1) } }

  /// Improves the present weights until no direction promises more.
  mutating func solve(strength: Double, l1Share: Double, until stopping: Stopping) -> LogisticFit {
    let share = min(1, max(0, l1Share))
    let strength = strength.isFinite ? max(0, strength) : 0
    let (l1, l2) = (strength * share, strength * (1 - share))
    var iterations = 0
    while true {
      differentiate()
      var step = QuadraticStep(baseSlope: slopes.reduce(0, +))
      step.worst = abs(step.baseSlope)
      for feature in candidates {
        let slope = slope(feature) + l2 * factors[feature] * weights[feature]
        let excess = excess(slope, weights[feature], l1 * factors[feature])
        step.worst = max(step.worst, excess)
        if weights[feature] != 0 || excess > 0 { step.add(feature, slope) }
      }
      if !step.worst.isFinite || step.worst <= stopping.slope || iterations >= stopping.iterations {
        let converged = step.worst <= stopping.slope
        return LogisticFit(model: model, iterations: iterations, converged: converged)
      }
      iterations += 1
      if l1 == 0 { solve(&step, l2: l2) } else { descend(&step, l1: l1, l2: l2) }
      guard move(along: step, l1: l1, l2: l2) else {
        return LogisticFit(model: model, iterations: iterations, converged: false)
      }
    }
  }

  /// The least L1 strength at which every penalised feature that is zero now stays zero.
  mutating func strengthOfFirstFeature() -> Double {
    differentiate()
    return candidates.reduce(0) { greatest, feature in
      factors[feature] > 0 ? max(greatest, abs(slope(feature)) / factors[feature]) : greatest
    }
  }

  private mutating func differentiate() {
    for row in margins.indices {
      let probability = probability(odds: margins[row])
      slopes[row] = rowWeights[row] * (probability - targets[row])
      // The floor keeps rows that are settled from making the model flat.
      curvatures[row] = rowWeights[row] * max(probability * (1 - probability), 1e-9)
    }
  }

  private func slope(_ feature: Int) -> Double {
    rows.sum(feature, times: slopes.span)
  }

  /// Goes as far along the step as makes things better; false where it makes nothing better.
  private mutating func move(along step: QuadraticStep, l1: Double, l2: Double) -> Bool {
    var direction = [Double](repeating: step.base, count: rows.count)
    var span = direction.mutableSpan
    var promised = step.baseSlope * step.base
    for (place, feature) in step.features.enumerated() where step.moves[place] != 0 {
      rows.add(feature, times: step.moves[place], to: &span)
      promised += step.slopes[place] * step.moves[place]
      promised +=
        l1 * factors[feature] * (abs(weights[feature] + step.moves[place]) - abs(weights[feature]))
    }
    // What rounding may hide, near the end of an exact fit.
    let hidden = 1e-13 + 1e-15 * Double(rows.count)
    guard promised < hidden else { return false }

    var length = 1.0
    for _ in 0..<40 {
      var change = 0.0
      for row in margins.indices where rowWeights[row] > 0 {
        let (old, new) = (margins[row], margins[row] + length * direction[row])
        change +=
          rowWeights[row]
          * (logOnePlusExp(new) - logOnePlusExp(old) - targets[row] * (new - old))
      }
      for (place, feature) in step.features.enumerated() where step.moves[place] != 0 {
        let (old, new) = (weights[feature], weights[feature] + length * step.moves[place])
        change +=
          factors[feature] * (l1 * (abs(new) - abs(old)) + l2 * (new * new - old * old) / 2)
      }
      // Armijo's rule.
      if change <= 0.01 * length * promised + hidden {
        base += length * step.base
        for row in margins.indices { margins[row] += length * direction[row] }
        for (place, feature) in step.features.enumerated() {
          weights[feature] += length * step.moves[place]
        }
        return true
      }
      length /= 2
    }
    return false
  }
}

/// A step from the present weights, as far as it is known.
struct QuadraticStep {
  var baseSlope: Double
  var base = 0.0
  var features: [Int] = []
  var slopes: [Double] = []
  var moves: [Double] = []
  /// The greatest slope left where the step begins.
  var worst = 0.0

  init(baseSlope: Double) { self.baseSlope = baseSlope }

  mutating func add(_ feature: Int, _ slope: Double) {
    features.append(feature)
    slopes.append(slope)
    moves.append(0)
  }
}
