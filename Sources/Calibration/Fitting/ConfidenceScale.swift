import Glibc

/// A straight line from odds to the odds of a confidence, laid through two points that mean
/// something: from .40 a code is used at all, from .70 it counts whole.
///
/// .40 lies where giving the code agrees best with people (F1), .70 where among all that lies above
/// enough are right. Both are read off items that the weights were not fitted to.
package struct ConfidenceScale: Sendable, Hashable {
  package var slope: Double
  package var shift: Double

  /// The share of right ones wanted from .70 up: a little more than is promised.
  static let wantedShare = 0.75
  /// From .40 up two of five are right at least, even where a lower threshold would agree better.
  static let leastShare = 0.40
  /// What lies above .70 must be so many at least before its share is believed.
  static let leastItems = 8

  /// Nil without positives.
  ///
  /// Where no part is right often enough, .70 lies above everything seen.
  package init?(odds: [Double], labels: [Bool]) {
    guard var threshold = DecisionThreshold(odds: odds, labels: labels)?.odds else { return nil }
    let items = zip(odds, labels).filter { $0.0.isFinite }.sorted { $0.0 > $1.0 }
    guard let highest = items.first?.0, let lowest = items.last?.0 else { return nil }
    threshold = max(threshold, Self.lowest(items, right: Self.leastShare) ?? highest)
    var sure = highest + 0.5
    var hits = 0
    for (place, item) in items.enumerated() {
      hits += item.1 ? 1 : 0
      if place + 1 < items.count, items[place + 1].0 == item.0 { continue }
      guard item.0 > threshold else { break }
      if place + 1 >= Self.leastItems, Double(hits) >= Self.wantedShare * Double(place + 1) {
        sure = item.0
      }
    }
    // Enough apart that a line can be laid through them, however few the items.
    sure = max(sure, threshold + max(0.1, (highest - lowest) * 0.01))
    let low = log(0.4 / 0.6)
    let high = log(0.7 / 0.3)
    slope = (high - low) / (sure - threshold)
    shift = low - slope * threshold
  }

  /// The lowest odds from which on a share is right, half way to what is no longer taken; nil where
  /// there are none.
  private static func lowest(_ items: [(Double, Bool)], right share: Double) -> Double? {
    var hits = 0
    var result: Double?
    for (place, item) in items.enumerated() {
      hits += item.1 ? 1 : 0
      let next = place + 1 < items.count ? items[place + 1].0 : item.0
      if place + 1 < items.count, next == item.0 { continue }
      if Double(hits) >= share * Double(place + 1) { result = (item.0 + next) / 2 }
    }
    return result
  }
}
