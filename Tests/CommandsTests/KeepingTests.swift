import Foundation
import Testing

@Suite("What is kept of a session")
struct KeepingTests {
  @Test("a session left and resumed goes on as if it had not been left")
  func resume() throws {
    let lines = try responses("who-gets-up-at-night.skilled")
    let whole = try Desk()
    _ = whole.attune("practice", "who-gets-up-at-night", lines: lines)
    let parts = try Desk()
    _ = parts.attune("practice", "who-gets-up-at-night", lines: Array(lines.prefix(5)))
    _ = parts.attune(
      "practice", "who-gets-up-at-night", "--resume", lines: Array(lines[5..<9]))
    let last = parts.attune(
      "practice", "who-gets-up-at-night", "--resume", lines: Array(lines[9...]))
    #expect(last.output.contains("You go on after turn 9."))
    #expect(last.output.contains("The end:"))

    func turns(_ desk: Desk) throws -> String {
      let shown = desk.attune("transcript", "show", desk.newest, "--json").output
      let object = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
      let turns = (object?["turns"] as? [[String: Any]] ?? []).map { turn in
        turn.filter { $0.key != "givenAt" }
      }
      #expect(turns.count == lines.count)
      return String(
        decoding: try JSONSerialization.data(
          withJSONObject: [turns, object?["score"] ?? ""], options: .sortedKeys), as: UTF8.self)
    }
    #expect(try turns(whole) == turns(parts))
  }

  @Test("nothing to resume is said")
  func nothingToResume() throws {
    let outcome = try Desk().attune("practice", "new-city-no-map", "--resume")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("'trainee' has no unfinished session with this patient"))
  }

  @Test("a paused session goes on with the patient it began with, after the file was edited")
  func pinned() throws {
    let desk = try Desk()
    let file = try desk.write(
      tinyScenario.replacing(
        "otherwise\n  go to unheard",
        with: """
          otherwise
            Sam: Well.
            at most 3 times, then go to unheard
          """), to: "tiny.scenario")
    _ = desk.attune("practice", file, lines: ["Trains are late today."])
    _ = try desk.write(tinyScenario, to: "tiny.scenario")
    let outcome = desk.attune("practice", file, "--resume", lines: ["The bus is red."])
    #expect(outcome.output.contains("Sam: Well."))
    #expect(outcome.errors.contains("2 turns kept"))
  }

  @Test(
    "a replay gives the same events, and on an edited scenario names the first turn that differs")
  func replay() throws {
    let desk = try Desk()
    let library = desk.folder.path + "/library"
    for folder in ["Scenarios", "Rubrics"] {
      try FileManager.default.createDirectory(
        atPath: library, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: repository.appending(path: folder), to: URL(filePath: library + "/" + folder))
    }
    desk.environment["ATTUNE_LIBRARY"] = library
    _ = desk.attune(
      "practice", "new-city-no-map", lines: try responses("new-city-no-map.skilled"))
    let id = desk.newest
    let turns = try responses("new-city-no-map.skilled").count
    #expect(
      desk.attune("transcript", "replay", id)
        == Outcome(status: 0, output: "\(turns) turns: the same happened\n", errors: ""))
    #expect(desk.attune("transcript", "replay", id, "--edited").status == 0)

    let file = URL(filePath: library + "/Scenarios/Transitions/new-city-no-map.scenario")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("Ten weeks and two days"))
    try text.replacing("Ten weeks and two days", with: "Nine weeks").write(
      to: file, atomically: true, encoding: .utf8)
    #expect(desk.attune("transcript", "replay", id).status == 0)
    let edited = desk.attune("transcript", "replay", id, "--edited")
    #expect(edited.status == 1)
    #expect(edited.output.hasPrefix("turn 2: the patient says: before “"))
    #expect(edited.output.contains("Nine"))
  }

  @Test("an instructor who edits a cut point or a weight sees another rating, without building")
  func editedRubric() throws {
    let desk = try Desk()
    let library = desk.folder.path + "/library"
    try FileManager.default.createDirectory(atPath: library, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: repository.appending(path: "Rubrics"), to: URL(filePath: library + "/Rubrics"))
    let file = URL(filePath: library + "/Rubrics/validation.rubric")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = try responses("new-city-no-map.skilled")
    func rating() -> String {
      desk.attune("practice", "new-city-no-map", "--library", library, lines: lines)
        .output.rows.first { $0.hasPrefix("Validation: ") } ?? ""
    }
    let before = rating()
    let edited = text.replacing(#/level 2 from 0\.\d+/#, with: "level 2 from 0.96")
      .replacing(#/level 3 from 0\.\d+/#, with: "level 3 from 0.97")
      .replacing(#/level 4 from 0\.\d+/#, with: "level 4 from 0.98")
      .replacing(#/level 5 from 0\.\d+/#, with: "level 5 from 0.99")
    #expect(edited != text)
    try edited.write(to: file, atomically: true, encoding: .utf8)
    let after = rating()
    #expect(before != after)
    #expect(after.hasPrefix("Validation: 1 of 5"))
  }

  @Test("a session in which nothing was said is not kept")
  func nothingSaid() throws {
    let desk = try Desk()
    let outcome = desk.attune("practice", "new-city-no-map", lines: ["/people"])
    #expect(outcome.errors == "Nothing was said, so nothing is kept.\n")
    #expect(desk.attune("transcript", "list", "--json").output.isEmpty)
  }

  @Test("the list tells id, scenario, trainee, started, turns and ending, a line a session")
  func list() throws {
    let desk = try Desk()
    _ = desk.attune("practice", "new-city-no-map", "--as", "T-7Q4K", lines: ["Hello, Samuel."])
    let line = desk.attune("transcript", "list", "--as", "T-7Q4K", "--json").output
    #expect(line.value("scenario") == "transitions-new-city-no-map")
    #expect(line.value("trainee") == "T-7Q4K")
    #expect(line.value("turns") == "1")
    #expect(line.contains(#""ending":null"#))
    #expect(line.value("started")?.hasPrefix("2026-03-01T09:") == true)
    #expect(desk.attune("transcript", "list", "--as", "nobody").output.isEmpty)
  }

  @Test("what a trainee typed is in no error, and escapes and direction marks are shown as marks")
  func privacy() throws {
    let desk = try Desk()
    let secret = "Her name is Ottilie \u{1B}[2J\u{202E}\u{7}"
    let outcome = desk.attune("practice", "new-city-no-map", lines: [secret, "/Ottilie", "/quit"])
    #expect(!outcome.errors.contains("Ottilie"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(!outcome.output.contains("\u{202E}"))
    let shown = desk.attune("transcript", "show", desk.newest)
    #expect(shown.output.contains("Ottilie"))
    #expect(!shown.output.contains("\u{1B}"))
  }
}
