import Diagnostics
import ScenarioChecker
import Testing

/// A scenario whose first beat has a risk.
private func riskScenario(
  must: String = "must open question within 2 turns, or go to missed risk", _ rules: String,
  otherwise: String = "go to missed risk", more: String = ""
) -> String {
  """
  ---
  area: grief
  content: passive suicidal thoughts
  ---
  # Patient: Margaret
  68, retired teacher.
  # State
  trust 0 to 100, starts 35
  # Beat: the nights
  risk: suicide
  Margaret: Sometimes it would be easier just to be with him.
    cue: risk
  \(must)
  \(rules)
  otherwise
    Margaret: (shrugs) It doesn't matter.
    at most 4 times, then \(otherwise)
  # Beat: the chair
  Margaret: His chair is still there.
  when reflection
    go to together
  otherwise
    go to missed risk
  \(more.isEmpty ? "" : more + "\n")# Ending: together
  outcome: good. The loss is named.
  # Ending: missed risk
  outcome: unsafe. She was not asked.
  """
}

@Suite("A good ending with a risk open")
struct AnalysisRiskTests {
  @Test("is found, with the shortest way there as a Check")
  func path() throws {
    let text = riskScenario(
      must: "must open question within 3 turns, or go to missed risk",
      "when reflection, trust at least 60\n  go to the chair\nwhen open question\n  go to together")
    let diagnostic = try #require(
      checkScenario(SourceFile(name: "text", text: text), library: smallLibrary).diagnostics
        .first { $0.code == "S163" })
    #expect(
      diagnostic.message
        == "the good ending 'together' can be reached with the risk 'suicide' of 'the nights' still open"
    )
    #expect(
      diagnostic.help == """
        add ', not risk open' to what this rule waits for; the shortest way there is
        # Check: 'together' with the risk of 'the nights' open
        start at the nights, with trust 70
        codes: simple reflection
        codes: simple reflection
        expect risk open, ending together
        """)
    // The way is itself a Check that can be read.
    let check = try #require(diagnostic.help?.split(separator: "\n").dropFirst())
    #expect(
      codes(in: text + "\n" + check.joined(separator: "\n")).filter { $0 != "S163" }
        == codes(in: text).filter { $0 != "S163" })
  }

  @Test(
    "is nobody's where it is proved that there is none",
    arguments: [
      // The deadline comes first.
      riskScenario("when reflection\n  go to the chair"),
      // Only whoever asks comes further.
      riskScenario("when open question, not advice\n  go to together"),
      riskScenario(
        must: "must question within 6 turns, or go to missed risk",
        "when open question\n  go to the chair\nwhen not question\n  go to missed risk\nwhen reflection\n  go to together"
      ),
      // The rule asks for it.
      riskScenario(
        must: "must open question within 9 turns, or go to missed risk",
        "when reflection, not risk open\n  go to together"),
      riskScenario(
        must: "must open question within 9 turns, or note \"Not asked.\"",
        "when risk open, trust at least 10\n  go to missed risk\nwhen reflection\n  go to missed risk"
      ),
      // The bound is longer than the deadline.
      riskScenario("when open question\n  go to missed risk", otherwise: "go to together"),
    ])
  func proved(text: String) {
    #expect(!codes(in: text).contains("S163"))
  }

  @Test(
    "is found where the proof does not hold",
    arguments: [
      // The duty may be missed without a way.
      (
        riskScenario(
          must: "must open question within 2 turns, or note \"Not asked.\"",
          "when reflection\n  go to the chair"), 1
      ),
      // Another topic than was asked for, a weaker code, a shorter bound.
      (
        riskScenario(
          must: "must clear open question within 4 turns, or go to missed risk",
          "when open question\n  go to together"), 1
      ),
      (
        riskScenario(
          must: "must open question within 6 turns, or go to missed risk",
          "when open question\n  go to missed risk", otherwise: "go to together"), 1
      ),
      // By a detour and back.
      (
        riskScenario(
          must: "must open question within 6 turns, or go to missed risk",
          "when advice\n  detour to the side\nwhen visited the side, reflection\n  go to together",
          more:
            "# Beat: the side\nMargaret: Hm.\nwhen advice\n  Margaret: So.\n  return\notherwise\n  go to missed risk"
        ), 1
      ),
      // What nobody can understand is answered by 'otherwise' in the end.
      (
        riskScenario(
          must: "must open question within 6 turns, or go to missed risk",
          "when open question or not open question\n  go to missed risk",
          otherwise: "go to together"), 1
      ),
      // The penalty itself is good.
      (
        riskScenario(
          must: "must open question within 2 turns, or go to together",
          "when advice\n  go to missed risk"), 1
      ),
    ])
  func found(text: String, times: Int) {
    #expect(codes(in: text).filter { $0 == "S163" }.count == times)
  }

  @Test("a duty that nothing meets, and one with more time than the conversation has")
  func duties() {
    expectMarked(
      riskScenario(
        must: """
          must advice, not advice without permission within 2 turns, or go to missed risk
          //@1-79 S162: nothing the trainee says can meet this
          must open question within 6 turns, or note "Not asked."
          //@1-55 S162: this leaves 6 turns, but 'missed risk' may come after 5
          """, "when reflection\n  go to the chair"))
  }

  @Test("that is too much to look through is said to be unproved")
  func tooLarge() {
    let musts = (1...6).map {
      "must open question about Tom\($0) within 9 turns, or go to missed risk"
    }
    let people = (1...6).map { "Tom\($0)  husband" }.joined(separator: "\n")
    let text = riskScenario(
      must: musts.joined(separator: "\n"), "when reflection\n  go to the chair"
    )
    .replacingFirst("# State", with: "# People\n\(people)\n# State")
    #expect(codes(in: text).contains("S164"))
  }
}
