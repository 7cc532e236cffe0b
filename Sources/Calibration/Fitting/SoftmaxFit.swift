import Glibc

/// One model for each of several classes of which a row is in just one.
package struct SoftmaxFit: Sendable, Hashable {
  /// By class; their bases add up to 0.
  package var models: [LogisticModel]
  /// How often all classes were gone through.
  package var rounds: Int
  package var converged: Bool

  /// By row, by class; those of a row add up to 1.
  package func probabilities(_ rows: SparseRows) -> [[Double]] {
    let odds = models.map { $0.odds(rows) }
    return (0..<rows.count).map { row in
      let highest = odds.map { $0[row] }.max() ?? 0
      let ratios = odds.map { exp($0[row] - highest) }
      let sum = ratios.reduce(0, +)
      return ratios.map { $0 / sum }
    }
  }
}

/// Multinomial logistic regression with the penalty of `fitLogistic` on the weights of every class.
///
/// Class by class: with the odds of the others held still, a class's loss is the log loss of plain
/// logistic regression with the offset −log Σ eᵒᵈᵈˢ of the others (Friedman, Hastie and Tibshirani
/// 2010, section 4.1, go through classes in the same way), so each round makes the whole better.
///
/// - Parameters:
///   - classes: By row, from 0; rows that are nil or out of range are left out.
///   - factors: By class, by feature, as in `Penalty`; where there are none, the penalty's own.
package func fitSoftmax(
  _ rows: SparseRows, classes: [Int?], count: Int, rowWeights: [Double] = [], _ penalty: Penalty,
  factors: [[Float]] = [], until stopping: Stopping = Stopping()
) -> SoftmaxFit {
  let count = max(0, count)
  let weights = classes.indices.map { row in
    guard let its = classes[row], (0..<count).contains(its) else { return 0.0 }
    return rowWeights.isEmpty ? 1 : row < rowWeights.count ? rowWeights[row] : 0
  }
  var solvers = (0..<count).map { number in
    let problem = LogisticProblem(
      rows, labels: classes.map { $0 == number }, rowWeights: weights)
    var solver = LogisticSolver(
      problem, factors: number < factors.count ? factors[number] : penalty.factors)
    solver.start(from: LogisticModel())
    return solver
  }
  // A few steps for each class are enough: the others move too.
  var short = stopping
  short.iterations = min(2, stopping.iterations)
  var odds = [[Double]](
    repeating: [Double](repeating: 0, count: rows.count), count: count)
  var rounds = 0
  var converged = count < 2
  while !converged, rounds < stopping.iterations {
    rounds += 1
    converged = true
    for number in 0..<count {
      let others = (0..<rows.count).map { row in
        let highest = odds.indices.reduce(-Double.infinity) {
          $1 == number ? $0 : max($0, odds[$1][row])
        }
        let sum = odds.indices.reduce(0) {
          $1 == number ? $0 : $0 + exp(odds[$1][row] - highest)
        }
        return -(highest + log(sum))
      }
      solvers[number].replaceOffsets(others)
      let fit = solvers[number].solve(
        strength: penalty.strength, l1Share: penalty.l1Share, until: short)
      odds[number] = fit.model.odds(rows)
      if fit.iterations > 0 || !fit.converged { converged = false }
    }
  }
  var models = solvers.map(\.model)
  let mean = models.reduce(0) { $0 + $1.base } / Double(max(1, count))
  for number in models.indices { models[number].base -= mean }
  return SoftmaxFit(models: models, rounds: rounds, converged: converged)
}
