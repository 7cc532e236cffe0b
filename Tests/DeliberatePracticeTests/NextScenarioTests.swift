import Testing

@testable import DeliberatePractice

@Suite("The next scenario")
struct NextScenarioTests {
  private let shelf = [
    PracticeScenario(id: "a", area: "transitions", difficulty: 2),
    PracticeScenario(id: "b", area: "disputes", difficulty: 3),
    PracticeScenario(id: "c", area: "grief", difficulty: 3),
    PracticeScenario(id: "d", area: "grief", difficulty: 5),
  ]

  private func played(_ id: String, _ levels: [Int], failedGate: Bool = false) -> PastSession {
    let scenario = shelf.first { $0.id == id }
    return PastSession(
      scenario: id, area: scenario?.area ?? "", difficulty: scenario?.difficulty ?? 1,
      levels: levels, failedGate: failedGate)
  }

  private func next(_ sessions: PastSession...) -> ScenarioProposal? {
    nextScenario(of: shelf, after: PracticeHistory(sessions: sessions))
  }

  @Test("is the easiest for a beginner, and none where there are none")
  func first() {
    #expect(next()?.scenario.id == "a")
    #expect(next()?.reason == "To begin with, it is among the easiest (difficulty 2).")
    #expect(nextScenario(of: [], after: PracticeHistory()) == nil)
  }

  @Test("is harder after a mean of 4 over two sessions, easier at 2, else near the last one")
  func difficulty() {
    #expect(next(played("a", [5, 4]), played("b", [4, 4]))?.step == .up)
    #expect(next(played("a", [4, 4]), played("b", [4, 3]))?.step == .same)
    #expect(next(played("c", [2, 2]), played("b", [1, 3]))?.step == .down)
    #expect(next(played("c", [2, 2]), played("b", [1, 3]))?.scenario.id == "a")
    #expect(next(played("a", [5]))?.step == .same)
    #expect(next(played("a", []), played("b", [5, 5]))?.step == .same)
  }

  @Test("does not get harder after a gate was failed")
  func gate() {
    #expect(next(played("a", [5]), played("b", [5], failedGate: true))?.step == .same)
  }

  @Test("is one not played before, of an area least practised, and says what is new")
  func area() {
    let proposal = next(played("b", [3]))
    #expect(proposal?.scenario.id == "c")
    #expect(
      proposal?.reason
        == "It is as hard as your last one (difficulty 3). "
        + "You have not practised the area grief yet.")
  }

  @Test("comes again where all near it were played, longest ago first, never the last at once")
  func again() {
    let proposal = next(played("c", [3]), played("a", [3]), played("b", [3]))
    #expect(proposal?.scenario.id == "c")
    #expect(proposal?.isRepeated == true)
    let only = nextScenario(
      of: [shelf[0]], after: PracticeHistory(sessions: [played("a", [3])]))
    #expect(only?.scenario.id == "a")
  }
}
