import Diagnostics
import Foundation
import Outline
import ScenarioSyntax
import Testing

private func formatted(_ text: String) -> String {
  String(
    decoding: formatScenario(SourceFile(name: "a.scenario", text: text)).bytes, as: UTF8.self)
}

private func wholeCase(_ name: String) throws -> String {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
  return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
}

@Suite("The layout of a scenario")
struct FormatTests {
  @Test("tidies every kind of line and leaves people's words and what it cannot read")
  func golden() throws {
    #expect(formatted(try wholeCase("untidy.scenario")) == (try wholeCase("tidy.scenario")))
    #expect(formatted(try wholeCase("tidy.scenario")) == (try wholeCase("tidy.scenario")))
  }

  @Test("has line feeds only, one at the end, and no mark of byte order")
  func lineBreaks() {
    #expect(formatted("\u{FEFF}# Patient: A\r\nold \r\n\r\n\r\n") == "# Patient: A\nold\n")
    #expect(formatted("# Patient: A\rold\r") == "# Patient: A\nold\n")
    #expect(formatted("\u{FEFF}") == "")
    #expect(formatted(" \n\n\t\n") == "")
  }

  @Test("leaves a file alone that is not UTF-8")
  func notUTF8() {
    let bytes: [UInt8] = Array("#Patient:A\n".utf8) + [0xE9, 0x0A]
    let result = formatScenario(SourceFile(name: "a", bytes: bytes))
    #expect(result.bytes == bytes)
    #expect(!result.isChanged)
  }

  @Test("keeps a line off the margin that would begin a section or a header there")
  func margin() {
    #expect(formatted("# Patient: A\n    Beat: b\n  said") == "# Patient: A\n  Beat: b\nsaid\n")
    #expect(formatted("  ---\ntitle: a\n---\n") == "  ---\ntitle: a\n---\n")
    #expect(formatted("# Topics\n- State\n") == "# Topics\n- State\n")
  }

  @Test("keeps a comment with the lines it stands among")
  func comments() {
    let text = """
      # Beat: a
      when b
       go to c
         // after the way
      // before the next
      when d
         // within
         go to c

      // above the heading
      # Beat: c
      // alone
      """
    #expect(
      formatted(text) == """
        # Beat: a
        when b
          go to c
          // after the way
        // before the next
        when d
          // within
          go to c

        // above the heading
        # Beat: c
        // alone

        """)
  }

  @Test("takes time that grows with the length of a file alone", .timeLimit(.minutes(1)))
  func long() {
    let rule = "When  reflection ,not advice\n\ttrust + 5\n  GO TO b\n\n\n// c\n"
    let deep = (0..<200).map { String(repeating: " ", count: $0) + "x\n" }.joined()
    for part in [rule, deep, "\n", "// c\n", "# Beat: a\n", "Tom  husband\n", "trust +1,"] {
      let clock = ContinuousClock()
      func time(_ count: Int) -> Duration {
        let text = "# People\n# Beat: b\n" + String(repeating: part, count: count / part.utf8.count)
        let file = SourceFile(name: "a", text: text)
        return clock.measure { _ = formatScenario(file) }
      }
      let small = (0..<3).map { _ in time(20_000) }.min() ?? .zero
      let large = time(160_000)
      #expect(large < small * 24 + .milliseconds(200), "\(part.prefix(20))")
    }
  }
}

@Suite("The changes of a layout")
struct FormatDiffTests {
  private func diff(_ text: String) -> String {
    unifiedDiff(
      formatScenario(SourceFile(name: "a", text: text)).diff, from: "a", to: "b")
  }

  @Test("are shown as a patch with three lines around them")
  func patch() {
    let lines = (1...20).map { "line \($0)" }
    var text = (["# Patient: A"] + lines).joined(separator: "\n")
    text = text.replacing("line 5\n", with: "line 5  \n").replacing(
      "line 15\n", with: "line 15\n\n\n")
    #expect(
      diff(text) == """
        --- a
        +++ b
        @@ -3,7 +3,7 @@
         line 2
         line 3
         line 4
        -line 5  
        +line 5
         line 6
         line 7
         line 8
        @@ -14,10 +14,9 @@
         line 13
         line 14
         line 15
        -
         
         line 16
         line 17
         line 18
         line 19
        -line 20
        \\ No newline at end of file
        +line 20

        """)
    #expect(diff("# Patient: A\nold\n") == "")
  }
}
