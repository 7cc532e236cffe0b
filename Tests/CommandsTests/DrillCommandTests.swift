import Foundation
import Terminal
import Testing
import TranscriptStore

@testable import Commands

private let good = "As if nobody ever asks you anything now, and people just walk round you."
private let poor = "Look on the bright side, now you have time for all your hobbies."

@Suite("attune drill")
struct DrillCommandTests {
  private func lines(_ texts: String...) -> [ConsoleInput] { texts.map { .line($0) } }

  private func kept(_ desk: Desk) throws -> [SummarisedSession] {
    try TranscriptStore(path: desk.store).endedSessions(of: "trainee")
  }

  @Test("shows who, where and why, takes one answer, and ends with a better sentence and a mark")
  func piped() throws {
    let desk = try Desk()
    let outcome = desk.attune("drill", "furniture", lines: [good, "And one more."])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Furniture\nYou asked for furniture.\n\nHarold Osei, 66"))
    #expect(outcome.output.contains("Coach: Heard: "))
    #expect(outcome.output.contains("The end: inside the picture (good)"))
    #expect(outcome.output.contains("You could say: “Like a sideboard"))
    #expect(outcome.output.contains("\nMark: 5 of 5.\n"))
    #expect(!outcome.output.contains("Ratings"))
    #expect(!outcome.output.contains("How hard"))
    #expect(outcome.errors.hasPrefix("The lines after the end were not said.\n"))
    let session = try #require(try kept(desk).first)
    #expect(session.record.isDrill)
    #expect(session.summary?.mark == 5)
    #expect(session.strain == nil)
  }

  @Test("gives the same bytes for the same lines, and nothing is kept where nothing was said")
  func same() throws {
    let (one, other) = (try Desk(), try Desk())
    #expect(one.attune("drill", lines: [poor]) == other.attune("drill", lines: [poor]))
    let silent = try Desk()
    #expect(silent.attune("drill").errors == "Nothing was said, so nothing is kept.\n")
  }

  @Test("says the better sentence once, and not where it was said")
  func better() throws {
    let desk = try Desk()
    #expect(!desk.attune("drill", "furniture", lines: [poor]).output.contains("Coach: Try"))
    let own =
      "Like an umbrella left in the stand: nobody comes back for it. "
      + "What did the band give you that nothing gives you now?"
    let said = desk.attune("drill", "furniture", lines: [own]).output
    #expect(said.contains("It comes in other words than the last time."))
    #expect(!said.contains("You could say"))
  }

  @Test("asks at a terminal how hard it was, and goes on as the trainee likes")
  func terminal() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    let outcome = desk.console(
      "drill", "complex reflection", input: lines(poor, "7", "3", "a", poor, "", "n", "/quit", "q"))
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Please type 1, 2 or 3, or only Enter."))
    #expect(
      outcome.output.contains("Again with other words, the next one, or leave? [a/n/q] "))
    #expect(
      outcome.output.contains(
        "Furniture\nIt comes in easier words, because the last one was too much."))
    let drills = try kept(desk)
    #expect(drills.map(\.record.title) == ["Furniture", "Furniture"])
    #expect(drills.map(\.summary?.variation) == [nil, "easy"])
    #expect(drills.map(\.strain) == [.tooMuch, nil])
    // Left without a word, so that only leaving remains.
    #expect(outcome.output.contains("Half of me"))
  }

  @Test("a content note may be declined, and another drill be had")
  func declined() throws {
    let desk = try Desk()
    let outcome = desk.console("drill", "risk inquiry", input: lines("n", "n", "n", "q"))
    #expect(outcome.output.contains("That is fine. 'attune drill --list' lists the others."))
    #expect(outcome.output.contains("The next one, or leave? [n/q] "))
    #expect(outcome.output.components(separatedBy: "Content note").count == 3)
    #expect(try kept(desk).isEmpty)
  }

  @Test("brings back what went well after a day, and says so")
  func retest() throws {
    let desk = try Desk()
    _ = desk.attune("drill", "furniture", lines: [good])
    #expect(desk.attune("drill", "--due").output == "No re-test is due today.\n")
    #expect(desk.attune("drill", "--list").output.contains("last 5 of 5; re-test in 1 day\n"))
    desk.date = "2026-03-02"
    #expect(desk.attune("drill", "--list", "--due", "--json").output.value("daysToRetest") == "0")
    let outcome = desk.attune("drill", lines: [good])
    #expect(outcome.output.hasPrefix("Furniture\nIt went well, and a re-test is due after a day."))
    #expect(desk.attune("drill", "furniture", "--list").output.contains("re-test in 7 days\n"))
  }

  @Test("chooses by what was missed in the last sessions, and says it in words")
  func missed() throws {
    let desk = try Desk()
    _ = desk.attune(
      "practice", "new-city-no-map", lines: try responses("new-city-no-map.adviser"))
    let misses = try #require(try kept(desk).first?.summary?.tallies)
    #expect(misses.contains { $0.missed + $0.harmed > 0 })
    let outcome = desk.attune("drill", lines: [poor])
    #expect(outcome.output.contains("\nWhen the patient "))
    #expect(
      outcome.output.replacing("\n", with: " ").contains("missed or passed over"))
  }

  @Test(
    "takes a code, a family, a cue or a rating for a skill",
    arguments: ["RUPT", "rupture repair", "rupture-confront", "here and now", "Furniture"])
  func skills(skill: String) throws {
    let outcome = try Desk().attune("drill", skill, "--list", "--json")
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
  }

  @Test("an unknown skill names the nearest, and two wishes at once are refused")
  func wrong() throws {
    let desk = try Desk()
    #expect(
      desk.attune("drill", "feeling chek")
        == Outcome(
          status: 2, output: "",
          errors: "error: there is no skill or drill 'feeling chek'\n"
            + "help: 'feeling check' is close\n"))
    #expect(desk.attune("drill", "--easier", "--harder").status == 2)
  }

  @Test("--harder and --easier choose the words")
  func wishes() throws {
    let desk = try Desk()
    let harder = desk.attune("drill", "furniture", "--harder", lines: [good]).output
    #expect(harder.contains("It comes in harder words, as you asked."))
    #expect(harder.contains("Don't say hobby."))
  }
}
