import Foundation
import Testing

@testable import Calibration

@Suite("Platt scaling and thresholds")
struct PlattScalingTests {
  private let odds = [-3, -2.5, -2, -1, -0.5, 0, 0.5, 1, 2, 2.5]
  private let labels = [0, 0, 0, 1, 0, 0, 1, 0, 1, 1].map { $0 == 1 }

  @Test("slope and shift are those of scipy's minimiser on the smoothed targets")
  func scipy() throws {
    let scaling = try #require(PlattScaling(odds: odds, labels: labels))
    #expect(isClose(scaling.slope, 0.55974212))
    #expect(isClose(scaling.shift, -0.28636873))
  }

  @Test("separable odds give a finite slope")
  func separable() throws {
    let labels = odds.map { $0 > 0.7 }
    let scaling = try #require(PlattScaling(odds: odds, labels: labels))
    #expect((0.5...2).contains(scaling.slope))
    #expect(scaling.probability(odds: 1e300) == 1)
    #expect(scaling.probability(odds: -1e300) == 0)
  }

  @Test("odds that point the wrong way say nothing")
  func wrongWay() throws {
    let scaling = try #require(PlattScaling(odds: odds.map { -$0 }, labels: labels))
    #expect(scaling.slope == 0)
    #expect(isClose(scaling.probability(odds: 5), (4 * 5.0 / 6 + 6 * 1.0 / 8) / 10))
  }

  @Test("labels that are all alike, equal odds and huge odds do no harm")
  func extremes() throws {
    #expect(PlattScaling(odds: [], labels: []) == nil)
    #expect(PlattScaling(odds: [.nan], labels: [true]) == nil)
    for labels in [[true, true, true], [false, false, false], [true, false, true]] {
      for odds in [[1.0, 1, 1], [0, 0, 0], [-1e8, 0, 1e8], [1e-300, 0, 1]] {
        let scaling = try #require(PlattScaling(odds: odds, labels: labels))
        #expect(scaling.slope >= 0 && scaling.slope.isFinite && scaling.shift.isFinite)
      }
    }
  }

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
