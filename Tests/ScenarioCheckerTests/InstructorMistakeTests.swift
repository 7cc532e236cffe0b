import Diagnostics
import ScenarioChecker
import Testing

/// What an instructor wrote who had never programmed, and what he was told.
@Suite("What an instructor gets wrong")
struct InstructorMistakeTests {
  private let condition = "when trust at least 60 or advice at least 2 times"
  private let bound = "  at most 3 times, then go to closing up"

  private func repairs(_ line: String, with other: String) -> [String] {
    let file = SourceFile(name: "t", text: goodScenario([line: other]))
    return checkScenario(file, library: smallLibrary).diagnostics.map { $0.fix?.title ?? "-" }
  }

  @Test("a place without its article, or with one, is near, and another place with one is not")
  func articles() {
    #expect(repairs("  go to the chair", with: "  go to chair") == ["write 'the chair'"])
    #expect(repairs("  go to the chair", with: "  go to a chiar") == ["write 'the chair'"])
    #expect(repairs("  go to together", with: "  go to the together") == ["write 'together'"])
    #expect(nearestName(to: "the atlas", ignoringArticlesIn: ["the tray"]) == nil)
  }

  @Test("a tab among blanks is said once, in place of what follows from it")
  func tabs() {
    expectMarked(
      goodScenario([
        "  Margaret: one of": """
        \tMargaret: one of
        //@2-17 S198: a tab stands before this line, and blanks before others around it
        """
      ]))
    let tabs = goodScenario([
      condition: "when advice\n\tMargaret: Oh.\n    cue: hint\nwhen trust above 60"
    ])
    let found = checkScenario(SourceFile(name: "t", text: tabs), library: smallLibrary).diagnostics
      .filter { !$0.code.hasPrefix("S2") }
    #expect(found.map(\.code) == ["S198"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test("a tab among blanks that changes nothing is a warning, and tabs alone are none")
  func harmlessTabs() {
    expectMarked(
      goodScenario([
        "  trust +10": """
        \ttrust +10
        //@2-10 S198: a tab stands before this line, and blanks before others around it
        """,
        "  go to the chair": "\tgo to the chair",
      ]))
    expectMarked(goodScenario(["  go to together": "\tgo to together"]))
  }

  @Test("a single blank does not say where a line belongs")
  func singleBlank() {
    expectMarked(
      goodScenario([
        "  once Margaret: (looks up) Hm.": """
         once Margaret: (looks up) Hm.
        //@2-30 S198: a single blank stands before this line
        """
      ]))
  }

  @Test("'and' beside 'or' is not repaired: both meanings are shown")
  func andBesideOr() {
    let written = "when advice or reflection about Tom and open question"
    expectMarked(
      goodScenario([
        condition: """
        \(written)
        //                                  ^^^ S180: 'and' beside 'or' can be meant in two ways
        """
      ]))
    #expect(repairs(condition, with: written) == ["-"])
    let file = SourceFile(name: "t", text: goodScenario([condition: written]))
    #expect(
      checkScenario(file, library: smallLibrary).diagnostics.map(\.help) == [
        "if it is meant of all of them, write 'advice or reflection about Tom, open question'; "
          + "if not, write rules one below the other, 'when advice' and "
          + "'when reflection about Tom, open question'"
      ])
  }

  @Test(
    "other words between two codes",
    arguments: [
      ("advice & reflection", "&", "advice, reflection"),
      ("advice/reflection", "/", "advice or reflection"),
      ("advice but not reflection", "but not", "advice, not reflection"),
    ])
  func joins(_ written: String, _ word: String, _ meant: String) {
    let file = SourceFile(name: "t", text: goodScenario([condition: "when " + written]))
    let found = checkScenario(file, library: smallLibrary).diagnostics
    #expect(found.map(\.message) == ["'\(word)' does not join conditions"])
    #expect(found.map { $0.fix?.title } == ["write '\(meant)'"])
  }

  @Test(
    "misspelt words of a condition",
    arguments: [
      ("cue mised", "cue missed"), ("cues met", "cue met"), ("the cue was met", "cue met"),
      ("cue hint met", "cue met"), ("risk opne", "risk open"), ("silent", "silence"),
      ("waits", "silence"), ("visted arrival", "visited arrival"),
      ("says \"good afternoon\"", "said \"good afternoon\""), ("heard \"x\"", "said \"x\""),
      ("trainee says \"x, y\"", "said \"x, y\""),
    ])
  func conditionWords(_ written: String, _ meant: String) {
    let file = SourceFile(name: "t", text: goodScenario([condition: "when not " + written]))
    let found = checkScenario(file, library: smallLibrary).diagnostics
    #expect(found.map(\.message) == ["'\(written)' is not understood in a condition"])
    #expect(found.map(\.help) == ["'\(meant)' is close"])
  }

  @Test("what was heard is said by the trainee in a condition and by others in an expectation")
  func expectations() {
    expectMarked(
      goodScenario() + """

        # Check: c
        codes: advice
        expect heard "Hm"
        //     ^^^^^^^^^^ S190: 'heard "Hm"' is not understood in a condition
        expect nonsense
        //     ^^^^^^^^ S190: 'nonsense' is not a code in the codebook
        """)
  }

  @Test("a number of a state with 'or more' after it is one mistake")
  func orMore() {
    expectMarked(
      goodScenario([
        condition: """
        when trust 30 or more
        //   ^^^^^^^^ S137: this does not compare 'trust' with a number
        """
      ]))
  }

  @Test("a 'must' below or inside a rule")
  func must() {
    let duty = "must advice within 2 turns, or note \"No advice.\""
    expectMarked(
      goodScenario([
        "choices": """
        \(duty)
        //@1-48 S160: a 'must' holds for the whole beat, and this one stands below a rule
        choices
        """,
        "  trust +10": """
          \(duty)
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ S160: a 'must' holds for the whole beat, and does not stand in a rule
        """,
      ]))
    #expect(
      repairs("choices", with: duty + "\nchoices")
        == ["move it above 'when reflection about Tom, not advice'"])
  }

  @Test("gists with a semicolon between them, and a person with one blank after the name")
  func oneThing() {
    expectMarked(
      goodScenario([
        "  gist: too many jobs | the house is empty": """
          gist: too many jobs; the house is empty
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ S141: this is a single gist: a semicolon does not part gists
        """,
        "Tom  husband, died nine months ago; also: husband, him": """
        Tom  husband; also: him
        Ms Okafor the librarian
        //@1-2 S139: this person would be called 'Ms'
        """,
      ]))
  }

  @Test(
    "how several lines are said, in other words",
    arguments: [
      ("in turns", "in turn"), ("in order", "in turn"), ("one off", "one of"),
      ("at random:", "one of"),
    ])
  func pools(_ written: String, _ meant: String) {
    #expect(
      repairs("  Margaret: one of", with: "  Margaret: " + written) == ["write '\(meant)'"])
  }

  @Test("cues with something else than a comma between them", arguments: [";", " and", " /"])
  func cues(_ mark: String) {
    #expect(
      repairs("  cue: hint, loss story", with: "  cue: hint\(mark) loss story")
        == ["write 'hint, loss-story'"])
  }

  @Test("a second 'otherwise' is not told to move")
  func secondOtherwise() {
    expectMarked(
      goodScenario([
        "choices": """
        otherwise
        //@1-9 S124: this beat has an 'otherwise' already
          go to closing up
        choices
        """
      ]))
  }

  @Test("a speaker without the colon")
  func speaker() {
    expectMarked(
      goodScenario([
        "  once Margaret: (looks up) Hm.": """
          Margaret I count the bars.
        //^^^^^^^^ S199: 'Margaret' is not understood here
        """
      ]))
    #expect(
      repairs("  once Margaret: (looks up) Hm.", with: "  Margaret I count the bars.")
        == ["write 'Margaret:'"])
  }

  @Test(
    "ways out in other words",
    arguments: [
      ("at most twice, then go to closing up", "2 times"),
      ("at most 2 turns, then go to closing up", "times"),
      ("at most 2, then go to closing up", "2 times"),
      ("go closing up", "go to"), ("goes to closing up", "go to"),
    ])
  func ways(_ written: String, _ meant: String) {
    #expect(repairs(bound, with: "  " + written).contains("write '\(meant)'"))
    #expect(repairs("  go to the chair", with: "  go back").contains("write 'return'"))
  }

  @Test("a 'return' in a beat to which no detour leads is said at the 'return'")
  func strayReturn() {
    expectMarked(
      goodScenario([
        "  go to together": """
          Margaret: Well.
          return
        //^^^^^^ S154: no detour leads to 'the chair', so this 'return' has nowhere to go back to
        when advice
        """
      ]).replacingFirst("when advice\n# Ending", with: "# Ending").replacingFirst(
        condition, with: condition + "\n  go to together\nwhen advice"))
  }

  @Test("of two places with one name, only that is said")
  func twoOfOneName() {
    expectMarked(
      goodScenario([
        "# Beat: the chair": """
        # Beat: arrival
        //      ^^^^^^^ S120: 'arrival' is the name of another beat or ending, on line 15
        """
      ]))
  }

  @Test(
    "facts of the header with too many words, or a number in letters",
    arguments: [
      ("area: grief", "area: prolonged grief", "grief"), ("difficulty: 2", "difficulty: two", "2"),
      ("difficulty: 2", "difficulty: 2\nminutes: 15 minutes", "15"),
    ])
  func header(_ line: String, _ written: String, _ meant: String) {
    #expect(repairs(line, with: written) == ["write '\(meant)'"])
  }

  @Test("guillemets become quotes")
  func guillemets() {
    #expect(repairs(condition, with: "when said «hello»") == ["write '\"hello\"'"])
  }
}
