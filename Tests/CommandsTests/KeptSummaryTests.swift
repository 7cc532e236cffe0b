import Foundation
import Testing
import TranscriptModel
import TranscriptStore

@testable import Commands

@Suite("What a session came to is kept at its end")
struct KeptSummaryTests {
  private let scenario = "new-city-no-map"

  @Test("the summary holds the ratings the session showed, its moments and its numbers")
  func whole() throws {
    let desk = try Desk()
    let shown = desk.attune("practice", scenario, lines: try responses("\(scenario).skilled"))
    let kept = try TranscriptStore(path: desk.store).endedSessions(of: "trainee")
    let summary = try #require(kept.first?.summary)
    #expect(summary.area == "transitions")
    #expect(summary.mark == nil)
    #expect(summary.ratings.map(\.title).contains("Validation"))
    for rating in summary.ratings {
      let level = try #require(rating.level)
      #expect(shown.output.contains("\(rating.title): \(level) of 5"))
    }
    #expect(summary.tallies.contains { $0.met > 0 })
    #expect(summary.indices.map(\.name).contains("open questions"))
  }

  @Test("a summary that is missing is made again, the same, and kept")
  func filledIn() throws {
    let desk = try Desk()
    _ = desk.attune("practice", scenario, lines: try responses("\(scenario).skilled"))
    _ = desk.attune("practice", "furniture", lines: ["As if nobody ever asks you anything now."])
    let store = try TranscriptStore(path: desk.store)
    let kept = try store.endedSessions(of: "trainee")
    #expect(kept.compactMap(\.summary).count == 2)
    #expect(kept.map(\.record.isDrill) == [false, true])
    // As an attune that kept no summaries left them.
    var chance = SystemRandomNumberGenerator()
    for session in kept {
      let stored = try store.load(session.record.id)
      let copy = NewSession(
        trainee: "old", title: stored.record.title, started: stored.record.started,
        mode: stored.record.mode, choicesShown: false, isDrill: stored.record.isDrill,
        attuneVersion: "0", states: stored.openingStates, files: stored.files)
      let writer = try store.begin(copy, opening: stored.opening, using: &chance)
      for turn in stored.turns { try writer.append(turn.events, at: turn.givenAt) }
    }
    #expect(try store.endedSessions(of: "old").map(\.summary) == [nil, nil])
    #expect(try summaries(of: "old", in: store).map(\.summary) == kept.map(\.summary))
    #expect(try store.endedSessions(of: "old").map(\.summary) == kept.map(\.summary))
  }

  @Test("a session left unfinished has none")
  func unfinished() throws {
    let desk = try Desk()
    _ = desk.attune("practice", scenario, lines: ["Hello, Samuel."])
    let store = try TranscriptStore(path: desk.store)
    #expect(try summaries(of: "trainee", in: store).isEmpty)
  }

  @Test(
    "a drill is worth its ending, and one less with something harmful in a good or poor answer",
    arguments: [
      ("good", false, 5), ("good", true, 4), ("mixed", false, 3), ("mixed", true, 3),
      ("poor", false, 2), ("poor", true, 1), ("unsafe", false, 1), ("unsafe", true, 1),
    ])
  func mark(grade: String, isHarmful: Bool, expected: Int) {
    func code(_ family: String, weight: Double = 1) -> AppliedCode {
      AppliedCode(
        code: "X", name: family, families: [family], confidence: 0.9, range: TextRange(0, 1),
        evidence: "x", sentence: 0, weight: weight)
    }
    let codes = isHarmful ? [code("unhelpful any")] : [code("unhelpful any", weight: 0.5)]
    let answer = CodedResponse(
      text: "x", sentences: [TextRange(0, 1)], codes: codes, wordCount: 1, isUnderstood: true)
    let ending = SessionEnding(name: "there", grade: grade, debrief: "")
    #expect(drillMark(ending, [Exchange(turn: 1, patient: [], response: answer)]) == expected)
  }
}
