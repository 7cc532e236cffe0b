import Glibc

extension LogisticSolver {
  /// Fills a step with the moves to the least of the quadratic model where there is no L1 cost.
  ///
  /// Truncated conjugate gradients, each feature measured in its own curvature: Hsia, Chiang and
  /// Lin 2018, "Preconditioned conjugate gradient methods in truncated Newton frameworks for
  /// large-scale linear classification" (ACML). Far faster than coordinate descent where thousands
  /// of features overlap.
  func solve(_ step: inout QuadraticStep, l2: Double) {
    let features = step.features
    let weighed = curvatures.span
    // The base comes last.
    let size = features.count + 1
    var scale = [Double](repeating: 0, count: size)
    var ridge = scale
    for place in features.indices {
      ridge[place] = l2 * factors[features[place]]
      scale[place] = 1 / (rows.sumOfSquares(features[place], times: weighed) + ridge[place] + 1e-12)
    }
    scale[size - 1] = 1 / max(curvatures.reduce(0, +), 1e-12)

    var left = step.slopes.map { -$0 } + [-step.baseSlope]
    var moves = [Double](repeating: 0, count: size)
    var direction = zip(left, scale).map { $0 * $1 }
    var error = dot(left, direction)
    let enough = error * 0.01
    var pull = [Double](repeating: 0, count: rows.count)
    var image = [Double](repeating: 0, count: size)
    for _ in 0..<200 where error > enough {
      var span = pull.mutableSpan
      for row in 0..<span.count { span[unchecked: row] = direction[size - 1] }
      for place in features.indices {
        rows.add(features[place], times: direction[place], to: &span)
      }
      var sum = 0.0
      for row in 0..<span.count {
        span[unchecked: row] *= weighed[unchecked: row]
        sum += span[unchecked: row]
      }
      for place in features.indices {
        image[place] = rows.sum(features[place], times: span.span) + ridge[place] * direction[place]
      }
      image[size - 1] = sum

      let bend = dot(direction, image)
      guard bend > 0, bend.isFinite else { break }
      let length = error / bend
      for place in 0..<size {
        moves[place] += length * direction[place]
        left[place] -= length * image[place]
      }
      let last = error
      error = 0
      for place in 0..<size { error += left[place] * left[place] * scale[place] }
      let share = error / last
      for place in 0..<size {
        direction[place] = left[place] * scale[place] + share * direction[place]
      }
    }
    step.base = moves.removeLast()
    step.moves = moves
  }
}

private func dot(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
}
