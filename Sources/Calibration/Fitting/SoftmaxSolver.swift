import Glibc

/// Weights of several classes on their way to the best.
struct SoftmaxSolver {
  private let rows: SparseRows
  private let rowWeights: [Double]
  /// By class, by row: 1 where the row is in the class.
  private let targets: [[Double]]
  /// By class: its features, and where its weights begin; its base is behind them.
  private let features: [[Int]]
  private let starts: [Int]
  /// By weight.
  private let ridge: [Double]
  private var weights: [Double]
  /// By class, by row.
  private var odds: [[Double]]
  private var probabilities: [[Double]]

  /// From one plain problem for each class, all with the same rows and row weights.
  init(_ rows: SparseRows, _ parts: [LogisticSolver], strength: Double) {
    self.rows = rows
    rowWeights = parts.first?.rowWeights ?? []
    targets = parts.map(\.targets)
    features = parts.map(\.candidates)
    var starts: [Int] = []
    var ridge: [Double] = []
    for part in parts {
      starts.append(ridge.count)
      ridge += part.candidates.map { strength * part.factors[$0] } + [0]
    }
    self.starts = starts
    self.ridge = ridge
    weights = [Double](repeating: 0, count: ridge.count)
    odds = parts.map { _ in [Double](repeating: 0, count: rows.count) }
    probabilities = odds
  }

  var models: [LogisticModel] {
    let bases = features.indices.map { weights[starts[$0] + features[$0].count] }
    let mean = bases.reduce(0, +) / Double(max(1, bases.count))
    return features.indices.map { number in
      let own = zip(features[number], weights[starts[number]...]).filter { $0.1 != 0 }
      return LogisticModel(
        base: bases[number] - mean,
        weights: own.map { .init(Int32(truncatingIfNeeded: $0), $1) })
    }
  }

  mutating func solve(until stopping: Stopping) -> (iterations: Int, converged: Bool) {
    guard features.count > 1 else { return (0, true) }
    var iterations = 0
    while true {
      for row in 0..<rows.count {
        let logs = odds.map { $0[row] }
        let sum = logSumExp(logs)
        for number in logs.indices { probabilities[number][row] = exp(logs[number] - sum) }
      }
      let slopes = slopes()
      let worst = slopes.reduce(0) { max($0, abs($1)) }
      if worst <= stopping.slope { return (iterations, true) }
      guard worst.isFinite, iterations < stopping.iterations else { return (iterations, false) }
      iterations += 1
      guard move(along: step(slopes), slopes) else { return (iterations, false) }
    }
  }

  private func slopes() -> [Double] {
    var slopes = weights
    var residuals = rowWeights
    for number in features.indices {
      for row in residuals.indices {
        residuals[row] = rowWeights[row] * (probabilities[number][row] - targets[number][row])
      }
      rows.sum(features[number], times: residuals, to: &slopes, from: starts[number])
    }
    for place in slopes.indices { slopes[place] += ridge[place] * weights[place] }
    return slopes
  }

  private func step(_ slopes: [Double]) -> [Double] {
    var own = ridge
    for number in features.indices {
      let curvatures = zip(rowWeights, probabilities[number]).map { $0 * $1 * (1 - $1) }
      for (place, feature) in features[number].enumerated() {
        own[starts[number] + place] += rows.sumOfSquares(feature, times: curvatures.span)
      }
      own[starts[number] + features[number].count] += curvatures.reduce(0, +)
    }
    var pulls = odds
    return movesToLeast(slopes: slopes, own: own) { direction, image in
      for number in features.indices {
        rows.multiply(features[number], direction, from: starts[number], to: &pulls[number])
      }
      for row in 0..<rows.count {
        var mean = 0.0
        for number in pulls.indices { mean += probabilities[number][row] * pulls[number][row] }
        for number in pulls.indices {
          pulls[number][row] =
            rowWeights[row] * probabilities[number][row] * (pulls[number][row] - mean)
        }
      }
      for number in features.indices {
        rows.sum(features[number], times: pulls[number], to: &image, from: starts[number])
      }
      for place in image.indices { image[place] += ridge[place] * direction[place] }
    }
  }

  /// Goes as far along the moves as makes things better; false where it makes nothing better.
  private mutating func move(along moves: [Double], _ slopes: [Double]) -> Bool {
    var direction = odds
    for number in features.indices {
      rows.multiply(features[number], moves, from: starts[number], to: &direction[number])
    }
    let promised = dot(slopes, moves)
    // What rounding may hide, near the end of an exact fit.
    let hidden = 1e-13 + 1e-15 * Double(rows.count)
    guard promised < hidden else { return false }
    let before = loss(odds, weights)
    var length = 1.0
    for _ in 0..<40 {
      let next = zip(odds, direction).map { zip($0, $1).map { $0 + length * $1 } }
      let nextWeights = zip(weights, moves).map { $0 + length * $1 }
      let change = loss(next, nextWeights) - before
      // Armijo's rule.
      if change <= 0.01 * length * promised + hidden + 1e-15 * abs(before) {
        (odds, weights) = (next, nextWeights)
        return true
      }
      length /= 2
    }
    return false
  }

  private func loss(_ odds: [[Double]], _ weights: [Double]) -> Double {
    var loss = zip(weights, ridge).reduce(0) { $0 + $1.1 * $1.0 * $1.0 / 2 }
    for row in 0..<rows.count where rowWeights[row] > 0 {
      let logs = odds.map { $0[row] }
      let own = logs.indices.reduce(0) { $0 + targets[$1][row] * logs[$1] }
      loss += rowWeights[row] * (logSumExp(logs) - own)
    }
    return loss
  }
}
