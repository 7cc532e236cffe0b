import Foundation
import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("A turn that is taken back")
struct RetryTests {
  let folder: TemporaryFolder
  let store: TranscriptStore
  let writer: SessionWriter

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
    writer = try store.begin()
    try writer.append(turn(1), at: time(1))
  }

  /// `turn.attempt` of those that count and of those that do not.
  private func numbers() throws -> [[String]] {
    let session = try store.load(writer.session)
    return [session.turns, session.takenBack].map { $0.map { "\($0.number).\($0.attempt)" } }
  }

  private func turns() throws -> [Int] { try store.sessions().map(\.turns) }

  @Test("stays in the store, counts no longer, and the next attempt takes its place")
  func replaced() throws {
    let first: [SessionEvent] = [
      .responded(turn: 2, response("First.")), .entered(beat: "elsewhere"),
      .changed(state: "trust", from: 4, to: 0, reason: "advice"),
    ]
    try writer.append(first, at: time(2))
    try writer.takeBack(turn: 2)
    #expect(try numbers() == [["1.1"], ["2.1"]])
    #expect(try turns() == [1])
    try writer.append(turn(2, response("Second.")), at: time(3))
    #expect(try numbers() == [["1.1", "2.2"], ["2.1"]])
    #expect(try turns() == [2])
    try writer.append(turn(3), at: time(4))

    let session = try store.load(writer.session)
    #expect(session.events == opening() + turn(1) + turn(2, response("Second.")) + turn(3))
    #expect(session.takenBack.map(\.events) == [first])
    #expect(session.takenBack.map(\.isTakenBack) == [true])
    #expect(session.takenBack[0].beat == "elsewhere")
    #expect(session.takenBack[0].states == ["trust": 0, "risk": 0])
    // As if the first attempt had never been.
    #expect(session.turns.map(\.beat) == ["hello", "hello", "hello"])
    #expect(session.turns.map { $0.states["trust"] } == [4, 5, 6])
    #expect(
      session.attempts.map(\.response.text) == ["You feel alone.", "First.", "Second."] + [
        "You feel alone."
      ])
    #expect(session.takenBackLast == nil)
  }

  @Test("takes away nothing that was written down, which comes back in its order")
  func notes() throws {
    let jo = InventoryEntry(name: "Jo", who: "“boss”\n", closeness: .brokenOff, influence: .both)
    let focus = FocusSheet(ranking: [.grief, .deficits], area: .grief, words: "w", goal: "g")
    let notes: [WorksheetNote] = [
      .person(InventoryEntry(name: "Ife")), .person(jo), .focus(focus), .removed(name: "Ife"),
    ]
    try writer.note(notes[0], turn: 2)
    try writer.append(turn(2), at: time(2))
    try writer.note(notes[1], turn: 3)
    try writer.takeBack(turn: 2)
    try writer.note(notes[2], turn: 2)
    #expect(throws: StoreError.wrongTurn(session: writer.session, expected: 2, given: 3)) {
      try writer.note(notes[3], turn: 3)
    }
    #expect(try store.sessions().map(\.turns) == [1])
    try writer.append(turn(2), at: time(3))
    try writer.note(notes[3], turn: 3)

    let session = try store.load(writer.session)
    #expect(session.notes.map(\.note) == notes)
    #expect(session.notes.map(\.turn) == [2, 3, 2, 3])
    #expect(session.worksheets.inventory == [jo])
    #expect(session.worksheets.focus == focus)
    // They are beside the conversation.
    #expect(session.events == opening() + turn(1) + turn(2))
    #expect(session.takenBack.map(\.events) == [turn(2)])
    let other = try store.resume(writer.session)
    #expect(throws: StoreError.takenOver(session: writer.session)) {
      try writer.note(notes[0], turn: 3)
    }
    try other.end(ending, at: time(4))
    #expect(throws: StoreError.sessionIsOver(writer.session)) { try other.note(notes[0], turn: 3) }
  }

  @Test("can be taken back again, and only the last turn can, and only once for each attempt")
  func order() throws {
    try writer.takeBack(turn: 1)
    let nothing = StoreError.nothingToTakeBack(session: writer.session)
    #expect(throws: nothing) { try writer.takeBack(turn: 1) }
    #expect(throws: StoreError.wrongTurn(session: writer.session, expected: 1, given: 2)) {
      try writer.append(turn(2), at: time(2))
    }
    try writer.append(turn(1), at: time(2))
    try writer.takeBack(turn: 1)
    try writer.append(turn(1), at: time(3))
    #expect(try numbers() == [["1.3"], ["1.1", "1.2"]])
    try writer.append(turn(2), at: time(4))
    #expect(throws: StoreError.wrongTurn(session: writer.session, expected: 2, given: 1)) {
      try writer.takeBack(turn: 1)
    }
    try writer.end(ending, at: time(5))
    #expect(throws: StoreError.sessionIsOver(writer.session)) { try writer.takeBack(turn: 2) }
    #expect(try store.load(writer.session).turns.last?.events == turn(2) + [.ended(ending)])
    let empty = try store.begin(newSession(), seed: 2)
    #expect(throws: StoreError.nothingToTakeBack(session: empty.session)) {
      try empty.takeBack(turn: 1)
    }
  }

  @Test("a hint holds for every later attempt at its turn, and for no other turn")
  func hints() throws {
    try writer.hint(turn: 2, step: 1)
    try writer.hint(turn: 2, step: 2)
    #expect(try store.load(writer.session).hints == 2)
    try writer.append(turn(2), at: time(2))
    #expect(try store.load(writer.session).hints == 0)
    // For an answer that is then taken back.
    try writer.hint(turn: 3, step: 3)
    try writer.takeBack(turn: 2)
    #expect(try store.load(writer.session).hints == 2)
    try writer.append(turn(2), at: time(3))
    try writer.takeBack(turn: 2)
    try writer.hint(turn: 2, step: 3)
    try writer.append(turn(2), at: time(4))
    try writer.append(turn(3), at: time(5))
    let session = try store.load(writer.session)
    #expect(session.attempts.map(\.hints) == [0, 2, 2, 3, 0])
    #expect(session.events == opening() + turn(1) + turn(2) + turn(3))
    #expect(throws: StoreError.wrongTurn(session: writer.session, expected: 4, given: 3)) {
      try writer.hint(turn: 3, step: 1)
    }
  }

  @Test("a hint before the first words is kept, and belongs to the first turn")
  func firstHint() throws {
    let other = try store.begin(newSession(), seed: 2)
    try other.hint(turn: 1, step: 1)
    #expect(try store.load(other.session).opening == opening())
    #expect(try store.load(other.session).hints == 1)
    try other.append(turn(1), at: time(2))
    #expect(try store.load(other.session).turns.map(\.hints) == [1])
  }

  @Test("a writer that was shut out can neither take back nor take a hint")
  func shutOut() throws {
    _ = try TranscriptStore(path: folder.store).resume(writer.session)
    let refusal = StoreError.takenOver(session: writer.session)
    #expect(throws: refusal) { try writer.takeBack(turn: 1) }
    #expect(throws: refusal) { try writer.hint(turn: 2, step: 1) }
  }

  @Test("a process killed between taking back and answering anew leaves the attempt counted")
  func killed() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = folder.store as String, session = writer.session as String] in
      let writer = try TranscriptStore(path: path).resume(session)
      try writer.append(turn(2, response("First.")), at: time(2))
      try writer.takeBack(turn: 2)
      kill(getpid(), SIGKILL)
    }
    #expect(try numbers() == [["1.1"], ["2.1"]])
    let session = try store.load(writer.session)
    #expect(session.events == opening() + turn(1))
    #expect(session.takenBackLast?.response.text == "First.")
    try store.resume(writer.session).append(turn(2, response("Second.")), at: time(3))
    #expect(try numbers() == [["1.1", "2.2"], ["2.1"]])
  }
}
