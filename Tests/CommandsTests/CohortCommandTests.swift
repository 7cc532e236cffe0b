import Foundation
import Supervision
import Terminal
import Testing
import TranscriptModel
import TranscriptStore

@testable import Commands

private let hostile = "<script>alert(1)</script> & \"Sue\"\u{1B}[2J"

/// Sixteen trainees with two patients each; people have rated the sessions with the first.
private struct CohortDesk {
  let desk: Desk
  let store: TranscriptStore

  init(trainees: Int = 16, title: String = "The second cup", rater: String = "ruth") throws {
    desk = try Desk()
    store = try TranscriptStore(path: desk.store)
    try store.pass(rater, "sam")
    for number in 0..<trainees {
      let name = "t\(number < 10 ? "0" : "")\(number)"
      try store.keep(TraineeRecord(name: name, cohort: "spring", supervisor: nil))
      let level = number % 4 + 1
      let cup = try add(name, "the-second-cup", title, estimate: level)
      try rate(cup, by: [rater, "sam"], level)
      try add(name, "results-day", "Results day", estimate: level + 1)
    }
    try add("zoe", "results-day", "Results day", estimate: nil)
  }

  /// Without an estimate it goes on; its id.
  @discardableResult
  func add(_ trainee: String, _ scenario: String, _ title: String, estimate: Int?) throws -> String
  {
    var chance = SystemRandomNumberGenerator()
    let time = "2026-03-04T09:30:00Z"
    let writer = try store.begin(
      NewSession(
        trainee: trainee, title: title, started: time, mode: .coach, choicesShown: false,
        attuneVersion: "0", states: [:], files: []),
      opening: [.began(scenario: scenario, seed: 1), .entered(beat: "hello")], using: &chance)
    guard let estimate else { return writer.session }
    try writer.append(
      [
        .responded(
          turn: 1,
          CodedResponse(
            text: "Mm.", sentences: [], codes: [], wordCount: 1, isUnderstood: true))
      ], at: time)
    try writer.end(SessionEnding(name: "heard", grade: "good", debrief: ""), at: time)
    try store.keep(
      SessionSummary(
        area: "grief", phase: "middle", difficulty: 2, variation: nil,
        gate: estimate == 1 ? .fail : .pass,
        ratings: [KeptRating(dimension: "validation", title: "Validation", level: estimate)],
        tallies: [
          CueTally(dimension: "validation", cue: "hint", met: 1, half: 0, missed: 2, harmed: 1)
        ], indices: []), of: writer.session)
    return writer.session
  }

  func rate(_ session: String, by raters: [String], _ level: Int) throws {
    let time = "2026-03-05T09:30:00Z"
    let rubrics = [
      DimensionRating(dimension: "validation", title: "Validation", version: "1", hash: ""),
      DimensionRating(
        dimension: "safety", title: "Safety", isGate: true, version: "1", hash: ""),
    ]
    for rater in raters {
      _ = try store.beginReview(of: session, by: rater, rating: rubrics, at: time)
      for (rubric, score) in zip(rubrics, [GivenScore.level(level), .pass]) {
        var rating = rubric
        (rating.score, rating.evidence, rating.turns) = (score, "It shows.", [1])
        try store.keep(rating, of: session, by: rater, at: time)
      }
      let standing = try store.submitReview(of: session, by: rater, at: time)
      if standing.state == .released { return }
    }
  }
}

@Suite("attune cohort")
struct CohortCommandTests {
  @Test("levels, patients, cues, raters and safety of a cohort stand in columns")
  func columns() throws {
    let cohort = try CohortDesk()
    let page = cohort.desk.attune("cohort", "spring")
    #expect(page.status == 0 && page.errors.isEmpty)
    let rows = page.output.rows
    #expect(rows.first == "Cohort spring")
    #expect(rows[1] == "Of 16 trainees 16 have begun. 32 sessions begun, 32 ended.")
    // People gave each of 1 to 4 four times, the program also each of 2 to 5.
    #expect(
      rows.contains { row in
        row.split(separator: " ").prefix(9)
          == ["Validation", "16", "16", "4", "4", "4", "4", "0", "2.5"]
      })
    #expect(rows.contains { $0.split(separator: " ").prefix(3) == ["Validation", "32", "16"] })
    #expect(page.output.contains("missed 96 of 128\n  moments (75 %), 16 trainees"))
    #expect(
      rows.contains {
        $0.split(separator: " ")
          == [
            "The", "second", "cup", "16", "16", "people", "16", "2.50", "1.15", "0", "%", "1.00",
            "*",
          ]
      })
    #expect(page.output.contains("• Gate failed, by final ratings: 0 of 16 sessions"))
    #expect(page.output.contains("• Gate failed, by the program's estimate: 4 of 32 sessions"))
    #expect(!page.output.contains("t07") && rows.allSatisfy { $0.count <= 80 })
  }

  @Test("a narrow page and a plain one tell the same in sentences")
  func sentences() throws {
    let cohort = try CohortDesk()
    let plain = cohort.desk.attune("cohort", "--plain")
    #expect(
      plain.output.hasPrefix("All trainees\nOf 17 trainees 17 have begun. 33 sessions begun,"))
    #expect(plain.output.contains("- Results day: 17 begun, 16 ended; by program, 16 sessions:"))
    let narrow = cohort.desk.console(
      "cohort", "--color", "never", "--trainees", input: [], width: 40)
    #expect(narrow.output.contains("• t07: 2 begun, 2 ended; rated 1, mean"))
    #expect(narrow.output.rows.allSatisfy { $0.count <= 40 })
  }

  @Test("trainees have rows only where that is asked, by pseudonym and never by level")
  func trainees() throws {
    let cohort = try CohortDesk()
    let page = cohort.desk.attune("cohort", "spring", "--trainees").output
    let names = page.rows.compactMap { $0.firstMatch(of: /^t\d\d/).map { String($0.0) } }
    #expect(names.count == 16 && names == names.sorted())
    let json = cohort.desk.attune("cohort", "spring", "--json").output
    #expect(json.contains("\"rows\":null") && !json.contains("t07"))
  }

  @Test("other programs get version 1, and null where a number would mislead")
  func json() throws {
    let cohort = try CohortDesk()
    let text = cohort.desk.attune("cohort", "spring", "--json").output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1 && object["begun"] as? Int == 32)
    let scenarios = try #require(object["scenarios"] as? [[String: Any]])
    #expect(scenarios.map { $0["id"] as? String } == ["results-day", "the-second-cup"])
    let apart = try #require(scenarios[1]["discrimination"] as? [String: Any])
    #expect(apart["basis"] as? String == "estimates" && apart["trainees"] as? Int == 16)
    #expect((apart["correlation"] as? [String: Any])?["value"] as? Double == 1)
    let some = cohort.desk.attune(
      "cohort", "spring", "--scenario", "results-day", "--since", "2026-03-05", "--json")
    #expect(some.output.value("begun") == "0")
    let small = try CohortDesk(trainees: 4).desk.attune("cohort", "--json").output
    #expect(small.contains("\"tooFew\":true") && small.contains("\"mean\":null"))
  }

  @Test("the page runs nothing, has every name escaped and no row for a trainee")
  func html() throws {
    let cohort = try CohortDesk(title: hostile, rater: "<i>ruth")
    let path = cohort.desk.folder.path + "/page.html"
    #expect(cohort.desk.attune("cohort", "--trainees", "--html", path).status == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!page.contains("<script") && !page.contains("<i>") && !page.contains("\u{1B}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sue&quot;"))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    #expect(page.components(separatedBy: "<h1>").count == 2 && !page.contains("t07"))
    for name in ["svg", "title", "desc", "table", "tr", "td", "th", "figure", "ul", "li", "div"] {
      let opened =
        page.components(separatedBy: "<\(name)>").count
        + page.components(separatedBy: "<\(name) ").count - 2
      #expect(opened == page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
    let terminal = cohort.desk.attune("cohort", "--trainees")
    #expect(!terminal.output.contains("\u{1B}"))
  }

  @Test("a page about two trainees has no figures that one of them could turn against the other")
  func smallCohort() throws {
    let cohort = try CohortDesk(trainees: 2)
    let path = cohort.desk.folder.path + "/page.html"
    #expect(cohort.desk.attune("cohort", "spring", "--html", path).status == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("fewer than 3 trainees") && !page.contains("<table"))
    #expect(!page.contains("<h2>"))
    let markdown = path + ".md"
    #expect(cohort.desk.attune("cohort", "spring", "--markdown", markdown).status == 0)
    let text = try String(contentsOfFile: markdown, encoding: .utf8)
    #expect(text.contains("fewer than 3 trainees") && !text.contains("|") && !text.contains("##"))
  }

  @Test("the Markdown has the page's tables, every name escaped, and no row for a trainee")
  func markdown() throws {
    let cohort = try CohortDesk(title: hostile + " | x", rater: "_ruth_")
    let path = cohort.desk.folder.path + "/page.md"
    #expect(cohort.desk.attune("cohort", "--trainees", "--markdown", path).status == 0)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("# All trainees\n\n"))
    #expect(text.contains("\n| Validation | 16 | 16 | 4 | 4 | 4 | 4 | 0 |"))
    #expect(text.contains("\\<script\\>alert(1)\\</script\\>") && text.contains("\\_ruth\\_: "))
    #expect(text.contains("\\| x |") && !text.contains("t07") && !text.contains("\u{1B}"))
    let rows = text.rows.filter { $0.hasPrefix("| ") }
    #expect(rows.allSatisfy { $0.hasSuffix(" |") } && rows.count > 6)
  }

  @Test(
    "a page that is handed on hides what one or two trainees stand behind, of safety and of raters")
  func fewBehind() throws {
    let cohort = try CohortDesk(trainees: 4)
    let path = cohort.desk.folder.path + "/page.html"
    try cohort.store.pass("una")
    let session = try cohort.add("t01", "the-second-cup", "The second cup", estimate: 3)
    try cohort.rate(session, by: ["una"], 3)
    try cohort.store.add(
      ReviewComment(
        session: session, author: "una", at: "2026-03-06T09:30:00Z", kind: .safety,
        place: .session, text: "Ask about the pills."))
    let text = cohort.desk.attune("cohort", "spring", "--html", path).output
    #expect(text.contains("by the program's estimate: 1 of 9 sessions"))
    #expect(text.contains("• una: 1 rated"))
    #expect(text.contains("talked over with the trainee: 1\n"))
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.contains("by the program's estimate: not shown, too few trainees<"))
    #expect(page.contains("<strong>una</strong>: not shown, too few trainees<"))
    #expect(page.contains("talked over with the trainee: not shown, too few trainees<"))
    #expect(
      page.contains("<strong>ruth</strong>: ") && page.contains("Ended unsafely: 0 sessions<"))
    #expect(!page.contains("<strong>ruth</strong>: not shown"))
  }

  @Test("a cohort nobody belongs to and a day that is none are told; an empty store is no failure")
  func wrong() throws {
    let cohort = try CohortDesk(trainees: 1)
    #expect(
      cohort.desk.attune("cohort", "sprimg")
        == Outcome(
          status: 2, output: "",
          errors: "error: nobody belongs to a cohort 'sprimg'\nhelp: 'spring' is close\n"))
    #expect(cohort.desk.attune("cohort", "--since", "3 March").status == 64)
    #expect(cohort.desk.attune("agreement", "--before", "2026-02-30").status == 64)
    #expect(try Desk().attune("cohort").status == 0)
  }
}
