import Foundation
import Supervision
import Terminal
import Testing
import TranscriptModel

@testable import Commands
@testable import TranscriptStore

private let said = [
  "You set two cups, Zebulon would have said, and you miss her.",
  "Of course an ordinary morning hurts now. You blame yourself.",
  "You should take the bell down.", "What is that like for you, right now?",
  "You feel alone with it. What is that like for you?", "What do you hope for?",
]

@Suite("Rating at the console")
struct ReviewCommandTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try makeRatedLibrary(at: desk.folder.appending(path: "library"))
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/library"
    try desk.pass("ruth", "sam", "una", "quagga")
  }

  /// What a rater types to give everything the same level.
  func ratings(
    _ level: String, _ evidence: String = "It shows.", marks: [String] = []
  ) -> [String] {
    marks + Array(repeating: [level, evidence, "1 2"], count: 3).flatMap(\.self)
      + ["pass", evidence, "1", "s", "y"]
  }

  func practise(as trainee: String = "zebulon", _ more: [String] = []) -> String {
    let outcome = desk.run(
      ["practice", "the-second-cup", "--as", trainee] + more, lines: said)
    #expect(outcome.output.contains("The end:"))
    return desk.newest
  }

  func review(_ words: String..., lines: [String] = []) -> Outcome {
    desk.run(["review"] + words, lines: lines)
  }

  func state(of session: String) -> String? {
    (["", "released"].flatMap { state in
      desk.run(
        ["review", "list", "--json"] + (state.isEmpty ? [] : ["--state", state]), lines: []
      ).output.rows
    }).first { $0.value("id") == session }?.value("state")
  }

  @Test("a session goes from new to released through two raters and a third who settles it")
  func wholeWay() throws {
    let id = practise()
    #expect(state(of: id) == "new")
    let first = review("rate", id, "--as", "ruth", lines: ratings("1"))
    #expect(first.status == 0)
    #expect(first.output.contains("Submitted. It goes to a second rater: "))
    #expect(
      review("rate", id, "--as", "ruth", lines: ["1"]).errors.hasPrefix(
        "error: this rater has submitted a rating of session '\(id)'\n"))
    let second = review("rate", id, "--as", "sam", lines: ratings("4"))
    #expect(second.output.contains("Somebody has to settle it: the two ratings differ, or"))
    #expect(review("adjudicate", id, "--as", "sam").status == 2)
    let settled = review(
      "adjudicate", id, "--as", "una",
      lines: ["3", "Half of it shows.", "2 3", "x", "1", "na", "Both saw a part."])
    #expect(
      settled.output.hasSuffix("Settled. The rating is final, and both originals are kept.\n"))
    #expect(state(of: id) == "released")
    let store = try TranscriptStore(path: desk.store)
    let given = try humanRatings(of: store.reviewedSessions(of: "zebulon"))
    #expect(given.map(\.rater) == ["ruth", "sam"])
    #expect(Set(given.map(\.levels)).count == 1)
    #expect(given[0].levels.values.sorted() == [1, 3])
    #expect(given[0].passedSafety == true)
    let reviews = try store.reviewed(id).reviews
    #expect(reviews.map { $0.levels.values.sorted() } == [[1, 1, 1], [4, 4, 4], [1, 3]])
    // What shows a value is of whoever gave it, and nothing shows what could not be judged.
    #expect(
      reviews[2].ratings.map(\.evidence) == ["Half of it shows.", "It shows.", "", "It shows."])
    #expect(reviews[2].ratings.map(\.turns) == [[2, 3], [1, 2], [], [1]])
    #expect(reviews.allSatisfy { $0.ratings.allSatisfy { $0.hash.count == 64 } })
  }

  @Test("whoever has not passed calibration rates as practice, and everybody is told")
  func practice() throws {
    let id = practise()
    let rated = review("rate", id, "--as", "new", lines: ratings("3"))
    #expect(rated.errors.hasPrefix("new has not passed calibration: what new submits is practice"))
    let said = rated.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("It is practice and does not count yet: its rater has not passed"))
    #expect(said.contains("a first rater who has not passed calibration"))
    #expect(state(of: id) == "needs second rater")
    #expect(review("list").output.contains("a rating is practice and does not count"))
    #expect(!review("list", "--as", "ruth").output.contains("practice"))
    #expect(
      review("list", "--as", "new").errors.hasPrefix("new has not passed calibration: what new"))
    #expect(
      review("reveal", id, "--as", "new").output.contains(
        "rated by somebody who has not passed calibration: practice, does not count yet"))
    let store = try TranscriptStore(path: desk.store)
    #expect(try humanRatings(of: store.reviewedSessions(of: "zebulon")) == [])
    let progress = desk.attune("progress", "--as", "zebulon").output
    let words = progress.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("1 session was rated by somebody who has not passed calibration"))

    _ = review("rate", id, "--as", "newer", lines: ratings("3"))
    #expect(state(of: id) == "adjudication")
    #expect(
      review("adjudicate", id, "--as", "newest").errors.hasPrefix(
        "error: who settles session '\(id)' has to have passed calibration\n"))
    // Neither counts, so all is asked.
    let settled = review(
      "adjudicate", id, "--as", "una",
      lines: Array(repeating: ["4", "I see it.", "1"], count: 3).flatMap(\.self)
        + ["pass", "As I read it."])
    #expect(settled.output.contains("First rater: rated by somebody who has not passed"))
    #expect(settled.output.hasSuffix("both originals are kept.\n"))
    #expect(try humanRatings(of: store.reviewedSessions(of: "zebulon")).map(\.rater) == ["una"])
  }

  @Test("nothing is submitted that lacks a score or its evidence")
  func incomplete() {
    let id = practise()
    let outcome = review("rate", id, "--as", "ruth", lines: ["2", "It shows.", "q", "s", "q"])
    #expect(
      outcome.output.contains(
        "Still without a score or its evidence: Validation, Active listening,"))
    #expect(state(of: id) == "in review")
    let again = review("rate", id, "--as", "ruth", lines: ["r", "q"])
    #expect(again.output.contains("You go on: 1 of 4 rated."))
    #expect(again.output.contains("Validation: 2: It shows.\n"))
  }

  @Test("before submitting, a rater's screen has nothing of whose it is or what others made of it")
  func blind() throws {
    let looks = ["a", "h", "c", "r", "t", "g 2", "a", "g 4", "a", "q"]
    func screen(_ trainee: String, _ mode: String, _ first: [String]) throws -> (String, String) {
      let id = practise(as: trainee, ["--mode", mode])
      #expect(review("rate", id, "--as", "quagga", lines: first).status == 0)
      let input = looks.map { ConsoleInput.line($0) }
      let outcome = desk.console("review", "rate", id, "--as", "sam", input: input)
      return (id, outcome.output.replacing(id, with: "bakodelu"))
    }
    let (id, one) = try screen(
      "zebulon", "coach", ratings("1", "Wombat wombat.", marks: ["+metaphor 1", "-advice 3"]))
    let (_, other) = try screen("quincy", "exam", ratings("5", "Nothing else.", marks: []))
    // Whoever it was, and whatever others gave: the same letters, but for the name she said herself.
    #expect(one.replacing("[name]", with: "Zebulon") == other)
    for word in ["zebulon", "quagga", "wombat"] { #expect(!one.lowercased().contains(word)) }

    // What may be on it: the conversation, and the words of the rubrics.
    let session = try TranscriptStore(path: desk.store).load(id)
    let pinned = try openPinned(session)
    let (exchanges, lastWords) = exchanges(of: session)
    var allowed = exchanges.flatMap { $0.patient.map(\.text) + [$0.response.text] }
    allowed += lastWords.map(\.text)
    allowed += pinned.rubrics.flatMap { [$0.question] + $0.levels.map(\.anchor) }
    let free = allowed.joined(separator: " ").lowercased()
    let shown = one.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    let codes = exchanges.flatMap(\.response.codes).map(\.name)
    let cues = exchanges.flatMap { $0.patient.flatMap { $0.cues + $0.gist } }
    let thoughts = exchanges.flatMap { $0.patient.compactMap(\.thought) }
    let ending = try #require(session.record.state.ending)
    // The help names one code as an example.
    let secrets = Set(codes + cues + thoughts + [ending.debrief, "coach", "heard:", "estimate"])
      .subtracting(["open question", "advice"])
    #expect(secrets.count > 10)
    for secret in secrets where !free.contains(secret.lowercased()) {
      #expect(!shown.contains(secret.lowercased()), "\(secret)")
    }
  }

  @Test("the program's side is shown only after submitting, and each word on it counts")
  func reveal() throws {
    let id = practise()
    #expect(
      review("reveal", id, "--as", "ruth").errors.hasPrefix(
        "error: this rater has not submitted a rating of session '\(id)'\n"))
    _ = review("rate", id, "--as", "ruth", lines: ratings("4", marks: ["+OQ 4"]))
    let input = ["a", "c", "Not quite.", "d", "", "q"].map { ConsoleInput.line($0) }
    let outcome = desk.console("review", "reveal", id, "--as", "ruth", "--plain", input: input)
    #expect(outcome.output.contains("Validation: you gave 4; the program's estimate: "))
    let decisions = try TranscriptStore(path: desk.store).reviewed(id).decisions
    #expect(decisions.map(\.agrees) == [true, false])
    #expect(decisions.map(\.comment) == ["", "Not quite."])
    let lines = review("reveal", id, "--as", "ruth", "--json").output.rows
    #expect(lines.compactMap { $0.value("agrees") } == ["1", "0"])
    #expect(lines.contains { $0.value("code") == "OQ" && $0.value("marked") == "1" })
    let counts = review("codes", "--json").output.rows.compactMap { $0.value("decisions") }
    #expect(counts.compactMap { Int($0) }.reduce(0, +) == 2)
  }

  @Test("a code raters disagree with too often is a suggestion to coach, score and reveal")
  func suggestion() throws {
    let id = practise()
    let store = try TranscriptStore(path: desk.store)
    try store.database.execute(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
      INSERT INTO decisions (
        session, turn, attempt, position, rater, code, name, agrees, at
      ) SELECT session, turn, attempt, position, i, code, name, 0, '2026-03-01T09:30:00Z'
        FROM codes, n WHERE session = ? AND code = 'ADV'
      """, [.text(id)])
    #expect(review("codes").output.contains("advice without permission: 0 of "))
    #expect(review("codes").output.contains("only a suggestion"))
    let coached = desk.run(["practice", "the-second-cup", "--as", "bo"], lines: said)
    let heard = coached.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(heard.contains("advice without permission (“You should take the bell down.”; a sugg"))
    #expect(desk.attune("score", id, "--explain").output.contains(" (a suggestion): “"))
  }

  @Test("a comment stands on words of a turn; one about safety flags the session until talked over")
  func comments() throws {
    let id = practise()
    #expect(
      review("comment", id, "--as", "ruth", "--turn", "3", "--words", "the bell", "Whose wish?")
        .status == 0)
    #expect(
      review("comment", id, "--as", "ruth", "--kind", "safety", "--turn", "9", "x").errors
        .hasPrefix("error: session '\(id)' has no turn 9\n"))
    #expect(
      review("comment", id, "--as", "ruth", "--drill", "the-second-cup", "x").errors
        == "error: 'the-second-cup' is no drill\nhelp: 'attune drill --list' names them\n")
    _ = review("comment", id, "--as", "ruth", "--kind", "safety", "Ask about the pills.")
    #expect(review("list").output.contains("safety flag"))
    let store = try TranscriptStore(path: desk.store)
    #expect(
      try store.reviewed(id).comments[0].place == .words(turn: 3, start: 16, end: 24))
    #expect(try store.reviewed(id).comments[1].isOpenHarmFlag)
    _ = review("comment", id, "--as", "ruth", "--talked-over")
    #expect(try !store.reviewed(id).comments[1].isOpenHarmFlag)
    #expect(
      review("audit", id).output.rows.map { $0.dropFirst(21) } == [
        "ruth, commented: praise 3", "ruth, commented: safety", "ruth, talked over",
      ])
  }

  @Test("another score does not go in with what showed the first one")
  func changedScore() throws {
    let id = practise()
    let given = ["2", "It shows.", "1 2", "g 1"]
    _ = review("rate", id, "--as", "ruth", lines: given + ["4", "q", "q"])
    let store = try TranscriptStore(path: desk.store)
    func first() throws -> DimensionRating { try store.reviewed(id).reviews[0].ratings[0] }
    #expect(try first().score == .level(4) && !(try first().isComplete))
    _ = review("rate", id, "--as", "ruth", lines: ["2", "It shows.", "1 2", "g 1", "2", "q", "q"])
    #expect(try first().isComplete)
    let kept = review("rate", id, "--as", "ruth", lines: ["g 1", "4", "", "3", "q"])
    #expect(kept.output.contains("(Enter keeps “It shows.”)"))
    #expect(try first().evidence == "It shows." && first().turns == [3])
  }

  @Test("the reveal hides the trainee's name as the rating did")
  func hiddenReveal() {
    let id = practise()
    _ = review("rate", id, "--as", "ruth", lines: ratings("4"))
    let shown = desk.console(
      "review", "reveal", id, "--as", "ruth", input: Array(repeating: .line(""), count: 40))
    #expect(shown.output.contains("[name]") && !shown.output.contains("Zebulon"))
    #expect(!review("reveal", id, "--as", "ruth", "--json").output.contains("Zebulon"))
  }

  @Test("codes of a turn are marked and taken back with one key each, or by their names")
  func marking() throws {
    let id = practise()
    let store = try TranscriptStore(path: desk.store)
    func marks() throws -> [String] {
      try store.reviewed(id).reviews[0].marks.map { "\($0.code) \($0.turn) \($0.isHeard)" }
    }
    let shown = review("rate", id, "--as", "ruth", lines: ["m 3", "", "m 9", "m x", "q"]).output
    let open = try #require(shown.firstMatch(of: /(\S)\x{A0}open question/)?.1)
    #expect(shown.contains("The last turn is ") && shown.contains("Name the turn: 'm 4'."))
    let key = String(open)
    _ = review("rate", id, "--as", "ruth", lines: ["m 3", key, "?", "", "q"])
    #expect(try marks() == ["OQ 3 true"])
    _ = review("rate", id, "--as", "ruth", lines: ["m 3", key, key, key, "", "-ADV 3", "q"])
    #expect(try marks() == ["ADV 3 false"])
    let back = review("rate", id, "--as", "ruth", lines: ["=ADV 3", "m 3", "q", "q"]).output
    #expect(back.contains("Not marked: advice without permission, turn 3."))
    #expect(try marks() == [])
  }
}
