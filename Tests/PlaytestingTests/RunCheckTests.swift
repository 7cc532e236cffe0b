import ScenarioModel
import Testing

import struct ScenarioModel.Expectation

@testable import Playtesting

private let advice = AuthorCheck.Action.respond([CodeTerm(name: "advice")])
private let reflection = AuthorCheck.Action.respond([CodeTerm(name: "reflection", topic: "Tom")])
private let validation = AuthorCheck.Action.respond([CodeTerm(name: "validation")])

/// What is expected after some steps, and what is said where it is not so.
private struct Case: CustomTestStringConvertible {
  var steps: [AuthorCheck.Action]
  var text: String
  var fact: ExpectedFact
  /// Nil where it holds.
  var found: String?
  var testDescription: String { text + (found == nil ? " holds" : " fails") }

  init(_ steps: [AuthorCheck.Action], _ text: String, _ fact: ExpectedFact, _ found: String? = nil)
  {
    (self.steps, self.text, self.fact, self.found) = (steps, text, fact, found)
  }
}

private let cases: [Case] = [
  Case(
    [reflection], "reflection about Tom", .fact(.code(CodeTerm(name: "reflection", topic: "Tom")))),
  Case(
    [.say("It is late.")], "reflection about Tom",
    .fact(.code(CodeTerm(name: "reflection", topic: "Tom"))),
    "heard plain statement (“It is late.”), and no topic"),
  Case([], "advice", .fact(.code(CodeTerm(name: "advice"))), "nothing was said yet"),
  Case(
    [advice, advice], "advice at least 2 times", .fact(.code(CodeTerm(name: "advice", times: 2)))),
  Case(
    [advice, reflection], "advice at least 2 times",
    .fact(.code(CodeTerm(name: "advice", times: 2))), "advice was heard in 1 of 2 responses"),
  Case([advice], "trust below 45", .fact(.state("trust", .below, 45))),
  Case(
    [advice], "trust at least 50", .fact(.state("trust", .atLeast, 50)),
    "trust is 37 (it fell by 8: advice without permission; when advice)"),
  Case([], "trust at its lowest", .fact(.stateAtLowest("trust")), "trust is 45, of 0 to 100"),
  Case([reflection], "visited the chair", .fact(.visited(1))),
  Case([advice], "visited the chair", .fact(.visited(1)), "it was not visited"),
  Case(
    [advice], "turns here at least 2", .fact(.turnsHere(atLeast: 2)),
    "the conversation stands in 'arrival' after 1 turn"),
  Case([advice], "cue missed", .fact(.cue(met: false))),
  Case([advice], "cue met", .fact(.cue(met: true)), "missed hint"),
  Case([reflection, advice], "cue met", .fact(.cue(met: true)), "the patient had shown no cue"),
  Case([advice], "risk open", .fact(.riskOpen), "no risk is open"),
  Case(
    [advice], "validation at least 4", .rating(rubric: "validation", .atLeast, 4),
    "validation cannot be rated: the patient offered 1 of the 4 moments it takes to tell"),
  Case([reflection], "beat the chair", .beat(1)),
  Case([advice], "beat the chair", .beat(1), "the conversation stands in 'arrival' after 1 turn"),
  Case([reflection, validation], "ending together", .ending(0)),
  Case([reflection, validation], "good ending", .outcome("good")),
  Case(
    [reflection, advice, advice], "ending together", .ending(0),
    "the conversation stands in 'the chair' after 3 turns"),
  Case(
    [reflection, advice, advice, advice], "good ending", .outcome("good"),
    "the session ended with 'closing up' after 4 turns"),
  Case([advice], "hears \"the Gutters\"", .hears("the Gutters")),
  Case(
    [advice], "hears \"his chair\"", .hears("his chair"),
    "the answer is “Anyway. The gutters want doing.”"),
]

@Suite("An author's check")
struct RunCheckTests {
  @Test("says of each expectation what was found instead", arguments: cases)
  private func eachKind(_ item: Case) throws {
    let shipped = try ShippedRubrics.opened.get()
    let scenario = try shipped.scenario(margaret)
    let steps = item.steps + [.expect([expected(item.text, item.fact)])]
    let failures = shipped.run(steps, of: scenario)
    #expect(failures.map(\.message) == item.found.map { ["expected \(item.text); \($0)"] } ?? [])
    let opposite = item.steps + [.expect([notExpected("not \(item.text)", item.fact)])]
    #expect(shipped.run(opposite, of: scenario).isEmpty == (item.found != nil))
  }

  @Test("tells the way to where the conversation should not stand")
  func way() throws {
    let shipped = try ShippedRubrics.opened.get()
    let failures = shipped.run(
      [reflection, .expect([expected("beat arrival", .beat(0))])],
      of: try shipped.scenario(margaret))
    #expect(
      failures.first?.help
        == "the way was 'arrival', 'the chair'; the last rule taken was 'when reflection' on line 11"
    )
  }

  @Test("goes on after a failure, and tells what follows from another way once")
  func knockOn() throws {
    let shipped = try ShippedRubrics.opened.get()
    let failures = shipped.run(
      [
        advice,
        .expect([expected("beat the chair", .beat(1)), expected("risk open", .fact(.riskOpen))]),
        validation, .expect([expected("ending together", .ending(0))]),
        .expect([expected("good ending", .outcome("good"))]),
      ], of: try shipped.scenario(margaret))
    #expect(failures.map(\.line) == [2, 2, 4])
    #expect(
      failures.last?.message
        == "this and 1 more differ too: the conversation had gone another way since line 2")
  }

  @Test("cannot go on after the ending")
  func ended() throws {
    let shipped = try ShippedRubrics.opened.get()
    let failures = shipped.run(
      [reflection, validation, .say("And now?"), .say("Hello?")],
      of: try shipped.scenario(margaret))
    #expect(failures.map(\.line) == [3, 4])
    #expect(
      failures.first?.message
        == "the session has ended with 'together', so nothing more can be said")
  }

  @Test("plays a variation in its own words")
  func variation() throws {
    let shipped = try ShippedRubrics.opened.get()
    var scenario = try shipped.scenario(margaret)
    scenario.variations = [
      Variation(
        name: "roof", line: 1, words: [.init(old: "gutters", new: "tiles")],
        starts: [StateValue(state: "trust", value: 60)])
    ]
    let failures = shipped.run(
      [
        .variation(0),
        .expect([expected("trust at least 60", .fact(.state("trust", .atLeast, 60)))]),
        advice, .expect([expected("hears \"tiles\"", .hears("tiles"))]),
      ], of: scenario)
    #expect(failures.isEmpty)
  }

  @Test("says of walks what none of them came to")
  func walks() throws {
    let shipped = try ShippedRubrics.opened.get()
    let scenario = try shipped.scenario(margaret)
    var report = WalkReport(of: scenario)
    report.beatVisits = [9, 0]
    report.endingVisits = [0, 9]
    report.ruleTaken = [[0, 4, 4], [0, 0]]
    report.longestWalk = 12
    report.longestPath = WalkPath(steps: ["You should rest.", "…"])
    report.goodEndingWithRiskOpen = WalkPath(steps: ["You miss him."])
    let facts: [Expectation] = [
      expected("every beat visited", .everyBeatVisited),
      expected("every ending reached", .everyEndingReached),
      expected("every rule taken", .everyRuleTaken),
      expected("no walk over 11 turns", .noWalkOver(turns: 11)),
      expected("no walk over 12 turns", .noWalkOver(turns: 12)),
      expected("no good ending with risk open", .noGoodEndingWithRiskOpen),
    ]
    var asked: [(Int, UInt64)] = []
    let failures = shipped.run([.walk(times: 9, seed: 7), .expect(facts)], of: scenario) {
      asked.append(($1, $2))
      return report
    }
    #expect(asked.map(\.0) == [9] && asked.map(\.1) == [7])
    #expect(
      failures.map(\.message) == [
        "expected every beat visited; no walk came to 'the chair'",
        "expected every ending reached; no walk came to 'together'",
        "expected every rule taken; no walk took 'when reflection' on line 11, "
          + "'when clear validation' on line 24 and 'otherwise' on line 26",
        "expected no walk over 11 turns; the longest has 12 turns",
        "expected no good ending with risk open; one came to a good ending with a risk unanswered",
      ])
    #expect(
      failures.map(\.path) == [nil, nil, nil, report.longestPath, report.goodEndingWithRiskOpen])
    #expect(
      shipped.run([.expect([expected("every beat visited", .everyBeatVisited)])], of: scenario)
        .map(\.message) == ["expected every beat visited; nothing has been walked yet"])
  }

  @Test("always comes out alike")
  func deterministic() throws {
    let shipped = try ShippedRubrics.opened.get()
    let scenario = try shipped.scenario(margaret)
    let steps: [AuthorCheck.Action] = [
      .walk(times: 20, seed: 3), .expect([expected("no walk over 1 turns", .noWalkOver(turns: 1))]),
    ]
    func run() -> [CheckFailure] {
      shipped.run(steps, of: scenario) {
        walk($0, times: $1, seed: $2, coder: shipped.coder)
      }
    }
    #expect(run() == run())
    #expect(run().count == 1)
  }
}
