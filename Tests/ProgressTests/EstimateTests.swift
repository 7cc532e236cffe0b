import Testing

@testable import Progress

@Suite("Figures with their uncertainty")
struct EstimateTests {
  @Test("a mean has an interval by Student's t that ends where the scale does")
  func mean() throws {
    let estimate = try #require(MeanEstimate([2, 3, 4], scale: 1...5))
    #expect(estimate.mean == 3)
    // 4.303 × 1 / √3
    #expect(abs((estimate.interval?.low ?? 0) - 1) < 1e-9)
    let free = try #require(MeanEstimate([2, 3, 4])?.interval)
    #expect(abs(free.low - 0.5159) < 0.0001 && abs(free.high - 5.4841) < 0.0001)
  }

  @Test("two values are too few for a mean, and values that are alike feign no certainty")
  func fewAndAlike() {
    #expect(MeanEstimate([2, 3]) == nil)
    #expect(MeanEstimate([4, 4, 4])?.mean == 4)
    #expect(MeanEstimate([4, 4, 4])?.interval == nil)
  }

  @Test("a trend is called one only where its interval is clear of 0, from five sessions on")
  func trend() {
    #expect(Trend([1, 2, 3, 4]) == nil)
    #expect(Trend([1, 2, 2, 3, 4])?.direction == .rose)
    #expect(Trend([4, 3, 2, 2, 1])?.direction == .fell)
    #expect(Trend([2, 2, 2, 2, 3])?.direction == .noClearChange)
    #expect(Trend([3, 3, 3, 3, 3])?.direction == .noClearChange)
    #expect(Trend([1, 2, 3, 4, 5])?.direction == .rose)
    let line = Trend([2, 2, 3, 4, 4])
    #expect(abs((line?.start ?? 0) - 1.8) < 1e-9 && abs((line?.end ?? 0) - 4.2) < 1e-9)
  }

  @Test("a share has Wilson's interval, and what was half met counts half")
  func share() throws {
    let tally = MomentTally(met: 7, half: 2, missed: 1, harmed: 0)
    #expect(tally.share == 0.8)
    let interval = try #require(tally.interval)
    // Wilson 1927 for 8 of 10.
    #expect(abs(interval.low - 0.4902) < 0.0001 && abs(interval.high - 0.9433) < 0.0001)
    #expect(MomentTally().share == nil && MomentTally().interval == nil)
    #expect(MomentTally(missed: 3).interval?.low == 0)
  }

  @Test("a day is read from a time, counted and written again")
  func days() {
    #expect(CalendarDay("1970-01-01T00:00:00Z")?.number == 0)
    #expect(CalendarDay("2026-03-01T09:30:00Z")?.number == 20_513)
    #expect((CalendarDay("2028-02-28").map { $0 + 1 })?.text == "2028-02-29")
    #expect((CalendarDay("2026-12-31").map { $0 + 1 })?.text == "2027-01-01")
    for number in stride(from: -40_000, through: 60_000, by: 37) {
      let day = CalendarDay(number: number)
      #expect(CalendarDay(day.text) == day)
    }
    for text in ["", "2026", "2026-13-01", "yesterday", "99999999999999999999-01-01", "0-0-0"] {
      #expect(CalendarDay(text) == nil, "\(text)")
    }
  }
}
