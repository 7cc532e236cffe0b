@testable import Calibration

/// Twelve rows of four features, on which scikit-learn 1.9.1 was run once for the numbers in these
/// tests (newton-cg, tol 1e-14; with an L1 cost: saga, tol 1e-15; C = 1 / strength).
let twelve = SparseRows(
  [
    [1, 0, 0, 2], [0, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0.5], [0, 1, 1, 0], [1, 0, 1, 1.5],
    [0, 0, 0, 0], [1, 1, 1, 0], [0, 1, 0, 3], [1, 0, 0, 0], [0, 0, 1, 0], [0, 1, 1, 2],
  ].map(entries))
let twelveLabels = [1, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1].map { $0 == 1 }

func entries(_ values: [Float]) -> [SparseRows.Entry] {
  values.enumerated().map { SparseRows.Entry(Int32($0), $1) }
}

/// Stops only where rounding does.
let exactly = Stopping(slope: 1e-10, iterations: 200)

func isClose(_ one: Double, _ other: Double, within tolerance: Double = 1e-6) -> Bool {
  abs(one - other) <= tolerance
}

/// Base and weights of the first features, zeros included.
func numbers(_ model: LogisticModel, features: Int) -> [Double] {
  var result = [Double](repeating: 0, count: features)
  for weight in model.weights { result[Int(weight.feature)] = weight.value }
  return [model.base] + result
}

func areClose(_ fit: LogisticFit, _ expected: [Double]) -> Bool {
  let found = numbers(fit.model, features: expected.count - 1)
  return fit.converged && zip(found, expected).allSatisfy { isClose($0, $1) }
}

/// Random rows in which features 0, 1 and 2 speak for the label and the rest do not.
struct RandomRows {
  var rows: [[SparseRows.Entry]] = []
  var labels: [Bool] = []
  private var state: UInt64

  init(_ count: Int, features: Int, active: Int, seed: UInt64) {
    state = seed
    for _ in 0..<count {
      let present = Set((0..<active).map { _ in Int32(next() % UInt64(features)) })
      let odds = -1 + [Int32(0), 1, 2].reduce(0.0) { $0 + (present.contains($1) ? 3 : 0) }
      rows.append(present.sorted().map { SparseRows.Entry($0) })
      labels.append(Double(next() % 1_000_000) / 1e6 < probability(odds: odds))
    }
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
