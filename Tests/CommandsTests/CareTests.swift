import Testing

@testable import Commands

@Suite("Care for the trainee")
struct CareTests {
  private func set(_ text: String, at path: String = ".config", _ desk: Desk) throws {
    _ = try desk.write(text, to: path + "/attune/attune.settings")
  }

  private func rows(_ outcome: Outcome, from heading: String) -> [String] {
    let rows = outcome.output.rows
    return Array(rows[(rows.firstIndex(of: heading) ?? rows.endIndex)...])
  }

  @Test(
    "before the first session, and not again, a person is told what is kept and what not to type")
  func firstNotice() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    let first = desk.console(
      "practice", "new-city-no-map", input: [.line("It is hard."), .line("/quit")])
    #expect(first.output.contains("Before your first session\n"))
    #expect(first.output.contains("Never name a real patient, and tell nothing by which"))
    #expect(first.output.split(whereSeparator: \.isWhitespace).joined().contains(desk.store))
    let again = desk.console("practice", "new-city-no-map", input: [.line("/quit")])
    #expect(!again.output.contains("Before your first session"))
    let other = desk.console("practice", "new-city-no-map", "--as", "kim", input: [.line("/quit")])
    #expect(other.output.contains("Before your first session\n"))
    #expect(
      !desk.attune("practice", "new-city-no-map", "--as", "lou").output.contains("first session"))
  }

  @Test("the stop word alone stops at once, in an exam too, and every turn is kept")
  func stopWord() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    let stopped = desk.console(
      "practice", "new-city-no-map", "--mode", "exam",
      input: [.line("Please don't stop."), .line(" STOP! "), .line("It is hard.")])
    #expect(stopped.status == 0)
    #expect(
      rows(stopped, from: "Stopped") == [
        "Stopped", "That is always all right. You need not explain it, and need not go on.",
      ])
    #expect(stopped.errors.contains("1 turn kept as session"))
    let resumed = desk.console(
      "practice", "new-city-no-map", "--resume", input: [.line("/help"), .line("/quit")])
    #expect(resumed.output.contains("You go on after turn 1."))
    #expect(resumed.output.contains("stop alone on a line: stop at once"))
  }

  @Test("an institution sets the stop word and where to turn, and a person may set her own")
  func settings() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    desk.environment["XDG_CONFIG_DIRS"] = desk.folder.path + "/shared"
    try set(
      "// ours\nhelp: Counselling, room 12\nhelp: At night 555 0100\nstop word: Red\n",
      at: "shared", desk)
    let help = ["Counselling, room 12", "At night 555 0100"]
    let red = desk.console("practice", "new-city-no-map", input: [.line("stop"), .line("red")])
    #expect(rows(red, from: "Stopped").suffix(2) == help)
    #expect(red.errors.contains("1 turn kept"))
    try set("stop word: enough\n", desk)
    let own = desk.console("practice", "new-city-no-map", input: [.line("red"), .line("Enough.")])
    #expect(rows(own, from: "Stopped").suffix(2) == help)
    #expect(own.errors.contains("1 turn kept"))
  }

  @Test("a slip in a settings file is shown with its place, and the rest of the file holds")
  func slips() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    desk.environment["ATTUNE_SETTINGS"] = try desk.write(
      "stopword: red\nhelp: Counselling, room 12\n", to: "our.settings")
    let outcome = desk.console("practice", "new-city-no-map", input: [.line("stop")])
    #expect(outcome.status == 0)
    #expect(rows(outcome, from: "Stopped").last == "Counselling, room 12")
    let place = desk.folder.path + "/our.settings:1:1"
    #expect(
      outcome.errors.hasPrefix(
        """
        \(place): error R402: there is no setting 'stopword'
          1 | stopword: red
            | ^^^^^^^^
          help: 'stop word' is close

        """))
    #expect(desk.attune("check", desk.folder.path + "/our.settings").status == 1)
    desk.environment["ATTUNE_SETTINGS"] = desk.folder.path + "/none.settings"
    let missing = desk.console("practice", "new-city-no-map", input: [.line("stop")])
    #expect(missing.status == 0)
    #expect(missing.errors.contains("there is no file"))
  }

  @Test(
    "after a hard one there is a moment to breathe, and where to turn; after others there is not")
  func afterHardOnes() throws {
    let desk = try Desk()
    desk.environment["ATTUNE_SETTINGS"] = try desk.write(
      "help: Counselling, room 12\n", to: "our.settings")
    func end(_ header: String) throws -> Outcome {
      let file = try desk.write("---\n\(header)\n---\n" + tinyScenario, to: "one.scenario")
      return desk.run(["practice", file], lines: Array(repeating: "You should relax.", count: 30))
    }
    for header in ["content: death of a parent", "difficulty: 4"] {
      let hard = rows(try end(header), from: "Before you go on")
      #expect(hard.last == "Counselling, room 12", "\(header)")
    }
    let other = try end("difficulty: 3")
    #expect(other.output.contains("The end:"))
    #expect(!other.output.contains("Before you go on"))
  }
}
