import Diagnostics
import Foundation
import Testing

private struct Planted: Problem {
  var code = "S190"
  var severity = Severity.error
  var message = "'reflecton' is not a code in the codebook"
  var help: String? = "'reflection' is close"
}

@Suite("A diagnostic as people read it")
struct DiagnosticTextTests {
  @Test("names file, line and column, shows the line with carets, and says what to do")
  func picture() {
    let file = SourceFile(name: "visit.scenario", text: "# Beat: one\nwhen reflecton\n")
    #expect(
      render(Diagnostic(Planted(), at: Span(17, 26)), in: file) == """
        visit.scenario:2:6: error S190: 'reflecton' is not a code in the codebook
          2 | when reflecton
            |      ^^^^^^^^^
          help: 'reflection' is close

        """)
  }

  @Test("counts columns in characters, not bytes, and keeps the caret below its word")
  func columns() {
    let file = SourceFile(name: "a", text: "é😀 reflecton")
    #expect(
      render(Diagnostic(Planted(help: nil), at: Span(7, 16)), in: file) == """
        a:1:4: error S190: 'reflecton' is not a code in the codebook
          1 | é😀 reflecton
            |    ^^^^^^^^^

        """)
  }

  @Test("cuts a very long line around the caret")
  func longLine() {
    let text =
      String(repeating: "a ", count: 200) + "reflecton" + String(repeating: " b", count: 200)
    let shown = render(
      Diagnostic(Planted(help: nil), at: Span(400, 409)), in: SourceFile(name: "a", text: text))
    let lines = shown.split(separator: "\n")
    #expect(lines[1].count < 120)
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let word = lines[1].range(of: "reflecton").map {
      lines[1].distance(from: lines[1].startIndex, to: $0.lowerBound)
    }
    #expect(caret == word)
  }

  @Test("shows control characters as one visible mark each")
  func controls() {
    let file = SourceFile(name: "a", text: "\u{1B}[2J\u{202E} reflecton")
    let shown = render(Diagnostic(Planted(), at: Span(8, 17)), in: file)
    #expect(!shown.contains("\u{1B}"))
    #expect(!shown.contains("\u{202E}"))
  }

  @Test("a span at the very end of a file without a line break is shown")
  func endOfFile() {
    let file = SourceFile(name: "a", text: "abc")
    #expect(render(Diagnostic(Planted(help: nil), at: Span(3, 3)), in: file).contains("a:1:4:"))
  }
}

@Suite("The nearest name")
struct NearestNameTests {
  @Test("is the one with the fewest slips, swapped neighbours counting as one")
  func nearest() {
    #expect(nearestName(to: "reflecton", in: ["validation", "reflection"]) == "reflection")
    #expect(nearestName(to: "adivce", in: ["advise", "advice"]) == "advice")
  }

  @Test("is none where the guess would be far")
  func far() {
    #expect(nearestName(to: "xyz", in: ["reflection", "advice"]) == nil)
    #expect(nearestName(to: "", in: ["advice"]) == nil)
  }
}
