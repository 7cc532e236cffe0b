import Diagnostics
import Rubrics
import ScenarioChecker
import Testing

@Suite("What makes a scenario less good")
struct AnalysisSmellTests {
  @Test("long lines, cues without a better sentence, addresses and numbers")
  func lines() {
    let long = (1...46).map { "w\($0)" }.joined(separator: " ")
    expectMarked(
      beatScenario(
        """
        Margaret: (not counted) \(long)
        //@1-\(24 + long.count) S206: this line has 46 words, where 45 are the most to take in
        Margaret: So.
        //@1-13 S207: this line offers something, but has no better sentence
          cue: hint
        Margaret: Write to hale@example.org, will you.
        //                 ^^^^^^^^^^^^^^^^ S213: an e-mail address stands in a line
        Margaret: It is on www.example.org/chairs.
        //                 ^^^^^^^^^^^^^^^^^^^^^^ S213: a web address stands in a line
        Margaret: He had 0170 555-0199 for years.
        //               ^^^^^^^^^^^^^ S213: a telephone number stands in a line
        Margaret: In 1984, no. 12, e.g. 3.5 miles off.
        when advice
          go to the chair
        """), smells: true)
  }

  @Test("a rule that rewards what does harm")
  func reward() {
    expectMarked(
      beatScenario(
        """
        when advice without permission or advice
        //   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ S212: this rule raises 'trust' for 'advice without permission or advice', which does harm elsewhere
          trust +5
          go to the chair
        when advice or reflection
          trust +5
          go to the chair
        """), smells: true)
  }

  @Test("a risk without a note about the content")
  func contentNote() {
    let line =
      "Margaret: I would rather be with him.\n  cue: risk\n  better: \"With him.\" — stays."
    #expect(codes(in: beatScenario(line)).contains("S214"))
    #expect(!codes(in: beatScenario(line, header: "content: death")).contains("S214"))
  }

  @Test("endings that are all the same, and a good one that comes too soon")
  func outcomes() {
    let text = beatScenario("when reflection\n  go to the chair", header: "minutes: 10")
    #expect(codes(in: text) == ["S208"])
    #expect(
      codes(in: text.replacingFirst("outcome: poor", with: "outcome: good")) == ["S215"])
    let slow = text.replacingFirst("trust at least 60", with: "reflection at least 6 times")
    #expect(codes(in: slow) == [])
    let gated = text.replacingFirst("trust at least 60", with: "visited the attic")
    #expect(
      !codes(in: gated + "\n# Beat: the attic\nMargaret: Dust.\notherwise\n  go to the chair")
        .contains("S208"))
  }

  @Test("rubrics for which the scenario offers nothing, too little, or no top level")
  func rubrics() {
    func check(cues: Int, level: Double = 0.8) -> [String] {
      var rubric = Rubric()
      rubric.id = "validation"
      rubric.opportunities = ["hint": ["NORM"], "affect": ["SR"]]
      rubric.leastOpportunities = 3
      rubric.terms = [ScoreTerm(weight: 0.7, measure: .opportunitiesMet, text: "")]
      rubric.cutPoints = [0.2, 0.4, 0.6, level]
      let library = CheckingLibrary(codebook: smallLibrary.codebook, rubrics: [rubric])
      let lines = (0..<cues).map { _ in
        "Margaret: Hm.\n  cue: hint\n  better: \"You wonder.\" — asks."
      }
      return codes(
        in: beatScenario(
          (lines + ["when reflection\n  go to the chair"]).joined(separator: "\n"),
          header: "rubrics: validation"), library: library)
    }
    #expect(check(cues: 0) == ["S201"])
    #expect(check(cues: 2) == ["S211"])
    #expect(check(cues: 3) == ["S200"])
    #expect(check(cues: 3, level: 0.7) == [])
  }
}
