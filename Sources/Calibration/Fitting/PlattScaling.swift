import Glibc

/// What makes a probability that can be trusted out of odds: slope × odds + shift.
package struct PlattScaling: Sendable, Hashable {
  package var slope: Double
  package var shift: Double

  package init(slope: Double, shift: Double) {
    self.slope = slope
    self.shift = shift
  }

  package func probability(odds: Double) -> Double {
    Calibration.probability(odds: slope * odds + shift)
  }

  /// Fitted to odds of items that the model was not fitted to; nil without items.
  ///
  /// Lin, Lin and Weng 2007, "A note on Platt's probabilistic outputs for support vector machines"
  /// (Machine Learning 68): Newton's method with backtracking on targets that are smoothed by one
  /// item of each kind, so it neither overflows nor runs away on separable odds. Where higher odds
  /// do not go with more positives the slope is 0: then the odds say nothing.
  package init?(odds: [Double], labels: [Bool]) {
    let items = zip(odds, labels).filter { $0.0.isFinite }
    guard !items.isEmpty else { return nil }
    let positives = Double(items.count { $0.1 })
    let negatives = Double(items.count) - positives
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (negatives + 2)
    let targets = items.map { $0.1 ? high : low }
    let odds = items.map(\.0)

    func loss(_ slope: Double, _ shift: Double) -> Double {
      zip(odds, targets).reduce(0) { sum, item in
        let fitted = slope * item.0 + shift
        return sum + logOnePlusExp(fitted) - item.1 * fitted
      }
    }

    var slope = 0.0
    var shift = log((positives + 1) / (negatives + 1))
    var present = loss(slope, shift)
    for _ in 0..<100 {
      // Gradient and Hessian, the latter made a little rounder than it is.
      var (slopeSlope, shiftSlope) = (0.0, 0.0)
      var (slopeBend, shiftBend, bothBend) = (1e-12, 1e-12, 0.0)
      for (odds, target) in zip(odds, targets) {
        let fitted = Calibration.probability(odds: slope * odds + shift)
        let bend = fitted * (1 - fitted)
        slopeSlope += (fitted - target) * odds
        shiftSlope += fitted - target
        slopeBend += bend * odds * odds
        shiftBend += bend
        bothBend += bend * odds
      }
      if abs(slopeSlope) < 1e-9 && abs(shiftSlope) < 1e-9 { break }
      let determinant = slopeBend * shiftBend - bothBend * bothBend
      let slopeMove = -(shiftBend * slopeSlope - bothBend * shiftSlope) / determinant
      let shiftMove = -(slopeBend * shiftSlope - bothBend * slopeSlope) / determinant
      let promised = slopeSlope * slopeMove + shiftSlope * shiftMove
      guard promised < 0, slopeMove.isFinite, shiftMove.isFinite else { break }

      var length = 1.0
      var isBetter = false
      while length > 1e-10, !isBetter {
        let next = loss(slope + length * slopeMove, shift + length * shiftMove)
        if next < present + 1e-4 * length * promised {
          slope += length * slopeMove
          shift += length * shiftMove
          present = next
          isBetter = true
        }
        length /= 2
      }
      if !isBetter { break }
    }
    guard slope > 0 else {
      let mean = targets.reduce(0, +) / Double(targets.count)
      self.init(slope: 0, shift: log(mean / (1 - mean)))
      return
    }
    self.init(slope: slope, shift: shift)
  }
}
