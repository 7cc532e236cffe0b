import Testing

@testable import Progress

@Suite("Who is called competent")
struct CompetenceTests {
  /// Five sessions with three patients in two areas, two of them hard; safety passed in the last.
  private let five = (1...5).map { number in
    session(
      number, validation: 5, scenario: ["samuel", "aylin", "eli"][number % 3],
      area: number % 2 == 0 ? "disputes" : "transitions", difficulty: number > 3 ? 4 : 2,
      gate: number == 5 ? .pass : .notApplicable)
  }

  private func rating(
    _ session: Int, by rater: String = "a", _ levels: [String: Int] = ["v": 4, "l": 3],
    safety: Bool? = nil, harm: Bool = false
  ) -> HumanRating {
    HumanRating(
      session: "s\(session)", rater: rater, levels: levels, passedSafety: safety,
      hasOpenHarmFlag: harm)
  }

  private var whole: [HumanRating] {
    [3, 4, 5].map { rating($0) } + [4, 5].map { rating($0, by: "b") }
  }

  private func fulfilment(
    _ kind: Competence.Condition.Kind, _ ratings: [HumanRating]
  ) -> Competence.Fulfilment? {
    competence(of: five, ratings: ratings).conditions.first { $0.kind == kind }?.fulfilment
  }

  @Test("below five whole sessions nothing is said, whatever people gave")
  func tooFew() {
    let four = competence(of: Array(five.dropFirst()), ratings: whole)
    #expect(four.standing == .notEnoughObservations && four.sessions == 4)
    #expect(progress(of: five).competence.standing == .noStatement)
    #expect(
      progress(of: five.dropFirst() + [drill("hint", day: 9, mark: 5)]).competence.standing
        == .notEnoughObservations)
  }

  @Test("estimates alone never make a statement, and what people have not said is open")
  func machineAlone() {
    let alone = competence(of: five, ratings: [])
    #expect(alone.standing == .noStatement)
    #expect(
      alone.conditions.filter { $0.fulfilment == .open }.map(\.kind)
        == [.rated, .levels, .doubleRated, .harm])
    #expect(alone.conditions.count { $0.fulfilment == .met } == 5)
  }

  @Test("when every condition is met it says so")
  func met() {
    #expect(competence(of: five, ratings: whole).standing == .competent)
  }

  @Test("each condition can fail by itself")
  func fails() {
    #expect(fulfilment(.levels, whole) == .met)
    let low = whole.dropLast() + [rating(5, by: "b", ["v": 5, "l": 2])]
    #expect(fulfilment(.levels, Array(low)) == .notMet)
    let mean = [3, 4, 5].map { rating($0, ["v": 3, "l": 3]) }
    #expect(fulfilment(.levels, mean) == .notMet)
    #expect(fulfilment(.levels, [3, 4, 5].map { rating($0, [:]) }) == .notMet)
    #expect(fulfilment(.doubleRated, whole.dropLast()) == .open)
    #expect(fulfilment(.rated, Array(whole.dropFirst())) == .open)
    #expect(fulfilment(.harm, whole + [rating(1, harm: true)]) == .notMet)
    #expect(competence(of: five, ratings: whole + [rating(1, harm: true)]).standing == .noStatement)
  }

  @Test("what people say of safety goes before the gate, and the last danger counts")
  func safety() {
    #expect(fulfilment(.safety, []) == .met)
    #expect(fulfilment(.safety, [rating(5, safety: false)]) == .notMet)
    let easy = five.map { one in
      var one = one
      one.gate = .notApplicable
      return one
    }
    #expect(
      competence(of: easy, ratings: []).conditions.first { $0.kind == .safety }?.fulfilment == .open
    )
    var failed = five
    failed[4].gate = .fail
    failed[3].gate = .pass
    #expect(
      competence(of: failed, ratings: []).conditions.first { $0.kind == .safety }?.fulfilment
        == .notMet)
  }

  @Test("three patients in two areas, two of them hard, are counted")
  func breadth() {
    let narrow = competence(of: sessions([5, 5, 5, 5, 5]), ratings: [])
    let counts = narrow.conditions.filter { $0.fulfilment == .notMet }
    #expect(counts.map(\.kind) == [.scenarios, .areas, .difficulty])
    #expect(counts.map(\.count) == [1, 1, 0])
    #expect(counts.map(\.needed) == [3, 2, 2])
  }
}
