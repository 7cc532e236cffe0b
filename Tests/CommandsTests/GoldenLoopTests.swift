import Foundation
import PseudoTerminalKit
import Testing

/// A terminal of its own kind, on which the whole loop is played.
struct LoopTerminal: CustomTestStringConvertible, Sendable {
  /// Of the golden file.
  var name: String
  var columns = 80
  var environment: [String: String] = [:]
  var flags: [String] = []

  var testDescription: String { name }

  static let all = [
    LoopTerminal(name: "80-columns"),
    LoopTerminal(name: "40-columns", columns: 40),
    LoopTerminal(name: "no-colour", environment: ["NO_COLOR": "1"]),
    LoopTerminal(name: "dumb", environment: ["TERM": "dumb"]),
    LoopTerminal(name: "plain", flags: ["--plain"]),
    LoopTerminal(name: "plain-40-columns", columns: 40, flags: ["--plain"]),
  ]
}

private let loopCases = repository.appending(path: "Tests/CommandsTests/Cases/loop")

/// Two short scenarios with the shipped rubrics and the codebook as people wrote it.
func makeLoopLibrary(at library: URL) throws {
  let files = FileManager.default
  for (name, place) in [("the-second-cup", "Grief"), ("hands-full", "Drills")] {
    let target = library.appending(path: "Scenarios/\(place)/\(name).scenario")
    try files.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try files.copyItem(at: loopCases.appending(path: name + ".scenario"), to: target)
  }
  let rubrics = library.appending(path: "Rubrics")
  try files.createDirectory(at: rubrics, withIntermediateDirectories: true)
  try files.copyItem(
    at: repository.appending(path: "Rubrics/Words"), to: rubrics.appending(path: "Words"))
  for name in try files.contentsOfDirectory(atPath: repository.path + "/Rubrics")
  where name.hasSuffix(".rubric") {
    try files.copyItem(
      at: repository.appending(path: "Rubrics/\(name)"), to: rubrics.appending(path: name))
  }
  try codebookByHand().write(
    to: rubrics.appending(path: "ipt.codebook"), atomically: true, encoding: .utf8)
}

/// The whole loop, typed at a real terminal and compared letter for letter with what was recorded.
///
/// `ATTUNE_RECORD=1` records the golden files anew; what changed in them is then to be read. The
/// codebook is the shipped one without what was learned, so that learning again changes none of them.
@Suite("Briefing, session, retry, debrief, drill and progress", .serialized)
struct GoldenLoopTests {
  private let folder = loopCases

  @Test("look as they were recorded", arguments: LoopTerminal.all)
  func loop(_ terminal: LoopTerminal) throws {
    let recorded = try play(on: terminal)
    let golden = folder.appending(path: terminal.name + ".txt")
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try recorded.write(to: golden, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    let (rows, wanted) = (lines(recorded), lines(expected))
    let differing = zip(rows, wanted).enumerated().first { $1.0 != $1.1 }
    if let (row, (got, want)) = differing {
      Issue.record(
        "\(terminal.name), line \(row + 1): \(got.debugDescription), was \(want.debugDescription)")
    }
    #expect(rows.count == wanted.count)
  }

  @Test("no line is longer than the terminal", arguments: LoopTerminal.all)
  func width(_ terminal: LoopTerminal) throws {
    let golden = folder.appending(path: terminal.name + ".txt")
    let rows = lines(try String(contentsOf: golden, encoding: .utf8))
    // What is typed is folded by the terminal.
    let said = rows.filter { !$0.contains("‸") && !$0.hasPrefix("$ ") }
    let long = said.filter { visible($0).count > terminal.columns }
    #expect(long == [])
    if !terminal.flags.isEmpty || terminal.environment["TERM"] == "dumb" {
      #expect(said.filter { $0.contains("␛[") && !$0.contains("␛[?2004") } == [])
    }
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func visible(_ row: String) -> String {
    row.replacing(/␛\[[0-9;?]*[a-zA-Z]/, with: "")
  }

  /// Everything a person saw; `‸` stands before what she typed.
  private func play(on terminal: LoopTerminal) throws -> String {
    let desk = try Desk()
    let store =
      "/tmp/attune-\(String(UUID().uuidString.filter(\.isLetter).prefix(6)).lowercased()).sqlite"
    defer {
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) }
    }
    try makeLoopLibrary(at: desk.folder.appending(path: "library"))
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/library"
    desk.environment["ATTUNE_STORE"] = store
    var seen = ""
    for (words, turns) in steps {
      seen += "$ attune \(words.joined(separator: " "))\n"
      let screen = try PseudoTerminal(
        builtProgram("attune"), words + terminal.flags,
        environment: desk.environment.merging(terminal.environment) { $1 },
        columns: terminal.columns)
      for (prompt, answer) in turns {
        seen += try screen.expect(prompt) + prompt
        screen.type(answer + "\r")
        // The end of the line typed, and not what the terminal makes of it on the way.
        _ = try screen.expect("\r\n")
        seen += "‸\(answer)\n"
      }
      let ending = try screen.end()
      #expect(ending == .status(0), "\(words)")
      seen += screen.unseen + "\n"
    }
    for row in desk.attune("transcript", "list", "--json").output.rows {
      if let id = row.value("id") { seen = seen.replacing(id, with: "bakodelu") }
    }
    // A carriage return and a line feed are one character to Swift.
    seen = String(String.UnicodeScalarView(seen.unicodeScalars.filter { $0 != "\r" }))
    return seen.replacing("\u{1B}", with: "␛")
      .replacing(store, with: "/tmp/attune-abcdef.sqlite")
      .replacing(/20\d\d-\d\d-\d\d/, with: "2026-03-01")
  }

  /// The words after `attune`, and what is typed at which prompt.
  private let steps: [(words: [String], turns: [(prompt: String, answer: String)])] = [
    ([], [("q to leave: ", "q")]),
    (
      ["practice", "--seed", "1"],
      [
        ("q leaves: ", ""),
        ("[y/n] ", "y"),
        ("You: ", "Two cups. You miss her so much that your hands still set her place."),
        ("You: ", "/hint"),
        ("You: ", "Of course an ordinary morning hurts now. You blame yourself."),
        ("You: ", "You should take the bell down."),
        ("You: ", "/retry"),
        ("You: ", "Every time it rings, part of you hopes that it is her."),
        ("You: ", "/why"),
        ("You: ", "You feel alone with it. What is that like for you, right now?"),
        ("Validation: ", "5"), ("Active listening: ", ""), ("here-and-now: ", "q"),
      ]
    ),
    (
      ["drill", "--seed", "1"],
      [
        ("You: ", "As long as you dig it is all right. And when you stop, you feel sad."),
        ("(Enter skips): ", "2"), ("/q] ", "q"),
      ]
    ),
    (["progress"], []),
  ]
}
