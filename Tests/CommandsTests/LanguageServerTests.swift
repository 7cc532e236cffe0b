import Foundation
import PseudoTerminalKit
import Terminal
import Testing

@testable import Commands

@Suite("The language server as a program")
struct LanguageServerTests {
  private static let cases = repository.appending(path: "Tests/CommandsTests/Cases/editor")

  @Test("answers an editor's whole session as written down in session.txt")
  func session() throws {
    let desk = try Desk()
    for (name, folder) in [
      ("small.codebook", "Rubrics/"), ("warmth.rubric", "Rubrics/"), ("chair.scenario", ""),
    ] {
      _ = try desk.write(try Self.text(name), to: folder + name)
    }
    let path = desk.folder.appending(path: "chair.scenario").path
    let program = try EditorPipe(folder: desk.folder)
    for step in try Self.steps(path: path) {
      switch step.mark {
      case ">": program.send(["id": 1, "method": step.word, "params": step.value])
      case "!": program.send(["method": step.word, "params": step.value])
      default:
        let said = try #require(program.receive())
        let value = said["result"] ?? said["error"] ?? said["params"] ?? NSNull()
        let method = said["method"] as? String
        let word = method ?? (said["error"] == nil ? "result" : "error")
        #expect(word == step.word, "line \(step.line)")
        #expect(pretty(value) == pretty(step.value), "line \(step.line)")
      }
    }
    #expect(program.end() == 0)
  }

  @Test("ends with 1 when the editor goes away, and passes over what is no message")
  func goneEditor() throws {
    let desk = try Desk()
    let said = desk.attune("language-server", "--stdio", bytes: "Content-Length: x\r\n\r\n")
    let answer =
      #"{"error":{"code":-32700,"message":"this message is not JSON"},"id":null,"jsonrpc":"2.0"}"#
    #expect(
      said
        == Outcome(
          status: 1, output: "Content-Length: \(answer.utf8.count)\r\n\r\n" + answer, errors: ""))
    #expect(desk.attune("language-server", bytes: "").status == 1)
  }

  @Test("reads messages that come in pieces, and several that come at once")
  func pieces() throws {
    func frame(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }
    let long = String(repeating: "x", count: 1000)
    let said = try Desk().attune(
      "language-server",
      bytes: frame(#"{"id":1,"method":"initialize","params":{"locale":"\#(long)"}}"#)
        + frame(#"{"method":"initialized"}"#) + frame(#"{"id":2,"method":"shutdown"}"#)
        + frame(#"{"method":"exit"}"#) + frame(#"{"id":3,"method":"never read"}"#))
    #expect(said.status == 0)
    #expect(said.output.contains(#""id":1"#))
    #expect(said.output.hasSuffix(#"{"id":2,"jsonrpc":"2.0","result":null}"#))
  }

  @Test("tells a person who starts it by hand what it is for")
  func byHand() throws {
    let said = try Desk().console("language-server", input: [])
    #expect(said.status == 2)
    #expect(said.errors.contains("speaks with an editor, not with people"))
  }

  @Test("checks a file without a library of its own with the one this run has")
  func noLibrary() throws {
    func frame(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }
    let said = try Desk().attune(
      "language-server",
      bytes: frame(#"{"id":1,"method":"initialize","params":{}}"#)
        + frame(
          #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","#
            + ##""text":"# Beat: b\nwhen advise\n  go to b\n"}}}"##))
    #expect(said.output.contains("'advise' is not a code in the codebook"))
  }

  private struct Step {
    var line: Int
    var mark: Character
    var word: String
    var value: Any
  }

  /// The session: a mark and a word on a line, JSON on the indented lines below it.
  private static func steps(path: String) throws -> [Step] {
    let scenario = try String(
      decoding: JSONSerialization.data(
        withJSONObject: try text("chair.scenario"), options: .fragmentsAllowed), as: UTF8.self)
    let session = try text("session.txt").replacing("\"$SCENARIO\"", with: scenario)
      .replacing("$URI", with: "file://" + path).replacing("$PATH", with: path)
    var steps: [(line: Int, head: Substring, json: String)] = []
    for (index, line) in session.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if line.hasPrefix("//") || line.isEmpty { continue }
      if line.hasPrefix(" "), !steps.isEmpty {
        steps[steps.count - 1].json += line
      } else {
        steps.append((index + 1, line, ""))
      }
    }
    return try steps.map { step in
      Step(
        line: step.line, mark: try #require(step.head.first), word: String(step.head.dropFirst(2)),
        value: try JSONSerialization.jsonObject(
          with: Data(step.json.utf8), options: .fragmentsAllowed))
    }
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: cases.appending(path: name), encoding: .utf8)
  }

  private func pretty(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .prettyPrinted, .fragmentsAllowed])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "?"
  }
}

/// The built program with an editor's end of its pipes.
private final class EditorPipe {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var buffer = Data()

  init(folder: URL) throws {
    process.executableURL = URL(filePath: builtProgram("attune"))
    process.arguments = ["language-server", "--stdio"]
    process.currentDirectoryURL = folder
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  func send(_ message: [String: Any]) {
    guard let data = try? JSONSerialization.data(withJSONObject: message) else { return }
    input.fileHandleForWriting.write(Data("Content-Length: \(data.count)\r\n\r\n".utf8) + data)
  }

  /// The next message; nil where the program has ended, or what it says is none.
  func receive() -> [String: Any]? {
    guard let header = line(), let length = Int(header.dropFirst("Content-Length: ".count)),
      line() == ""
    else { return nil }
    while buffer.count < length { guard fill() else { return nil } }
    let data = buffer.prefix(length)
    buffer = Data(buffer.dropFirst(length))
    return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
  }

  func end() -> Int32 {
    input.fileHandleForWriting.closeFile()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func line() -> String? {
    while true {
      if let end = buffer.range(of: Data("\r\n".utf8)) {
        defer { buffer = Data(buffer[end.upperBound...]) }
        return String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
      }
      guard fill() else { return nil }
    }
  }

  private func fill() -> Bool {
    let more = output.fileHandleForReading.availableData
    buffer += more
    return !more.isEmpty
  }
}
