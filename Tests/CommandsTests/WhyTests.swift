import Foundation
import Testing

@Suite("Why the patient answered so")
struct WhyTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(gardenScenario, to: "garden.scenario")
  }

  @Test("words, codes, states, the rule with its line, and what the nearest rule lacked")
  func nearest() {
    let outcome = desk.attune(
      "practice", file,
      lines: ["So Tom leaves you alone in the garden.", "/why", "/quit"])
    let flat = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("In “hello” the rule on line 26 fitted: otherwise"), "\(flat)")
    #expect(
      flat.contains(
        "Nearest: the rule on line 20 'when reflection about Tom, trust at least 90' lacked "
          + "'trust at least 90' (trust was "), "\(flat)")
  }

  @Test("an exam explains nothing before its end, also in a replay")
  func exam() {
    let outcome = desk.attune(
      "practice", file, "--mode", "exam", lines: ["What is it like?", "/why", "/quit"])
    #expect(outcome.output.contains("An exam explains at the end."))
    #expect(!outcome.output.contains("Nearest:"))
    let replay = desk.attune("transcript", "replay", desk.newest, "--why")
    #expect(
      replay
        == Outcome(
          status: 2, output: "",
          errors: "error: this exam is not over\nhelp: an exam explains at its end\n"))
  }

  @Test("a replay explains every turn, also as JSON")
  func replay() throws {
    _ = desk.attune("practice", file, lines: ["You should buy a map.", "…"])
    let text = desk.attune("transcript", "replay", desk.newest, "--why").output
    #expect(text.contains("Turn 1\nYou: You should buy a map.\nHeard: "))
    #expect(text.contains("Turn 2\nYou: …\nHeard: silence.\n"))
    #expect(text.hasSuffix("2 turns: the same happened\n"))
    let json = desk.attune("transcript", "replay", desk.newest, "--why", "--json").output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["explanations"] as? [[String: Any]])?.count == 2)
  }

  @Test("a word of silence to a shipped patient is no misunderstanding")
  func silence() {
    let outcome = desk.attune("practice", "new-city-no-map", lines: ["(waits)", "…", "/why"])
    #expect(outcome.output.contains("Coach: Heard: silence."))
    #expect(!outcome.output.contains("not understood"))
  }
}

@Suite("What an edit would have changed")
struct WhatIfTests {
  /// A library of its own with the garden, played once by somebody who gives advice.
  private func played(_ edit: (String) -> String) throws -> (Desk, Outcome, Outcome) {
    let desk = try Desk()
    let library = desk.folder.path + "/library"
    try FileManager.default.createDirectory(atPath: library, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: repository.appending(path: "Rubrics"), to: URL(filePath: library + "/Rubrics"))
    desk.environment["ATTUNE_LIBRARY"] = library
    let name = "library/Scenarios/garden.scenario"
    _ = try desk.write(gardenScenario, to: name)
    _ = desk.attune("practice", "garden", lines: ["Hm, a quiet place.", "You should buy a map."])
    _ = try desk.write(edit(gardenScenario), to: name)
    let id = desk.newest
    return (
      desk, desk.attune("transcript", "replay", id, "--edited"),
      desk.attune("transcript", "replay", id, "--edited", "--why")
    )
  }

  @Test("lines that moved and notes that were added are no difference")
  func moved() throws {
    let (_, outcome, _) = try played { text in
      text.replacing("# Beat: hello", with: "// a comment\n\n# Beat: hello")
        .replacing(
          "  gist: alone in the garden", with: "  gist: alone in the garden | the bench is wet")
    }
    #expect(outcome == Outcome(status: 0, output: "2 turns: the same happened\n", errors: ""))
  }

  @Test("the first turn that differs is told before and now, without the trainee's words")
  func differs() throws {
    let (_, outcome, why) = try played { text in
      text.replacing("when advice\n  trust -5", with: "when advice, trust at least 90\n  trust -5")
    }
    #expect(outcome.status == 1)
    let flat = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.hasPrefix("turn 2 comes out differently"), "\(flat)")
    #expect(
      flat.contains(
        "rule: before 'when advice' (line 22) in “hello”, now 'otherwise' (line 26) in “hello”"))
    #expect(flat.contains("trust: before"))
    #expect(
      flat.contains(
        "the patient says: before “(looks away) The garden needs no plan.”, now "
          + "“The garden is quiet.”"))
    #expect(!outcome.output.contains("map"))
    #expect(why.output.contains("You: You should buy a map."))
  }

  @Test("an ending that comes earlier, and other words at the opening, are told")
  func ends() throws {
    let (_, ends, _) = try played { text in
      text.replacing(
        "  at most 9 times, then go to unheard\n", with: ""
      )
      .replacing("  Sam: The garden is quiet.", with: "  go to unheard")
    }
    #expect(ends.output.contains("leads to: before nowhere, now the end, “unheard”"))
    #expect(ends.output.hasPrefix("turn 1 comes out differently"))
    let (_, opening, _) = try played { $0.replacing("all day", with: "all night") }
    #expect(opening.output.hasPrefix("the opening differs\n"))
    #expect(opening.status == 1)
  }
}
