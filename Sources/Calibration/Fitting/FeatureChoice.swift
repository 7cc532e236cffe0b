/// The features that explain most, found on the way from a cost that allows none to lower ones.
package struct FeatureChoice: Sendable, Hashable {
  /// Rising.
  package var features: [Int32]
  /// The L1 strength at which just these have a weight.
  package var strength: Double
  /// The model there; its weights are too small, since the L1 cost pulled at them.
  package var model: LogisticModel

  /// Penalty factors that let only the chosen features in.
  ///
  /// - Parameter factors: The factors of the choice, kept for the chosen.
  package func factors(from factors: [Float] = [], featureCount: Int) -> [Float] {
    var result = [Float](repeating: .infinity, count: featureCount)
    for feature in features where (0..<featureCount).contains(Int(feature)) {
      result[Int(feature)] = Int(feature) < factors.count ? factors[Int(feature)] : 1
    }
    return result
  }
}

/// The largest set of at most about `wished` features on the L1 path.
///
/// The path goes down by fifths from the strength at which the first feature enters, each fit
/// beginning at the last (Friedman, Hastie and Tibshirani 2010), until there are enough; the last
/// stretch is then halved. It ends at a hundredth of where it began, with fewer features than
/// wished, where rows are few: what enters below that fits noise. Free features are always among
/// the chosen.
package func chooseFeatures(
  _ problem: LogisticProblem, wished: Int, factors: [Float] = []
) -> FeatureChoice {
  // A feature that costs less than others is in from the start: it would else set the beginning of
  // the path so high that the path ends before the others come in.
  var solver = LogisticSolver(problem, factors: factors.map { $0 < 1 ? 0 : $0 })
  solver.start(from: nil)
  // Nothing but the base and the free features.
  _ = solver.solve(strength: .greatestFiniteMagnitude, l1Share: 1, until: Stopping())
  let first = solver.strengthOfFirstFeature()
  var best = FeatureChoice(solver, strength: first)
  guard first > 0, first.isFinite, best.features.count < wished else { return best }

  var enough: Double?
  var strength = first
  while strength > first * 0.01 {
    strength *= 0.8
    solver.solveRoughly(strength)
    if solver.activeCount > wished {
      enough = strength
      break
    }
    best = FeatureChoice(solver, strength: strength)
  }
  guard var enough else { return best }
  for _ in 0..<5 where best.features.count < wished {
    let middle = (best.strength * enough).squareRoot()
    solver.solveRoughly(middle)
    if solver.activeCount > wished {
      enough = middle
    } else {
      best = FeatureChoice(solver, strength: middle)
    }
  }
  return best
}

extension LogisticSolver {
  /// Well enough to know which features have a weight.
  fileprivate mutating func solveRoughly(_ strength: Double) {
    _ = solve(strength: strength, l1Share: 1, until: Stopping(slope: max(0.01, strength * 0.01)))
  }
}

extension FeatureChoice {
  fileprivate init(_ solver: LogisticSolver, strength: Double) {
    let model = solver.model
    self.init(features: model.weights.map(\.feature), strength: strength, model: model)
  }
}
