import Foundation
import PseudoTerminalKit
import Testing

/// The program as people run it: built, on a terminal of its own.
@Suite("A session on a real terminal")
struct TerminalSessionTests {
  private func start(
    _ desk: Desk, _ words: String..., columns: Int = 80, environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      builtProgram("attune"), words,
      environment: desk.environment.merging(environment) { $1 }, columns: columns)
  }

  @Test("shows the patient, completes a command with Tab, and goes on after Ctrl-C")
  func conversation() throws {
    let desk = try Desk()
    let terminal = try start(
      desk, "practice", "new-city-no-map", "--as", "anna", environment: ["NO_COLOR": "1"])
    try terminal.expect("I'm just lazy.")
    try terminal.expect("You: ")
    terminal.type("/peo\t\r")
    try terminal.expect("/people")
    try terminal.expect("Ife:")
    try terminal.expect("You: ")
    terminal.type("never said \u{03}")
    try terminal.expect("every turn is kept")
    try terminal.expect("You: ")
    terminal.type("That sounds exhausting. What are your evenings like?\r")
    try terminal.expect("Coach: Heard:")
    try terminal.expect("Samuel:")
    try terminal.expect("You: ")
    terminal.type("\u{04}")
    try terminal.expect("1 turn kept")
    #expect(try terminal.end() == .status(0))
    #expect(!desk.attune("transcript", "show", desk.newest).output.contains("never said"))
    let history = desk.folder.appending(path: ".local/state/attune/history")
    #expect(try String(contentsOf: history, encoding: .utf8) == "/people\n")
  }

  @Test("Ctrl-C twice leaves with 130, and everything is kept")
  func interrupted() throws {
    let desk = try Desk()
    let terminal = try start(desk, "practice", "new-city-no-map")
    try terminal.expect("You: ")
    terminal.type("What brings you here?\r")
    try terminal.expect("Samuel:")
    try terminal.expect("You: ")
    terminal.type("\u{03}")
    try terminal.expect("Dropped")
    try terminal.expect("You: ")
    terminal.type("\u{03}")
    try terminal.expect("1 turn kept")
    #expect(try terminal.end() == .status(130))
  }

  @Test(
    "kill -9 at any moment loses no turn whose answer was shown, and --resume goes on from there")
  func killed() throws {
    let lines = try responses("new-city-no-map.skilled")
    for round in 0..<6 {
      let desk = try Desk()
      let terminal = try start(desk, "practice", "new-city-no-map", "--seed", "1")
      try terminal.expect("You: ")
      for line in lines.prefix(round) {
        terminal.type(line + "\r")
        try terminal.expect("Samuel:")
        try terminal.expect("You: ")
      }
      terminal.type(lines[round] + "\r")
      // The deeper the round, the later the blow: before, while and after the turn is kept.
      if round % 3 == 1 { try terminal.expect("Coach:") }
      if round % 3 == 2 { try terminal.expect("Samuel:") }
      terminal.send(SIGKILL)
      #expect(try terminal.end() == .signal(SIGKILL))

      let shown = round + (round % 3 == 2 ? 1 : 0)
      let kept = Int(desk.attune("transcript", "list", "--json").output.value("turns") ?? "") ?? -1
      #expect((shown...round + 1).contains(kept))
      #expect(desk.attune("transcript", "replay", desk.newest).status == 0)
      let resumed = desk.attune(
        "practice", "new-city-no-map", "--resume", lines: Array(lines[kept...]))
      #expect(resumed.output.contains("You go on after turn \(kept)."))
      #expect(resumed.output.contains("The end: first marks (good)"))
      let whole = try Desk()
      _ = whole.attune("practice", "new-city-no-map", lines: lines)
      #expect(try states(desk) == states(whole))
    }
  }

  private func states(_ desk: Desk) throws -> [String: Int] {
    let shown = desk.attune("transcript", "show", desk.newest, "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
    let turns = object?["turns"] as? [[String: Any]]
    return try #require(turns?.last?["states"] as? [String: Int])
  }
}
