import Foundation
import Testing

@testable import Commands

private func transcript(_ turns: Int, session: String? = nil, cues: String? = nil) -> String {
  (0..<turns).map { number in
    let fields =
      (session.map { "\"session\": \"\($0)\", " } ?? "")
      + (cues.map { "\"cues\": [\($0)], " } ?? "")
    return "{\(fields)\"patient\": \"My sister stopped calling \(number) weeks ago, and I cry.\", "
      + "\"text\": \"\(texts[number % texts.count])\"}"
  }.joined(separator: "\n") + "\n"
}

private let texts = [
  "You miss your sister, and the silence hurts.",
  "What was the last call with her like for you?",
  "You cry because the silence feels like being dropped.",
  "You keep counting the weeks, hoping the phone rings.",
]

@Suite("attune score")
struct ScoreCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("anybody's transcript is scored; what needs marks says so, listening is told without")
  func unmarked() throws {
    let file = try desk.write(transcript(8), to: "talk.jsonl")
    let outcome = desk.attune("score", file)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let rows = outcome.output.rows
    #expect(rows.first == "Session")
    #expect(rows.contains("8 turns, without marks for what the patient offers"))
    #expect(
      outcome.output.contains(
        "Validation: not assessable: it needs marks for what the patient offers"))
    #expect(rows.contains { $0.hasPrefix("Active listening: ") && $0.hasSuffix("moments)") })
    #expect(rows.contains { $0.hasPrefix("• reflections per question: ") })
    #expect(!outcome.output.contains("IPT technique"))
  }

  @Test("with --explain every term, moment and index is opened down to turns and words")
  func explained() throws {
    let file = try desk.write(transcript(8, cues: "\"affect\""), to: "talk.jsonl")
    let outcome = desk.attune("score", file, "--explain", "--phase", "middle", "--area", "grief")
    #expect(outcome.status == 0)
    let text = outcome.output
    #expect(text.contains("opportunities met ("))
    #expect(text.contains("What the patient offered:"))
    #expect(text.contains("turn 1, affect: "))
    #expect(text.contains("IPT technique (middle, grief)"))
    #expect(text.contains("your words: "))
    for words in [["--plain"], []] {
      let narrow = desk.run(["score", file, "--explain"] + words, lines: [])
      #expect(narrow.output.rows.allSatisfy { $0.count <= 80 })
    }
    let console = desk.console(
      "score", file, "--explain", "--color", "never", input: [], width: 40)
    #expect(console.output.rows.allSatisfy { $0.count <= 40 })
  }

  @Test("sessions of one file are told apart, and JSON has every number of each")
  func sessions() throws {
    let text = transcript(5, session: "7") + transcript(6, session: "b", cues: "")
    let outcome = desk.attune("score", "-", "--json", "--explain", bytes: text)
    #expect(outcome.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let sessions = try #require(json["sessions"] as? [[String: Any]])
    #expect(sessions.map { $0["session"] as? String } == ["7", "b"])
    #expect(sessions.map { $0["turns"] as? Int } == [5, 6])
    #expect(sessions.map { $0["isMarked"] as? Bool } == [false, true])
    #expect((sessions[0]["indices"] as? [Any])?.count == 6)
  }

  @Test(
    "a line that cannot be used is named by its number, never in its words, and the rest is scored")
  func complaints() throws {
    let text = transcript(5) + "no JSON\n{\"text\": \"Secret.\", \"cues\": [\"afect\"]}\n"
    let outcome = desk.attune("score", "-", bytes: text)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("line 6 of '-': it is no JSON object"))
    #expect(outcome.errors.contains("line 7 of '-': a name in 'cues' is no cue of the codebook"))
    #expect(!outcome.errors.contains("Secret"))
    #expect(desk.attune("score", "-", bytes: "\n").status == 2)
  }

  @Test("one rubric can be named by id, title or file, and a wrong name gets the nearest")
  func rubrics() throws {
    let file = try desk.write(transcript(5), to: "talk.jsonl")
    let path = repository.appending(path: "Rubrics/active-listening.rubric").path
    for name in ["active listening", "Active listening", path] {
      let outcome = desk.attune("score", file, "--rubric", name)
      #expect(outcome.output.contains("Active listening: "))
      #expect(!outcome.output.contains("Validation"))
    }
    let wrong = desk.attune("score", file, "--rubric", "active listning")
    #expect(wrong.status == 2 && wrong.errors.contains("'active listening' is close"))
  }

  @Test("what was written down counts in the tasks of the phase, down to the names")
  func worksheets() throws {
    func tasks(_ lines: String...) -> [String] {
      let turns = Array(repeating: texts[1], count: 8)
      _ = desk.run(["practice", "new-city-no-map"], lines: lines + turns)
      return desk.console(
        "score", desk.newest, "--explain", "--plain", input: [], width: 200
      ).output.rows.filter { $0.contains(" noted, ") }
    }
    #expect(
      tasks() == [
        "0, absent: inventory noted, nobody is noted",
        "0, absent: focus noted, no area; no goal; no ranking",
      ])
    let full = tasks(
      "/inventory Ife: sister, close, wants her to visit, support",
      "/inventory mum: mother, 2, wants good news, both",
      "/inventory Nobody: x, distant, wants rest, trigger",
      "/focus area: transition", "/focus goal: rest")
    #expect(
      full == [
        "2, skilled: inventory noted, 3 people, 3 in full: Ife, mum, Nobody; of these in the "
          + "patient's life: Ife, mum",
        "2, skilled: focus noted, area transitions, the session's; a goal; no ranking",
      ])
  }

  @Test("a session played before there were worksheets is not asked for them, by whatever rubric")
  func beforeWorksheets() throws {
    let files = FileManager.default
    let library = desk.folder.appending(path: "library")
    try files.createDirectory(at: library, withIntermediateDirectories: true)
    for name in ["Rubrics", "Scenarios"] {
      try files.copyItem(
        at: repository.appending(path: name), to: library.appending(path: name))
    }
    let rubric = library.appending(path: "Rubrics/ipt-technique.rubric")
    let text = try String(contentsOf: rubric, encoding: .utf8)
    let old = text.replacing(/(?m)^(inventory|focus) noted:.*\n(  .*\n)?/, with: "")
    #expect(!old.contains("worksheet "))
    try old.write(to: rubric, atomically: true, encoding: .utf8)
    _ = desk.attune(
      "practice", "new-city-no-map", "--library", library.path,
      lines: Array(repeating: texts[1], count: 2))
    let outcome = desk.attune(
      "score", desk.newest, "--explain", "--rubric",
      repository.appending(path: "Rubrics/ipt-technique.rubric").path)
    #expect(outcome.output.contains("Not asked for: inventory noted"))
    #expect(outcome.output.contains("Not asked for: focus noted"))
  }

  @Test("a kept session is scored with the files it was played with, tasks of its phase included")
  func kept() throws {
    _ = desk.attune("practice", "new-city-no-map", lines: Array(repeating: texts[1], count: 3))
    let list = desk.attune("transcript", "list", "--json").output
    let id = try #require(
      (try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any])?["id"] as? String)
    let outcome = desk.attune("score", id)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Session \(id): New city, no map"))
    #expect(outcome.output.contains("IPT technique: not assessable: it takes 8 turns to tell"))
    let exam = desk.attune("practice", "who-gets-up-at-night", "--mode", "exam", lines: [texts[1]])
    #expect(exam.status == 0)
    let newest = desk.attune("transcript", "list", "--json").output.rows[0]
    let examID = try #require(
      (try JSONSerialization.jsonObject(with: Data(newest.utf8)) as? [String: Any])?["id"]
        as? String)
    #expect(desk.attune("score", examID).status == 2)
  }
}
