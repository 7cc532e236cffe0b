import Diagnostics
import Rubrics
import ScenarioChecker
import ScenarioSyntax
import Testing

/// Nothing here measures time; whatever is not linear would not come to an end.
@Suite("A file of any size", .timeLimit(.minutes(5)))
struct LargeFileTests {
  static let constructs: [(name: String, unit: String, before: String, after: String)] = [
    ("beats", "# Beat: b\nRuth: Hm.\notherwise\n  go to b\n", "", ""),
    ("rules", "when reflection\n  Ruth: Yes.\n", "# Beat: a\n", ""),
    ("clauses of one condition", "reflection, ", "# Beat: a\nwhen ", "\n"),
    ("terms of one clause", "reflection or ", "# Beat: a\nwhen ", "\n"),
    ("open brackets", "(", "# Beat: a\nRuth: ", "\n"),
    ("quotes", "\"", "# Beat: a\nwhen ", "\n"),
    ("lines of one speech", "  Hm.\n", "# Beat: a\nRuth: one of\n", ""),
    ("cues of one line", "hint, ", "# Beat: a\nRuth: Hm.\n  cue: ", "\n"),
    ("phrases of one gist", "so it is | ", "# Beat: a\nRuth: Hm.\n  gist: ", "\n"),
    ("choices", "  \"Oh?\" = open question\n", "# Beat: a\nchoices\n", ""),
    ("effects", "trust +1, ", "# State\ntrust 0 to 9, starts 1\n# Beat: a\n", "\n"),
    ("header lines", "title: a\n", "---\n", "---\n"),
    ("states", "trust 0 to 9, starts 1\n", "# State\n", ""),
    ("people", "Tom  husband; also: him\n", "# People\n", ""),
    ("duties", "must advice within 2 turns, or go to b\n", "# Beat: a\n", ""),
    ("expectations", "expect reflection, beat a\n", "# Check: a\n", ""),
    ("other words", "Tom = Henry\n", "# Variation: a\n", ""),
    ("words nobody understands", "hm ", "# Beat: a\n", "\n"),
    ("unknown lines", "?\n", "# Beat: a\n", ""),
    ("headings", "#\n", "", ""),
    ("line breaks of old Macs", "\r", "# Beat: a", ""),
    ("bytes that are no text", "\u{0}", "# Beat: a\n", ""),
  ]

  @Test("100,000 times the same", arguments: constructs.indices)
  func repeated(index: Int) {
    let construct = Self.constructs[index]
    let text =
      "# Patient: Ruth\nSomebody.\n" + construct.before
      + String(repeating: construct.unit, count: 100_000) + construct.after
    check(Array(text.utf8))
  }

  @Test("ever deeper indentation")
  func nested() {
    var text = "# Patient: Ruth\nSomebody.\n# Beat: a\n"
    for depth in 0..<3_000 { text += String(repeating: " ", count: depth) + "when advice\n" }
    check(Array(text.utf8))
  }

  @Test("five megabytes of scenario")
  func fiveMegabytes() {
    var text = "# Patient: Ruth\nSomebody.\n"
    var number = 0
    while text.utf8.count < 5_000_000 {
      text += """
        # Beat: beat \(number)
        Ruth: It is what it is, number \(number).
          cue: hint
          gist: one thing | another
        when reflection or validation, not advice at least 2 times
          Ruth: Yes.
          go to beat \(number + 1)
        otherwise
          go to beat \(number + 1)

        """
      number += 1
    }
    text += "# Ending: beat \(number)\noutcome: good. Done.\n"
    let checked = check(Array(text.utf8))
    #expect(checked.scenario?.beats.count == number)
  }

  /// The tree keeps every byte, and problems lie inside the file.
  @discardableResult
  private func check(_ bytes: [UInt8]) -> CheckedFile {
    let file = SourceFile(name: "large", bytes: bytes)
    let checked = checkScenario(file, library: smallLibrary)
    #expect(checked.tree.bytes == bytes)
    #expect(checked.diagnostics.allSatisfy { $0.span.start >= 0 && $0.span.end <= bytes.count })
    #expect((checked.scenario == nil) == checked.diagnostics.hasErrors)
    return checked
  }
}
