import Glibc

/// What is to be explained: which rows show it.
package struct LogisticProblem: Sendable {
  package var rows: SparseRows
  /// By row; rows beyond the end are left out of the fit.
  package var labels: [Bool]
  /// How much a row counts, by row; empty for 1 each. A row that counts 0 is left out.
  package var rowWeights: [Double]
  /// Odds that are there before any feature speaks, by row; empty for none.
  package var offsets: [Double]

  package init(
    _ rows: SparseRows, labels: [Bool], rowWeights: [Double] = [], offsets: [Double] = []
  ) {
    self.rows = rows
    self.labels = labels
    self.rowWeights = rowWeights
    self.offsets = offsets
  }
}

/// What weights cost (Zou and Hastie 2005, "Regularization and variable selection via the elastic
/// net").
///
/// The fit makes this least: Σ row weight × log loss + strength × Σ factor × (l1Share × |weight|
/// + (1 − l1Share) × weight² / 2). The base is free. Since losses are summed, the strength is
/// counted in rows and is the 1/C of LIBLINEAR and scikit-learn.
package struct Penalty: Sendable, Hashable {
  package var strength: Double
  /// From 0, which makes weights small, to 1, which makes most of them zero.
  package var l1Share: Double
  /// By feature; empty for 1 each. 0 leaves a feature free, infinity keeps it out.
  package var factors: [Float]

  package init(_ strength: Double, l1Share: Double = 0, factors: [Float] = []) {
    self.strength = strength
    self.l1Share = l1Share
    self.factors = factors
  }
}

/// When a fit is good enough, and when to give up.
package struct Stopping: Sendable, Hashable {
  /// The greatest slope left in any direction, in rows.
  package var slope: Double
  package var iterations: Int

  package init(slope: Double = 0.01, iterations: Int = 100) {
    self.slope = slope
    self.iterations = iterations
  }
}

/// A model fitted to rows, and how the fitting went.
package struct LogisticFit: Sendable, Hashable {
  package var model: LogisticModel
  package var iterations: Int
  package var converged: Bool
}

/// Regularised logistic regression; `start` saves time where a similar problem has been solved.
package func fitLogistic(
  _ problem: LogisticProblem, _ penalty: Penalty, from start: LogisticModel? = nil,
  until stopping: Stopping = Stopping()
) -> LogisticFit {
  var solver = LogisticSolver(problem, factors: penalty.factors)
  solver.start(from: start)
  return solver.solve(strength: penalty.strength, l1Share: penalty.l1Share, until: stopping)
}

/// Row weights under which both answers count alike: n / (2 × n of the answer), to a power.
///
/// `balance` 1 is full balance, 0 none, and 0.5 half way. Rows count what they counted before,
/// times that.
package func balanced(_ labels: [Bool], rowWeights: [Double] = [], by balance: Double = 1)
  -> [Double]
{
  let weights = rowWeights.isEmpty ? [Double](repeating: 1, count: labels.count) : rowWeights
  var present = 0.0
  var total = 0.0
  for (label, weight) in zip(labels, weights) {
    total += weight
    if label { present += weight }
  }
  guard present > 0, present < total else { return weights }
  let forPresent = pow(total / (2 * present), balance)
  let forAbsent = pow(total / (2 * (total - present)), balance)
  return zip(labels, weights).map { $1 * ($0 ? forPresent : forAbsent) }
}
