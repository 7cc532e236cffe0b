import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("Events that came after version 0.1")
struct LaterEventsTests {
  @Test("a variation, detours and duties come back as they were")
  func comeBack() throws {
    let folder = try TemporaryFolder()
    let store = try TranscriptStore(path: folder.store)
    let opening: [SessionEvent] = [
      .began(scenario: "empty-chair", seed: .max, variation: "the garden"),
      .entered(beat: "hello"),
    ]
    var generator = SplitMix64(1)
    let writer = try store.begin(newSession(), opening: opening, using: &generator)
    let first: [SessionEvent] = [
      .responded(turn: 1, response()), .dutyMet(beat: "hello", duty: "must ask", line: 4),
      .dutyMissed(beat: "hello", duty: "must wait", line: 5, note: nil),
      .dutyMissed(beat: "hello", duty: "must nod", line: 6, note: "No nod."),
      .entered(beat: "elsewhere"),
    ]
    try writer.append(first, at: time(5))
    let second: [SessionEvent] = [.responded(turn: 2, response()), .returned(beat: "hello")]
    try writer.append(second, at: time(6))

    let loaded = try store.load(writer.session)
    #expect(loaded.events == opening + first + second)
    #expect(loaded.variation == "the garden")
    #expect(loaded.record.seed == .max)
    #expect(loaded.turns.map(\.beat) == ["elsewhere", "hello"])
  }

  @Test("a session without a variation says so")
  func withoutVariation() throws {
    let folder = try TemporaryFolder()
    let store = try TranscriptStore(path: folder.store)
    #expect(try store.load(store.begin().session).variation == nil)
  }
}
