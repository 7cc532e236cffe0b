import Foundation
import Testing

@testable import Commands

/// Two checks, one of which expects what is not so.
private let tested =
  tinyScenario + """

    # Check: being heard
    trainee: You feel alone in a new town.
    expect reflection, ending heard, good ending
    # Check: a <tip>
    trainee: You should join a club.
    expect reflection
    expect ending heard
    expect good ending, hears "thanks"
    trainee: And then?
    """

@Suite("attune test")
struct TestCommandTests {
  @Test("says of each check whether it holds, and where it does not what was found instead")
  func golden() throws {
    let desk = try Desk()
    let file = try desk.write(tested, to: "a.scenario")
    let outcome = desk.attune("test", file)
    let expected = try String(
      contentsOf: repository.appending(path: "Tests/CommandsTests/Cases/test.differs.txt"),
      encoding: .utf8)
    #expect(outcome.output.replacing(file, with: "a.scenario") == expected)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 1)
  }

  @Test("tells holding from differing in words where shapes may not be seen")
  func plain() throws {
    let desk = try Desk()
    let file = try desk.write(tested, to: "a.scenario")
    let rows = desk.attune("test", file, "--plain").output.rows
    #expect(rows.contains("holds: being heard") && rows.contains("differs: a <tip>"))
  }

  @Test("runs the checks with some words in their name alone")
  func only() throws {
    let desk = try Desk()
    let file = try desk.write(tested, to: "a.scenario")
    let other = try desk.write(tinyScenario, to: "b.scenario")
    #expect(
      desk.attune("test", file, other, "--only", "BEING")
        == Outcome(
          status: 0, output: "\(file)\n✓ being heard\n1 scenario, 1 check; all hold\n", errors: ""))
    #expect(
      desk.attune("test", file, "--only", "roof")
        == Outcome(
          status: 2, output: "",
          errors: """
            error: no check has 'roof' in its name
            help: leave out --only to see their names

            """))
  }

  @Test("a scenario without checks is named and no failure")
  func none() throws {
    let desk = try Desk()
    let file = try desk.write(tinyScenario, to: "a.scenario")
    #expect(
      desk.attune("test", file)
        == Outcome(
          status: 0, output: "\(file)\n• it has no checks\n1 scenario, 0 checks\n", errors: ""))
  }

  @Test("a file with errors fails with its errors, and the others are tested all the same")
  func broken() throws {
    let desk = try Desk()
    let broken = try desk.write(
      tested.replacing("when reflection", with: "when reflecton"), to: "a/a.scenario")
    let whole = try desk.write(tested, to: "a/b.scenario")
    let outcome = desk.attune("test", desk.folder.path + "/a", "--only", "being")
    #expect(outcome.errors.contains("a.scenario:6:6: error S190: 'reflecton' is not a code"))
    #expect(
      outcome.output == """
        \(broken)
        ✗ it cannot be played before its errors are mended
        \(whole)
        ✓ being heard
        2 scenarios, 1 check; 1 cannot be played; all hold

        """)
    #expect(outcome.status == 1)
  }

  @Test("says what it could not read")
  func unreadable() throws {
    let outcome = try Desk().attune("test", "nowhere.scenario")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: there is no file 'nowhere.scenario'\n"))
  }

  @Test("gives other programs the same as JSON")
  func json() throws {
    let desk = try Desk()
    let file = try desk.write(tested, to: "a.scenario")
    let outcome = desk.attune("test", file, "--json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(object?["version"] as? Int == 1)
    #expect(object?["checks"] as? Int == 2 && object?["differing"] as? Int == 1)
    let scenario = (object?["scenarios"] as? [[String: Any]])?.first
    let checks = scenario?["checks"] as? [[String: Any]] ?? []
    #expect(checks.map { $0["holds"] as? Bool } == [true, false])
    let failures = checks.last?["failures"] as? [[String: Any]] ?? []
    #expect(failures.first?["line"] as? Int == 19)
    #expect(failures.first?["column"] as? Int == 8)
    #expect(
      failures.first?["message"] as? String
        == "expected reflection; heard advice without permission (“You should join a club.”)")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 1)
  }

  @Test("writes JUnit's XML, in which nothing breaks out of its place")
  func junit() throws {
    let desk = try Desk()
    let file = try desk.write(
      tested.replacing("join a club", with: "join \u{1}<a> & \"b\" club"), to: "a.scenario")
    let report = desk.folder.path + "/report.xml"
    _ = desk.attune("test", file, "--junit", report)
    let text = try String(contentsOfFile: report, encoding: .utf8)
    #expect(text.contains("<testsuites tests=\"2\" failures=\"1\">"))
    #expect(text.contains("name=\"being heard\"/>"))
    #expect(text.contains("name=\"a &lt;tip&gt;\">"))
    #expect(text.contains("“You should join &lt;a&gt; &amp; &quot;b&quot; club.”"))
    #expect(!text.contains("\u{1}"))
    #expect(text.count { $0 == "<" } == text.count { $0 == ">" })
    let outcome = desk.attune("test", file, "--junit", desk.folder.path + "/no/report.xml")
    #expect(outcome.status == 2)
  }

  @Test("prints a walk that breaks an expectation as a check that breaks it, too")
  func walk() throws {
    let desk = try Desk()
    let scenario = tinyScenario.replacing(
      "  go to unheard", with: "  Sam: Hm.\n  at most 3 times, then go to unheard")
    let check = "\n# Check: short\nwalk 20 times, seed 7\nexpect no walk over 1 turns\n"
    let file = try desk.write(scenario + check, to: "a.scenario")
    let rows = desk.attune("test", file).output.rows
    let start = try #require(rows.firstIndex(of: "    # Check: a walk to look at"))
    let pasted = rows[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
    let again = try desk.write(
      scenario + "\n" + pasted.joined(separator: "\n") + "\nexpect turns here at least 2\n",
      to: "b.scenario")
    #expect(desk.attune("test", again).status == 0)
    #expect(desk.attune("test", file).status == 1)
  }

  @Test(
    "the shipped scenarios hold their checks",
    arguments: [
      (
        "who-gets-up-at-night",
        ["gold", "adviser", "questioner", "reassurer", "row", "tip", "explore"]
      ),
      (
        "new-city-no-map",
        ["gold", "adviser", "questioner", "reassurer", "tip", "meeting", "explore"]
      ),
    ])
  func shipped(name: String, checks: [String]) throws {
    let desk = try Desk()
    for check in checks {
      let outcome = desk.attune("test", name, "--only", check)
      #expect(outcome.status == 0, "\(check): \(outcome.output)")
    }
  }

  @Test("reads a scenario from standard input")
  func standardInput() throws {
    let outcome = try Desk().attune("test", "-", "--only", "BEING", bytes: tested)
    #expect(outcome.status == 0)
    #expect(outcome.output == "-\n✓ being heard\n1 scenario, 1 check; all hold\n")
  }
}
