/// How well raters agree on one dimension with levels.
package struct RatedDimension: Sendable, Hashable {
  /// Everybody who rated a unit that another rated, too, by name.
  package var raters: [String]
  /// Units that two or more rated, and the pairs below.
  package var units: Int
  /// Units that one alone rated, or nobody could.
  package var single: Int
  /// Rows are levels of the first rater of each unit by name, columns of the second. Of three and more
  /// in a unit the two ratings count that came first.
  package var table: AgreementTable
  /// The levels of the table.
  package var levels: [Int]
  /// Share of pairs that differ by one level at most.
  package var withinOne: Double?
  package var spread: BlandAltman?
  /// Of the units that everybody in `block` rated; where nobody is, of the pairs, and then one-way only.
  package var correlations: IntraclassCorrelations?
  /// The raters of the correlations, by name: all of them, or the two who share the most units where
  /// all share too few; nobody where those two do, too.
  package var block: [String]
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
    let doubles = all.filter { $0.count > 1 }
    let raters = Set(doubles.joined().map(\.item.rater)).sorted()
    self.raters = raters
    units = doubles.count
    single = Set(items.map(\.unit)).count - doubles.count

    let pairs = doubles.map { $0.prefix(2).sorted { $0.item.rater < $1.item.rater } }
    let (first, second) = (pairs.map { $0[0].value }, pairs.map { $0[1].value })
    table = AgreementTable(first, second, categories: levels.map(Double.init))
    withinOne = ratio(zip(first, second).count { abs($0 - $1) <= 1 }, pairs.count)
    spread = BlandAltman(first, second)

    let shared = doubles.map { unit in
      Dictionary(unit.map { ($0.item.rater, $0.value) }) { first, _ in first }
    }
    block = Self.block(of: raters, shared.map { Set($0.keys) })
    if block.isEmpty {
      correlations = IntraclassCorrelations(zip(first, second).map { [$0, $1] })
      correlations?.absolute = nil
      correlations?.consistency = nil
      correlations?.absoluteOfMean = nil
    } else {
      let block = block
      correlations = IntraclassCorrelations(
        shared.map { given in block.compactMap { given[$0] } }.filter { $0.count == block.count })
    }

    let alpha = KrippendorffsAlpha(units: doubles.map { $0.map(\.value) })
    let estimates = alpha.estimates([.nominal, .ordinal, .interval], bootstrap)
    (alphaNominal, alphaOrdinal, alphaInterval) = (estimates[0], estimates[1], estimates[2])
  }

  /// `units` has who rated each.
  private static func block(of raters: [String], _ units: [Set<String>]) -> [String] {
    guard raters.count > 2 else { return raters }
    let whole = units.count { $0.count == raters.count }
    guard whole < Fewest.sessions else { return raters }
    var pairs: [[String]: Int] = [:]
    for unit in units {
      let names = unit.sorted()
      for (place, name) in names.enumerated() {
        for other in names[(place + 1)...] { pairs[[name, other], default: 0] += 1 }
      }
    }
    let largest = pairs.max { one, other in
      one.value != other.value
        ? one.value < other.value : other.key.lexicographicallyPrecedes(one.key)
    }
    if let largest, largest.value >= Fewest.sessions { return largest.key }
    return whole > 1 ? raters : []
  }
}
