import Foundation
import Supervision
import Terminal
import TranscriptModel

@testable import Commands
@testable import TranscriptStore

/// `attune-bench reviews`: the queue and one transcript in a store of 100,000 sessions and 2,000,000
/// turns, most of them rated. It takes half a gigabyte in the temporary folder, which is then gone.
func benchmarkReviews() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.path + "/transcripts.sqlite"
  func attune(_ words: [String], lines: [String] = []) -> String {
    let recorded = RecordedStreams(lines: lines)
    let surroundings = Surroundings(
      streams: recorded.streams, environment: ["HOME": folder.path], folder: folder.path,
      now: { "2026-03-01T09:30:00Z" }, chance: { 7 })
    _ = Program.run(words + ["--store", path], in: surroundings)
    return recorded.output
  }
  let lines = (1...30).map { "You look alone with that, I think. What was it like, \($0)?" }
  _ = attune(["practice", "new-city-no-map"], lines: lines)
  let store = try TranscriptStore(path: path)
  guard let played = try store.sessions().first, played.state.ending != nil else {
    return print("reviews: the session did not end")
  }
  let took = try ContinuousClock().measure { try fill(store, like: played.id) }
  let size =
    try folder.appending(path: "transcripts.sqlite")
    .resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  let turns = try store.database.rows("SELECT count(*) AS n FROM turns") { $0.int("n") }.first ?? 0
  print("a store of 100,000 sessions and \(turns) turns: \(size / 1_000_000) MB, made in \(took)")
  // In processor time, because the machine may be busy; what is read lies in memory by then.
  func report(_ name: String, _ body: () -> Int) {
    let tenths =
      (0..<7).map { _ in
        let before = clock()
        if body() == .min { print("") }
        return Int(clock() - before) * 10_000 / Int(CLOCKS_PER_SEC)
      }.min() ?? 0
    print("\(name): \(tenths / 10).\(tenths % 10) ms")
  }
  let filters: [(String, QueueFilter)] = [
    ("everything", QueueFilter()), ("released", QueueFilter(state: .released)),
    ("a cohort", QueueFilter(cohort: "cohort-3")),
    ("a patient", QueueFilter(scenario: "scenario-7")), ("a trainee", QueueFilter(trainee: "t77")),
    ("what a rater may take", QueueFilter(rater: "rater-3")),
    (
      "all of it at once",
      QueueFilter(
        state: .needsSecondRater, cohort: "cohort-3", scenario: "scenario-7", rater: "rater-4")
    ),
  ]
  for (name, filter) in filters {
    report("queue, first page and counts, \(name), of 100 allowed") {
      let page = (try? store.queue(filter, limit: 20).count) ?? 0
      return page + ((try? store.queueCounts(filter).count) ?? 0)
    }
  }
  report("opening the store and one transcript with its reviews, of 20 allowed") {
    guard let store = try? TranscriptStore(path: path),
      let id = try? store.identifier(beginningWith: played.id),
      let session = try? store.load(id), let reviewed = try? store.reviewed(id)
    else { return 0 }
    return session.turns.count + reviewed.reviews.count
  }
  report("attune review list") { attune(["review", "list"]).count }
  report("attune review rate, up to the first question (with the files of the session)") {
    attune(["review", "rate", played.id, "--as", "una"]).count
  }
}

/// Copies of one session under other names, in all states of review, with 20 turns each.
private func fill(_ store: TranscriptStore, like played: String) throws {
  let database = store.database
  try database.executeAll("PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 100000")
  _ = try database.write {
    let session = try Statement(
      database,
      """
      INSERT INTO sessions (
        id, trainee, scenario, title, started, seed, mode, choices_shown, attune_version,
        opening_states, closed, ending_name, ending_grade, ending_debrief, review_state,
        has_safety_flag, disagreement
      ) SELECT ?, ?, ?, title, started, seed, ?, 0, attune_version, opening_states, ?, ending_name,
        ending_grade, ending_debrief, ?, ?, ? FROM sessions WHERE id = ?
      """)
    let turns = try Statement(
      database,
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
      INSERT INTO turns
      SELECT ?, i, attempt, given_at, response, sentences, topics, words, understood
      FROM turns, n WHERE session = ? AND number = 1 AND attempt = 1
      """)
    let review = try Statement(
      database,
      "INSERT INTO reviews (session, role, rater, begun, submitted) VALUES (?, ?, ?, ?, ?)")
    let begun = SQLValue.text("2026-03-01T09:30:00Z")
    for number in 0..<100_000 {
      let id = name(number)
      let state: ReviewState =
        switch number % 100 {
        case 0..<40: .new
        case 40..<42: .inReview
        case 42..<52: .needsSecondRater
        case 52: .adjudication
        default: .released
        }
      let place = number % 12 + 1
      try session.run([
        .text(id), .text("t\(number % 1000)"), .text("scenario-\(number % 30)"),
        .text(number % 9 == 0 ? "exam" : "coach"),
        .text("2026-\(place < 10 ? "0" : "")\(place)-1\(number % 10)T09:30:00Z"),
        .text(state.rawValue), .truth(number % 40 == 0),
        .integer(state == .new ? 0 : number % 3), .text(played),
      ])
      try turns.run([.text(id), .text(played)])
      guard state != .new else { continue }
      try review.run([
        .text(id), .text("first"), .text("rater-\(number % 20)"), begun,
        state == .inReview ? .null : begun,
      ])
      guard state == .adjudication else { continue }
      try review.run([.text(id), .text("second"), .text("rater-\(number % 20 + 1)"), begun, begun])
    }
    for number in 0..<1000 {
      try database.execute(
        "INSERT INTO trainees (name, cohort, supervisor) VALUES (?, ?, ?)",
        [
          .text("t\(number)"), .text("cohort-\(number % 25)"), .text("rater-\(number % 20)"),
        ])
    }
  }
}

/// Each number another name, in no order: 80 syllables, and a factor that shares nothing with 80.
private func name(_ number: Int) -> String {
  let (consonants, vowels) = (Array("bdfghjklmnprstvz"), Array("aeiou"))
  var rest = (number * 20_323_847 + 1_234_567) % 40_960_000
  var name = ""
  for _ in 0..<4 {
    name.append(consonants[rest % 80 / 5])
    name.append(vowels[rest % 5])
    rest /= 80
  }
  return name
}
