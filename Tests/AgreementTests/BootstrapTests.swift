import Agreement
import Testing

@Suite("Intervals by drawing again")
struct BootstrapTests {
  @Test("the same seed gives the same interval, another one another")
  func deterministic() {
    func interval(_ seed: UInt64) -> Interval? {
      Bootstrap(draws: 200, seed: seed).intervals(clusters: 20, count: 1) { times in
        [times.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) } / 20]
      }.first ?? nil
    }
    #expect(interval(1) == interval(1))
    #expect(interval(1) != interval(2))
  }

  @Test("the interval of a mean lies where theory has it")
  func mean() throws {
    // 100 numbers 0 … 99: mean 49.5, standard error 28.87 / 10; 1.96 of these on both sides.
    let found = Bootstrap(draws: 4000).intervals(clusters: 100, count: 1) { times in
      [times.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) } / 100]
    }
    let interval = try #require(found.first ?? nil)
    #expect(abs(interval.low - 43.84) < 0.4)
    #expect(abs(interval.high - 55.16) < 0.4)
  }

  @Test("every draw has as many clusters as there are")
  func sizes() {
    _ = Bootstrap(draws: 50).intervals(clusters: 7, count: 1) { times in
      #expect(times.reduce(0, +) == 7)
      return [nil]
    }
  }

  @Test("one cluster, or a figure that is rarely defined, has no interval")
  func none() {
    #expect(Bootstrap(draws: 9).intervals(clusters: 1, count: 2) { _ in [1, 1] } == [nil, nil])
    var draw = 0
    let found = Bootstrap(draws: 100).intervals(clusters: 5, count: 2) { _ in
      draw += 1
      return [draw <= 49 ? 1 : nil, draw <= 50 ? 1 : nil]
    }
    #expect(found == [nil, Interval(1, 1)])
  }
}
