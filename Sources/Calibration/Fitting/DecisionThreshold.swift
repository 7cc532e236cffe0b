/// The odds from which on saying yes gives the best F1.
package struct DecisionThreshold: Sendable, Hashable {
  /// Half way between the lowest odds taken and the highest not taken.
  package var odds: Double
  /// The harmonic mean of precision and recall there.
  package var f1: Double

  package init(odds: Double, f1: Double) {
    self.odds = odds
    self.f1 = f1
  }

  /// Found on odds of items that the model was not fitted to; nil without positives.
  ///
  /// Of several thresholds that are as good, the highest.
  package init?(odds: [Double], labels: [Bool]) {
    let items = zip(odds, labels).filter { $0.0.isFinite }.sorted { $0.0 > $1.0 }
    let positives = items.count { $0.1 }
    guard positives > 0 else { return nil }
    var hits = 0
    var best: DecisionThreshold?
    for (place, item) in items.enumerated() {
      hits += item.1 ? 1 : 0
      let next = place + 1 < items.count ? items[place + 1].0 : item.0
      // Equal odds are taken together or not at all.
      if place + 1 < items.count && next == item.0 { continue }
      let f1 = 2 * Double(hits) / Double(place + 1 + positives)
      if f1 > best?.f1 ?? 0 { best = DecisionThreshold(odds: (item.0 + next) / 2, f1: f1) }
    }
    guard let best else { return nil }
    self = best
  }
}
