import Foundation
import Supervision
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
    #expect(
      try store.quotes(of: TextRange(9, 19), ofTurn: 1, attempt: 2, in: id)
        == ["comment of ruth on turn 1"])
    let places = try store.redact(
      TextRange(9, 19), ofTurn: 1, attempt: 2, in: id, by: "una", at: time(40))
    #expect(places == ["comment of ruth on turn 1"])
    #expect(try store.reviewed(id).comments[0].text.contains("narwhalish"))
  }

  @Test("names and runs of four words are found where others wrote, small or large, in part")
  func partial() {
    let text = "Your sister Anna Kowalski lives at the old mill now."
    let words = QuotedWords(0..<text.count, of: text)
    func marked(_ text: String) -> String? { words.marked(in: text) }
    #expect(marked("Ask for anna") == nil)
    #expect(marked("That is Anna’s house. Your turn") == "That is ▮▮▮▮▮▮ house. Your turn")
    #expect(marked("She LIVES at the—old barn") == "She ▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮▮ barn")
    #expect(marked("at the old river") == nil)
    #expect(marked(text) == String(repeating: "▮", count: text.count - 1) + ".")
    #expect(marked("") == nil)
    // The rest of a word that was cut goes with it; one word in small letters is found as it is.
    #expect(QuotedWords(5..<7, of: "Your sister").marked(in: "A Sister") == "A ▮▮▮▮▮▮")
    #expect(QuotedWords(0..<2, of: "a, b").marked(in: "a") == nil)
    #expect(QuotedWords(0..<1, of: "… …").marked(in: "… …") == nil)
    // As many marks as Unicode scalars: that is how SQLite counts.
    #expect(QuotedWords(0..<4, of: "Zoe\u{301}").marked(in: "Zo\u{e9} Zoe\u{301}") == "▮▮▮ ▮▮▮▮")
  }

  @Test("everywhere, they become marks in what is sealed too, and no score changes")
  func everywhere() throws {
    let id = try store.keepFullRecord()
    let before = try store.reviewed(id)
    let letters = try store.letters(of: id)
    try store.database.write {
      for word in [
        "wombatlike", "axolotling", "capybaran", "okapistripe", "tapirsnout", "kiwifeather",
        "echidnaform", "numbatish", "quokkaword", "zebrafinch",
      ] {
        let words = QuotedWords(0..<word.count, of: word)
        _ = try store.database.quotes(of: words, in: id, isMarking: true)
      }
    }
    #expect(try store.purge())
    #expect(
      try wordsLeft(wordsOfRecord, in: folder) == ["narwhalish", "pangolinate", "lemurstare"])
    let after = try store.reviewed(id)
    #expect(
      after.reviews.map { $0.ratings.map(\.score) }
        == before.reviews.map { $0.ratings.map(\.score) })
    #expect(after.final?.ratings.map(\.score) == before.final?.ratings.map(\.score))
    #expect(after.reviews[0].ratings[0].evidence == "A ▮▮▮▮▮▮▮▮▮▮ answer.")
    #expect(after.reviews.last?.reason == "An ▮▮▮▮▮▮▮▮▮▮ compromise.")
    #expect(after.decisions[0].comment == "Most ▮▮▮▮▮▮▮▮▮.")
    #expect(after.comments[0].text == "You said narwhalish, with an ▮▮▮▮▮▮▮▮▮▮▮.")
    #expect(try store.letters(of: id).map(\.released) == letters.map(\.released))
    #expect(
      try store.letters(of: id).map(\.text)
        == ["> An ▮▮▮▮▮▮▮▮▮▮▮ end.\n", "An ▮▮▮▮▮▮▮▮▮▮▮ correction.\n"])
    #expect(try store.load(id).takenBack[0].response.text == "You feel ▮▮▮▮▮▮▮▮▮▮.")
    let entry = try #require(try store.supervisions().first)
    #expect(entry.isSound && entry.goals == nil && entry.minutes == 50)
  }

  @Test("each place is named, and the audit says that words were taken out there")
  func places() throws {
    let id = try store.keepFullRecord()
    let writer = try store.begin(newSession(trainee: "jo"), seed: 8)
    try writer.append(turn(1, response("Of wombatlike, echidnaform narwhalish.")), at: time(1))
    let words = QuotedWords(0..<11, of: "narwhalish,")
    #expect(
      try store.database.quotes(of: words, in: id, isMarking: false)
        == ["turn 1, attempt 2", "comment of ruth on turn 1"])
    let places = try store.redact(
      TextRange(9, 19), ofTurn: 1, attempt: 2, in: id, by: "una", everywhere: true, at: time(40))
    #expect(places == ["comment of ruth on turn 1"])
    #expect(
      try store.audit(of: id).suffix(2).map(\.detail)
        == ["turn 1, attempt 2", "comment of ruth on turn 1"])
    #expect(try store.purge())
    #expect(try !store.reviewed(id).comments[0].text.contains("narwhalish"))
    // Another session is no place of this one's.
    #expect(try store.load(writer.session).turns[0].response.text.contains("narwhalish"))
  }

  @Test(
    "what is sealed takes marks in its words and nothing else",
    arguments: [
      "UPDATE given_ratings SET score = '5' WHERE is_gate = 0",
      "UPDATE given_ratings SET evidence = 'B' || substr(evidence, 2) WHERE evidence <> ''",
      "UPDATE given_ratings SET evidence = evidence || '▮'",
      "UPDATE given_ratings SET evidence = replace(evidence, 'A', '▮'), turns = '[2]'",
      "UPDATE reviews SET reason = 'none'", "UPDATE reviews SET rater = 'bo'",
      "UPDATE letters SET text = 'x' WHERE released IS NOT NULL",
      "UPDATE letters SET text = replace(text, 'A', '▮'), signer = 'bo' WHERE released IS NOT NULL",
      "UPDATE comments SET text = 'x'", "UPDATE comments SET author = 'bo'",
      "UPDATE comments SET text = replace(text, 'Y', '▮'), turn = 2",
    ])
  func sealed(_ sql: String) throws {
    _ = try store.keepFullRecord()
    #expect(throws: StoreError.self) { try store.database.execute(sql) }
    for (table, text) in [
      ("given_ratings", "evidence"), ("reviews", "reason"), ("letters", "text"),
      ("comments", "text"),
    ] {
      try store.database.execute("UPDATE \(table) SET \(text) = replace(\(text), 'A', '▮')")
    }
  }

  @Test("every column of a sealed table is named by what seals it")
  func columns() throws {
    for (table, trigger) in [
      ("given_ratings", "given_ratings_update"), ("reviews", "submitted_reviews_stay"),
      ("letters", "released_letters_stay"),
    ] {
      let sql = try store.database.rows(
        "SELECT sql FROM sqlite_schema WHERE name = ?", [.text(trigger)]
      ) { $0.text("sql") }.joined()
      let names = try store.database.rows(
        "SELECT name FROM pragma_table_info(?)", [.text(table)]
      ) { $0.text("name") }
      for name in names { #expect(sql.contains("NEW.\(name)"), "\(table).\(name)") }
    }
  }

  @Test("a session somebody was asked to rate, or wrote about safety on, is no mere practice")
  func asked() throws {
    func old(_ seed: UInt64) throws -> String {
      try store.ended(newSession(trainee: "jo", started: "2025-01-31T09:30:00Z"), seed: seed)
    }
    let (asked, unsafe, praised) = (try old(1), try old(2), try old(3))
    _ = try store.assign(asked, to: "sam", by: "una", at: time(1))
    for (id, kind) in [(unsafe, ReviewComment.Kind.safety), (praised, .praise)] {
      try store.add(
        ReviewComment(
          session: id, author: "ruth", at: time(1), kind: kind, place: .session, text: "Look."))
    }
    let cutoffs = RetentionCutoffs(
      practice: "2030", rated: "2030", audit: nil, tombstones: nil)
    #expect(try store.expired(cutoffs).practice.map(\.id) == [praised])
    #expect(try Set(store.expired(cutoffs).rated.map(\.id)) == [asked, unsafe])
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
