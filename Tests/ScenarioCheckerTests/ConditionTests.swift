import Diagnostics
import Rubrics
import ScenarioChecker
import ScenarioModel
import Testing

@Suite("What a condition may ask")
struct ConditionTests {
  private let line = "when trust at least 60 or advice at least 2 times"

  @Test("cues, silence, an open risk and the very words that were said, in rules and in hints")
  func facts() throws {
    let text = goodScenario([
      "  cue: hint, loss story": "  cue: hint, risk",
      "supervisor: Coat on means ready to leave.": """
      risk: suicide
      must open question within 2 turns, or go to closing up
      hint if risk open, not cue met: Did you hear that?
      """,
      line: "when cue missed or silence, not said “I’m SO sorry, Margaret!”",
    ])
    expectMarked(text)
    let scenario = try #require(
      checkScenario(SourceFile(name: "t", text: text), library: smallLibrary).scenario)
    let condition = try #require(scenario.beats[0].rules[1].condition)
    #expect(
      condition.clauses == [
        [Term(isNegated: false, fact: .cue(met: false)), Term(isNegated: false, fact: .silence)],
        [Term(isNegated: true, fact: .said(["i'm", "so", "sorry", "margaret"]))],
      ])
    #expect(
      scenario.beats[0].hints[1].condition.map { scenario.words(for: $0) }
        == "risk open, not cue met")
  }

  @Test("words with quotes around them, and something in them")
  func said() {
    expectMarked(
      goodScenario([
        line: """
        when said I am sorry or said "…" or said ""
        //   ^^^^^^^^^^^^^^^ S165: the words that are said have no quotes
        //                      ^^^^^^^^ S165: nothing stands between the quotes
        //                                  ^^^^^^^ S165: nothing stands between the quotes
        """
      ]))
  }

  @Test("nothing that can never be: a risk or a cue that no beat has")
  func never() {
    expectMarked(
      goodScenario([
        line: """
        when risk open, cue met
        //   ^^^^^^^^^ S133: 'risk open' is never true: no beat has a 'risk:'
        //              ^^^^^^^ S133: 'cue met' is never true: no line has a 'cue:'
        """,
        "  cue: hint, loss story": "",
      ]))
    expectMarked(goodScenario([line: "when not risk open, cue missed"]))
  }

  @Test("is answered by the codes of the scenario's rubrics, half answers aside")
  func answers() throws {
    var one = Rubric()
    one.id = "validation"
    one.opportunities = ["hint": ["OQ", "SR"], "affect": ["NORM"]]
    one.halfAnswers = ["loss-story": ["SR"]]
    var two = Rubric()
    two.id = "active listening"
    two.opportunities = ["hint": ["IMM", "SR"]]
    var gate = Rubric()
    gate.id = "safety"
    gate.gateRules = [.mustAnswer(cues: ["risk"], with: ["OQ"], withinTurns: 2, text: "")]
    let library = CheckingLibrary(codebook: smallLibrary.codebook, rubrics: [one, two, gate])
    func answers(_ rubrics: String) -> [String: [String]]? {
      let text = goodScenario(["rubrics: validation, active listening": rubrics])
      return checkScenario(SourceFile(name: "t", text: text), library: library).scenario?.cueAnswers
    }
    #expect(
      answers("rubrics: validation, active listening")
        == ["hint": ["IMM", "OQ", "SR"], "affect": ["NORM"]])
    #expect(answers("rubrics: safety") == ["risk": ["OQ"]])
  }

  @Test("'in turn' is another way to say one of several lines")
  func inTurn() throws {
    let text = goodScenario(["  Margaret: one of": "  Margaret: In turn:"])
    expectMarked(text)
    let scenario = try #require(
      checkScenario(SourceFile(name: "t", text: text), library: smallLibrary).scenario)
    let speeches = scenario.beats[0].rules.flatMap(\.speeches)
    #expect(speeches.map(\.isInTurn) == [false, true])
    #expect(speeches.map(\.number) == [2, 3])
  }

  @Test("a state by signs, where its section has no name")
  func lostState() {
    expectMarked(
      goodScenario([
        "# State": """
        # Stat
        //^^^^ S110: there is no section 'Stat'
        """,
        line: """
        when trust > 50
        //   ^^^^^^^^^^ S137: this does not compare 'trust' with a number
        """,
      ]))
  }

  @Test("names that are another's word, and how far a state settles")
  func declarations() {
    expectMarked(
      goodScenario([
        "Tom  husband, died nine months ago; also: husband, him": """
        Tom  husband; also: him, Ellen
        //                       ^^^^^ S135: 'Ellen' is the name of another person, on line 11
        Ellen  daughter; also: house
        //                     ^^^^^ S135: 'house' is the name of another topic, on line 13
        """,
        "trust 0 to 100, starts 35": """
        trust 0 to 100, starts 35, settles 400
        //                                 ^^^ S138: settling by 400 is farther than the range of 0 to 100
        """,
      ]))
  }

  @Test("blanks that do not break indent like others")
  func blanks() {
    expectMarked(goodScenario(["  trust +10": "\u{A0}\u{A0}trust +10\u{A0}"]))
  }

  @Test("'and' between a code, silence and a comparison; knock-on problems are not told")
  func and() {
    expectMarked(
      goodScenario([
        line: """
        when advice and silence or reflection and trust at least 60
        //          ^^^ S180: 'and' does not join conditions
        //                                    ^^^ S180: 'and' does not join conditions
          Margaret: Hm.
        when advice or reflction
        //             ^^^^^^^^^ S190: 'reflction' is not a code in the codebook
          Margaret: Hm.
        when advice
        """
      ]))
  }

  @Test("how often and where may stand in either order")
  func order() throws {
    func condition(_ words: String) throws -> Condition {
      let text = goodScenario([line: "when \(words)"])
      expectMarked(text)
      let checked = checkScenario(SourceFile(name: "t", text: text), library: smallLibrary)
      let scenario = try #require(checked.scenario)
      return try #require(scenario.beats[0].rules[1].condition)
    }
    #expect(
      try condition("advice here at least 2 times") == condition("advice at least 2 times here"))
    #expect(
      try condition("advice in the last 3 turns at least 2 times")
        == condition("advice at least 2 times in the last 3 turns"))
  }
}
