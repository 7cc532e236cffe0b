import Diagnostics
import LanguageServer
import Playtesting
import ResponseCoding

@testable import Commands

extension Benchmarks {
  /// From a keystroke's message to the diagnostics, both as bytes and the coding of choices among them, in a shipped scenario of some 500
  /// lines and in the whole of it; 30 ms are allowed for 500 lines.
  static func reportLanguageServer(_ library: Library) throws {
    let file = try library.scenario(named: "who-gets-up-at-night").file
    let lines = file.text(Span(0, file.bytes.count)).split(
      separator: "\n", omittingEmptySubsequences: false)
    let coder = ResponseCoder(library.codebook)
    for count in [500, lines.count] {
      let server = LanguageServer(
        EditorLibrary(
          checking: { _ in library.checking },
          heardOtherwise: {
            choiceProblems(of: $0, in: $1, coder: coder, codebook: library.codebook)
          }, command: { _ in [] }))
      func send(_ method: String, _ params: JSONValue) -> Int {
        let message: JSONValue = ["id": 1, "method": .string(method), "params": params]
        return server.receive(message.bytes).reduce(0) { $0 + $1.count }
      }
      func tell(_ method: String, _ params: JSONValue) {
        let message: JSONValue = ["method": .string(method), "params": params]
        _ = server.receive(message.bytes)
      }
      let document: JSONValue = [
        "uri": "file:///large.scenario", "version": 1,
        "text": .string(lines.prefix(count).joined(separator: "\n")),
      ]
      _ = send("initialize", [:])
      tell("textDocument/didOpen", ["textDocument": document])
      let place: JSONValue = ["line": .integer(count / 2), "character": 0]
      let end: JSONValue = ["line": .integer(count / 2), "character": 1]
      var isTyped = false
      let keystroke = best {
        isTyped.toggle()
        let range: JSONValue = ["start": place, "end": isTyped ? place : end]
        tell(
          "textDocument/didChange",
          [
            "textDocument": ["uri": "file:///large.scenario", "version": 2],
            "contentChanges": [["range": range, "text": isTyped ? "x" : ""]],
          ])
        return server.settle().reduce(0) { $0 + $1.count }
      }
      print("diagnostics of \(count) lines after a keystroke: \(Int(keystroke / 1000)) µs")
      let about: JSONValue = [
        "textDocument": ["uri": "file:///large.scenario"], "position": place,
      ]
      for method in ["completion", "hover", "documentSymbol", "semanticTokens/full"] {
        let time = best { send("textDocument/" + method, about) }
        print("  \(method): \(Int(time / 1000)) µs")
      }
    }
  }
}
