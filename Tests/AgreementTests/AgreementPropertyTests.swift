import Agreement
import Testing

/// Ratings that are the same in every run.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("What holds for any ratings")
struct AgreementPropertyTests {
  /// Rows of units, columns of raters who agree more or less.
  private static let blocks: [[[Double]]] = (1...30).map { seed in
    var chance = Chance(state: UInt64(seed))
    let raters = seed % 3 + 2
    return (0..<(8 + seed * 3)).map { _ in
      let level = Int.random(in: 1...5, using: &chance)
      return (0..<raters).map { _ in
        Double(min(5, max(1, level + Int.random(in: -1...1, using: &chance))))
      }
    }
  }

  @Test("raters who give the same have kappa, correlations and alpha 1", arguments: blocks)
  func identical(_ block: [[Double]]) throws {
    let row = block.map { $0[0] }
    let table = AgreementTable(row, row, categories: [1, 2, 3, 4, 5])
    for weights in [AgreementWeights.nominal, .linear, .quadratic] {
      #expect(fourDigits(table.cohensKappa(weights)) == 1)
      #expect(fourDigits(table.gwetsAC1(weights)) == 1)
    }
    let found = try #require(IntraclassCorrelations(row.map { [$0, $0, $0] }))
    for one in [found.oneWay, found.absolute, found.consistency, found.absoluteOfMean] {
      #expect(fourDigits(one?.value) == 1)
      #expect(one?.interval == nil)
    }
    let alpha = KrippendorffsAlpha(units: row.map { [$0, $0] })
    for scale in [RatingScale.nominal, .ordinal, .interval] {
      #expect(fourDigits(alpha.value(scale)) == 1)
    }
  }

  @Test(
    "correlations stay where all raters give more; consistency where one does", arguments: blocks)
  func constants(_ block: [[Double]]) throws {
    let before = try #require(IntraclassCorrelations(block))
    let raised = try #require(IntraclassCorrelations(block.map { $0.map { $0 + 1_000_000 } }))
    for part in [
      \IntraclassCorrelations.oneWay, \.absolute, \.consistency, \.absoluteOfMean,
    ] {
      #expect(fourDigits(raised[keyPath: part]?.value) == fourDigits(before[keyPath: part]?.value))
      let (low, high) = (raised[keyPath: part]?.interval?.low, before[keyPath: part]?.interval?.low)
      #expect(fourDigits(low) == fourDigits(high))
    }
    let lenient = try #require(IntraclassCorrelations(block.map { [$0[0] + 2] + $0.dropFirst() }))
    #expect(fourDigits(lenient.consistency?.value) == fourDigits(before.consistency?.value))
    #expect(fourDigits(lenient.absolute?.value) != fourDigits(before.absolute?.value))
    let units = KrippendorffsAlpha(units: block).value(.interval)
    let moved = KrippendorffsAlpha(units: block.map { $0.map { $0 + 1_000_000 } })
    #expect(fourDigits(moved.value(.interval)) == fourDigits(units))
  }

  @Test(
    "each correlation lies within its interval, and the interval within -1 and 1", arguments: blocks
  )
  func within(_ block: [[Double]]) throws {
    let found = try #require(IntraclassCorrelations(block))
    for one in [found.oneWay, found.absolute, found.consistency, found.absoluteOfMean] {
      let (one, interval) = (try #require(one), try #require(one?.interval))
      #expect(interval.low < one.value && one.value < interval.high && interval.high <= 1)
    }
  }

  @Test("quadratic kappa is ICC(2,1) but for the size of the sample", arguments: blocks)
  func kappaAndCorrelation(_ block: [[Double]]) throws {
    let pairs = block.map { [$0[0], $0[1]] }
    let n = Double(pairs.count)
    let table = AgreementTable(
      pairs.map { $0[0] }, pairs.map { $0[1] }, categories: [1, 2, 3, 4, 5])
    let kappa = try #require(table.cohensKappa(.quadratic))
    let found = try #require(IntraclassCorrelations(pairs)?.absolute?.value)
    // Fleiss and Cohen (1973), with the divisors of both written out.
    #expect(abs(1 / found - ((n - 1) / kappa + 1) / n) < 1e-9)
  }

  @Test(
    "alpha of two raters without gaps is Scott's pi with its term for small samples",
    arguments: blocks)
  func scottsPi(_ block: [[Double]]) throws {
    let pairs = block.map { [$0[0], $0[1]] }
    let n = Double(pairs.count)
    let same = Double(pairs.count { $0[0] == $0[1] }) / n
    let byChance = (1...5).reduce(0.0) { sum, level in
      let share = Double(pairs.joined().count { $0 == Double(level) }) / (2 * n)
      return sum + share * share
    }
    let pi = (same - byChance) / (1 - byChance)
    let alpha = try #require(KrippendorffsAlpha(units: pairs).value(.nominal))
    #expect(abs(alpha - (pi + (1 - pi) / (2 * n))) < 1e-9)
  }

  @Test("for two levels all scales of alpha are one", arguments: blocks)
  func twoLevels(_ block: [[Double]]) {
    let alpha = KrippendorffsAlpha(units: block.map { $0.map { $0 > 3 ? 5 : 1 } })
    #expect(fourDigits(alpha.value(.ordinal)) == fourDigits(alpha.value(.nominal)))
    #expect(fourDigits(alpha.value(.interval)) == fourDigits(alpha.value(.nominal)))
  }
}
