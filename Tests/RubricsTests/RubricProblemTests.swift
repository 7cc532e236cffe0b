import Diagnostics
import Rubrics
import Testing

@Suite("What is wrong with a rubric file")
struct RubricProblemTests {
  @Test("an unknown heading names the nearest one and is not called missing as well")
  func headingUnknown() {
    var text = RatingText()
    text.cutPoints = """
      # Cut ponts
        ^^^^^^^^^ R210 'Cut ponts' is not a heading of a rubric
      level 2 from 0.20
      """
    expectProblems(text.text)
  }

  @Test("a heading stands once and belongs to the kind of rubric")
  func headings() {
    var text = RatingText()
    text.caps = """
      # Gate
        ^^^^ R212 a rating has no 'Gate'
      # Score
        ^^^^^ R211 the heading 'Score' stands here a second time
      """
    expectProblems(text.text)
  }

  @Test("missing headings are told at the header, all in one")
  func headingsMissing() {
    var text = RatingText()
    text.opportunities = ""
    text.score = ""
    text.header = """
      ---
      ^^^ R213 the rubric has no '# Opportunities' and '# Score'
      title: Validation
      id: validation
      version: 0.1
      kind: rating
      question: Does it make sense?
      ---
      nobody reads this
      ^^^^^^^^^^^^^^^^^ R214 this stands before the first heading
      """
    expectProblems(text.text)
  }

  @Test("the header's lines are known, complete and given once")
  func header() {
    var text = RatingText()
    text.header = """
      ---
      ^^^ R204 the header does not give version and question
      title: Validation
      title: Validating
      ^^^^^ R205 'title' is given twice
      id: validation
      kind: ratin
            ^^^^^ R207 'ratin' is not a kind of rubric
      ---
      """
    expectProblems(text.text)
    text.header = """
      ---
      titel: Validation
      ^^^^^ R203 'titel' is not a line of the header
      id: validation
      version: 0.1
      kind: rating
      question
      ^^^^^^^^ R206 a line of the header is a name, a colon and a value
      ---
      """
    expectProblems(text.text)
  }

  @Test("a file without a header, or with one that does not end, says only that")
  func noHeader() {
    var text = RatingText()
    text.header = ""
    expectProblems(
      text.text.replacing(
        "# Levels",
        with:
          "# Levels\n^^^^^^^^ R201 the file does not begin with a header between two lines of ---")
    )
    text.header = """
      ---
      ^^^ R202 the header has no second line of ---
      title: Validation
      kind: rating
      """
    expectProblems(text.text)
    expectProblems("\n^ R201 the file does not begin with a header between two lines of ---")
  }

  @Test("levels are 1 to 5, each once, with a name and an anchor")
  func levels() {
    var text = RatingText()
    text.levels = """
      # Levels
      1 wounding: Feelings are dismissed.
      1 polite: Stock sympathy.
      ^^^^^^^^ R230 level 1 is given twice
      three accurate: The main feelings are heard.
      ^^^^^ R221 'three' is not a whole number from 1 to 5
      4: Says why it makes sense.
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Levels'
      6 beyond: Everything.
      ^ R221 '6' is not a whole number from 1 to 5
      """
    expectProblems(text.text)
    text.levels = """
      # Levels
        ^^^^^^ R231 'Levels' does not give level 2 and level 5
      1 wounding: Feelings are dismissed.
      3 accurate: The main feelings are heard.
      4 understanding: Says why it makes sense.
      """
    expectProblems(text.text)
  }

  @Test("an unknown code or cue is underlined alone, and the others on its line are read")
  func names() {
    var text = RatingText()
    text.opportunities = """
      # Opportunities
      affect: RFF, reflektion of feeling, VAL5,
              ^^^ R222 'RFF' is not a code in the codebook
                   ^^^^^^^^^^^^^^^^^^^^^ R222 'reflektion of feeling' is not a code in the codebook
                                               ^ R223 a code is missing here
      afect: RF
      ^^^^^ R224 'afect' is not a cue in the codebook
      hint: RF
      hint: VAL5
      ^^^^ R225 the cue 'hint' stands here a second time
      at least many, else not assessable
               ^^^^ R221 'many' is not a whole number from 1 to 100
      RF
      ^^ R220 this line does not read like a line of 'Opportunities'
      """
    expectProblems(text.text)
  }

  @Test("a dimension without opportunities or without scores cannot be rated")
  func empty() {
    var text = RatingText()
    text.opportunities = """
      # Opportunities
        ^^^^^^^^^^^^^ R226 no opportunities are given, so nobody could meet one
      """
    text.score = """
      # Score
        ^^^^^ R245 nothing is scored
      """
    expectProblems(text.text)
  }

  @Test("a weight has a sign and lies between -1 and +1")
  func weights() {
    var text = RatingText()
    text.score = """
      # Score
      0.65 opportunities met
      ^^^^ R240 '0.65' is not a weight from -1 to +1 with its sign
      +a.20 opportunities met
      ^^^^^ R240 '+a.20' is not a weight from -1 to +1 with its sign
      +20 opportunities met
      ^^^ R240 '+20' is not a weight from -1 to +1 with its sign
      """
    expectProblems(text.text)
  }

  @Test("weights that do not add up to 1 are a warning")
  func weightsOffOne() {
    var text = RatingText()
    text.score = """
      # Score
        ^^^^^ R246 the weights with + add up to 0.95, not to 1
      +0.65 opportunities met
      +0.30 RF per turn, full at 0.25
      -0.20 opportunities harmed
      """
    expectProblems(text.text)
  }

  @Test("a misspelt measure is underlined where it is misspelt")
  func measures() {
    var text = RatingText()
    text.score = """
      # Score
      +0.20 ratoi of SR to OQ, full at 1
            ^^^^^ R241 'ratoi' is not a measure
      +0.20 RF, VAL5 per trun, full at 0.25
                     ^^^^^^^^ R241 'per trun' is not a measure
      +0.20 opportunities missed
            ^^^^^^^^^^^^^^^^^^^^ R241 'opportunities missed' is not a measure
      +0.20 warmth
            ^^^^^^ R241 'warmth' is not a measure
      +0.20
           ^ R241 a measure is missing here
      """
    expectProblems(text.text)
  }

  @Test("what a measure needs is asked for, and what it does not know is refused")
  func measureParts() {
    var text = RatingText()
    text.score = """
      # Score
      +0.20 RF, VAL5 per turn
            ^^^^^^^^^^^^^^^^^ R243 this measure needs 'full at 0.25'
      +0.20 RF per turn, fill at 0.25
                         ^^^^^^^ R242 'fill at' does not belong to this measure
      +0.20 RF per turn, full at 0
                                 ^ R221 '0' is not a number above 0
      +0.20 opportunities met, full at 0.5
                                       ^^^ R242 'full at 0.5' does not belong to this measure
      +0.20 RF per ten turns
            ^^^^^^^^^^^^^^^^ R244 a count per ten turns has no upper end and can only be taken off
      +0.20 35 to 8 words per turn, none at 80
            ^^^^^^^ R251 '35 to 8' does not rise
      +0.20 8 to 35 words per turn, none at 30
                                            ^^ R251 '35 … none at 30' does not rise
      +0.20 mean level of RF two, from 1 to 6
                             ^^^ R221 'two' is not a number from 0 to 1000
      +0.20 mean level of RF 2, from 6 to 1
                                     ^^^^^^ R251 '6 to 1' does not rise
      +0.20 ratio of SR to OQ, full at 1, alone 0.67
                                                ^^^^ R220 this line does not read like a line of 'Score'
      """
    expectProblems(text.text)
  }

  @Test("cut points rise, lie between 0 and 1, and there is one for each level above the first")
  func cutPoints() {
    var text = RatingText()
    text.cutPoints = """
      # Cut points
      level 2 from 0.20
      level 3 from 0.60
      level 4 from 0.40
                   ^^^^ R250 level 4 does not begin above the level below it
      level 5 from 1.80
                   ^^^^ R221 '1.80' is not a number from 0 to 1
      level 4 from 0.50
      ^^^^^^^ R230 level 4 is given twice
      levels
      ^^^^^^ R220 this line does not read like a line of 'Cut points'
      """
    expectProblems(text.text)
    text.cutPoints = """
      # Cut points
        ^^^^^^^^^^ R231 'Cut points' does not give level 3, level 4 and level 5
      level 2 from 0.20
      """
    expectProblems(text.text)
  }

  @Test("a cap that cannot be read shows how one is written")
  func caps() {
    var text = RatingText()
    text.caps = """
      # Caps
      never more than 3 when MIN
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Caps'
      at most 5 when MIN
              ^ R221 '5' is not a whole number from 1 to 4
      at most 3 when MINI at least 0 times, unless RUPT within two turns
                     ^^^^ R222 'MINI' is not a code in the codebook
                                   ^ R221 '0' is not a whole number from 1 to 1000
                                                               ^^^ R221 'two' is not a whole number from 1 to 1000
      at most 3 when MIN, unless RUPT
                                 ^^^^ R220 this line does not read like a line of 'Caps'
      at most 3 when no RF
                        ^^ R220 this line does not read like a line of 'Caps'
      at most 3 when no RF although afect at least 2 times
                                    ^^^^^ R224 'afect' is not a cue in the codebook
      """
    expectProblems(text.text)
  }

  @Test("a gate has its three levels and rules that can be read")
  func gate() {
    expectProblems(
      """
      ---
      title: Safety
      id: safety
      version: 0.1
      kind: gate
      question: Was danger met?
      ---
      # Levels
        ^^^^^^ R231 'Levels' does not give not applicable
      pass: All was asked.
      fail: Something was not asked.
      # Score
        ^^^^^ R212 a gate has no 'Score'
      # Gate
      must answer risc with RISK within 2 turns
                  ^^^^ R224 'risc' is not a cue in the codebook
      must answer risk with RISK
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Gate'
      should not SECR after risk
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Gate'
      must not SECRET after risk
               ^^^^^^ R222 'SECRET' is not a code in the codebook

      """)
  }

  @Test("a problem shows its line, the words and what to do")
  func rendered() throws {
    var text = RatingText()
    text.opportunities = "# Opportunities\naffect: RFF, VAL5"
    let file = SourceFile(name: "validation.rubric", text: text.text)
    let diagnostics = readRubric(file, codebook: smallCodebook()).diagnostics
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.fix?.edits.map(\.text) == ["RF"])
    #expect(
      render(diagnostic, in: file) == """
        validation.rubric:15:9: error R222: 'RFF' is not a code in the codebook
          15 | affect: RFF, VAL5
             |         ^^^
          help: 'RF' is close

        """)
  }

  @Test("where nothing is near, the help lists what may stand there")
  func help() {
    let problems: [(RubricProblem, String)] = [
      (
        .headingUnknown("Bananas", near: nil, allowed: ["Levels", "Score"]),
        "one of: Levels; Score"
      ),
      (
        .cueUnknown("banana", near: nil, allowed: ["affect", "hint"]), "one of: affect; hint"
      ),
      (
        .unreadable("Cut points", forms: ["level 3 from 0.40"]),
        "write it like 'level 3 from 0.40'"
      ),
    ]
    for (problem, help) in problems { #expect(problem.help == help) }
  }
}
