import Foundation
import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("Who may add what to a session")
struct WriterTests {
  let folder: TemporaryFolder
  let store: TranscriptStore
  let writer: SessionWriter

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
    writer = try store.begin()
    try writer.append(turn(1), at: time(1))
  }

  @Test("only the next turn is taken", arguments: [0, 1, 3, -1, .max, .min])
  func wrongTurn(_ number: Int) throws {
    let before = try store.load(writer.session)
    let refusal = StoreError.wrongTurn(session: writer.session, expected: 2, given: number)
    #expect(throws: refusal) {
      try writer.append([.responded(turn: number, response())], at: time(2))
    }
    #expect(try store.load(writer.session) == before)
  }

  @Test("a turn is exactly one response, and an opening has none")
  func shapes() throws {
    #expect(throws: StoreError.notATurn) { try writer.append([.said(patient)], at: time(2)) }
    #expect(throws: StoreError.notATurn) { try writer.append(turn(2) + turn(3), at: time(2)) }
    var generator = SplitMix64(2)
    for wrong in [[], [.entered(beat: "hello")], opening() + turn(1)] as [[SessionEvent]] {
      #expect(throws: StoreError.notAnOpening) {
        try store.begin(newSession(), opening: wrong, using: &generator)
      }
    }
    #expect(try store.sessions().count == 1)
  }

  @Test("a turn that breaks a rule of the schema leaves nothing behind")
  func allOrNothing() throws {
    let before = try store.load(writer.session)
    var broken = response()
    broken.codes[1].confidence = 1.5
    var endless = response()
    endless.codes[1].reasons = [Reason(sign: "s", pull: .infinity)]
    for events in [turn(2, broken), turn(2, endless), turn(2) + opening()] {
      let error = #expect(throws: StoreError.self) { try writer.append(events, at: time(2)) }
      guard case .refused = error else {
        return #expect(Bool(false), "\(String(describing: error))")
      }
    }
    for wrong in ["", "now", "2026-02-30T09:30:00Z", "2026-03-01 09:30:00", "2026-03-01T09:30:00"] {
      #expect(throws: StoreError.self) { try writer.append(turn(2), at: wrong) }
    }
    #expect(try store.load(writer.session) == before)
    try writer.append(turn(2), at: time(2))
  }

  @Test("when a session is resumed, the writer before is shut out")
  func takenOver() throws {
    let elsewhere = try TranscriptStore(path: folder.store)
    let second = try elsewhere.resume(writer.session)
    let refusal = StoreError.takenOver(session: writer.session)
    #expect(throws: refusal) { try writer.append(turn(2), at: time(2)) }
    #expect(throws: refusal) { try writer.leave(at: time(2)) }
    #expect(throws: refusal) { try writer.end(ending, at: time(2)) }
    try second.append(turn(2), at: time(2))
    #expect(try store.load(writer.session).turns.map(\.number) == [1, 2])
  }

  @Test("two openings write to their own sessions in turn")
  func ownSessions() throws {
    let other = try TranscriptStore(path: folder.store).begin(newSession(trainee: "kim"), seed: 2)
    for number in 1...20 {
      try other.append(turn(number, response("kim \(number)")), at: time(number))
      try writer.append(turn(number + 1, response("jo \(number)")), at: time(number))
    }
    #expect(
      try store.load(other.session).turns.map(\.response.text) == (1...20).map { "kim \($0)" })
    #expect(
      try store.load(writer.session).turns.dropFirst().map(\.response.text)
        == (1...20).map { "jo \($0)" })
  }

  @Test("a session that was left can be resumed, one that ended cannot")
  func leftAndEnded() throws {
    #expect(try store.sessions().map(\.state) == [.goingOn])
    try writer.leave(at: time(2))
    #expect(try store.sessions().map(\.state) == [.left])
    #expect(try store.sessions().map(\.lastActivity) == [time(2)])
    #expect(try store.resumable(of: "jo", on: "empty-chair").map(\.id) == [writer.session])

    let again = try store.resume(writer.session)
    #expect(try store.sessions().map(\.state) == [.goingOn])
    #expect(try store.sessions().map(\.lastActivity) == [time(1)])
    try again.append(turn(2), at: time(3))
    try again.end(ending, at: time(4))

    let record = try #require(try store.sessions().first)
    #expect(record.state == .ended(ending))
    #expect((record.turns, record.lastActivity) == (2, time(4)))
    #expect(try store.load(writer.session).turns.last?.events == turn(2) + [.ended(ending)])
    #expect(try store.resumable(of: "jo", on: "empty-chair") == [])
    let refusal = StoreError.sessionIsOver(writer.session)
    #expect(throws: refusal) { try store.resume(writer.session) }
    #expect(throws: refusal) { try again.append(turn(3), at: time(5)) }
    #expect(throws: StoreError.noSuchSession("bakobako")) { try store.resume("bakobako") }
  }

  @Test("nothing is written to a store that was deleted under our hands")
  func deletedFile() throws {
    try FileManager.default.removeItem(atPath: folder.store)
    #expect(throws: StoreError.moved(path: folder.store)) {
      try writer.append(turn(2), at: time(2))
    }
  }

  @Test("an error never repeats what a trainee said")
  func noWords() throws {
    var broken = response("secretword")
    broken.codes[0].weight = 7
    let error = #expect(throws: StoreError.self) {
      try writer.append(turn(2, broken), at: "secretword")
    }
    let text = try #require(error?.description)
    #expect(!text.contains("secretword") && !text.contains("INSERT"))
    #expect(text.contains("breaks a rule of the transcript store"))
  }
}
