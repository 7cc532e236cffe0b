import Foundation
import Testing

@testable import Calibration

@Suite("Logistic regression")
struct LogisticFitTests {
  private let problem = LogisticProblem(twelve, labels: twelveLabels)

  @Test("L2: the weights are those of scikit-learn")
  func ridge() {
    let expected = [
      -0.8703689602320605, 0.9164291259484516, -0.009046030732709865, -0.5472448746104022,
      1.1554817664678323,
    ]
    #expect(areClose(fitLogistic(problem, Penalty(1), until: exactly), expected))
  }

  @Test("row weights: the weights are those of scikit-learn")
  func weighted() {
    var problem = problem
    problem.rowWeights = [1, 2, 1, 1, 0.5, 1, 1, 3, 1, 1, 2, 1]
    let expected = [
      -1.7392413409860443, 2.8273465160566844, -0.4828719855863155, -2.6113798712847642,
      3.2714108111923736,
    ]
    #expect(areClose(fitLogistic(problem, Penalty(0.1), until: exactly), expected))
  }

  @Test("L1: weights are zero where scikit-learn's are")
  func lasso() {
    let expected = [-1.577348992097388, 1.963275574918881, 0, -0.7665161339140665, 1.8744354358194]
    let fit = fitLogistic(problem, Penalty(0.5, l1Share: 1), until: exactly)
    #expect(areClose(fit, expected))
    #expect(fit.model.weights.map(\.feature) == [0, 2, 3])
  }

  @Test("elastic net: the weights are those of scikit-learn")
  func elasticNet() {
    let expected = [
      -1.07107394386791, 1.1019494215090864, 0, -0.4830283139124556, 1.31402943505405,
    ]
    #expect(areClose(fitLogistic(problem, Penalty(0.8, l1Share: 0.5), until: exactly), expected))
  }

  @Test("penalty factors cost a feature more or less")
  func factors() {
    let expected = [
      -1.1045255995157406, 0.9399599746770537, -0.0026114686887840875, -0.6328788274296995,
      1.773490867045944,
    ]
    let penalty = Penalty(1, factors: [1, 4, 1, 0.25])
    #expect(areClose(fitLogistic(problem, penalty, until: exactly), expected))
  }

  @Test("balanced rows: the weights are those of scikit-learn")
  func balance() {
    let labels = [0, 5, 8].reduce(into: [Bool](repeating: false, count: 12)) { $0[$1] = true }
    let problem = LogisticProblem(twelve, labels: labels, rowWeights: balanced(labels))
    let expected = [
      -1.8126655472626894, 0.602334031637758, -0.4742027365772633, -0.15013069687714325,
      1.4278476569609158,
    ]
    #expect(areClose(fitLogistic(problem, Penalty(1), until: exactly), expected))
  }

  @Test("a free feature present in some rows has the log odds ratio of its table as its weight")
  func closedForm() {
    // 3 of 4 with the feature, 1 of 5 without.
    let rows = SparseRows((0..<9).map { $0 < 4 ? [.init(0)] : [] })
    let labels = [true, true, true, false, true, false, false, false, false]
    let fit = fitLogistic(
      LogisticProblem(rows, labels: labels), Penalty(0), until: exactly)
    #expect(areClose(fit, [log(1 / 4), log(3) - log(1 / 4)]))
  }

  @Test("an offset stands in for what is known already")
  func offset() {
    let whole = fitLogistic(problem, Penalty(1), until: exactly)
    var known = whole.model
    known.weights.removeAll { $0.feature != 3 }
    known.base = 0
    let offsets = known.odds(twelve)
    var rest = problem
    rest.offsets = offsets
    let penalty = Penalty(1, factors: [1, 1, 1, .infinity])
    var expected = numbers(whole.model, features: 4)
    expected[4] = 0
    #expect(areClose(fitLogistic(rest, penalty, until: exactly), expected))
  }

  @Test("separable rows: the fit ends, says all is well, and tells them apart", arguments: [0, 1])
  func separable(l1Share: Double) {
    let rows = SparseRows((0..<40).map { $0 % 2 == 0 ? [.init(0)] : [.init(1)] })
    let labels = (0..<40).map { $0 % 2 == 0 }
    for strength in [0, 1e-9, 1e-3, 1] {
      let fit = fitLogistic(
        LogisticProblem(rows, labels: labels), Penalty(strength, l1Share: l1Share))
      #expect(fit.converged)
      #expect(fit.model.base.isFinite)
      #expect(zip(fit.model.odds(rows), labels).allSatisfy { ($0 > 0) == $1 })
    }
  }

  @Test("labels that are all alike give a base and no weights", arguments: [true, false])
  func allAlike(label: Bool) {
    let labels = [Bool](repeating: label, count: 12)
    for share in [0.0, 0.5, 1] {
      let fit = fitLogistic(
        LogisticProblem(twelve, labels: labels, rowWeights: balanced(labels)),
        Penalty(1, l1Share: share))
      #expect(fit.converged)
      #expect(fit.model.weights.allSatisfy { abs($0.value) < 0.01 })
      #expect(fit.model.odds(twelve).allSatisfy { ($0 > 3) == label && $0.isFinite })
    }
  }

  @Test("without rows, features or labels there is nothing to explain and nothing breaks")
  func empty() {
    for (rows, labels) in [
      ([], []), ([[], [], []], [true, false, true]), ([[.init(3)]], []),
    ] as [([[SparseRows.Entry]], [Bool])] {
      let problem = LogisticProblem(SparseRows(rows), labels: labels)
      let fit = fitLogistic(problem, Penalty(1))
      #expect(fit.model.weights.isEmpty)
      #expect(fit.converged)
      #expect(chooseFeatures(problem, wished: 3).features.isEmpty)
    }
    let odd = fitLogistic(
      LogisticProblem(SparseRows([[], [], [], []]), labels: [true, true, true, false]),
      Penalty(1), until: exactly)
    #expect(isClose(odd.model.base, log(3)))
  }

  @Test("a feature that is the same in every row is left to the base")
  func constant() {
    let rows = SparseRows((0..<12).map { [.init(0, 2)] + [SparseRows.Entry](twelve[$0]).shifted })
    for share in [0.0, 1] {
      let penalty = Penalty(1, l1Share: share)
      let with = fitLogistic(
        LogisticProblem(rows, labels: twelveLabels), penalty, until: exactly)
      let without = fitLogistic(problem, penalty, until: exactly)
      let expected = numbers(without.model, features: 4)
      let found = numbers(with.model, features: 5)
      #expect(with.converged)
      #expect(isClose(found[1], 0))
      #expect(isClose(found[0], expected[0]))
      #expect(zip(found.dropFirst(2), expected.dropFirst()).allSatisfy { isClose($0, $1) })
    }
  }

  @Test("two columns that are the same share the weight under L2 and need only one under L1")
  func duplicates() {
    let rows = SparseRows((0..<12).map { [SparseRows.Entry](twelve[$0]) + twelve[$0].twice })
    let doubled = LogisticProblem(rows, labels: twelveLabels)
    let ridge = fitLogistic(doubled, Penalty(1), until: exactly)
    let found = numbers(ridge.model, features: 8)
    for feature in 1...4 { #expect(isClose(found[feature], found[feature + 4])) }
    let lasso = fitLogistic(doubled, Penalty(0.5, l1Share: 1), until: exactly)
    #expect(lasso.converged)
    let single = fitLogistic(problem, Penalty(0.5, l1Share: 1), until: exactly)
    #expect(
      zip(lasso.model.odds(rows), single.model.odds(twelve)).allSatisfy { isClose($0, $1) })
  }

  @Test("a warm start ends where a cold one does, sooner")
  func warm() {
    let random = RandomRows(300, features: 60, active: 8, seed: 3)
    let problem = LogisticProblem(SparseRows(random.rows), labels: random.labels)
    for share in [0.0, 1] {
      let near = fitLogistic(problem, Penalty(1.1, l1Share: share), until: exactly)
      let cold = fitLogistic(problem, Penalty(1, l1Share: share), until: exactly)
      let warm = fitLogistic(
        problem, Penalty(1, l1Share: share), from: near.model, until: exactly)
      #expect(warm.iterations < cold.iterations)
      #expect(
        zip(numbers(warm.model, features: 60), numbers(cold.model, features: 60))
          .allSatisfy { isClose($0, $1) })
    }
  }

  @Test(
    "few features or many: at the end no weight can better itself",
    arguments: [(20, 0.5), (20, 1), (200, 0.01), (200, 0.1), (200, 1)])
  func rest(features: Int, l1Share: Double) {
    let random = RandomRows(150, features: features, active: 6, seed: 17)
    let rows = SparseRows(random.rows)
    let penalty = Penalty(0.5, l1Share: l1Share)
    let fit = fitLogistic(LogisticProblem(rows, labels: random.labels), penalty, until: exactly)
    #expect(fit.converged)
    let slopes = zip(fit.model.odds(rows), random.labels).map {
      probability(odds: $0) - ($1 ? 1 : 0)
    }
    #expect(isClose(slopes.reduce(0, +), 0))
    let weights = numbers(fit.model, features: features).dropFirst()
    for (feature, weight) in zip(0..<features, weights) {
      let slope = rows.rows(with: feature).reduce(0) { $0 + slopes[$1.row] * Double($1.value) }
      let smooth = slope + penalty.strength * (1 - l1Share) * weight
      let cost = penalty.strength * l1Share
      if weight == 0 {
        #expect(abs(smooth) <= cost + 1e-6)
      } else {
        #expect(isClose(smooth, weight > 0 ? -cost : cost))
      }
    }
  }

  @Test("a start far off, where a plain Newton step would overshoot, ends in the same place")
  func farOff() {
    let far = LogisticModel(base: 15, weights: [.init(0, -30), .init(3, 20), .init(77, 1)])
    for share in [0.0, 0.5, 1] {
      let penalty = Penalty(0.5, l1Share: share)
      let near = fitLogistic(problem, penalty, until: exactly)
      let fit = fitLogistic(problem, penalty, from: far, until: exactly)
      #expect(areClose(fit, numbers(near.model, features: 4)))
    }
  }

  @Test("the same problem gives the same model to the last bit")
  func deterministic() {
    let random = RandomRows(200, features: 50, active: 6, seed: 5)
    let problem = LogisticProblem(SparseRows(random.rows), labels: random.labels)
    for share in [0.0, 0.5, 1] {
      let penalty = Penalty(0.7, l1Share: share)
      #expect(fitLogistic(problem, penalty) == fitLogistic(problem, penalty))
    }
    #expect(chooseFeatures(problem, wished: 10) == chooseFeatures(problem, wished: 10))
  }

  @Test("numbers that are none do no harm")
  func notNumbers() {
    let rows = SparseRows(
      [
        [.init(0, .nan), .init(1)], [.init(1, .infinity)], [.init(-4)], [.init(2)], [.init(9)],
      ], featureCount: 3)
    #expect((0..<5).map { rows[$0].map(\.feature) } == [[1], [], [], [2], []])
    var problem = LogisticProblem(rows, labels: [true, false, true, false, true])
    problem.rowWeights = [1, .nan, -.infinity, 1, -3]
    problem.offsets = [.nan, 0]
    let fit = fitLogistic(problem, Penalty(.nan, factors: [.nan, -1, 1]))
    #expect(fit.model.base.isFinite)
    #expect(fit.model.weights.allSatisfy { $0.value.isFinite })
  }
}

extension [SparseRows.Entry] {
  fileprivate var shifted: [SparseRows.Entry] { map { .init($0.feature + 1, $0.value) } }
}

extension ArraySlice<SparseRows.Entry> {
  fileprivate var twice: [SparseRows.Entry] { map { .init($0.feature + 4, $0.value) } }
}
