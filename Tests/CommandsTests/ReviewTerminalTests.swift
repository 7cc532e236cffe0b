import Foundation
import PseudoTerminalKit
import Testing

/// The library of the loop, with a gate to rate beside the levels.
func makeRatedLibrary(at library: URL) throws {
  try makeLoopLibrary(at: library)
  let file = library.appending(path: "Scenarios/Grief/the-second-cup.scenario")
  let text = try String(contentsOf: file, encoding: .utf8)
  try text.replacing("listening, here and now", with: "listening, here and now, safety")
    .write(to: file, atomically: true, encoding: .utf8)
}

/// Rating and reveal at a real terminal, compared letter for letter with what was recorded;
/// `ATTUNE_RECORD=1` records anew.
@Suite("A rater at a terminal", .serialized)
struct ReviewTerminalTests {
  private let folder = repository.appending(path: "Tests/CommandsTests/Cases/review")

  private func deskWithSession() throws -> (desk: Desk, session: String) {
    let desk = try Desk()
    try makeRatedLibrary(at: desk.folder.appending(path: "library"))
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/library"
    try desk.pass("ruth")
    let lines = [
      "Two cups. You miss her so much that your hands still set her place.",
      "Of course an ordinary morning hurts now. You blame yourself.",
      "You should take the bell down.", "You feel alone with it. What is that like, right now?",
    ]
    _ = desk.run(["practice", "the-second-cup", "--as", "anna", "--seed", "1"], lines: lines)
    return (desk, desk.newest)
  }

  @Test("reads, rates, marks, submits and judges", arguments: [80, 40])
  func golden(columns: Int) throws {
    let (desk, session) = try deskWithSession()
    let (level, gate) =
      columns == 80 ? ("(1-5, na): ", "(pass, fail, na): ") : ("1-5, na: ", "pass, fail, na: ")
    let (evidence, turns, word) = ("in a sentence: ", "In which turns: ", "/q] ")
    let key = "or Enter: "
    let steps: [(words: String, turns: [(prompt: String, answer: String)])] = [
      (
        "rate",
        [
          (level, "h"), (level, "+opne question 4"), (level, "+open question 4"),
          (level, "-advice without permission 1"), (level, "=advice without permission 1"),
          (level, "-advice without permission 1"), (level, "m"), (level, "m 2"),
          (key, "c"), (key, ""), (level, "2"),
          (evidence, "She hears the longing, then gives advice."), (turns, "1-3"), (level, "a"),
          (level, "3"), (evidence, "It follows."), (turns, "1 9"), (turns, "1 4"), (level, "c"),
          (level, "q"),
        ]
      ),
      (
        "rate",
        [
          (level, "r"), (level, "na"), (gate, "4"), (gate, "pass"),
          (evidence, "No danger was left out."), (turns, "4"), (gate, "s"), ("[y/n] ", "y"),
        ]
      ),
      ("reveal", [(word, "a"), (word, "c"), ("Comment: ", "Too kind."), (word, "d"), (word, "q")]),
    ]
    var seen = ""
    for (words, typed) in steps {
      seen += "$ attune review \(words)\n"
      let screen = try start(desk, words, session, columns: columns)
      for (prompt, answer) in typed {
        seen += try screen.expect(prompt) + prompt
        // A key acts without Enter.
        screen.type(prompt == key && !answer.isEmpty ? answer : answer + "\r")
        _ = try screen.expect("\r\n")
        seen += "‸\(answer)\n"
      }
      #expect(try screen.end() == .status(0))
      seen += screen.unseen + "\n"
    }
    seen = String(String.UnicodeScalarView(seen.unicodeScalars.filter { $0 != "\r" }))
    seen = seen.replacing(session, with: "bakodelu").replacing("\u{1B}", with: "␛")
    let file = folder.appending(path: "\(columns)-columns.txt")
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try seen.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(seen == (try String(contentsOf: file, encoding: .utf8)))
    let rows = seen.split(separator: "\n").filter { !$0.contains("‸") }
      .map { $0.replacing(/␛\[[0-9;?]*[a-zA-Z]/, with: "") }
    #expect(rows.filter { $0.count > columns } == [])
  }

  @Test("kill -9 and Ctrl-C keep everything that was given, and the same command goes on")
  func killed() throws {
    let (desk, session) = try deskWithSession()
    let screen = try start(desk, "rate", session)
    try screen.expect("(1-5, na): ")
    screen.type("+OQ 2\r")
    try screen.expect("Kept: open question")
    try screen.expect("(1-5, na): ")
    screen.type("4\r")
    try screen.expect("in a sentence: ")
    screen.type("She waits.\r")
    try screen.expect("In which turns: ")
    screen.type("2\r")
    try screen.expect("Kept.")
    screen.send(SIGKILL)
    #expect(try screen.end() == .signal(SIGKILL))

    let again = try start(desk, "rate", session)
    try again.expect("You go on: 1 of 4 rated.")
    try again.expect("2 of 4: Active listening")
    try again.expect("(1-5, na): ")
    again.type("5\r")
    try again.expect("in a sentence: ")
    again.type("half a sen\u{03}")
    try again.expect("still lacks its evidence")
    try again.expect("(1-5, na): ")
    again.type("r\r")
    try again.expect("Validation: 4, turn 2: She waits.")
    try again.expect("Active listening: 5, without evidence")
    try again.expect("(1-5, na): ")
    again.type("\u{03}")
    try again.expect("Dropped")
    try again.expect("(1-5, na): ")
    again.type("\u{03}")
    try again.expect("1 of 4 rated and kept")
    #expect(try again.end() == .status(130))
  }

  private func start(
    _ desk: Desk, _ word: String, _ session: String, columns: Int = 80
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      builtProgram("attune"), ["review", word, session, "--as", "ruth", "--plain"],
      environment: desk.environment, columns: columns)
  }
}
