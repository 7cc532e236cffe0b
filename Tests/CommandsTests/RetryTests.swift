import Foundation
import Testing

private let scenario = "new-city-no-map"
private let advice = "You should just go to bed earlier."

@Suite("Taking a turn back")
struct RetryTests {
  /// All of the latest session but when things were said, and which attempts they were.
  private func kept(_ desk: Desk, _ flags: String...) throws -> [String: Any] {
    let shown = desk.run(["transcript", "show", desk.newest, "--json"] + flags, lines: []).output
    return try #require(
      try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any])
  }

  private func story(_ desk: Desk) throws -> String {
    let kept = try kept(desk)
    let turns = (kept["turns"] as? [[String: Any]] ?? []).map { turn in
      turn.filter { !["givenAt", "attempt"].contains($0.key) }
    }
    let all: [Any] = [turns, kept["score"] ?? "", kept["lastWords"] ?? "", kept["ending"] ?? ""]
    return String(
      decoding: try JSONSerialization.data(withJSONObject: all, options: .sortedKeys),
      as: UTF8.self)
  }

  @Test("everything goes on as if the first attempt had never been, to the last rating")
  func restored() throws {
    let lines = try responses("\(scenario).skilled")
    let (plain, retried) = (try Desk(), try Desk())
    _ = plain.attune("practice", scenario, lines: lines)
    var taken: [String] = []
    for (index, line) in lines.enumerated() {
      // A last turn that ends the session could not be taken back.
      if index < lines.count - 1 { taken += [advice, "/retry"] }
      if index == 3 { taken += ["Pull yourself together.", "/retry"] }
      taken.append(line)
    }
    let outcome = retried.attune("practice", scenario, lines: taken)
    #expect(outcome.output.contains("The end: first marks (good)"))
    #expect(try story(plain) == story(retried))
    let replay = retried.attune("transcript", "replay", retried.newest)
    #expect(
      replay
        == Outcome(status: 0, output: "\(lines.count) turns: the same happened\n", errors: ""))
  }

  @Test("the patient's words come again, and both attempts are compared in two columns")
  func compared() throws {
    let output = try Desk().attune(
      "practice", scenario, lines: [advice, "/retry", "What are your evenings like?"]
    ).output
    #expect(output.contains("Turn 1 is taken back; this is attempt 2 of 3.\nSamuel: ("))
    let rows = output.rows
    let head = try #require(rows.firstIndex { $0.hasPrefix("Before ") })
    #expect(rows[head] == "Before                                   Now (attempt 2 of 3)")
    #expect(
      rows[head + 1] == "“You should just go to bed earlier.”     “What are your evenings like?”")
    #expect(rows[head + 2].hasPrefix("Heard: advice"))
    #expect(rows[head + 2].dropFirst(41).hasPrefix("Heard: open question"))
    let answer = try #require(rows.lastIndex { $0.hasPrefix("Samuel: “") })
    #expect(rows[answer].dropFirst(41).hasPrefix("Samuel: “"))
    #expect(rows.last?.hasSuffix(": the patient blames themselves and feels ashamed.") == true)
    #expect(rows[head...].allSatisfy { $0.count <= 80 })
  }

  @Test("a narrow or plain page shows one attempt below the other")
  func blocks() throws {
    let desk = try Desk()
    desk.environment["NO_COLOR"] = "1"
    let lines = [advice, "/retry", "What are your evenings like?", "/quit"]
    let narrow = desk.console(
      "practice", scenario, input: lines.map { .line($0) }, width: 40
    ).output.rows
    let plain = desk.attune("practice", scenario, "--plain", lines: lines).output.rows
    for rows in [narrow, plain] {
      let before = try #require(rows.firstIndex(of: "Before"))
      let now = try #require(rows.firstIndex(of: "Now (attempt 2 of 3)"))
      #expect(before < now)
    }
    #expect(narrow.filter { !$0.hasPrefix("You: ") }.allSatisfy { $0.count <= 40 })
  }

  @Test("a turn can be given three times, and taken back only after something was said")
  func limits() throws {
    let desk = try Desk()
    let output = desk.attune(
      "practice", scenario,
      lines: [
        "/retry", advice, "/retry", "/retry", advice, "/retry", advice, "/retry", "Go on.",
        "/retry", "/quit",
      ]
    ).output
    #expect(output.contains("/retry\nYou have not said anything yet.\n"))
    #expect(output.contains("/retry\nYour last turn is taken back already: type what you would"))
    #expect(output.contains("/retry\nYou have answered this in three ways; go on from the third."))
    #expect(output.contains("/retry\nTurn 2 is taken back; this is attempt 2 of 3."))
    #expect(try kept(desk)["takenBack"] == nil)
    let attempts = try kept(desk, "--attempts")["takenBack"] as? [[String: Any]] ?? []
    #expect(attempts.map { $0["turn"] as? Int } == [1, 1, 2])
    #expect(attempts.map { $0["attempt"] as? Int } == [1, 2, 1])
    #expect(try kept(desk)["turns"].map { ($0 as? [Any])?.count } == 1)
  }

  @Test("an exam takes the first answer")
  func exam() throws {
    let desk = try Desk()
    let output = desk.attune(
      "practice", scenario, "--mode", "exam", lines: [advice, "/retry", "/quit"]
    ).output
    #expect(output.contains("An exam takes the first answer"))
    #expect(desk.attune("transcript", "list", "--json").output.value("turns") == "1")
  }

  @Test("left between the retry and the new answer, a session goes on with the attempt counted")
  func resumed() throws {
    let desk = try Desk()
    let left = desk.attune("practice", scenario, lines: [advice, "/retry", "/quit"])
    #expect(left.errors.contains("0 turns kept as session"))
    let shown = desk.attune("transcript", "show", desk.newest, "--attempts").output
    #expect(shown.contains("1 You, attempt 1: You should just go to bed earlier."))
    #expect(shown.contains("Turn 1 was taken back and waits for attempt 2."))
    #expect(desk.attune("transcript", "replay", desk.newest).status == 0)

    let second = desk.attune(
      "practice", scenario, "--resume",
      lines: ["/retry", "/coach", "/why", "What are your evenings like?", "/quit"])
    #expect(second.output.contains("You go on after turn 0. Attempt 2 at the next one."))
    #expect(second.output.contains("/retry\nYour last turn is taken back already"))
    #expect(second.output.contains("/coach\nCoach: Heard: advice without permission"))
    #expect(second.output.contains("Now (attempt 2 of 3)"))
    // The limit holds over the break, and so does the way back.
    let third = desk.attune(
      "practice", scenario, "--resume", lines: ["/retry", advice, "/retry", "/quit"])
    #expect(third.output.contains("/retry\nTurn 1 is taken back; this is attempt 3 of 3."))
    #expect(third.output.contains("You have answered this in three ways"))
  }

  @Test("a transcript shows the attempt that counts, says how many there were, and all if asked")
  func shown() throws {
    let desk = try Desk()
    _ = desk.attune(
      "practice", scenario, lines: [advice, "/retry", "What are your evenings like?"])
    let brief = desk.attune("transcript", "show", desk.newest).output
    #expect(brief.contains("1 You: What are your evenings like?\n(attempt 2 of 2)\n"))
    #expect(!brief.contains(advice))
    let all = desk.attune("transcript", "show", desk.newest, "--attempts").output.rows
    let first = try #require(all.firstIndex(of: "1 You, attempt 1: \(advice)"))
    let back = try #require(all.firstIndex(of: "(Taken back.)"))
    let counts = try #require(all.firstIndex(of: "1 You: What are your evenings like?"))
    #expect(first < back && back < counts)
  }

  @Test("a rehearsal has retries too, and keeps nothing")
  func rehearsal() throws {
    let desk = try Desk()
    let output = desk.attune(
      "practice", scenario, "--start", "ten weeks",
      lines: [advice, "/retry", "What was going on then?"]
    ).output
    #expect(output.contains("Now (attempt 2 of 3)"))
    #expect(desk.attune("transcript", "list", "--json").output.isEmpty)
  }
}
