import Testing

@testable import Agreement

private func items(_ first: [Double?], _ second: [Double?], offset: Int = 0) -> [RatedItem] {
  zip(first, second).enumerated().flatMap { unit, pair in
    [
      RatedItem(unit: "s\(unit)", rater: "kaya", value: pair.0, day: offset + 10 * unit),
      RatedItem(
        unit: "s\(unit)", rater: "moss", value: pair.1, isSecond: true, day: offset + 10 * unit),
    ]
  }
}

@Suite("Agreement on a dimension")
struct RatedDimensionTests {
  @Test("two raters are compared in the order of their names, whoever came first")
  func pairs() {
    var rated = items([1, 2, 3, 4, nil], [2, 2, 5, 4, 5])
    // Moss was first here, and Kaya second.
    rated.append(RatedItem(unit: "t", rater: "moss", value: 1))
    rated.append(RatedItem(unit: "t", rater: "kaya", value: 3, isSecond: true))
    let found = RatedDimension(rated)
    #expect(found.raters == ["kaya", "moss"])
    #expect(found.units == 5 && found.single == 1)
    #expect(found.table[0, 1] == 1 && found.table[2, 4] == 1 && found.table[2, 0] == 1)
    #expect(found.table.agreement == 0.4 && found.withinOne == 0.6)
    #expect(found.block == ["kaya", "moss"] && found.correlations?.units == 5)
    #expect(found.pairsAreTooFew && found.unitsAreTooFew && found.blockIsTooFew)
  }

  @Test("raters who never rated the same sessions all together have no two-way correlation")
  func incomplete() {
    let raters = ["a", "b", "c"]
    let rated = (0..<60).map { number in
      let (unit, rater) = (number / 2, number / 2 + number % 2)
      return RatedItem(
        unit: "\(unit)", rater: raters[rater % 3], value: Double((unit * 7 + rater) % 5 + 1),
        isSecond: rater > unit)
    }
    let found = RatedDimension(rated)
    #expect(found.units == 30 && found.block.isEmpty && !found.unitsAreTooFew)
    #expect(found.correlations?.oneWay != nil)
    #expect(found.correlations?.absolute == nil && found.correlations?.absoluteOfMean == nil)
    #expect(found.alphaOrdinal?.interval != nil)
  }

  @Test(
    "a third rater who rated once, alone or beside another, changes nothing for two who rate all")
  func third() throws {
    let rated = items(
      (0..<20).map { Double($0 % 5 + 1) }, (0..<20).map { Double(($0 + $0 / 7) % 5 + 1) })
    let two = RatedDimension(rated)
    let absolute = try #require(two.correlations?.absolute)
    var alone = RatedDimension(rated + [RatedItem(unit: "z", rater: "anna", value: 3)])
    #expect(alone.single == 1)
    alone.single = 0
    #expect(alone == two)
    let beside = RatedDimension(
      rated + [
        RatedItem(unit: "z", rater: "moss", value: 2),
        RatedItem(unit: "z", rater: "anna", value: 2, isSecond: true),
      ])
    #expect(beside.raters == ["anna", "kaya", "moss"] && beside.block == ["kaya", "moss"])
    #expect(beside.correlations?.absolute == absolute)
    #expect(beside.correlations?.units == 20 && beside.units == 21)
    // The rows stay those of the first by name.
    #expect(beside.spread?.difference.value == (two.spread?.difference.value ?? 0) * 20 / 21)
    var counts = beside.table.counts
    counts[6] -= 1
    #expect(counts == two.table.counts)
    // One whole block of all three does not hide the twenty of two.
    let whole = RatedDimension(rated + [RatedItem(unit: "s3", rater: "anna", value: 2)])
    #expect(whole.block == ["kaya", "moss"] && whole.correlations?.absolute == absolute)
  }

  @Test("one rater, no variance, one session and nothing but N/A are not numbers")
  func undefined() {
    let alone = RatedDimension([RatedItem(unit: "s", rater: "kaya", value: 3)])
    let nothing = RatedDimension(items([nil, nil], [nil, 2]))
    let flat = RatedDimension(items([3, 3, 3], [3, 3, 3]))
    let one = RatedDimension(items([3], [4]))
    for found in [alone, nothing, flat, one, RatedDimension([])] {
      #expect(found.correlations == nil)
      #expect(found.alphaNominal == nil || found.units == 1)
      #expect(found.table.cohensKappa(.quadratic) == nil || found.units == 1)
      #expect(found.spread?.limits == nil)
    }
    #expect(alone.units == 0 && alone.single == 1 && alone.table.agreement == nil)
    #expect(nothing.single == 2 && nothing.withinOne == nil)
    #expect(flat.table.agreement == 1 && flat.alphaOrdinal == nil)
    #expect(one.spread?.difference == Estimate(-1))
    let twice = [4.0, 5].map { RatedItem(unit: "s", rater: "kaya", value: $0) }
    #expect(RatedDimension(twice).units == 0)
  }

  @Test("numbers that are none do no harm")
  func odd() {
    let found = RatedDimension(items([.nan, .infinity, 1e300, 7], [1, 2, -1e300, 0.5]))
    #expect(found.units == 2 && found.table.total == 0)
    #expect(KrippendorffsAlpha(units: [[.nan, 1], [2], []]).value(.interval) == nil)
    #expect(IntraclassCorrelations([[1, 2], [1]]) == nil)
    #expect(IntraclassCorrelations([[.nan, 1], [2, 3]]) == nil)
  }

  @Test("the interval of alpha is the same in every run and narrower with more units")
  func alphaInterval() throws {
    let (first, second) = ([1, 2, 3, 4, 5, 2, 3, 4, 1, 5], [1, 3, 3, 4, 4, 2, 2, 4, 2, 5])
    func width(_ times: Int) throws -> Double {
      let many = (0..<times).flatMap { _ in zip(first, second).map { [Double($0), Double($1)] } }
      let alpha = KrippendorffsAlpha(units: many)
      let found = try #require(alpha.estimates([.ordinal], Bootstrap()).first ?? nil)
      #expect(found == alpha.estimates([.ordinal], Bootstrap()).first)
      let interval = try #require(found.interval)
      #expect(interval.low < found.value && found.value < interval.high)
      return interval.high - interval.low
    }
    #expect(try width(16) < width(1) / 2)
  }
}

@Suite("Leniency and drift")
struct LeniencyTests {
  @Test("a rater who gives one more is lenient by one, and the other strict by one")
  func leniency() throws {
    let found = Agreement.leniency([items([4, 3, 5, 3], [3, 2, 4, 2])])
    #expect(found.map(\.rater) == ["kaya", "moss"])
    // Always by the same: there is no interval that would not feign certainty.
    #expect(found.map(\.difference) == [Estimate(1), Estimate(-1)])
    #expect(found.allSatisfy { $0.isTooFew && $0.units == 4 })
  }

  @Test("with three raters each is compared with the mean of the others")
  func three() {
    let rated = [("a", 5.0), ("b", 2), ("c", 3)].map {
      RatedItem(unit: "s", rater: $0.0, value: $0.1)
    }
    let found = Agreement.leniency([rated])
    #expect(found.map(\.difference?.value) == [2.5, -2, -0.5])
  }

  @Test("the dimensions of a session count once")
  func dimensions() {
    let found = Agreement.leniency([items([4, 3], [3, 3]), items([5, 3], [2, 2])])
    #expect(found[0].units == 2)
    // (1 + 3) / 2 and (0 + 1) / 2.
    #expect(found[0].difference?.value == 1.25)
  }

  @Test("growing milder by one level in ten months is a drift of .1 a month")
  func drift() throws {
    let days = (0...20).map { Double($0) * 10 }
    let first = days.map { 3 + $0 / 304.36875 + ($0.truncatingRemainder(dividingBy: 20) - 5) / 100 }
    let found = Agreement.leniency([items(first, days.map { _ in 3 })])[0]
    let drift = try #require(found.drift)
    #expect(drift.step == .month)
    #expect(abs(drift.slope.value - 0.1) < 0.005)
    let interval = try #require(drift.slope.interval)
    #expect(interval.low < 0.1 && 0.1 < interval.high && interval.low > 0)
  }

  @Test("without days the drift is from rating to rating, and under three there is none")
  func undated() {
    func undated(_ values: [Double]) -> Leniency {
      Agreement.leniency([
        items(values, values.map { _ in 3 }).map {
          RatedItem(unit: $0.unit, rater: $0.rater, value: $0.value)
        }
      ])[0]
    }
    #expect(undated([3, 4, 5]).drift == Drift(slope: Estimate(1), step: .rating))
    #expect(undated([3, 4]).drift == nil)
  }

  @Test("whoever rated alone has no leniency")
  func alone() {
    let found = Agreement.leniency([[RatedItem(unit: "s", rater: "kaya", value: 3)]])
    #expect(found.count == 1 && found[0].units == 0)
    #expect(found[0].difference == nil && found[0].drift == nil)
    #expect(Agreement.leniency([]) == [])
  }
}

@Suite("Agreement on a code")
struct CodeAgreementTests {
  @Test("pairs of coders, counts of sessions and all coders each have their figure")
  func code() throws {
    let places = (0..<60).map { number in
      CodedPlace(
        session: "\(number / 3)",
        given: [number % 4 == 0 ? ["OQ", "RF"] : [], number % 5 == 0 ? ["OQ"] : ["RF"], ["OQ"]])
    }
    let found = CodeAgreement("OQ", places)
    #expect(found.table.counts == [3, 12, 9, 36])
    #expect(found.given == 24 && !found.isTooFew)
    #expect(fourDigits(found.positiveAgreement) == fourDigits(6.0 / 27))
    #expect(fourDigits(found.negativeAgreement) == fourDigits(72.0 / 93))
    #expect(found.correlations?.units == 20 && !found.sessionsAreTooFew)
    #expect(found.alpha?.interval != nil)
    #expect(CodeAgreement("RISK", places).isTooFew)
    #expect(CodeAgreement("RISK", places).table.cohensKappa() == nil)
  }

  @Test("a place that one alone coded does not count")
  func alone() {
    let found = CodeAgreement("OQ", [CodedPlace(session: "s", given: [["OQ"]])])
    #expect(found.table.total == 0 && found.alpha == nil && found.correlations == nil)
  }
}
