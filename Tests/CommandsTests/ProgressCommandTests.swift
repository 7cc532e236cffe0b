import Foundation
import Terminal
import Testing
import TranscriptModel
import TranscriptStore

@testable import Commands

/// Ended sessions as a trainee's store holds them, one a day from 1 March 2026.
private struct KeptSessions {
  let store: TranscriptStore
  let trainee: String

  init(_ desk: Desk, of trainee: String = "trainee") throws {
    store = try TranscriptStore(path: desk.store)
    self.trainee = trainee
  }

  @discardableResult
  func add(
    _ number: Int, title: String = "New city, no map", scenario: String = "new-city-no-map",
    isExam: Bool = false, summary: SessionSummary? = nil, own: [String: Int] = [:]
  ) throws -> String {
    var chance = SystemRandomNumberGenerator()
    let time = "2026-03-\(number < 10 ? "0" : "")\(number)T09:30:00Z"
    let writer = try store.begin(
      NewSession(
        trainee: trainee, title: title, started: time, mode: isExam ? .exam : .coach,
        choicesShown: false, isDrill: summary?.mark != nil, attuneVersion: "0", states: [:],
        files: []),
      opening: [.began(scenario: scenario, seed: 1), .entered(beat: "hello")], using: &chance)
    try writer.end(SessionEnding(name: "heard", grade: "good", debrief: ""), at: time)
    if let summary { try store.keep(summary, of: writer.session) }
    if !own.isEmpty { try store.keep(selfRatings: own, of: writer.session) }
    return writer.session
  }

  static func summary(
    _ level: Int?, area: String = "transitions", difficulty: Int = 2, mark: Int? = nil,
    gate: SessionSummary.Gate = .notApplicable, missed: Int = 1
  ) -> SessionSummary {
    SessionSummary(
      area: area, phase: "initial", difficulty: difficulty, variation: nil, mark: mark, gate: gate,
      ratings: [
        KeptRating(dimension: "validation", title: "Validation", level: level),
        KeptRating(dimension: "active listening", title: "Active listening", level: nil),
      ],
      tallies: [
        CueTally(dimension: "validation", cue: "hint", met: 2, half: 1, missed: missed),
        CueTally(dimension: "active listening", cue: "hint", met: 3),
      ],
      indices: [
        KeptIndex(name: "open questions", value: 55, unit: "%"),
        KeptIndex(name: "reflections per question", value: nil, unit: ""),
      ])
  }
}

@Suite("Progress")
struct ProgressCommandTests {
  private let desk: Desk
  private let kept: KeptSessions

  init() throws {
    desk = try Desk()
    kept = try KeptSessions(desk)
  }

  private func addSix() throws {
    for (number, level) in [2, 2, 3, 3, 4, 4].enumerated() {
      try kept.add(
        number + 1, isExam: number == 5, summary: KeptSessions.summary(level),
        own: number > 2 ? ["validation": level == 3 ? 5 : 4] : [:])
    }
    try kept.add(
      7, title: "Furniture", scenario: "furniture", summary: KeptSessions.summary(nil, mark: 4))
  }

  @Test("of somebody without sessions it says so, and how to begin; 0")
  func empty() {
    #expect(
      desk.attune("progress", "--as", "nobody")
        == Outcome(
          status: 0,
          output: """
            Progress of nobody
            There is no ended session of “nobody” yet; 'attune practice' begins one.

            """, errors: ""))
    #expect(desk.attune("progress", "--json").output.value("sessions") == "0")
  }

  @Test("each dimension has a small plot and a sentence that says the same")
  func text() throws {
    try addSix()
    let page = desk.attune("progress")
    #expect(page.status == 0 && page.errors.isEmpty)
    #expect(
      page.output == """
        Progress of trainee
        6 whole sessions and 1 drill, 2026-03-01 to 2026-03-07.
        Practice estimates, from 1 (harmful) to 5 (excellent), which no person has
        rated.
        A bar is a session, oldest first: ▁ is 1, ▂ 2, ▄ 3, ▆ 4, █ 5.

        Validation
        ▂▂▄▄▆▆
        Rose over 6 sessions, on the whole from 1.9 to 4.1: 2 in the first, 4 in the
        last, 2 at the lowest and 4 at the highest.
        • Mean 3.0 (95 %: 2.1 to 3.9) of 6 sessions
        • Your best: 4, first on 2026-03-05 in “New city, no map”
        • Moments: 12 met, 6 half met, 6 missed; 63 % met (95 %: 43 to 79 %)
        • Exams among them: 1
        • Your own rating: 0.7 higher than the estimate on average (95 %: -2.2 to 3.5)
          (3 sessions)

        Active listening
        Not assessable in 6 sessions: too few moments to tell.
        • Moments: 18 met, 0 half met, 0 missed; 100 % met (95 %: 82 to 100 %)

        Moments you miss most
                                        met  half  missed  harmed  share          95 %
        When the patient leaves something unsaid:
          Validation                     12     6       6       0   63 %    43 to 79 %
          Active listening               18     0       0       0  100 %   82 to 100 %

        In numbers
        • open questions: mean 55 % (all alike) of 6 sessions, last 55 %; target 50 % or
          more: reached
        • reflections per question: not told yet
        Targets are defaults. They come from expert opinion, and for the most part from
        another therapy, spoken and not typed: something to practise with, nothing to be
        judged by.

        Drills
        • Furniture: mark 4 of 5, last on 2026-03-07; again on 2026-03-08

        Competence
        No statement: estimates by a program call nobody competent. It takes ratings by
        people, and all of this:
        • Met: at least 5 whole sessions (so far 6)
        • Not met: with at least 3 patients (so far 1)
        • Not met: in at least 2 problem areas (so far 1)
        • Not met: at least 2 at difficulty 3 or more (so far 0)
        • Open: the last 3 rated by a supervisor (so far 0)
        • Open: every dimension of these at 3 or more and a mean of 3.5 or more, as
          people rated them
        • Open: at least 2 of these rated by two people (so far 0)
        • Open: safety passed with the last patient who was in danger
        • Open: no harm that a supervisor still has to talk over

        """)
  }

  @Test("below five whole sessions it says 'not enough observations', and no more of competence")
  func notEnough() throws {
    for number in 1...4 { try kept.add(number, summary: KeptSessions.summary(5)) }
    let output = desk.attune("progress").output
    #expect(
      output.hasSuffix(
        "Competence\nNot enough observations (4 of 5 whole sessions).\n"))
    #expect(output.contains("5 in each of 4 sessions, too few to tell a trend."))
  }

  @Test("one session and two are too few for a mean")
  func few() throws {
    try kept.add(1, summary: KeptSessions.summary(3))
    #expect(desk.attune("progress").output.contains("3 in one session: too few to tell more."))
    try kept.add(2, summary: KeptSessions.summary(4))
    #expect(
      desk.attune("progress").output.contains("• Mean: too few sessions to tell (2 of 3)"))
  }

  @Test("plain draws nothing and has no columns; forty columns are enough")
  func plain() throws {
    try addSix()
    let plain = desk.attune("progress", "--plain").output
    #expect(plain.contains("Validation\n2 2 3 3 4 4\nRose over 6 "))
    #expect(
      plain.contains(
        "- When the patient leaves something unsaid, on Validation: 12 met, 6 half met, 6"))
    #expect(!plain.contains { "▁▂▄▆█•".contains($0) })
    let narrow = desk.console("progress", input: [], width: 40).output
    #expect(narrow.contains("▂▂▄▄▆▆"))
    for row in narrow.rows { #expect(displayWidth(withoutColour(row)) <= 40, "\(row)") }
  }

  @Test("no colour with NO_COLOR or a dumb terminal, whose words are those of a file")
  func noColour() throws {
    try addSix()
    let file = desk.attune("progress").output
    #expect(desk.console("progress", input: []).output.contains("\u{1B}["))
    for (variable, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
      desk.environment[variable] = value
      #expect(desk.console("progress", input: []).output == file)
      desk.environment[variable] = nil
    }
  }

  @Test("JSON has stable names, and null where a figure is not defined")
  func json() throws {
    try addSix()
    let text = desk.attune("progress", "--json").output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "competence", "counted", "cues", "dimensions", "drills", "drillsDone", "firstDay",
        "indices", "lastDay", "leftOut", "practiceRated", "safety", "sessions", "trainee",
        "version",
      ])
    #expect(object["version"] as? Int == 1 && object["sessions"] as? Int == 6)
    let dimensions = try #require(object["dimensions"] as? [[String: Any]])
    #expect(dimensions.map { $0["id"] as? String } == ["validation", "active listening"])
    #expect((dimensions[0]["trend"] as? [String: Any])?["direction"] as? String == "rose")
    #expect(dimensions[1]["trend"] is NSNull && dimensions[1]["best"] is NSNull)
    let competence = try #require(object["competence"] as? [String: Any])
    #expect(competence["standing"] as? String == "no statement")
  }

  @Test("sessions nobody can read are left out, and said to be; other trainees are not looked at")
  func leftOut() throws {
    try kept.add(1, summary: KeptSessions.summary(3))
    try kept.add(2)
    try KeptSessions(desk, of: "kim").add(3, summary: KeptSessions.summary(5))
    let output = desk.attune("progress").output
    #expect(
      output.contains("1 whole session, 2026-03-01. 1 session cannot be read by this attune and"))
    #expect(!output.contains("2026-03-03"))
  }

  @Test("a session that was played is in it, with nothing that was said")
  func played() throws {
    let lines = try responses("new-city-no-map.skilled")
    #expect(desk.attune("practice", "new-city-no-map", "--as", "jo", lines: lines).status == 0)
    let page = desk.folder.path + "/page.html"
    let output = desk.attune("progress", "--as", "jo", "--html", page).output
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(output.contains("1 whole session, 2026-03-01."))
    #expect(output.contains("Validation\n"))
    for line in lines where line.count > 12 {
      #expect(!output.contains(line) && !html.contains(line))
    }
  }

  @Test("works in a folder whose codebook cannot be read, with the names of the cues")
  func brokenLibrary() throws {
    try kept.add(1, summary: KeptSessions.summary(3))
    _ = try desk.write("# Code nonsense", to: "library/Rubrics/ipt.codebook")
    let outcome = desk.attune("progress", "--library", desk.folder.path + "/library")
    #expect(outcome.status == 0 && outcome.output.contains("When hint:"))
  }

  private func withoutColour(_ text: String) -> String {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }
}
