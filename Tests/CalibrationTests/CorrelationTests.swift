import Agreement
import Testing

@testable import Calibration

/// Rounded to four digits, as the published values are.
func fourDigits(_ number: Double?) -> Double? { number.map { ($0 * 10_000).rounded() / 10_000 } }

@Suite("Correlations and areas")
struct CorrelationTests {
  @Test("correlations of numbers and of ranks")
  func correlations() {
    // By hand: sums of products 8 and of squares 10 and 10.
    #expect(fourDigits(pearsonCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])) == 0.8)
    #expect(fourDigits(pearsonCorrelation([1, 2, 3], [1, 10, 1000])) == 0.8699)
    #expect(fourDigits(spearmanCorrelation([1, 2, 3], [1, 10, 1000])) == 1)
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    #expect(fourDigits(spearmanCorrelation([0, 7, 7, 9], [1, 2, 3, 4])) == 0.9487)
    #expect(pearsonCorrelation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(pearsonCorrelation([1, 2], [1, 2]) == nil)
    #expect(spearmanCorrelation([], []) == nil)
  }

  @Test("the area counts pairs won, halves for equal ones")
  func area() {
    // Of six pairs: 3 beats 1 and 2, 2 beats 1 and is equal to 2, 1 is equal to 1: 4 of 6.
    #expect(fourDigits(AreaUnderCurve([3, 2, 1], over: [1, 2]).value) == 0.6667)
    #expect(AreaUnderCurve([5, 6], over: [1, 2]).value == 1)
    #expect(AreaUnderCurve([5, 6], over: [1, 2]).value(drawn: [3, 0, 0, 2]) == 1)
    #expect(AreaUnderCurve([5, 6], over: [1, 2]).value(drawn: [0, 0, 1, 3]) == nil)
    #expect(AreaUnderCurve([], over: [1]).value == nil)
  }
}

@Suite("Confidence that means something")
struct CalibrationCurveTests {
  @Test("bins, promises and the expected error")
  func curve() {
    var curve = CalibrationCurve()
    for isRight in [true, true, true, false] { curve.add(confidence: 0.95, isRight: isRight) }
    for isRight in [true, false] { curve.add(confidence: 0.45, isRight: isRight) }
    curve.add(confidence: 1, isRight: true)
    curve.add(confidence: 0.2, isRight: false)
    #expect(curve.bins.map(\.count) == [0, 0, 1, 0, 2, 0, 0, 0, 0, 5])
    #expect(curve.sure.count == 5 && curve.sure.right == 4)
    #expect(curve.unsure.count == 2 && curve.unsure.right == 1)
    // .2 once, .05 twice, .96 against .8 five times.
    #expect(fourDigits(curve.expectedError) == 0.1375)
  }

  @Test("numbers that are no confidence do no harm")
  func odd() {
    var curve = CalibrationCurve()
    for confidence in [Double.nan, -3, 7, .infinity] {
      curve.add(confidence: confidence, isRight: false)
    }
    #expect(curve.bins[0].count == 3 && curve.bins[9].count == 1)
    #expect(CalibrationCurve().expectedError == nil)
  }
}
