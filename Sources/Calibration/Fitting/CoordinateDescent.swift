extension LogisticSolver {
  /// Fills a step with moves to the least of the quadratic model, one feature after another.
  func descend(_ step: inout QuadraticStep, l1: Double, l2: Double) {
    let side = step.features.count + 1
    let entries = step.features.reduce(0) { $0 + rows.column($1).count }
    if side <= 2000, side * side <= 4 * entries + 10_000 {
      var bend = PairwiseCurvature(rows, curvatures, step.features)
      descend(&step, l1: l1, l2: l2, on: &bend)
    } else {
      var bend = RowCurvature(rows, curvatures, step.features)
      descend(&step, l1: l1, l2: l2, on: &bend)
    }
  }

  private func descend<Curvature: StepCurvature>(
    _ step: inout QuadraticStep, l1: Double, l2: Double, on bend: inout Curvature
  ) {
    let base = step.features.count
    let enough = step.worst * 0.1
    // Every other pass goes over the features that have a weight, until these are at rest.
    var isFull = true
    for _ in 0..<500 {
      let baseSlope = step.baseSlope + bend.slope(base)
      var worst = abs(baseSlope)
      let baseMove = -baseSlope / max(bend.own[base], 1e-12)
      step.base += baseMove
      bend.move(base, by: baseMove)

      for place in 0..<base {
        let feature = step.features[place]
        let weight = weights[feature] + step.moves[place]
        if !isFull && weight == 0 { continue }
        let ridge = l2 * factors[feature]
        let cost = l1 * factors[feature]
        let slope = step.slopes[place] + ridge * step.moves[place] + bend.slope(place)
        let least = excess(slope, weight, cost)
        if least == 0 { continue }
        worst = max(worst, least)
        let move = shrunk(slope, weight, cost, bend.own[place] + ridge + 1e-12)
        step.moves[place] += move
        bend.move(place, by: move)
      }
      if worst <= enough {
        if isFull { return }
        isFull = true
      } else {
        isFull = false
      }
    }
  }
}

/// The second derivatives of the loss by the features of a step and, last, the base.
private protocol StepCurvature {
  /// By feature, on its own.
  var own: [Double] { get }
  /// How much the slope has changed by the moves so far.
  func slope(_ place: Int) -> Double
  mutating func move(_ place: Int, by: Double)
}

/// Every pair of features: quick where features are few. Friedman, Hastie and Tibshirani 2010,
/// section 2.2, call it covariance updates.
private struct PairwiseCurvature: StepCurvature {
  let own: [Double]
  private let side: Int
  private let pairs: [Double]
  private var slopes: [Double]

  init(_ rows: SparseRows, _ curvatures: [Double], _ features: [Int]) {
    let side = features.count + 1
    var place = [Int32](repeating: -1, count: rows.featureCount)
    for (number, feature) in features.enumerated() { place[feature] = Int32(number) }
    var pairs = [Double](repeating: 0, count: side * side)
    var present: [(place: Int, value: Double)] = []
    for row in 0..<rows.count where curvatures[row] > 0 {
      present.removeAll(keepingCapacity: true)
      for entry in rows[row] where place[Int(entry.feature)] >= 0 {
        present.append((Int(place[Int(entry.feature)]), Double(entry.value)))
      }
      present.append((side - 1, 1))
      for one in present.indices {
        let start = present[one].place * side
        let value = present[one].value * curvatures[row]
        for other in present[...one] { pairs[start + other.place] += value * other.value }
      }
    }
    for one in 0..<side {
      for other in 0..<one { pairs[other * side + one] = pairs[one * side + other] }
    }
    self.side = side
    self.pairs = pairs
    own = (0..<side).map { pairs[$0 * side + $0] }
    slopes = [Double](repeating: 0, count: side)
  }

  func slope(_ place: Int) -> Double { slopes[place] }

  mutating func move(_ place: Int, by move: Double) {
    let pairs = pairs
    let line = pairs.span.extracting(place * side..<(place + 1) * side)
    var sums = slopes.mutableSpan
    for other in 0..<sums.count { sums[unchecked: other] += move * line[unchecked: other] }
  }
}

/// By way of the rows: lean where features are many.
private struct RowCurvature: StepCurvature {
  let own: [Double]
  private let rows: SparseRows
  private let curvatures: [Double]
  private let features: [Int]
  /// By row: the curvature times how far the odds have moved.
  private var pull: [Double]

  init(_ rows: SparseRows, _ curvatures: [Double], _ features: [Int]) {
    self.rows = rows
    self.curvatures = curvatures
    self.features = features
    pull = [Double](repeating: 0, count: rows.count)
    own =
      features.map { rows.sumOfSquares($0, times: curvatures.span) }
      + [curvatures.reduce(0, +)]
  }

  func slope(_ place: Int) -> Double {
    place < features.count ? rows.sum(features[place], times: pull.span) : pull.reduce(0, +)
  }

  mutating func move(_ place: Int, by move: Double) {
    let (rows, curvatures) = (rows, curvatures)
    let feature = place < features.count ? features[place] : nil
    let weighed = curvatures.span
    var sums = pull.mutableSpan
    if let feature {
      rows.add(feature, times: move, weighed, to: &sums)
    } else {
      for row in 0..<sums.count { sums[unchecked: row] += move * weighed[unchecked: row] }
    }
  }
}

/// How far the slope is from allowing rest at a weight, given the L1 cost of its unit.
func excess(_ slope: Double, _ weight: Double, _ cost: Double) -> Double {
  if weight > 0 { return abs(slope + cost) }
  if weight < 0 { return abs(slope - cost) }
  return max(0, abs(slope) - cost)
}

/// The move to the least of slope × move + curvature × move² / 2 + cost × |weight + move|.
private func shrunk(_ slope: Double, _ weight: Double, _ cost: Double, _ curvature: Double)
  -> Double
{
  if slope + cost < curvature * weight { return -(slope + cost) / curvature }
  if slope - cost > curvature * weight { return -(slope - cost) / curvature }
  return -weight
}
