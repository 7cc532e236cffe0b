import Glibc

/// One model for each of several classes of which a row is in just one.
package struct SoftmaxFit: Sendable, Hashable {
  /// By class; their bases add up to 0.
  package var models: [LogisticModel]
  package var iterations: Int
  package var converged: Bool

  /// By row, by class; those of a row add up to 1.
  package func probabilities(_ rows: SparseRows) -> [[Double]] {
    let odds = models.map { $0.odds(rows) }
    return (0..<rows.count).map { row in
      let logs = odds.map { $0[row] }
      let sum = logSumExp(logs)
      return logs.map { exp($0 - sum) }
    }
  }
}

/// Multinomial logistic regression: Σ row weight × −log probability of the row's class, and
/// strength × Σ factor × weight² / 2 over the weights of all classes.
///
/// Newton's method for all classes at once, truncated, with a line search. One class after another,
/// as Friedman, Hastie and Tibshirani 2010 do it, takes hundreds of rounds on rare features.
///
/// - Parameters:
///   - classes: By row, from 0; rows that are nil or out of range are left out.
///   - factors: By class, by feature, as in `Penalty`.
package func fitSoftmax(
  _ rows: SparseRows, classes: [Int?], count: Int, rowWeights: [Double] = [], strength: Double,
  factors: [[Float]] = [], until stopping: Stopping = Stopping()
) -> SoftmaxFit {
  let count = max(0, count)
  let strength = strength.isFinite ? max(0, strength) : 0
  let weights = classes.indices.map { row in
    guard let its = classes[row], (0..<count).contains(its) else { return 0.0 }
    return rowWeights.isEmpty ? 1 : row < rowWeights.count ? rowWeights[row] : 0
  }
  let parts = (0..<count).map { number in
    let problem = LogisticProblem(rows, labels: classes.map { $0 == number }, rowWeights: weights)
    return LogisticSolver(problem, factors: number < factors.count ? factors[number] : [])
  }
  var solver = SoftmaxSolver(rows, parts, strength: strength)
  let (iterations, converged) = solver.solve(until: stopping)
  return SoftmaxFit(models: solver.models, iterations: iterations, converged: converged)
}

/// log Σ eˣ without overflow.
func logSumExp(_ logs: [Double]) -> Double {
  let highest = logs.max() ?? 0
  return highest + log(logs.reduce(0) { $0 + exp($1 - highest) })
}
