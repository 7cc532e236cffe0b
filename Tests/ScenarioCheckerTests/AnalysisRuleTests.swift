import Diagnostics
import Rubrics
import ScenarioChecker
import Testing

/// A scenario around the lines of its first beat, with a second beat and two endings to go to.
func beatScenario(
  _ lines: String, header: String = "", states: String = "trust 0 to 100, starts 35",
  more: String = ""
) -> String {
  """
  ---
  area: grief\(header.isEmpty ? "" : "\n" + header)
  ---
  # Patient: Margaret
  68, retired teacher.
  # People
  Tom  husband
  # State
  \(states)
  # Beat: arrival
  Margaret: I nearly didn't come.
  \(lines)
  otherwise
    Margaret: Anyway.
    at most 3 times, then go to closing up
  # Beat: the chair
  Margaret: His chair is still there.
  when trust at least 60
    go to together
  otherwise
    go to closing up
  \(more.isEmpty ? "" : more + "\n")# Ending: together
  outcome: good. The loss is named.
  # Ending: closing up
  outcome: poor. She leaves early.
  """
}

@Suite("Rules that are never taken")
struct AnalysisRuleTests {
  @Test("a rule that asks for more than an earlier one, whose codes belong to the earlier family")
  func narrower() {
    expectMarked(
      beatScenario(
        """
        when reflection
          go to the chair
        when clear simple reflection about Tom
        //@1-38 S123: this rule is never taken: the rule on line 12 always fits first
          go to together
        """))
  }

  @Test(
    "other windows and numbers",
    arguments: [
      ("advice at least 2 times", "advice at least 3 times", true),
      ("advice at least 3 times", "advice at least 2 times", false),
      ("advice here", "advice", true),
      ("advice", "advice here", false),
      ("advice in the last 4 turns", "advice in the last 2 turns", true),
      ("advice in the last 2 turns", "advice at least 2 times in the last 4 turns", false),
      ("trust at least 40", "trust at least 50", true),
      ("trust above 40", "trust at least 40", false),
      ("not reflection", "not simple reflection", false),
      ("not simple reflection", "not reflection", true),
      ("reflection or advice", "simple reflection", true),
      ("reflection, advice", "reflection", false),
      ("turns here at least 2", "turns here at least 3", true),
      ("said \"the chair\"", "said \"in the chair\"", true),
      ("not silence", "said \"chair\"", true),
    ])
  func windows(earlier: String, later: String, isHidden: Bool) {
    let text = beatScenario("when \(earlier)\n  go to the chair\nwhen \(later)\n  go to together")
    let found = codes(in: text, library: twoReflections)
    #expect(found.contains("S123") == isHidden)
  }

  @Test("is not said where the earlier rule can be used up")
  func usedUp() {
    let rules = "when reflection\n  once Margaret: Hm.\nwhen simple reflection\n  go to the chair"
    #expect(!codes(in: beatScenario(rules)).contains("S123"))
  }

  @Test("is repaired by moving the rule up, with what belongs to it")
  func moving() throws {
    let text = beatScenario(
      "when reflection\n  go to the chair\nwhen simple reflection\n  trust +5\n  go to together")
    let file = SourceFile(name: "moved", text: text)
    let diagnostic = try #require(
      checkScenario(file, library: smallLibrary).diagnostics.first { $0.code == "S123" })
    let fix = try #require(diagnostic.fix)
    var bytes = file.bytes
    for edit in fix.edits.reversed() {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.text.utf8)
    }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == beatScenario(
          "when simple reflection\n  trust +5\n  go to together\nwhen reflection\n  go to the chair"
        ))
  }

  @Test("clauses that rule each other out")
  func contradiction() {
    expectMarked(
      beatScenario(
        """
        when question
          go to the chair
        when not reflection, simple reflection about Tom
        //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ S133: 'simple reflection about Tom' is never true together with the rest of this rule
          go to the chair
        when reflection or advice, not reflection, not advice
        //   ^^^^^^^^^^^^^^^^^^^^ S133: 'reflection or advice' is never true together with the rest of this rule
          go to the chair
        """))
  }

  @Test("turns that a beat never lasts for")
  func stay() {
    expectMarked(
      beatScenario(
        """
        when turns here at least 4
          go to the chair
        when turns here at least 5, advice
        //   ^^^^^^^^^^^^^^^^^^^^^ S133: 'turns here at least 5' is never true: 'arrival' is left after 4 turns at the latest
          go to together
        """))
  }

  @Test("a comparison with what nothing can move that far")
  func intervals() {
    expectMarked(
      beatScenario(
        """
        when reflection
          go to the chair
        when zest at least 30
        //   ^^^^^^^^^^^^^^^^ S133: 'zest at least 30' is never true: 'zest' starts at 20 and nothing raises it
          go to the chair
        when zest at most 20
        //   ^^^^^^^^^^^^^^^ S133: 'zest at most 20' is always true: 'zest' starts at 20 and nothing raises it
          zest -5
          Margaret: Hm.
        when trust at most 30
        //@1-21 S123: this rule is never taken: the rule on line 17 always fits first
          go to the chair
        """, states: "trust 0 to 100, starts 35\nzest 0 to 40, starts 20"))
  }

  @Test("states that nothing moves, that nobody asks about, and neither")
  func states() {
    expectMarked(
      beatScenario(
        "when zest at least 10\n  calm +5\n  go to the chair",
        states: """
          trust 0 to 100, starts 35
          zest 0 to 40, starts 20
          //@1-4 S134: 'zest' is asked about, but nothing moves it from 20
          calm 0 to 40, starts 20
          //@1-4 S134: 'calm' is moved, but no condition asks about it
          fear 0 to 40, starts 20
          //@1-4 S134: nothing moves 'fear' and no condition asks about it
          """))
  }

  @Test("a place that only such a rule leads to, by its first beat")
  func hidden() {
    expectMarked(
      beatScenario(
        """
        when reflection
          go to the chair
        when simple reflection
        //@1-22 S123: this rule is never taken: the rule on line 12 always fits first
          go to the attic
        """,
        more: """
          # Beat: the attic
          //      ^^^^^^^^^ S126: nothing ever leads to the beat 'the attic': the rule on line 14 is never taken
          Margaret: It is dusty.
          otherwise
            go to the cellar
          # Beat: the cellar
          Margaret: It is dark.
          otherwise
            go to together
          """))
  }

  @Test("a hint that waits for what cannot be")
  func hint() {
    expectMarked(
      beatScenario(
        """
        hint when reflection, not advice: Listen.
        hint when advice, not advice without permission: Listen.
        //@1-56 S205: this hint is never shown: what it waits for cannot be
        when advice
          go to the chair
        """), smells: true)
  }

  @Test("nothing where conditions only look alike")
  func silent() {
    expectMarked(
      beatScenario(
        """
        when reflection, trust at least 50
          go to together
        when reflection about Tom, not advice
          go to the chair
        when reflection
          once Margaret: Hm.
        when simple reflection
          trust +5
          Margaret: Yes.
        """))
  }
}

/// The codes of what is wrong, in file order.
func codes(in text: String, library: CheckingLibrary = smallLibrary) -> [String] {
  checkScenario(SourceFile(name: "text", text: text), library: library).diagnostics.map(\.code)
}

/// With a family of two codes.
private let twoReflections: CheckingLibrary = {
  var codebook = smallLibrary.codebook
  var code = CodeDefinition(id: "CR", name: "complex reflection", layer: .function)
  code.families = ["reflection"]
  codebook.codes.append(code)
  return CheckingLibrary(codebook: codebook, rubrics: smallLibrary.rubrics)
}()
