import Diagnostics
import Testing

@testable import Commands

private struct Wrong: Problem {
  let code: String
  let severity = Severity.error
  let message = "wrong"
  let help: String? = nil
}

/// Every `a` is wrong and becomes `b`, every `b` becomes `c`; `x` becomes `!`, which is worse.
private func check(_ file: SourceFile) -> [Diagnostic] {
  file.bytes.enumerated().compactMap { offset, byte in
    let span = Span(offset, offset + 1)
    return switch UnicodeScalar(byte) {
    case "a": Diagnostic(Wrong(code: "A"), at: span, replacement: "b")
    case "b": Diagnostic(Wrong(code: "A"), at: span, replacement: "c")
    case "x": Diagnostic(Wrong(code: "X"), at: span, replacement: "!")
    case "!": Diagnostic(Wrong(code: "W"), at: span)
    default: nil
    }
  }
}

private func repaired(_ text: String) -> (String, [String]) {
  let result = repair(SourceFile(name: "f", text: text), check: check)
  return (
    String(decoding: result.file.bytes, as: UTF8.self),
    result.repairs.map { $0.sentence(isNamed: true) }
  )
}

@Suite("Repairing a file")
struct RepairFileTests {
  @Test("goes on until no repair is left")
  func rounds() {
    #expect(
      repaired("-\na") == ("-\nc", ["f, line 2: write 'b'", "f, line 2: write 'c'"]))
    #expect(repaired("-") == ("-", []))
  }

  @Test("does not take a repair after which something new is wrong, and takes the others")
  func worse() {
    #expect(repaired("xb") == ("xc", ["f, line 1: write 'c'"]))
    #expect(repaired("x") == ("x", []))
  }
}
