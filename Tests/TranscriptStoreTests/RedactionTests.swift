import Foundation
import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("Words can be taken out, and old records go")
struct RedactionTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  @Test("a span becomes marks in the response and its codes, and is nowhere in the file")
  func span() throws {
    let id = try store.keepFullRecord()
    let places = try store.redact(
      TextRange(3, 14), ofTurn: 2, attempt: 1, in: id, by: "una", at: time(40))
    #expect(places.isEmpty)
    #expect(try store.purge())
    #expect(try wordsLeft(["pangolinate"], in: folder) == [])
    #expect(try wordsLeft(["quokkaword", "narwhalish"], in: folder).count == 2)
    let turn = try store.load(id).turns[1].response
    #expect(turn.text == "So ▮▮▮▮▮▮▮▮▮▮▮ again.")
    #expect(turn.codes.map(\.evidence) == ["▮▮▮▮▮▮▮▮▮▮▮ again"])
    #expect(turn.codes.map(\.range) == [TextRange(3, 20)])
    let last = try #require(try store.audit(of: id).last)
    #expect(last.who == "una" && last.action == .redacted && last.detail == "turn 2, attempt 1")
  }

  @Test("it is said where people quoted the words, and what they wrote stays")
  func quoted() throws {
    let id = try store.keepFullRecord()
    let places = try store.redact(
      TextRange(9, 19), ofTurn: 1, attempt: 2, in: id, by: "una", at: time(40))
    var expected = QuotedPlaces()
    expected.comments = 1
    #expect(places == expected)
    #expect(try store.reviewed(id).comments[0].text.contains("narwhalish"))
  }

  @Test(
    "a range that is none is refused, and nothing is changed",
    arguments: [TextRange(-1, 2), TextRange(4, 4), TextRange(5, 3), TextRange(0, 22)])
  func outside(_ range: TextRange) throws {
    let id = try store.keepFullRecord()
    #expect(throws: StoreError.noSuchWords(id, turn: 2, length: 21)) {
      try store.redact(range, ofTurn: 2, attempt: 1, in: id, by: "una", at: time(40))
    }
    #expect(throws: StoreError.noSuchTurn(id, turn: 7)) {
      try store.redact(TextRange(0, 1), ofTurn: 7, attempt: 1, in: id, by: "una", at: time(40))
    }
    #expect(try store.load(id).turns[1].response.text == "So pangolinate again.")
  }

  @Test("an accent on its own after a line break does not join the marks and move what follows")
  func accents() throws {
    let writer = try store.begin()
    try writer.append(turn(1, response("a\n\u{301}bcdefghijklmnop")), at: time(1))
    _ = try store.redact(
      TextRange(0, 2), ofTurn: 1, attempt: 1, in: writer.session, by: "una", at: time(2))
    #expect(try store.load(writer.session).turns[0].response.text == "▮▮▮bcdefghijklmnop")
  }

  @Test("sessions, audit and tombstones go each by its own rule, and a listing changes nothing")
  func retention() throws {
    let rated = try store.keepFullRecord()
    func begin(_ started: String, _ mode: SessionMode, seed: UInt64) throws -> String {
      var new = newSession(trainee: "bo", started: started)
      new.mode = mode
      let writer = try store.begin(new, seed: seed)
      try writer.leave(at: started)
      return writer.session
    }
    let old = try begin("2025-01-31T09:30:00Z", .coach, seed: 5)
    let exam = try begin("2025-01-31T09:30:00Z", .exam, seed: 6)
    let young = try begin("2026-02-01T00:00:00Z", .quiet, seed: 7)
    var cutoffs = RetentionCutoffs(
      practice: "2026-02-01", rated: nil, audit: nil, tombstones: nil)
    #expect(try store.expired(cutoffs).practice.map(\.id) == [old])
    cutoffs.rated = "2026-03-31"
    #expect(try store.expired(cutoffs).rated.map(\.id) == [exam, rated])
    cutoffs.rated = "2025-12-31"
    (cutoffs.audit, cutoffs.tombstones) = ("2026-03-01T09:30:05", "2026-04-01")
    let list = try store.expired(cutoffs)
    #expect(list.rated.map(\.id) == [exam])
    #expect(list.exports == 2 && list.tombstones == 0)
    #expect(try list.audit > 0 && list.audit < store.audit().count)
    #expect(try store.sessions().count == 4)
    let audit = try store.audit().count
    #expect(try store.expire(cutoffs) == list)
    #expect(try store.purge())
    #expect(try Set(store.sessions().map(\.id)) == [young, rated])
    #expect(try store.audit().count == audit - list.audit)
    #expect(try store.exports(of: "jo").isEmpty)
    #expect(try store.expired(cutoffs).isEmpty)
  }
}
