import Testing

@testable import Calibration

@Suite("Choice of features")
struct FeatureChoiceTests {
  private let random = RandomRows(600, features: 80, active: 10, seed: 11)
  private var problem: LogisticProblem {
    LogisticProblem(SparseRows(random.rows), labels: random.labels)
  }

  @Test("the features that speak are chosen first")
  func firstThree() {
    #expect(chooseFeatures(problem, wished: 3).features == [0, 1, 2])
  }

  @Test("as many as wished, or a few less", arguments: [1, 10, 30])
  func asWished(wished: Int) {
    let choice = chooseFeatures(problem, wished: wished)
    #expect((wished * 8 / 10...wished).contains(choice.features.count))
    #expect(choice.features == choice.features.sorted())
  }

  @Test("a feature that is kept out is never chosen, a free one always")
  func factors() {
    var factors = [Float](repeating: 1, count: 80)
    factors[0] = .infinity
    factors[79] = 0
    let choice = chooseFeatures(problem, wished: 3, factors: factors)
    #expect(choice.features == [1, 2, 79])
    let kept = choice.factors(from: factors, featureCount: 80)
    #expect(kept.indices.filter { kept[$0].isFinite } == [1, 2, 79])
    #expect(kept[79] == 0)
  }

  @Test("fitted again without the L1 cost, the chosen weigh more and no other has a weight")
  func refitted() {
    let choice = chooseFeatures(problem, wished: 3)
    let factors = choice.factors(featureCount: 80)
    let fit = fitLogistic(problem, Penalty(1, factors: factors))
    #expect(fit.model.weights.map(\.feature) == [0, 1, 2])
    for (final, rough) in zip(fit.model.weights, choice.model.weights) {
      #expect(final.value > rough.value)
    }
  }

  @Test("few rows: the choice ends before it fits noise")
  func fewRows() {
    let choice = chooseFeatures(
      LogisticProblem(twelve, labels: twelveLabels), wished: 300)
    #expect(choice.features.count <= 4)
    #expect(choice.strength > 0)
  }
}
