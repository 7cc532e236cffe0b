import Foundation
import Testing

private let scenario = "new-city-no-map"

@Suite("What each mode shows")
struct ModeTests {
  @Test("an exam shows no remark, rating, reason or hint before its end, and then its ratings")
  func exam() throws {
    let desk = try Desk()
    let lines = try responses("\(scenario).skilled")
    let asked = ["/hint", "/coach", "/why", "/score", "/retry", "/help"]
    let early = desk.attune(
      "practice", scenario, "--mode", "exam", lines: Array(lines.prefix(4)) + asked + ["/quit"])
    for word in ["Coach:", "Hint:", "Heard:", "thought", "estimate", "of 5", "Met"] {
      #expect(!early.output.contains(word), "\(word)")
    }
    let shown = desk.attune("transcript", "show", desk.newest)
    #expect(
      shown
        == Outcome(
          status: 2, output: "",
          errors: "error: this exam is not over\nhelp: an exam is shown at its end\n"))
    #expect(desk.attune("transcript", "show", desk.newest, "--json").output.isEmpty)
    #expect(desk.attune("transcript", "replay", desk.newest, "--why").status == 2)
    #expect(desk.attune("transcript", "show", desk.newest, "--supervisor").status == 0)

    let late = desk.attune("practice", scenario, "--resume", lines: Array(lines.dropFirst(4)))
    #expect(late.output.contains("Ratings (practice estimates)"))
    #expect(desk.attune("transcript", "show", desk.newest).output.contains("Coach: Heard:"))
  }

  @Test("a quiet coach speaks when asked, in the words it would have used")
  func quiet() throws {
    let line = "You should just go to bed earlier."
    let asked = try Desk().attune(
      "practice", scenario, "--mode", "quiet", lines: ["/coach", line, "/coach"]
    ).output
    #expect(asked.contains("/coach\nYou have not said anything yet.\n"))
    let said = try Desk().attune("practice", scenario, lines: [line]).output
    func remarks(_ text: String) -> [String] {
      let rows = text.rows
      guard let first = rows.firstIndex(where: { $0.hasPrefix("Coach:") }) else { return [] }
      return rows[first...].prefix { $0.hasPrefix("Coach:") || $0.hasPrefix("       ") }.map(\.self)
    }
    #expect(!remarks(said).isEmpty)
    #expect(remarks(asked) == remarks(said))
  }

  @Test("after two strong sessions with the coach quiet mode is mentioned, once")
  func fading() throws {
    let desk = try Desk()
    func play(_ trainee: String) throws {
      let lines = try responses("\(scenario).\(trainee)")
      _ = desk.attune("practice", scenario, "--as", "anna", lines: lines)
    }
    func isMentioned() -> Bool {
      desk.console(
        "practice", scenario, "--as", "anna", input: [.line("Hello, Samuel."), .endOfInput]
      ).output.contains("With --mode quiet")
    }
    try play("skilled")
    #expect(!isMentioned())
    try play("skilled")
    // The one in between was left unfinished.
    #expect(!isMentioned())
    try play("skilled")
    try play("skilled")
    #expect(isMentioned())
    #expect(!isMentioned())
    try play("skilled")
    try play("adviser")
    #expect(!isMentioned())
  }

  @Test("quiet mode is not mentioned to a trainee who chose a mode, nor to a pipe")
  func notMentioned() throws {
    let desk = try Desk()
    let lines = try responses("\(scenario).skilled")
    for _ in 1...2 { _ = desk.attune("practice", scenario, lines: lines) }
    let piped = desk.attune("practice", scenario, lines: ["/quit"]).output
    let chosen = desk.console(
      "practice", scenario, "--mode", "coach", input: [.line("/quit")]
    ).output
    let open = desk.console("practice", scenario, input: [.line("/quit")]).output
    #expect(
      [piped, chosen, open].map { $0.contains("With --mode quiet") } == [false, false, true])
  }
}
