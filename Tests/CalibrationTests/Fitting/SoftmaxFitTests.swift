import Testing

@testable import Calibration

@Suite("Softmax regression")
struct SoftmaxFitTests {
  private let classes: [Int?] = [0, 1, 2, 1, 1, 0, 2, 1, 0, 2, 1, 0]

  @Test("three classes: the weights are those of scikit-learn")
  func threeClasses() {
    let fit = fitSoftmax(
      twelve, classes: classes, count: 3, strength: 1,
      until: Stopping(slope: 1e-9, iterations: 100))
    let expected = [
      [
        -1.1790192684695842, 0.18411927613589185, -0.04403796106694744, 0.1245304993712713,
        1.292414277165816,
      ],
      [
        0.539304808904602, -0.5252381112680612, 0.3146737073821174, 0.6957960867185407,
        -0.6725663173217326,
      ],
      [
        0.6397144595649813, 0.34111883513216934, -0.2706357463151701, -0.8203265860898121,
        -0.6198479598440838,
      ],
    ]
    #expect(fit.converged)
    for (model, expected) in zip(fit.models, expected) {
      #expect(
        zip(numbers(model, features: 4), expected).allSatisfy { isClose($0, $1) }, "\(model)")
    }
  }

  @Test("probabilities of a row add up to 1, and a row of no class is left out")
  func probabilities() {
    var classes = classes
    classes[3] = nil
    classes[4] = 17
    let fit = fitSoftmax(twelve, classes: classes, count: 3, strength: 1)
    #expect(fit.probabilities(twelve).allSatisfy { isClose($0.reduce(0, +), 1, within: 1e-12) })
    let kept = twelveRows(without: [3, 4])
    let same = fitSoftmax(
      kept, classes: classes.enumerated().filter { ![3, 4].contains($0.offset) }.map(\.element),
      count: 3, strength: 1)
    for (one, other) in zip(fit.models, same.models) {
      #expect(zip(one.weights, other.weights).allSatisfy { isClose($0.value, $1.value) })
    }
  }

  @Test("no class, one class, a class without rows and no rows do no harm")
  func fewClasses() {
    #expect(fitSoftmax(twelve, classes: classes, count: 0, strength: 1).models.isEmpty)
    let one = fitSoftmax(twelve, classes: classes, count: 1, strength: 1)
    #expect(one.probabilities(twelve).allSatisfy { $0 == [1] })
    let four = fitSoftmax(twelve, classes: classes, count: 4, strength: 1)
    #expect(four.probabilities(twelve).allSatisfy { $0[3] < 0.01 })
    let none = fitSoftmax(SparseRows([]), classes: [], count: 3, strength: 1)
    #expect(none.converged && none.models.count == 3)
  }

  private func twelveRows(without left: Set<Int>) -> SparseRows {
    SparseRows((0..<12).filter { !left.contains($0) }.map { [SparseRows.Entry](twelve[$0]) })
  }
}
