extension LogisticSolver {
  /// Fills a step with moves to the least of the quadratic model where there is no L1 cost: far
  /// faster than one feature after another where thousands of features overlap.
  func solve(_ step: inout QuadraticStep, l2: Double) {
    let features = step.features
    let weighed = curvatures
    let ridge = features.map { l2 * factors[$0] }
    // The base comes last.
    let own = zip(features, ridge).map { rows.sumOfSquares($0, times: weighed.span) + $1 }
    var pull = [Double](repeating: 0, count: rows.count)
    let moves = movesToLeast(
      slopes: step.slopes + [step.baseSlope], own: own + [weighed.reduce(0, +)]
    ) { direction, image in
      rows.multiply(features, direction, to: &pull)
      for row in pull.indices { pull[row] *= weighed[row] }
      rows.sum(features, times: pull, to: &image)
      for place in features.indices { image[place] += ridge[place] * direction[place] }
    }
    step.moves = Array(moves.dropLast())
    step.base = moves.last ?? 0
  }
}
