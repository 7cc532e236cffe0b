import Diagnostics
import Rubrics
import Testing

/// What an instructor wrote in a copy of a rubric.
@Suite("What an instructor gets wrong in a rubric")
struct RubricMistakeTests {
  @Test("a share in per cent can never be earned, and a measure counts once")
  func shares() {
    var text = RatingText()
    text.score = """
      # Score
      +1.00 opportunities met
      -0.10 opportunities harmed
      -0.10 opportunities harmed
            ^^^^^^^^^^^^^^^^^^^^ R247 this is measured already, on line 19
      +0.15 share of OQ among question, full at 70
                                                ^^ R221 '70' is not a number above 0 and up to 1
      """
    expectProblems(text.text)
  }

  @Test("a dash for a minus, digits for 'ten' and a header below a blank line are understood")
  func accepted() throws {
    var text = RatingText()
    text.header = "\n" + text.header.replacing("---", with: "—")
    text.score = """
      # Score
      +1.00 opportunities met
      −0.05 MIN per 10 turns
      –0.10 opportunities harmed
      """
    #expect(try sound(text.text).terms.map(\.weight) == [1, -0.05, -0.10])
  }

  @Test("a forgotten header is one mistake")
  func header() {
    var text = RatingText()
    text.header = """
      title: Validation
      ^^^^^^^^^^^^^^^^^ R201 the file does not begin with a header between two lines of ---
      id: validation
      ---
      """
    expectProblems(text.text)
  }

  @Test("a number with a comma, a comma too many and a cut point too low are told what to do")
  func help() {
    for (line, other, help) in [
      ("+1.00 opportunities met", "+1,00 opportunities met", "write a point, not a comma"),
      ("affect: RF, VAL5", "affect: RF; VAL5", "write it like 'affect: RF, VAL5; half: CR'"),
      (
        "level 3 from 0.40", "level 3 from 0.10",
        "the higher the level, the higher the number where it begins"
      ),
      ("level 3 from 0.40\n", "", "add a line for level 3"),
    ] {
      let file = SourceFile(
        name: "a.rubric", text: RatingText().text.replacing(line, with: other))
      let found = readRubric(file, codebook: smallCodebook()).diagnostics
      #expect(found.map { $0.help ?? "-" } == [help])
    }
  }

  @Test("a rubric that is not saved as UTF-8 gives one error")
  func encoding() {
    let bytes = Array(RatingText().text.utf8) + [0x93]
    let found = readRubric(SourceFile(name: "a.rubric", bytes: bytes), codebook: smallCodebook())
    #expect(found.rubric == nil)
    #expect(found.diagnostics.map(\.code) == ["R100"])
    #expect(found.diagnostics.map(\.span.start) == [bytes.count - 1])
  }
}
