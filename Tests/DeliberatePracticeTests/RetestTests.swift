import Testing

@testable import DeliberatePractice

@Suite("Spaced re-tests")
struct RetestTests {
  private func after(_ marks: (day: Int, mark: Int)...) -> Retest {
    retest(of: "a", in: marks.map { PastDrill(drill: "a", mark: $0.mark, day: $0.day) })
  }

  @Test("come a day after it went well, then 7 and 30 days after a good re-test, and then no more")
  func spaced() {
    #expect(after() == .none)
    #expect(after((100, 5)) == .due(day: 101, after: 1))
    #expect(after((100, 5), (101, 4)) == .due(day: 108, after: 7))
    #expect(after((100, 5), (101, 4), (110, 5)) == .due(day: 140, after: 30))
    #expect(after((100, 5), (101, 4), (110, 5), (140, 4)) == .settled)
  }

  @Test("begin again at one day after a mark below 4, also where all were done")
  func again() {
    #expect(after((100, 5), (101, 3)) == .due(day: 102, after: 1))
    #expect(after((100, 5), (101, 4), (108, 2)) == .due(day: 109, after: 1))
    #expect(after((0, 5), (1, 4), (8, 5), (38, 4), (50, 3)) == .due(day: 51, after: 1))
  }

  @Test("are not earned before their day, nor by what never went well")
  func early() {
    #expect(after((100, 5), (100, 5), (100, 5)) == .due(day: 101, after: 1))
    #expect(after((100, 3), (101, 2)) == .none)
    #expect(after((100, 3), (101, 4)) == .due(day: 102, after: 1))
  }
}
