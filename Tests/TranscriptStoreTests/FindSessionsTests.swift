import Foundation
import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("Finding and deleting sessions")
struct FindSessionsTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  private func begin(_ trainee: String, _ scenario: String, _ seconds: Int) throws -> SessionWriter
  {
    var generator = SplitMix64(UInt64(seconds))
    return try store.begin(
      newSession(trainee: trainee, started: time(seconds)), opening: opening(scenario: scenario),
      using: &generator)
  }

  @Test("sessions are listed newest first, by trainee and by scenario")
  func lists() throws {
    let first = try begin("jo", "chair", 1).session
    let third = try begin("jo", "door", 3).session
    let second = try begin("kim", "chair", 2).session
    #expect(try store.sessions().map(\.id) == [third, second, first])
    #expect(try store.sessions(of: "jo").map(\.id) == [third, first])
    #expect(try store.sessions(on: "chair").map(\.id) == [second, first])
    #expect(try store.sessions(of: "jo", on: "chair").map(\.id) == [first])
    #expect(try store.sessions(of: "Jo") == [])
    #expect(try store.resumable(of: "kim", on: "chair").map(\.id) == [second])
    #expect(try store.resumable(of: "kim", on: "door") == [])
  }

  @Test("of sessions that started in one second, the later begun is newer")
  func sameSecond() throws {
    var generator = SplitMix64(1)
    let ids = try (0..<9).map { _ in
      try store.begin(newSession(), opening: opening(), using: &generator).session
    }
    #expect(try store.sessions().map(\.id) == ids.reversed())
  }

  @Test("an id is eight letters that can be said, and is never given twice")
  func identifiers() throws {
    let first = try store.begin(seed: 1)
    #expect(
      try Regex("([bdfghjklmnprstvz][aeiou]){4}").wholeMatch(in: first.session) != nil)
    #expect(try store.begin(seed: 1).session != first.session)

    struct Stuck: RandomNumberGenerator { func next() -> UInt64 { 1 << 40 } }
    var stuck = Stuck()
    _ = try store.begin(newSession(), opening: opening(), using: &stuck)
    #expect(throws: StoreError.noFreeIdentifier) {
      try store.begin(newSession(), opening: opening(), using: &stuck)
    }
  }

  @Test("an id is found by the letters it begins with")
  func prefixes() throws {
    let writer = try store.begin(seed: 1)
    try store.database.execute(
      """
      INSERT INTO sessions (
        id, trainee, scenario, title, started, seed, mode, choices_shown, attune_version,
        opening_states
      )
      SELECT value, trainee, scenario, title, started, seed, mode, choices_shown, attune_version,
        opening_states
      FROM sessions, json_each('["zotodeve", "zotodemi", "zozozozo"]') WHERE sessions.id = ?
      """, [.text(writer.session)])
    #expect(try store.identifier(beginningWith: "zoz") == "zozozozo")
    #expect(try store.identifier(beginningWith: "ZOTODEM") == "zotodemi")
    #expect(try store.identifier(beginningWith: "zotodeve") == "zotodeve")
    #expect(
      throws: StoreError.ambiguousSession("zotode", candidates: ["zotodemi", "zotodeve"])
    ) { try store.identifier(beginningWith: "zotode") }
    for unknown in ["", "xx", "zotodeves", "%", "*", "\0", "z%"] {
      #expect(throws: StoreError.noSuchSession(unknown)) {
        try store.identifier(beginningWith: unknown)
      }
    }
    let error = StoreError.ambiguousSession("zo", candidates: ["a", "b", "c"])
    #expect(error.description == "'zo' could be session 'a', 'b' or 'c'; type more letters of it")
  }

  @Test("a deleted session leaves no row, no word and no file that nobody else pinned")
  func deletes() throws {
    let shared = PinnedFile(kind: .rubric, name: "shared", bytes: Array("sharedbytes".utf8))
    let own = PinnedFile(kind: .scenario, name: "own", bytes: Array("ownbytes".utf8))
    let going = try store.begin(newSession(files: [shared, own]), seed: 1)
    let staying = try store.begin(newSession(files: [shared]), seed: 2)
    for number in 1...5 {
      let words = String(repeating: "verysecret ", count: 2000)
      try going.append(turn(number, response(words)), at: time(number))
      try staying.append(turn(number), at: time(number))
    }
    let before = try store.load(staying.session)

    #expect(try store.delete(going.session))
    #expect(throws: StoreError.noSuchSession(going.session)) { try store.load(going.session) }
    #expect(throws: StoreError.noSuchSession(going.session)) { try store.delete(going.session) }
    #expect(throws: StoreError.noSuchSession(going.session)) {
      try going.append(turn(6), at: time(6))
    }
    #expect(try store.load(staying.session) == before)
    for table in ["turns", "codes", "events", "session_files"] {
      let count = try store.numbers(
        "SELECT count(*) AS n FROM \(table) WHERE session = '\(going.session)'")
      #expect(count == [0], "\(table)")
    }
    #expect(try store.numbers("SELECT count(*) AS n FROM library_files") == [1])
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.store + suffix))
      #expect(bytes.range(of: Data("verysecret".utf8)) == nil, "\(suffix)")
      #expect(bytes.range(of: Data("ownbytes".utf8)) == nil, "\(suffix)")
    }
  }

  @Test("deleting while somebody reads is said, and done all the same")
  func deletesWhileRead() throws {
    let writer = try store.begin()
    let patientStore = try TranscriptStore(path: folder.store, patience: 0)
    try store.database.read {
      _ = try store.sessions()
      #expect(try patientStore.delete(writer.session) == false)
    }
    #expect(try store.sessions() == [])
  }
}
