import Diagnostics
import Testing

private struct Wrong: Problem {
  let message: String
  let code = "T1"
  let severity = Severity.error
  let help: String? = nil
}

private func wrong(_ message: String, _ edits: (Int, Int, String)...) -> Diagnostic {
  let edits = edits.map { Edit(span: Span($0.0, $0.1), text: $0.2) }
  return Diagnostic(
    Wrong(message: message), at: Span(0, 1), fix: Fix(title: message, edits: edits))
}

private func result(_ diagnostics: [Diagnostic]) -> (String, applied: [String], left: [String]) {
  let fixed = applyFixes(diagnostics, to: SourceFile(name: "a", text: "one two three"))
  return (
    String(decoding: fixed.bytes, as: UTF8.self), fixed.applied.map(\.message),
    fixed.left.map(\.message)
  )
}

@Suite("Repairs of a file")
struct ApplyFixesTests {
  @Test("are made in file order, whatever the order in which they come")
  func order() {
    #expect(
      result([wrong("b", (8, 13, "3")), wrong("a", (0, 3, "1"))])
        == ("1 two 3", applied: ["a", "b"], left: []))
  }

  @Test("that overlap an earlier one are left for another round")
  func overlapping() {
    #expect(
      result([wrong("a", (0, 5, "x")), wrong("b", (4, 7, "y")), wrong("c", (7, 7, "!"))])
        == ("xwo! three", applied: ["a", "c"], left: ["b"]))
  }

  @Test("of which two insert at one place are not both made")
  func insertions() {
    #expect(
      result([wrong("a", (3, 3, ",")), wrong("b", (3, 3, ";"))])
        == ("one, two three", applied: ["a"], left: ["b"]))
  }

  @Test("with several edits are made whole or not at all")
  func whole() {
    #expect(
      result([wrong("a", (4, 7, "2")), wrong("b", (5, 6, ""), (8, 13, "3"))])
        == ("one 2 three", applied: ["a"], left: ["b"]))
    #expect(
      result([wrong("a", (8, 13, "3"), (0, 3, "1"))]) == ("1 two 3", applied: ["a"], left: []))
  }

  @Test("outside the file are not made, nor those without an edit")
  func outside() {
    #expect(
      result([wrong("a", (10, 20, "x")), wrong("b")])
        == ("one two three", applied: [], left: ["a"]))
  }
}
