import Foundation
import Supervision
import Testing

@testable import TranscriptStore

/// Changes a letter again and again and releases it, until it is killed.
private func writeUntilKilled(_ path: String, acknowledged: String, seed: UInt64) throws {
  let store = try TranscriptStore(path: path)
  let session = try store.sessions().map(\.id).first ?? ""
  let notes = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  var next = (Int(try store.letters(of: session).last?.text.trimmingNewline ?? "") ?? 0) + 1
  signal(SIGALRM) { _ in kill(getpid(), SIGKILL) }
  var generator = SplitMix64(seed)
  var timer = itimerval()
  timer.it_value.tv_usec = Int.random(in: 200...40_000, using: &generator)
  setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  // It dies long before the last.
  while next < 100_000 {
    if try store.letters(of: session).last?.released != nil {
      _ = try store.draftLetter(
        on: session, by: "ruth", text: "\(next)", replacing: true, at: time(5))
    } else {
      _ = try store.keepLetter("\(next)", on: session, by: "ruth", at: time(5))
    }
    if next % 5 == 0 {
      _ = try store.releaseLetter("\(next)\n", on: session, by: "ruth", at: time(6))
    }
    var line = "\(next)\n"
    line.withUTF8 { _ = write(notes, $0.baseAddress, $0.count) }
    next += 1
  }
}

extension String {
  fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}

@Suite("Letters are kept")
struct LetterTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
    try store.pass("ruth", "sam")
  }

  /// A session that ruth and sam rated and that is final.
  private func rated(_ trainee: String = "jo") throws -> String {
    let id = try store.ended(newSession(trainee: trainee), seed: 3)
    try store.rate(id, by: "ruth", 4)
    if try store.reviewed(id).standing.state != .released { try store.rate(id, by: "sam", 4) }
    #expect(try store.reviewed(id).standing.state == .released)
    return id
  }

  @Test("only about ratings that are final, and only by who judged or supervises")
  func writers() throws {
    let open = try store.ended(newSession(trainee: "bo"), seed: 9)
    try store.keep(TraineeRecord(name: "bo", supervisor: "una"))
    #expect(throws: ReviewRefusal.notReleased(session: open)) {
      try store.checkLetter(on: open, by: "una")
    }
    let id = try rated()
    #expect(throws: LetterRefusal.notTheWriter(session: id)) {
      try store.draftLetter(on: id, by: "una", text: "x", at: time(5))
    }
    #expect(throws: LetterRefusal.notTheWriter(session: id)) {
      try store.draftLetter(on: id, by: "jo", text: "x", at: time(5))
    }
    try store.keep(TraineeRecord(name: "jo", supervisor: "una"))
    #expect(try store.draftLetter(on: id, by: "una", text: "x", at: time(5)).number == 1)
    // Even one who supervises herself.
    try store.keep(TraineeRecord(name: "jo", supervisor: "jo"))
    #expect(throws: LetterRefusal.notTheWriter(session: id)) {
      try store.checkLetter(on: id, by: "jo")
    }
  }

  @Test("a draft changes, a released letter never, and a new one replaces it")
  func sealed() throws {
    let id = try rated()
    let draft = try store.draftLetter(on: id, by: "ruth", text: "one", at: time(5))
    #expect(draft.text == "one\n")
    #expect(try store.draftLetter(on: id, by: "ruth", text: "two", at: time(6)) == draft)
    _ = try store.keepLetter("three", on: id, by: "ruth", basis: "one\n", at: time(6))
    #expect(throws: LetterRefusal.changedMeanwhile(session: id)) {
      try store.keepLetter("four", on: id, by: "ruth", basis: "one\n", at: time(7))
    }
    #expect(throws: LetterRefusal.changedMeanwhile(session: id)) {
      try store.releaseLetter("one\n", on: id, by: "ruth", at: time(7))
    }
    #expect(throws: LetterRefusal.empty) {
      try store.keepLetter(" ", on: id, by: "ruth", at: time(7))
    }
    _ = try store.releaseLetter("three\n", on: id, by: "ruth", at: time(7))
    let refused = LetterRefusal.released(session: id)
    #expect(throws: refused) { try store.keepLetter("x", on: id, by: "ruth", at: time(8)) }
    #expect(throws: refused) {
      try store.draftLetter(on: id, by: "ruth", text: "x", at: time(8))
    }
    for sql in [
      "UPDATE letters SET text = 'x'", "DELETE FROM letters", "UPDATE letters SET released = NULL",
    ] {
      #expect(throws: StoreError.self, "\(sql)") { try store.database.execute(sql) }
    }
    let second = try store.draftLetter(
      on: id, by: "ruth", text: "five", replacing: true, at: time(9))
    #expect(second.number == 2)
    #expect(try store.letters(of: id).map(\.text) == ["three\n", "five\n"])
    #expect(
      try store.audit(of: id).suffix(4).map { "\($0.action.rawValue) \($0.detail)" } == [
        "drafted letter 1", "edited letter 1", "released letter 1", "drafted letter 2",
      ])
    try store.delete(id)
    #expect(try store.numbers("SELECT count(*) AS n FROM letters") == [0])
  }

  @Test("a place to fill in stops the release, and a draft stays as it was")
  func places() throws {
    let id = try rated()
    let draft = try store.draftLetter(on: id, by: "ruth", text: "a\n[… b]", at: time(5))
    #expect(throws: LetterRefusal.placesLeft(lines: [2])) {
      try store.releaseLetter(draft.text, on: id, by: "ruth", at: time(6))
    }
    #expect(try store.letters(of: id) == [draft])
  }

  @Test("the trainee has something unread until she opened it, and again after a new letter")
  func unread() throws {
    let id = try rated()
    let other = try store.ended(newSession(trainee: "jo"), seed: 11)
    func unread() throws -> [Bool] { try store.results(of: "jo").map(\.isUnread) }
    #expect(try store.results(of: "jo").map(\.session) == [id])
    #expect(try unread() == [true])
    try store.noteReading(of: id, by: "jo", at: time(7))
    #expect(try unread() == [false])
    let draft = try store.draftLetter(on: id, by: "ruth", text: "a", at: time(8))
    #expect(try unread() == [false])
    #expect(try store.results(of: "jo")[0].letter == nil)
    _ = try store.releaseLetter(draft.text, on: id, by: "ruth", at: time(8))
    #expect(try unread() == [true])
    try store.noteReading(of: id, by: "jo", at: time(9))
    #expect(try unread() == [false])
    #expect(try store.audit(of: id).last?.detail == "ratings, letter 1")
    #expect(throws: ReviewRefusal.notTheTrainee(session: id)) {
      try store.noteReading(of: id, by: "bo", at: time(9))
    }
    #expect(throws: ReviewRefusal.notReleased(session: other)) {
      try store.noteReading(of: other, by: "jo", at: time(9))
    }
  }

  @Test("ratings that became final anew are unread again")
  func finalAnew() throws {
    let id = try rated()
    func isUnread() throws -> Bool? { try store.results(of: "jo").first?.isUnread }
    try store.noteReading(of: id, by: "jo", at: time(7))
    try store.add(
      ReviewComment(
        session: id, author: "una", at: time(8), kind: .safety, place: .session, text: "Look."))
    #expect(try isUnread() == nil)
    try store.rate(id, by: "sam", 4, at: time(9))
    #expect(try isUnread() == true)
    try store.noteReading(of: id, by: "jo", at: time(10))
    #expect(try isUnread() == false)
  }

  @Test("on a full disk a letter stays as it was, and is kept once there is room")
  func fullDisk() throws {
    let id = try rated()
    let draft = try store.draftLetter(on: id, by: "ruth", text: "one", at: time(5))
    let pages = try #require(
      try store.database.rows("PRAGMA page_count") { $0.int("page_count") }.first)
    try store.database.execute("PRAGMA max_page_count = \(pages)")
    let long = String(repeating: "𝕨", count: LetterRule.mostCharacters)
    #expect(throws: StoreError.full(path: folder.store)) {
      try store.keepLetter(long, on: id, by: "ruth", at: time(6))
    }
    #expect(try store.letters(of: id) == [draft])
    try store.database.execute("PRAGMA max_page_count = 1000000")
    #expect(try store.keepLetter(long, on: id, by: "ruth", at: time(6)).text == long + "\n")
  }

  @Test("kill -9 at any moment keeps what was acknowledged, and the audit tells just that")
  func killed() async throws {
    let id = try rated()
    _ = try store.draftLetter(on: id, by: "ruth", text: "0", at: time(4))
    let (path, notes) = (folder.store, folder.path + "/acknowledged")
    for seed in UInt64(1)...6 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, notes = notes as String, seed = seed as UInt64] in
        try writeUntilKilled(path, acknowledged: notes, seed: seed)
      }
      let text = (try? String(contentsOfFile: notes, encoding: .utf8)) ?? ""
      let acknowledged = text.split(separator: "\n").compactMap { Int($0) }.last ?? 0
      let letters = try TranscriptStore(path: path).letters(of: id)
      let last = try #require(letters.last)
      #expect((Int(last.text.trimmingNewline) ?? 0) >= acknowledged)
      #expect(letters.dropLast().filter { $0.released == nil }.isEmpty)
      let audit = try store.audit(of: id)
      #expect(audit.count { $0.action == .released } == letters.count { $0.released != nil })
      #expect(audit.count { $0.action == .drafted } == letters.count)
    }
  }
}
