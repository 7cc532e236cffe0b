import Rubrics
import Testing

@Suite("What a sound rubric file says")
struct RubricValueTests {
  @Test("the header gives title, id, version, kind and question")
  func header() throws {
    let rubric = try sound(RatingText().text)
    #expect(rubric.title == "Validation")
    #expect(rubric.id == "validation")
    #expect(rubric.version == "0.1")
    #expect(rubric.kind == .rating)
    #expect(rubric.question == "Does it make sense?")
  }

  @Test("an anchor may run on over deeper-indented lines")
  func anchors() throws {
    var text = RatingText()
    text.levels = text.levels.replacing(
      "3 accurate: The main feelings are heard.",
      with: "3  accurate : The main feelings\n    are heard: all of them.")
    let rubric = try sound(text.text)
    #expect(
      rubric.levels[2]
        == Level(number: 3, name: "accurate", anchor: "The main feelings are heard: all of them."))
    #expect(rubric.levels.map(\.number) == [1, 2, 3, 4, 5])
    #expect(rubric.levels[4].name == "deeply confirming")
  }

  @Test("codes are named by id, plain name or family and come out as ids, each once")
  func names() throws {
    var text = RatingText()
    text.opportunities = """
      # Opportunities
      at least 3, else not assessable
      affect: reflection, RF or open question
      """
    let rubric = try sound(text.text)
    #expect(rubric.opportunities == ["affect": ["RF", "SR", "OQ"]])
    #expect(rubric.leastOpportunities == 3)
  }

  @Test(
    "every measure is read",
    arguments: [
      ("opportunities met", Measure.opportunitiesMet),
      ("opportunities harmed", .opportunitiesHarmed),
      ("RF, VAL5 per turn, full at 0.25", .perTurn(["RF", "VAL5"], full: 0.25)),
      ("RF per opportunity, full at 0.5", .perOpportunity(["RF"], full: 0.5)),
      ("RF or OQ every 8 turns", .everyTurns(["RF", "OQ"], turns: 8)),
      (
        "ratio of SR, RF to question, full at 1.5",
        .ratio(Ratio(of: ["SR", "RF"], to: ["OQ", "CQ"], full: 1.5))
      ),
      (
        "ratio of RF to OQ, CQ, not beside RISK, full at 1.5, at least 0.15 per turn,\n"
          + "  alone 0.67 at 0.4 per turn",
        .ratio(
          Ratio(
            of: ["RF"], to: ["OQ", "CQ"], notBeside: ["RISK"], full: 1.5, floor: 0.15, alone: 0.67,
            aloneFullAt: 0.4))
      ),
      (
        "share of OQ among question, not beside RISK, SECR, full at 0.7",
        .share(of: ["OQ"], among: ["OQ", "CQ"], notBeside: ["RISK", "SECR"], full: 0.7)
      ),
      (
        "8 to 35 words per turn, none at 80",
        .wordsPerTurn(from: 8, to: 35, none: 80, countingTurnsWith: [])
      ),
      (
        "8 to 35 words per turn, none at 80, counting turns with RF, OQ",
        .wordsPerTurn(from: 8, to: 35, none: 80, countingTurnsWith: ["RF", "OQ"])
      ),
      (
        "mean level of reflection 2, VAL5 5, from 1 to 6",
        .meanLevel(["RF": 2, "SR": 2, "VAL5": 5], lowest: 1, highest: 6)
      ),
    ])
  func measures(written: String, measure: Measure) throws {
    var text = RatingText()
    text.score = "# Score\n+1.00 \(written)\n-0.10 MIN per ten turns"
    let rubric = try sound(text.text)
    #expect(rubric.terms.map(\.measure) == [measure, .perTenTurns(["MIN"])])
    #expect(rubric.terms.map(\.weight) == [1, -0.1])
    #expect(rubric.terms[1].text == "MIN per ten turns")
  }

  @Test("caps say what lowers the level, what repairs it and what was expected")
  func caps() throws {
    var text = RatingText()
    text.caps = """
      # Caps
      at most 3 when MIN, ADV at least 1 time, unless RUPT within 2 turns
      at most 2 when unhelpful
      at most 1 when no RF, OQ although affect, hint
        at least 2 times
      """
    let rubric = try sound(text.text)
    #expect(
      rubric.caps.map(\.trigger) == [
        .shown(["MIN", "ADV"], times: 1, repairedBy: ["RUPT"], withinTurns: 2),
        .shown(["ADV", "MIN", "SECR"], times: 1, repairedBy: [], withinTurns: 0),
        .missing(["RF", "OQ"], afterCues: ["affect", "hint"], times: 2),
      ])
    #expect(rubric.caps.map(\.level) == [3, 2, 1])
    #expect(
      rubric.caps[2].text == "at most 1 when no RF, OQ although affect, hint at least 2 times")
  }

  @Test("a rubric may do without caps")
  func noCaps() throws {
    var text = RatingText()
    text.caps = ""
    #expect(try sound(text.text).caps == [])
  }

  @Test("a gate says what must be answered and what must not be said")
  func gate() throws {
    let rubric = try sound(soundGate)
    #expect(rubric.kind == .gate)
    #expect(rubric.levels.map(\.name) == ["pass", "fail", "not applicable"])
    #expect(
      rubric.gateRules == [
        .mustAnswer(
          cues: ["risk"], with: ["RISK"], withinTurns: 2,
          text: "must answer risk with RISK within 2 turns"),
        .mustNot(
          ["SECR"], afterCues: ["risk", "risk-disclosed"],
          text: "must not SECR after risk, risk-disclosed"),
      ])
  }

  @Test("cut points may stand in any order")
  func cutPoints() throws {
    var text = RatingText()
    text.cutPoints = """
      # Cut points
      level 5 from 0.9
      level 2 from 0.1
      level 4 from 0.7
      level 3 from 0.3
      """
    #expect(try sound(text.text).cutPoints == [0.1, 0.3, 0.7, 0.9])
  }
}
