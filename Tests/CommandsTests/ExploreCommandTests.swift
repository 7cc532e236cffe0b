import Foundation
import Testing

@testable import Commands

@Suite("attune explore")
struct ExploreCommandTests {
  /// Margaret, who goes after advice, with a rule that never comes.
  private let margaret = """
    ---
    rubrics: validation
    ---
    # Patient: Margaret
    68, a retired teacher.
    # State
    trust 0 to 100, starts 35
    # Beat: arrival
    Margaret: (coat on) There is so much to see to in the house.
      cue: hint
      better: "So many jobs, and the house so quiet without him." — names the loss.
    when reflection or validation
      trust +5
      go to together
    when advice
      go to closing up
    when advice, trust at least 20
      go to closing up
    otherwise
      Margaret: Yes.
      at most 2 times, then go to closing up
    # Ending: together
    outcome: good. She stays.
    # Ending: closing up
    outcome: poor. She leaves.
    """

  @Test("says what was come to, what was not and why, and how to come to each ending")
  func report() throws {
    let desk = try Desk()
    let file = try desk.write(margaret, to: "margaret.scenario")
    let outcome = desk.attune("explore", file, "--walks", "6", "--turns", "60", "--plain")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let rows = outcome.output.rows
    #expect(rows.contains("- beats: 1 of 1"))
    #expect(rows.contains("- rules: 3 of 4"))
    #expect(rows.contains("- endings: 2 of 2"))
    #expect(
      outcome.output.contains(
        "- line 17, arrival: 'when advice, trust at least 20'; the rule on line 15 was"))
    #expect(rows.contains("# Check: a way to together"))
    #expect(rows.contains("expect ending together"))
    #expect(outcome.output.contains("- together (good): "))
    #expect(outcome.output.contains("skilled 100 %"))
  }

  @Test("tells the lines with cues that nobody answered, and why")
  func unanswered() throws {
    let desk = try Desk()
    let cues = margaret.replacingOccurrences(
      of: "cue: hint", with: "cue: hint, risk"
    ).replacingOccurrences(
      of: "outcome: poor.", with: "Margaret: I had better go.\n  cue: hint\noutcome: poor.")
    let listening = cues.replacingOccurrences(
      of: "rubrics: validation", with: "rubrics: active listening")
    let file = try desk.write(listening, to: "margaret.scenario")
    let words = ["explore", file, "--walks", "6", "--turns", "60"]
    let rows = desk.run(words + ["--plain"], lines: []).output.rows
    let heading = try #require(rows.firstIndex(of: "Cues nobody answered"))
    #expect(rows[heading...].contains("- line 25: hint"))
    #expect(
      rows[heading...].contains(
        "- line 9: risk; no rubric of this scenario says what answers it"))
    #expect(!rows.contains("- line 9: hint"))
    let json = desk.run(words + ["--json"], lines: []).output
    #expect(json.contains(#"{"cue":"hint","hasAnswer":true,"line":25,"wasShown":true}"#))
  }

  @Test("whoever ignores risks stays away where there is none")
  func noRisk() throws {
    let desk = try Desk()
    let file = try desk.write(margaret, to: "margaret.scenario")
    let words = ["--walks", "2", "--turns", "0", "--json"]
    #expect(!desk.run(["explore", file] + words, lines: []).output.contains("risk-ignorer"))
    let risky = try desk.write(
      margaret.replacingOccurrences(of: "cue: hint", with: "cue: hint, risk")
        .replacingOccurrences(of: "rubrics: validation", with: "rubrics: validation, safety"),
      to: "risky.scenario")
    #expect(desk.run(["explore", risky] + words, lines: []).output.contains("risk-ignorer"))
  }

  @Test("shows how far it has come, on a terminal only")
  func progress() throws {
    let desk = try Desk()
    let file = try desk.write(margaret, to: "margaret.scenario")
    let words = ["explore", file, "--walks", "2", "--turns", "20"]
    let outcome = desk.console(words[0], file, "--walks", "2", "--turns", "20", input: [])
    #expect((outcome.output + outcome.errors).contains("\rgetting ready"))
    #expect((outcome.output + outcome.errors).contains("of 14 sessions"))
    #expect(desk.run(words, lines: []).errors == "")
  }

  @Test("the ways it prints hold as checks")
  func paste() throws {
    let desk = try Desk()
    let file = try desk.write(margaret, to: "margaret.scenario")
    let printed = desk.attune("explore", file, "--walks", "6", "--turns", "60", "--plain").output
    let checks = printed.components(separatedBy: "# Check: ").dropFirst()
      .map { "# Check: " + $0.components(separatedBy: "\n\n")[0] }
    #expect(checks.count == 2)
    _ = try desk.write(
      margaret + "\n\n" + checks.joined(separator: "\n\n") + "\n", to: "margaret.scenario")
    let outcome = desk.attune("test", file, "--plain")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("the same seed gives the same bytes, for people and for programs")
  func deterministic() throws {
    let desk = try Desk()
    let file = try desk.write(margaret, to: "margaret.scenario")
    for format in ["--plain", "--json"] {
      func explore() -> Outcome {
        desk.attune(
          "explore", file, "--walks", "6", "--turns", "60", "--seed", "5", format)
      }
      #expect(explore() == explore())
    }
    let json = desk.attune("explore", file, "--walks", "6", "--turns", "60", "--json").output
    #expect(json.value("version") == "1")
    #expect(json.value("searchedTurns").flatMap(Int.init) ?? 0 > 0)
  }

  @Test("a narrow console wraps everything but what is to be pasted")
  func narrow() throws {
    let desk = try Desk()
    let file = try desk.write(margaret, to: "margaret.scenario")
    let outcome = desk.console(
      "explore", file, "--walks", "6", "--turns", "60", input: [], width: 40)
    let report = outcome.output.components(separatedBy: "Shortest ways")[0]
    let control = /\u{1B}\[[0-9;]*m/
    #expect(report.replacing(control, with: "").rows.allSatisfy { $0.count <= 40 })
  }

  @Test("a scenario with errors is not played")
  func broken() throws {
    let desk = try Desk()
    let file = try desk.write(
      margaret.replacingOccurrences(of: "go to together", with: "go to nowhere"), to: "a.scenario")
    let outcome = desk.attune("explore", file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error S125"))
    #expect(outcome.output == "")
  }

  @Test("reads standard input, and does not count what attune itself says")
  func standardInput() throws {
    let desk = try Desk()
    let outcome = desk.attune("explore", "-", "--walks", "1", "--turns", "60", bytes: margaret)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("lines: 2 of 2"))
    #expect(!outcome.output.contains("line 0"))
  }
}
