import Terminal
import Testing

@testable import Commands

@Suite("Worksheets asked for one by one")
struct WorksheetQuestionTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(adaWithPeople, to: "ada.scenario")
  }

  private func console(_ lines: String...) -> [String] {
    console(lines.map { .line($0) })
  }

  private func console(_ input: [ConsoleInput]) -> [String] {
    desk.console("practice", file, "--plain", input: input).output.rows
  }

  private var kept: [String] {
    desk.attune("transcript", "show", desk.newest).output.rows
      .drop { $0 != "Inventory" && $0 != "Focus" }.prefix { !$0.hasPrefix("So far") } + []
  }

  @Test("at a terminal each question may be skipped, and a wrong answer is asked for again")
  func inventory() {
    _ = console(
      "/inventory", "Ife", "sister", "9", "2", "Wants her to visit", "helper", "both", "Jo", "", "",
      "", "", "", "/quit")
    #expect(
      kept == [
        "Inventory", "Ife: sister; close; expectation: Wants her to visit; support and trigger",
        "Jo",
      ])
  }

  @Test("leaving in the middle keeps what was answered, and the conversation goes on")
  func left() {
    let rows = console([
      .line("/inventory ife"), .line("sister"), .cancelled, .line("/inventory"), .line("q"),
      .line("/focus"), .line("/help"), .line("grief"), .line("q"), .line("Hm."), .endOfInput,
    ])
    #expect(kept == ["Inventory", "ife: sister", "Focus", "Problem areas: grief"])
    #expect(rows.contains("Please choose among grief, disputes, transitions, deficits."))
    #expect(rows.contains { $0.hasPrefix("Ada: My boss laughed") })
  }

  @Test("a focus is asked for in three steps")
  func focus() {
    let rows = console("/focus", "transitions, grief", "tired", "transitions", "Rest", "/quit")
    // The sheet is shown once, when all is answered.
    #expect(rows.count { $0 == "Problem areas: transitions, then grief" } == 1)
    #expect(
      kept == [
        "Focus", "Problem areas: transitions, then grief", "Focus: transitions", "Goal: Rest",
      ])
  }

  @Test("the stop word ends the session at once, in answer to a question as well")
  func stopWord() {
    let rows = console("/inventory", "Ife", "sister", "stop", "Hm.")
    #expect(rows.contains("Stopped"))
    #expect(!rows.contains { $0.contains("My boss") })
    #expect(kept == ["Inventory", "Ife: sister"])
    #expect(console("/focus", "stop", "Hm.").contains("Stopped"))
  }
}
