import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

private let stays = when(80, nil, says: [speech(81, ["Well."])])

@Suite("Beginning anywhere")
struct BeginningTests {
  private let one = scenario(
    [stays],
    then: [
      beat(
        "second", [stays], effects: [Effect(state: "trust", amount: -5)],
        duties: [must("SR", within: 1, or: .goTo(.ending(0)))])
    ])

  @Test("a session begins in the beat and with the values it is given, told as events")
  func anywhere() {
    var session = Session(one, seed: 1)
    #expect(
      session.begin(at: 1, with: [StateValue(state: "trust", value: 20)]) == [
        .began(scenario: "test", seed: 1),
        .changed(state: "trust", from: 40, to: 20, reason: "begins with it"),
        .entered(beat: "second"), .changed(state: "trust", from: 20, to: 15, reason: "second"),
        .said(Utterance(speaker: "Sam", text: "In second.")),
      ])
    #expect(!session.fits(.visited(0)))
    #expect(session.after("CQ").map(\.last) == ["[end]"])
  }

  @Test("values stay in their range, unknown states and beats are passed over")
  func outside() {
    var session = Session(one, seed: 1)
    _ = session.begin(with: [
      StateValue(state: "trust", value: .max), StateValue(state: "other", value: 3),
    ])
    #expect(session.values == [50] && session.beat == 0)
    var nowhere = Session(one, seed: 1)
    #expect(nowhere.begin(at: 9) == [.began(scenario: "test", seed: 1)])
  }

  @Test("the variation played is told first")
  func variation() {
    var session = Session(one, seed: 4, variation: "the garden")
    #expect(
      session.begin().first == .began(scenario: "test", seed: 4, variation: "the garden"))
  }
}

@Suite("The verdict on each rule")
struct VerdictTests {
  private let rules = [
    Rule(
      line: 2, title: "first",
      condition: Condition(clauses: [
        [Term(isNegated: false, fact: .code(CodeTerm(name: "OQ")))],
        [Term(isNegated: false, fact: .state("trust", .atLeast, 45))],
        [Term(isNegated: true, fact: .code(CodeTerm(name: "ADV")))],
      ]), effects: [], speeches: [speech(3, ["One."], once: true)], destination: nil, bound: nil),
    when(4, .code(CodeTerm(name: "OQ")), says: [speech(5, ["Two."], once: true)]), stays,
  ]

  @Test("tells which clauses fail, with the states as they then stood")
  func failing() {
    let session = Session.begun(scenario(rules))
    let verdicts = session.verdicts(on: response(["OQ"]))
    #expect(verdicts.map(\.fits) == [false, true, true])
    #expect(
      verdicts[0].failing.map(\.terms)
        == [[Term(isNegated: false, fact: .state("trust", .atLeast, 45))]])
    #expect(verdicts[0].failing.map(\.states) == [[StateValue(state: "trust", value: 44)]])
    #expect(session.verdicts(on: response(["ADV"]))[0].failing.count == 3)
  }

  @Test("changes nothing, and the first that fits is the one taken")
  func agrees() {
    var dice = Dice(5)
    for round in 0..<60 {
      var session = Session(randomScenario(&dice), seed: UInt64(round))
      _ = session.begin()
      for _ in 0..<20 where session.ending == nil {
        let response = randomResponse(&dice)
        let (values, verdicts) = (session.values, session.verdicts(on: response))
        #expect(session.values == values)
        let fired = session.respond(to: response).compactMap { event -> Int? in
          if case .ruleFired(_, _, let line) = event { line } else { nil }
        }
        #expect(verdicts.first { $0.fits }.map { [$0.rule.line] } ?? [] == fired)
      }
    }
  }

  @Test("knows a rule that is spent, and is silent where no rule is looked at")
  func spent() {
    var session = Session.begun(
      scenario(rules, duties: [must("SR", within: 2, or: .goTo(.ending(0)))]))
    #expect(session.verdicts(on: response([], understood: false)).isEmpty)
    _ = session.after("OQ")
    // The next response misses the duty, which leads away.
    #expect(session.verdicts(on: response(["CQ"])).isEmpty)
    #expect(session.verdicts(on: response(["OQ", "SR"])).map(\.isSpent) == [false, true, false])
    _ = session.after("CQ")
    #expect(session.verdicts(on: response(["OQ"])).isEmpty)
  }
}
