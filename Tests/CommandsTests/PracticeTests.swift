import Foundation
import Playtesting
import ResponseCoding
import Testing

@testable import Commands

private let scenarios = ["new-city-no-map", "who-gets-up-at-night"]

/// Level by dimension, from `transcript show --json`.
private func levels(_ desk: Desk) throws -> [String: Int] {
  let shown = desk.attune("transcript", "show", desk.newest, "--json").output
  let object = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
  let score = object?["score"] as? [String: Any]
  let dimensions = score?["dimensions"] as? [[String: Any]] ?? []
  return Dictionary(
    uniqueKeysWithValues: dimensions.map {
      ($0["id"] as? String ?? "", ($0["estimate"] as? [String: Any])?["level"] as? Int ?? 0)
    })
}

private func grade(_ desk: Desk) -> String {
  (desk.attune("transcript", "list", "--json").output.rows.first ?? "").value("grade") ?? ""
}

/// The patient's words of each turn handed back with I and you exchanged.
private func echo(of utterance: String) -> String {
  let spoken = utterance.replacing(#/\([^)]*\)/#, with: " ")
  let exchanged = [
    "i": "you", "i'm": "you're", "my": "your", "me": "you", "i've": "you've", "am": "are",
  ]
  return spoken.split(separator: " ")
    .map { exchanged[$0.lowercased()] ?? String($0) }.joined(separator: " ")
}

@Suite("Practising")
struct PracticeTests {
  @Test("a skilled trainee ends well, with every dimension at 4 or more", arguments: scenarios)
  func skilled(scenario: String) throws {
    let desk = try Desk()
    let outcome = desk.attune("practice", scenario, lines: try responses("\(scenario).skilled"))
    #expect(outcome.status == 0)
    #expect(grade(desk) == "good")
    let levels = try levels(desk)
    #expect(levels.keys.sorted() == ["active listening", "here and now", "validation"])
    #expect(levels.values.allSatisfy { $0 >= 4 }, "\(levels)")
  }

  @Test("an adviser ends badly, with active listening at 2 or less", arguments: scenarios)
  func adviser(scenario: String) throws {
    let desk = try Desk()
    _ = desk.attune("practice", scenario, lines: try responses("\(scenario).adviser"))
    #expect(grade(desk) == "poor")
    #expect(try levels(desk)["active listening", default: 9] <= 2)
  }

  @Test("a middling trainee comes to neither the best ending nor the worst", arguments: scenarios)
  func mixed(scenario: String) throws {
    let desk = try Desk()
    _ = desk.attune("practice", scenario, lines: try responses("\(scenario).mixed"))
    #expect(grade(desk) == "mixed")
  }

  @Test("one stock sentence over and over stays at 2 or less", arguments: scenarios)
  func stockSentence(scenario: String) throws {
    for sentence in [
      "It sounds like that must be really hard for you.",
      "That makes sense, anyone would feel that way in your situation.",
      "What comes up for you right now as you say that?",
    ] {
      let desk = try Desk()
      _ = desk.attune(
        "practice", scenario, lines: Array(repeating: sentence, count: 40))
      let levels = try levels(desk)
      #expect(levels.values.allSatisfy { $0 <= 2 }, "\(sentence) \(levels)")
      #expect(grade(desk) != "good", "\(sentence)")
    }
  }

  @Test("handing the patient's words back stays at 2 or less", arguments: scenarios)
  func parrot(scenario: String) throws {
    for stem in ["", "It sounds like "] {
      let desk = try Desk()
      var lines: [String] = []
      // Deterministic, so that what the patient will have said is known by playing it before.
      var played = try PlayedSession(named: scenario)
      while played.ending == nil, lines.count < 60 {
        let line = stem + echo(of: played.latest.map(\.text).joined(separator: " "))
        _ = played.respond(to: played.hear(line))
        lines.append(line)
      }
      _ = desk.attune("practice", scenario, lines: lines)
      let levels = try levels(desk)
      #expect(levels.count == 3)
      #expect(levels.values.allSatisfy { $0 <= 2 }, "\(stem) \(levels)")
      #expect(!["", "good"].contains(grade(desk)))
    }
  }

  @Test("the same lines give the same bytes, whatever the day and the screen")
  func reproducible() throws {
    let lines = try responses("new-city-no-map.mixed") + ["/why", "/score"]
    let (first, second) = (try Desk(), try Desk())
    second.environment["COLUMNS"] = "33"
    second.environment["TERM"] = "xterm"
    _ = second.attune("scenarios")
    #expect(
      first.attune("practice", "new-city-no-map", lines: lines).output
        == second.attune("practice", "new-city-no-map", "--as", "b", lines: lines).output)
  }

  @Test("the coach speaks three lines at most, and not in quiet or exam mode")
  func coachLines() throws {
    let lines = Array(try responses("new-city-no-map.adviser").prefix(3))
    func remarks(_ mode: String) throws -> [Int] {
      let output = try Desk().attune("practice", "new-city-no-map", "--mode", mode, lines: lines)
        .output
      return output.components(separatedBy: "You: ").dropFirst()
        .map { $0.rows.count { $0.hasPrefix("Coach:") } }
    }
    #expect(try remarks("coach").allSatisfy { (1...3).contains($0) })
    #expect(try remarks("quiet") == [0, 0, 0])
    #expect(try remarks("exam") == [0, 0, 0])
  }

  @Test("a line that begins with a slash is a command, with two it is said")
  func slashes() throws {
    let desk = try Desk()
    let outcome = desk.attune(
      "practice", "new-city-no-map",
      lines: ["/poeple", "/people", "/repeat", "/hint", "//slash is said", "/quit"])
    #expect(outcome.output.contains("There is no such command; /people is close."))
    #expect(outcome.output.contains("You: /slash is said"))
    #expect(outcome.errors.contains("1 turn kept"))
  }

  @Test("choices can be taken by their number, and one's own words all the same")
  func choices() throws {
    let desk = try Desk()
    let outcome = desk.attune(
      "practice", "new-city-no-map", "--choices", lines: ["1", "How long have you lived here?"])
    #expect(outcome.output.contains("\n1. "))
    #expect(outcome.errors.contains("2 turns kept"))
  }

  @Test("what cannot be practised is said with the nearest name")
  func unknown() throws {
    #expect(
      try Desk().attune("practice", "new-city-no-mop")
        == Outcome(
          status: 2, output: "",
          errors: """
            error: there is no scenario 'new-city-no-mop'
            help: 'new-city-no-map' is close

            """))
  }

  @Test("a content note is shown before anything is kept, and a no leaves")
  func contentNote() throws {
    let desk = try Desk()
    let file = try desk.write(
      "---\ncontent: death of a parent\n---\n" + tinyScenario, to: "note.scenario")
    let refused = desk.console("practice", file, input: [.line("maybe"), .line("n")])
    #expect(refused.status == 0)
    #expect(refused.output.contains("Content note: death of a parent."))
    #expect(refused.output.contains("Please answer y or n."))
    #expect(!refused.output.contains("I know nobody here."))
    #expect(desk.attune("transcript", "list", "--json").output.isEmpty)
    let accepted = desk.console("practice", file, input: [.line("yes"), .line("/quit")])
    #expect(accepted.output.contains("I know nobody here."))
  }

  @Test("the menu goes on with an unfinished session")
  func menu() throws {
    let desk = try Desk()
    _ = desk.console(
      "practice", "new-city-no-map", input: [.line("How are you sleeping?"), .endOfInput])
    desk.environment["NO_COLOR"] = "1"
    let outcome = desk.console(input: [.line("9"), .line("1"), .line("/quit")])
    #expect(outcome.output.contains("1. Go on with “New city, no map”, after 1 turn"))
    #expect(outcome.output.contains("Please type a number from 1 to 6, or q."))
    #expect(outcome.output.contains("You go on after turn 1."))
    #expect(outcome.output.contains("You: How are you sleeping?"))
  }

  @Test("a terminal of 40 columns gets no longer line, and NO_COLOR no colour")
  func narrow() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    let lines = try responses("new-city-no-map.adviser")
    let outcome = desk.console(
      "practice", "new-city-no-map", "--no-input", input: lines.map { .line($0) }, width: 40)
    let shown = outcome.output.rows.filter { !$0.hasPrefix("You: ") }
    #expect(shown.filter { $0.count > 40 } == [])
    #expect(!outcome.output.contains("\u{1B}"))
  }
}

let tinyScenario = """
  # Patient: Sam
  29, new in town.
  # Beat: hello
  Sam: I know nobody here.
    gist: alone in a new town
  when reflection or validation
    go to heard
  otherwise
    go to unheard
  # Ending: heard
  outcome: good. He felt heard.
  # Ending: unheard
  outcome: poor. He did not.
  """
