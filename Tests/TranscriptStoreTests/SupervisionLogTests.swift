import Foundation
import Supervision
import Testing

@testable import TranscriptStore

@Suite("The supervision log")
struct SupervisionLogTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  @discardableResult
  private func add(
    _ trainees: [String] = ["jo"], by supervisor: String = "una", minutes: Int = 50,
    sessions: [String] = [], goals: String = "", corrects: Int? = nil
  ) throws -> SupervisionEntry {
    var generator = SplitMix64(5)
    return try store.add(
      HeldSupervision(
        supervisor: supervisor, date: "2026-03-01", minutes: minutes, trainees: trainees,
        sessions: sessions, goals: goals, corrects: corrects), at: time(1), using: &generator)
  }

  private func erase(_ trainee: String) throws {
    var generator = SplitMix64(6)
    try store.erase(trainee, reason: .request, at: time(30), using: &generator)
    _ = try store.purge()
  }

  @Test("is numbered and chained for each supervisor, and says who was there")
  func chain() throws {
    let first = try add(goals: "Silence.")
    let other = try add(by: "sam")
    let second = try add(["jo", "bo"])
    #expect([first, other, second].map(\.number) == [1, 1, 2])
    #expect(Set([first, other, second].map(\.signature)).count == 3)
    #expect(try store.supervisions() == [other, first, second])
    #expect(try TranscriptStore(path: folder.store).supervisions().allSatisfy(\.isSound))
  }

  @Test("what was changed behind its back shows, and so does an entry that is missing")
  func broken() throws {
    for goals in ["a", "b", "c", "d"] { try add(goals: goals) }
    #expect(throws: StoreError.self) {
      try store.database.execute("UPDATE supervisions SET minutes = 500")
    }
    #expect(throws: StoreError.self) { try store.database.execute("DELETE FROM supervisions") }
    #expect(throws: StoreError.self) {
      try store.database.execute("UPDATE supervised SET trainee = 'bo'")
    }
    func breakIt(_ sql: String) throws -> [Int] {
      let path = folder.path + "/copy-\(UUID().uuidString).sqlite"
      try store.database.execute("VACUUM INTO '\(path)'")
      let copy = try TranscriptStore(path: path)
      let triggers = try copy.database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
      ) { $0.text("name") }
      for trigger in triggers { try copy.database.execute("DROP TRIGGER \(trigger)") }
      try copy.database.executeAll(sql)
      return try copy.supervisions().filter { !$0.isSound }.map(\.number)
    }
    #expect(try breakIt("SELECT 1") == [])
    for column in ["minutes = 55", "date = '2026-03-02'", "kept = '2026-03-02T09:30:00Z'"] {
      #expect(try breakIt("UPDATE supervisions SET \(column) WHERE number = 2") == [2], "\(column)")
    }
    #expect(try breakIt("UPDATE supervisions SET goals = 'x' WHERE number = 2") == [2])
    #expect(try breakIt("UPDATE supervised SET trainee = 'x' WHERE supervision = 3") == [3])
    #expect(try breakIt("UPDATE supervised SET trainee = NULL WHERE supervision = 3") == [3])
    #expect(
      try breakIt(
        """
        INSERT INTO supervised (supervision, position, trainee, salt, digest)
        SELECT 4, 1, trainee, salt, digest FROM supervised WHERE supervision = 1
        """) == [4])
    #expect(
      try breakIt(
        "DELETE FROM supervised WHERE supervision = 2; DELETE FROM supervisions WHERE id = 2")
        == [3])
    #expect(try breakIt("UPDATE supervisions SET signature = digest WHERE number = 2") == [2, 3])
  }

  @Test("a correction is a new entry that stands in place of the old one, once")
  func corrections() throws {
    try add(minutes: 500)
    try add(minutes: 50, corrects: 1)
    #expect(try store.supervisions().map(\.correctedBy) == [2, nil])
    #expect(throws: SupervisionRefusal.correctedAlready(number: 1, by: 2)) {
      try add(corrects: 1)
    }
    #expect(throws: SupervisionRefusal.noSuchEntry(number: 7)) { try add(corrects: 7) }
    #expect(throws: SupervisionRefusal.noSuchEntry(number: 1)) { try add(by: "sam", corrects: 1) }
    #expect(try store.supervisions().count == 2)
  }

  @Test("only sessions of those who were there are talked about, and nobody supervises herself")
  func rules() throws {
    let id = try store.ended(newSession(trainee: "bo"), seed: 3)
    #expect(throws: SupervisionRefusal.sessionOfOthers(session: id)) { try add(sessions: [id]) }
    #expect(throws: SupervisionRefusal.ownSupervision) { try add(["una"]) }
    #expect(throws: SupervisionRefusal.noTrainee) { try add([]) }
    #expect(try add(["jo", "bo"], sessions: [id]).sessions == [id])
  }

  @Test("erasing one of two takes her name and what was written; hours and chain stay")
  func erasure() throws {
    let hers = try store.ended(newSession(trainee: "jo"), seed: 3)
    let others = try store.ended(newSession(trainee: "bo"), seed: 4)
    try add(["jo", "bo"], sessions: [hers, others], goals: "A numbatish goal.")
    try add(["bo"], goals: "A quollpaced goal.")
    let deleted = try store.ended(newSession(trainee: "jo"), seed: 5)
    try add(["jo"], sessions: [deleted])
    try store.delete(deleted)
    #expect(try store.everyRow(about: "jo")["supervised_sessions"]?.count == 2)
    let before = try store.supervisions()
    try erase("jo")
    let after = try store.supervisions()
    #expect(after.map(\.isSound) == [true, true, true])
    #expect(after.map(\.trainees) == [[nil, "bo"], ["bo"], [nil]])
    #expect(after.map(\.sessions) == [[nil, others], [], [nil]])
    #expect(after.map(\.goals) == [nil, "A quollpaced goal.", nil])
    #expect(after.map(\.minutes) == before.map(\.minutes))
    #expect(after.map(\.signature) == before.map(\.signature))
    #expect(try wordsLeft(["numbatish", deleted], in: folder) == [])
    #expect(try wordsLeft(["quollpaced"], in: folder) == ["quollpaced"])
    #expect(try store.everyRow(about: "jo").isEmpty)
    // And it goes on.
    try add(["bo"])
    #expect(try store.supervisions().allSatisfy(\.isSound))
  }

  @Test("somebody who is nowhere but in the log can be erased")
  func onlyInLog() throws {
    try add(["marmosetta"])
    #expect(try !store.footprint(of: "marmosetta").isEmpty)
    try erase("marmosetta")
    #expect(try store.footprint(of: "marmosetta").isEmpty)
    #expect(try wordsLeft(["marmosetta"], in: folder) == [])
  }

  @Test("rules of retention take names and words out of old entries, and leave the hours")
  func retention() throws {
    try add(["marmosetta"], goals: "A numbatish goal.")
    func cutoffs(_ day: String) -> RetentionCutoffs {
      RetentionCutoffs(practice: nil, rated: nil, audit: nil, tombstones: nil, log: day)
    }
    #expect(try store.expired(cutoffs("2026-03-01")).log == 0)
    #expect(try store.expire(cutoffs("2026-03-02")).log == 1)
    #expect(try store.purge())
    #expect(try store.expired(cutoffs("2026-03-02")).log == 0)
    #expect(try wordsLeft(["marmosetta", "numbatish"], in: folder) == [])
    let left = try store.supervisions()
    #expect(left.map(\.minutes) == [50] && left.map(\.isSound) == [true])
  }
}
