import Testing

@testable import Calibration

@Suite("The odds from which a code counts")
struct DecisionThresholdTests {
  private let odds = [-3, -2.5, -2, -1, -0.5, 0, 0.5, 1, 2, 2.5]
  private let labels = [0, 0, 0, 1, 0, 0, 1, 0, 1, 1].map { $0 == 1 }

  @Test("the threshold is half way between the odds it parts, where F1 is best")
  func threshold() throws {
    // Taking the upper four: 3 hits of 4 positives. Taking seven: 4 hits, 3 false alarms.
    let threshold = try #require(DecisionThreshold(odds: odds, labels: labels))
    #expect(threshold == DecisionThreshold(odds: 0.25, f1: 0.75))
  }

  @Test("equal odds are taken together; without positives there is no threshold")
  func ties() {
    #expect(
      DecisionThreshold(odds: [1, 1, 0], labels: [true, false, false])
        == DecisionThreshold(odds: 0.5, f1: 2 / 3))
    #expect(
      DecisionThreshold(odds: [2, 2], labels: [true, true]) == DecisionThreshold(odds: 2, f1: 1))
    #expect(DecisionThreshold(odds: [1, 2], labels: [false, false]) == nil)
  }
}
