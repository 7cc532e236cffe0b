import Agreement

/// How near a rater's levels lie to gold over a whole kit.
///
/// A unit is one dimension of one transcript; where either side says that it could not be judged there is
/// none.
package struct KitResult: Sendable, Hashable {
  /// On one dimension, over all transcripts.
  package struct Dimension: Sendable, Hashable {
    package var id: String
    package var title: String
    package var units: Int
    /// Mean of given less gold, in levels; above 0 is lenient.
    package var difference: Double?
    /// Mean of what lies between given and gold, in levels.
    package var distance: Double?
  }

  package var units: Int
  /// ICC(2,1) of given and gold, absolute agreement; nil where it is not defined.
  package var correlation: Estimate?
  package var difference: Double?
  package var distance: Double?
  /// In the order of the kit.
  package var dimensions: [Dimension]
  /// Of all gates, how many were given as in gold.
  package var gatesAsGold: Int
  package var gates: Int

  /// Numbers of the clinical reference, section 6.2 (10).
  package static let leastCorrelation = 0.70
  package static let mostDistance = 0.5
  package static let fewestUnits = Fewest.sessions

  package var isTooFew: Bool { units < Self.fewestUnits }

  /// One of the two is enough; a number that is not defined, or rests on too few, never is.
  package var isPassed: Bool {
    guard !isTooFew else { return false }
    return correlation.map { $0.value >= Self.leastCorrelation } ?? false
      || distance.map { $0 <= Self.mostDistance } ?? false
  }

  package init(of anchors: [AnchorRating]) {
    var titles: [(id: String, title: String)] = []
    var pairs: [String: [(given: Int, gold: Int)]] = [:]
    (gates, gatesAsGold) = (0, 0)
    for anchor in anchors where anchor.submitted != nil {
      for rating in anchor.ratings {
        guard let gold = anchor.gold[rating.dimension] else { continue }
        if rating.isGate {
          gates += 1
          gatesAsGold += rating.score == gold ? 1 : 0
          continue
        }
        if pairs[rating.dimension] == nil { titles.append((rating.dimension, rating.title)) }
        pairs[rating.dimension, default: []] +=
          rating.score?.level.flatMap { given in gold.level.map { [(given, $0)] } } ?? []
      }
    }
    let all = titles.flatMap { pairs[$0.id] ?? [] }
    units = all.count
    correlation = IntraclassCorrelations(all.map { [Double($0.given), Double($0.gold)] })?.absolute
    difference = mean(all.map { $0.given - $0.gold })
    distance = mean(all.map { abs($0.given - $0.gold) })
    dimensions = titles.map { id, title in
      let own = pairs[id] ?? []
      return Dimension(
        id: id, title: title, units: own.count, difference: mean(own.map { $0.given - $0.gold }),
        distance: mean(own.map { abs($0.given - $0.gold) }))
    }
  }
}

private func mean(_ values: [Int]) -> Double? {
  values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
}
