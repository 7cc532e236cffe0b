import Foundation
import Terminal
import Testing
import TranscriptStore

@testable import Commands

@Suite("What attune proposes")
struct ProposalTests {
  private func lines(_ texts: String...) -> [ConsoleInput] { texts.map { .line($0) } }

  @Test("practice without a scenario names the next one and why, and begins nothing in a pipe")
  func piped() throws {
    let desk = try Desk()
    #expect(
      desk.attune("practice", lines: ["Hello."])
        == Outcome(
          status: 0,
          output: """
            Next: “New city, no map” with Samuel (transitions, difficulty 1).
            To begin with, it is among the easiest (difficulty 1).
            'attune practice new-city-no-map' begins it.

            """, errors: ""))
    #expect(desk.attune("transcript", "list").output.isEmpty)
  }

  @Test("at a terminal Enter begins it, n lists the others, q leaves")
  func terminal() throws {
    let desk = try Desk()
    let begun = desk.console("practice", input: lines("", "/quit")).output
    #expect(begun.contains("I'm just lazy."))
    let left = desk.console("practice", input: lines("q"))
    #expect(left.status == 0)
    #expect(!left.output.contains("I'm just lazy."))
    let other = desk.console("practice", input: lines("n", "99", "1", "y", "/quit")).output
    #expect(other.contains("Please type a number from 1 to 17, or q."))
    #expect(other.components(separatedBy: "Type what you would say.").count == 2)
  }

  @Test("what is unfinished is named first, gone on with, and not proposed again")
  func unfinished() throws {
    let desk = try Desk()
    _ = desk.attune("practice", "new-city-no-map", lines: ["Hello, Samuel."])
    let outcome = desk.attune("practice")
    #expect(
      outcome.output.hasPrefix("“New city, no map” is unfinished, after 1 turn; "))
    #expect(!outcome.output.contains("Next: “New city, no map”"))
    let resumed = desk.attune("practice", "--resume", lines: ["What are your evenings like?"])
    #expect(resumed.output.contains("You go on after turn 1."))
    #expect(desk.attune("practice", "--start", "muted").status == 2)
  }

  @Test("two strong sessions make the next one harder")
  func harder() throws {
    let desk = try Desk()
    let lines = try responses("new-city-no-map.skilled")
    for _ in 1...2 { _ = desk.attune("practice", "new-city-no-map", lines: lines) }
    let outcome = desk.attune("practice").output.replacing("\n", with: " ")
    #expect(
      outcome.contains("Your last two sessions came to 4 or more of 5 in the mean: it is harder"))
    #expect(!outcome.contains("“New city, no map”"))
  }

  @Test("the start menu is short: go on, the proposal, a drill, all patients, cards, sessions")
  func menu() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    _ = desk.attune("practice", "results-day", lines: ["Hello."])
    let menu = desk.console(input: lines("q")).output
    #expect(menu.contains("1. Go on with “"))
    #expect(menu.contains("2. Practise “New city, no map” with Samuel"))
    #expect(menu.contains("3. A hard moment"))
    #expect(menu.contains("4. Choose among all 17 patients"))
    #expect(menu.contains("5. Learn about IPT"))
    #expect(menu.contains("6. See the sessions you have kept"))
    #expect(!menu.contains("7. "))
    let drill = desk.console(input: lines("3", "q")).output
    #expect(drill.contains("You have not done it yet"))
    let cards = desk.console(input: lines("5", "2", "q")).output
    #expect(cards.contains("2. Phases and sessions\n"))
    #expect(cards.contains("\nHow long it lasts\n"))
  }

  @Test("the start menu offers progress to whoever has some")
  func menuProgress() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    _ = desk.attune("practice", "furniture", lines: ["As if nobody ever asks you."])
    #expect(desk.console(input: lines("q")).output.contains("5. Your progress"))
    #expect(desk.console(input: lines("5")).output.contains("\n\nProgress of trainee\n"))
  }
}

@Suite("One's own rating")
struct SelfRatingTests {
  private let scenario = "new-city-no-map"

  private func play(
    _ desk: Desk, _ answers: [ConsoleInput], flags: [String] = [], as trainee: String = "skilled"
  ) throws -> Outcome {
    let said = try responses("\(scenario).\(trainee)").map { ConsoleInput.line($0) }
    return desk.console(["practice", scenario] + flags, input: said + answers)
  }

  private func own(_ desk: Desk) throws -> [String: Int] {
    try #require(try TranscriptStore(path: desk.store).endedSessions(of: "trainee").first)
      .selfRatings
  }

  @Test(
    "is asked before the estimates are shown, kept, and set beside them",
    arguments: [[], ["--mode", "exam"]])
  func asked(flags: [String]) throws {
    let desk = try Desk()
    let outcome = try play(desk, [.line("6"), .line("1"), .line(""), .line("q")], flags: flags)
    let asked = try #require(outcome.output.range(of: "Before you see the estimates"))
    let shown = try #require(outcome.output.range(of: "Ratings (practice estimates)"))
    #expect(asked.lowerBound < shown.lowerBound)
    #expect(outcome.output.contains("Please type a number from 1 to 5, or only Enter."))
    #expect(outcome.output.contains("Validation: you gave yourself 1; the estimate is "))
    #expect(try own(desk) == ["validation": 1])
  }

  @Test("is told to be higher or lower than the estimate, and by how much")
  func direction() throws {
    let high = try play(try Desk(), [.line("5")], as: "adviser").output
    #expect(high.contains("Validation: you gave yourself 5; the estimate is 1, four lower."))
    let low = try play(try Desk(), [.line("1")]).output
    #expect(low.contains(" higher."))
    #expect(!low.contains(" lower."))
  }

  @Test("says so where it is that of the estimate")
  func same() throws {
    let first = try Desk()
    _ = try play(first, [])
    let summary = try TranscriptStore(path: first.store).endedSessions(of: "trainee").first?.summary
    let level = try #require(summary?.ratings.first?.level)
    let outcome = try play(try Desk(), [.line("\(level)")])
    #expect(outcome.output.contains("Validation: \(level), as you rated yourself."))
  }

  @Test("is nobody's who skips it, nor asked in a pipe")
  func skipped() throws {
    let desk = try Desk()
    let outcome = try play(desk, [.line("q")])
    #expect(!outcome.output.contains("Your rating and the estimate"))
    #expect(try own(desk).isEmpty)
    let piped = try Desk().attune(
      "practice", scenario, lines: try responses("\(scenario).skilled"))
    #expect(!piped.output.contains("Before you see"))
  }
}
