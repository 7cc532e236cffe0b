import CSQLite
import Foundation
import Supervision
import Testing
import TranscriptModel

@testable import TranscriptStore

nonisolated(unsafe) private var stepsToLive = 0

/// Erases a trainee and is killed after so many of SQLite's own steps; false where it came to the end.
private func eraseUntilKilled(_ path: String, after steps: Int) throws {
  let store = try TranscriptStore(path: path)
  stepsToLive = steps
  let step: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { _ in
    stepsToLive -= 1
    return stepsToLive > 0 ? 0 : kill(getpid(), SIGKILL)
  }
  sqlite3_progress_handler(store.database.handle, 1, step, nil)
  var generator = SplitMix64(3)
  try store.erase("jo", reason: .request, at: time(30), using: &generator)
  _ = try store.purge()
  kill(getpid(), SIGKILL)
}

@Suite("A trainee can be erased")
struct ErasureTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  private func erase(_ trainee: String = "jo") throws {
    var generator = SplitMix64(3)
    try store.erase(trainee, reason: .request, at: time(30), using: &generator)
  }

  @Test("no word is left in the file, its free pages or its log, and nothing of others is gone")
  func words() throws {
    try store.keepFullRecord()
    let other = try store.ended(newSession(trainee: "bo"), seed: 9)
    #expect(try wordsLeft(wordsOfRecord, in: folder) == wordsOfRecord)
    let before = try store.load(other)
    try erase()
    #expect(try store.awaitsPurge())
    #expect(try store.purge())
    #expect(try !store.awaitsPurge())
    #expect(try wordsLeft(wordsOfRecord, in: folder) == [])
    #expect(try store.load(other) == before)
    #expect(try store.trainees().map(\.name) == ["bo"])
    #expect(try store.numbers("SELECT count(*) AS n FROM pragma_foreign_key_check") == [0])
  }

  @Test("an export about somebody without sessions is listed and erased like any other")
  func withoutSessions() throws {
    try store.keep(TraineeRecord(name: "josephine", cohort: "spring", supervisor: "una"))
    for (who, kind) in [("josephine", KeptExport.Kind.record), ("una", .log)] {
      try store.keep(
        KeptExport(
          at: time(9), who: who, kind: kind, place: "/home/josephine", sessions: [],
          trainees: ["josephine", "bo"]))
    }
    _ = try store.begin(newSession(trainee: "josephine"), seed: 4)
    #expect(try store.exports(of: "josephine").map(\.kind) == [.record, .log])
    #expect(try store.exports(of: "josephine").map(\.trainees) == [["josephine"], ["josephine"]])
    try erase("josephine")
    #expect(try store.purge())
    #expect(try wordsLeft(["josephine"], in: folder) == [])
    #expect(try store.exports(of: "bo").map(\.who) == ["the trainee", "una"])
  }

  @Test("a tombstone stays that holds the hash of the name, the time and the reason, and no name")
  func tombstone() throws {
    let id = try store.keepFullRecord(of: "josephine")
    try erase("josephine")
    _ = try store.purge()
    let left = try store.tombstones(of: "josephine")
    #expect(left.map(\.at) == [time(30)])
    #expect(left.map(\.reason) == [.request])
    #expect(left.allSatisfy { $0.hash.count == 64 })
    #expect(try store.tombstones(of: "jo") == [])
    #expect(try wordsLeft(["josephine"], in: folder) == [])
    // What others did stays, with a session that is no more.
    let audit = try store.audit(of: id)
    #expect(Set(audit.map(\.who)) == ["ruth", "sam", "una"])
    #expect(audit.contains { $0.action == .exported && $0.detail == "xapi" })
  }

  @Test(
    "everything kept on a trainee can be read out, from every table that is not about the store")
  func everything() throws {
    let id = try store.keepFullRecord()
    try store.keepFullRecord(of: "bo", seed: 5)
    let all = try store.everyRow(about: "jo")
    let tables = try store.database.tables()
    for table in tables {
      #expect(try store.database.condition(leadingToTraineeFrom: table) != nil, "\(table)")
      #expect(all[table]?.isEmpty == false, "\(table) is not in the full record")
    }
    #expect(all["turns"]?.count == 3)
    #expect(all["sessions"]?.compactMap { $0["id"] } == [.text(id)])
    let text = String(describing: all)
    // The place of an export is told by `exports`.
    for word in wordsOfRecord.dropLast() { #expect(text.contains(word), "\(word)") }
    #expect(try store.exports(of: "jo").map(\.place) == ["/home/una/lemurstare", nil])
    #expect(try store.exports(of: "jo").map(\.sessions) == [[id], [id]])
    try erase()
    #expect(try store.everyRow(about: "jo").isEmpty)
    #expect(try store.exports(of: "jo").isEmpty)
    #expect(try store.everyRow(about: "bo").keys.sorted() == tables)
  }

  @Test("kill -9 at any step leaves all or nothing, and erasing again finishes it")
  func killed() async throws {
    // The whole takes more steps than the last of these.
    var (wereWhole, wereGone) = (0, 0)
    for steps in [1, 40, 200, 600, 1_200, 2_000, 3_000, 4_500, 6_000, 9_000, 1_000_000] {
      let folder = try TemporaryFolder()
      let path = folder.store
      try TranscriptStore(path: path).keepFullRecord()
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, steps = steps as Int] in
        try eraseUntilKilled(path, after: steps)
      }
      let store = try TranscriptStore(path: path)
      let rows = try store.everyRow(about: "jo")
      if rows.isEmpty {
        wereGone += 1
        #expect(try store.tombstones(of: "jo").count == 1)
      } else {
        wereWhole += 1
        #expect(try rows.keys.sorted() == store.database.tables())
        #expect(try store.tombstones(of: "jo").isEmpty)
        var generator = SplitMix64(4)
        try store.erase("jo", reason: .request, at: time(31), using: &generator)
      }
      if try store.awaitsPurge() { #expect(try store.purge()) }
      #expect(try wordsLeft(wordsOfRecord, in: folder) == [], "killed after \(steps) steps")
    }
    #expect(wereWhole > 1 && wereGone > 1)
  }

  @Test("while another program reads, it is said that the log still has to be emptied")
  func busy() throws {
    try store.keepFullRecord()
    let reader = try TranscriptStore(path: folder.store)
    let impatient = try TranscriptStore(path: folder.store, patience: 20)
    try reader.database.read {
      _ = try reader.sessions()
      var generator = SplitMix64(3)
      try impatient.erase("jo", reason: .request, at: time(30), using: &generator)
      #expect(try !impatient.purge())
      #expect(try impatient.awaitsPurge())
    }
    #expect(try impatient.purge())
    #expect(try wordsLeft(wordsOfRecord, in: folder) == [])
  }

  @Test("a pseudonym is given once, and never one that somebody had who was erased")
  func pseudonyms() throws {
    var generator = SplitMix64(7)
    let first = try store.newPseudonym(using: &generator)
    #expect(first.count == 6 && first.hasPrefix("T-"))
    try erase(first)
    #expect(try store.trainees().isEmpty)
    var same = SplitMix64(7)
    _ = try store.salt(using: &same)
    // The salt took four draws of the first.
    for _ in 0..<32 { _ = UInt8.random(in: 0...255, using: &same) }
    #expect(try store.newPseudonym(using: &same) != first)
  }

  @Test("an account name is the same each time, another in another store, and no name")
  func accounts() throws {
    var generator = SplitMix64(1)
    let salt = try store.salt(using: &generator)
    #expect(try store.salt(using: &generator) == salt)
    let name = salt.account(of: "josephine")
    #expect(name == salt.account(of: "josephine") && name.count == 10 && name.hasPrefix("P-"))
    #expect(salt.account(of: "T-7Q4K") == "T-7Q4K")
    let second = try TranscriptStore(path: folder.path + "/other.sqlite")
    #expect(try second.salt(using: &generator).account(of: "josephine") != name)
  }
}
