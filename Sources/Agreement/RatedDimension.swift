/// How well raters agree on one dimension with levels.
package struct RatedDimension: Sendable, Hashable {
  /// Everybody who rated, by name.
  package var raters: [String]
  /// Units that two or more rated, and the pairs below.
  package var units: Int
  /// Units that one alone rated, or nobody could.
  package var single: Int
  /// Rows are levels of the first rater of each unit, columns of the second. Where two people rated,
  /// the first by name has the rows; else the rating that came first has.
  package var table: AgreementTable
  /// The levels of the table.
  package var levels: [Int]
  /// Share of pairs that differ by one level at most.
  package var withinOne: Double?
  package var spread: BlandAltman?
  /// Of the units that all raters rated; where there are none, of the pairs, and then one-way only.
  package var correlations: IntraclassCorrelations?
  package var isCompleteBlock: Bool
  /// Of all ratings.
  package var alphaNominal: Estimate?
  package var alphaOrdinal: Estimate?
  package var alphaInterval: Estimate?

  package var pairsAreTooFew: Bool { units < Fewest.sessions }
  package var blockIsTooFew: Bool { (correlations?.units ?? 0) < Fewest.sessions }
  package var unitsAreTooFew: Bool { units < Fewest.units }

  /// A rater's second rating of the same unit does not count, nor does a level outside of `levels` in
  /// the table.
  package init(
    _ items: [RatedItem], levels: [Int] = [1, 2, 3, 4, 5], bootstrap: Bootstrap = Bootstrap()
  ) {
    self.levels = levels
    let all = ratingsByUnit(items).map { unit in
      var seen: Set<String> = []
      return unit.filter { seen.insert($0.item.rater).inserted }
    }
    let raters = Set(all.joined().map(\.item.rater)).sorted()
    self.raters = raters
    let doubles = all.filter { $0.count > 1 }
    units = doubles.count
    single = Set(items.map(\.unit)).count - doubles.count

    let pairs = doubles.map { unit in
      raters.count == 2 ? unit.sorted { $0.item.rater < $1.item.rater } : unit
    }
    let (first, second) = (pairs.map { $0[0].value }, pairs.map { $0[1].value })
    table = AgreementTable(first, second, categories: levels.map(Double.init))
    withinOne = ratio(zip(first, second).count { abs($0 - $1) <= 1 }, pairs.count)
    spread = BlandAltman(first, second)

    let whole = doubles.filter { $0.count == raters.count }.map { unit in
      unit.sorted { $0.item.rater < $1.item.rater }.map(\.value)
    }
    isCompleteBlock = !whole.isEmpty
    correlations = IntraclassCorrelations(
      isCompleteBlock ? whole : zip(first, second).map { [$0, $1] })
    if !isCompleteBlock {
      correlations?.absolute = nil
      correlations?.consistency = nil
      correlations?.absoluteOfMean = nil
    }

    let alpha = KrippendorffsAlpha(units: doubles.map { $0.map(\.value) })
    let estimates = alpha.estimates([.nominal, .ordinal, .interval], bootstrap)
    (alphaNominal, alphaOrdinal, alphaInterval) = (estimates[0], estimates[1], estimates[2])
  }
}
