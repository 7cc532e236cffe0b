import Supervision
import TranscriptModel

@testable import TranscriptStore

/// A store of any size: copies of one played session under other names, with turns, codes, summaries
/// and reviews in every state. The same numbers make the same store.
///
/// What no list and no figure reads is missing: events, library files, comments, the audit. A
/// generated session cannot be opened; those that were played can.
struct GeneratedStore {
  var trainees: Int
  /// Of each trainee.
  var sessions: Int
  /// Of each session.
  var turns: Int
  var scenarios = 10
  var raters = 20
  /// Whether two people have rated everything, instead of about one session of ten.
  var isRatedTwice = false

  static let dimensions = [
    ("validation", "Validation"), ("active listening", "Active listening"),
    ("here and now", "Here and now"), ("focus", "Focus"), ("pace", "Pace"),
  ]
  static let cues = [
    "affect", "hint", "self-blame", "anger", "isolation", "risk", "exchange", "stuck", "loss",
    "shame", "hope", "change",
  ]
  static let codes = [
    ("OQ", "open question"), ("SR", "simple reflection"), ("CR", "complex reflection"),
    ("RF", "reflection of feeling"), ("CQ", "closed question"), ("VAL5", "validation"),
    ("ADV", "advice without permission"), ("EMP", "empathic statement"),
  ]

  /// Writes it beside what the store holds, in one transaction.
  func write(to store: TranscriptStore, like played: String) throws {
    let database = store.database
    try database.executeAll(
      """
      PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA wal_autocheckpoint = 100000;
      PRAGMA cache_size = -400000
      """)
    defer { try? database.executeAll("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON") }
    try database.write {
      var rows = try GeneratedRows(database, like: played, turns: turns)
      for number in 0..<trainees * sessions { try write(number, &rows) }
      for number in 0..<trainees {
        try database.execute(
          "INSERT INTO trainees (name, cohort, supervisor) VALUES (?, ?, ?)",
          [
            .text("t\(number)"), .text("cohort-\(number % 25)"),
            .text("rater-\(number % raters)"),
          ])
      }
    }
    try database.executeAll("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private func write(_ number: Int, _ rows: inout GeneratedRows) throws {
    let (trainee, round) = (number % trainees, number / trainees)
    // Another patient and another fate each time.
    let scenario = (trainee + round) % scenarios
    let id = sessionName(number)
    let state: ReviewState =
      switch (number + round * 37) % 100 {
      case _ where isRatedTwice: .released
      case 0..<40: .new
      case 40..<42: .inReview
      case 42..<52: .needsSecondRater
      case 52: .adjudication
      default: .released
      }
    let isTwice = isRatedTwice || state == .adjudication || (state == .released && number % 5 == 0)
    /// From 1 to 5: who is good stays good, and who is hard stays hard.
    func level(_ dimension: Int, _ salt: Int) -> Int {
      let ability = Double(trainee * 37 % 101) / 40
      let noise = Double(mixed(number * 64 + dimension * 8 + salt) % 23) / 10
      return min(5, max(1, Int(1.2 + ability + noise - Double(scenario) / 12)))
    }
    let estimates = Self.dimensions.indices.map { level($0, 1) }
    try rows.addSession(
      id, number: number, trainee: "t\(trainee)", scenario: "scenario-\(scenario)", state: state,
      estimates: estimates)
    guard state != .new else { return }
    let first = number % raters
    try rows.addReview(
      id, "first", "rater-\(first)", levels: Self.dimensions.indices.map { level($0, 2) },
      marks: number, isSubmitted: state != .inReview)
    guard isTwice else { return }
    let second = (first + 1 + number / raters % (raters - 1)) % raters
    try rows.addReview(
      id, "second", "rater-\(second)", levels: Self.dimensions.indices.map { level($0, 3) },
      marks: number + number % 3, isSubmitted: true)
  }
}

/// Prepared statements for the rows of sessions.
private struct GeneratedRows {
  private let database: Database
  private let played: String
  private let session, turns, codes, summary, rating, tally, review, given, mark, submit: Statement
  private var reviews: Int

  init(_ database: Database, like played: String, turns count: Int) throws {
    self.database = database
    self.played = played
    func prepare(_ sql: String) throws -> Statement { try Statement(database, sql) }
    session = try prepare(
      """
      INSERT INTO sessions (
        id, trainee, scenario, title, started, seed, mode, choices_shown, attune_version,
        opening_states, closed, ending_name, ending_grade, ending_debrief, review_state,
        has_safety_flag, disagreement
      ) SELECT ?, ?, ?, ?, ?, seed, ?, 0, attune_version, opening_states, ?, ending_name,
        ending_grade, ending_debrief, ?, ?, ? FROM sessions WHERE id = ?
      """)
    turns = try prepare(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
      INSERT INTO turns
      SELECT ?, i, attempt, given_at, response, sentences, topics, words, understood
      FROM turns, n WHERE session = ? AND number = 1 AND attempt = 1
      """)
    // Two codes a turn, another pair in each.
    let names = GeneratedStore.codes.enumerated()
      .map { "(\($0), '\($1.0)', '\($1.1)')" }.joined(separator: ", ")
    codes = try prepare(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count)),
        position(p) AS (VALUES (0), (1)), known(place, code, name) AS (VALUES \(names))
      INSERT INTO codes
      SELECT ?1, i, 1, p, code, name, '[]', 0.8, 0, 12, 'You look alo', '[]', 0, 1.0, NULL
      FROM n CROSS JOIN position CROSS JOIN known ON place = (i * 3 + p * 5 + ?2) % 8
      """)
    summary = try prepare(
      """
      INSERT INTO summaries (session, area, phase, difficulty, gate)
      VALUES (?, 'transitions', 'initial', ?, ?)
      """)
    rating = try prepare(
      "INSERT INTO ratings (session, position, dimension, title, level) VALUES (?, ?, ?, ?, ?)")
    let cues = GeneratedStore.cues.enumerated().map { "(\($0), '\($1)')" }.joined(separator: ", ")
    tally = try prepare(
      """
      WITH known(place, cue) AS (VALUES \(cues))
      INSERT INTO tallies (session, dimension, cue, met, half, missed, harmed)
      SELECT ?1, iif(place % 2, 'validation', 'active listening'), cue, (?2 + place) % 3,
        (?2 + place) % 2, (?2 * place) % 3, (?2 + place) % 17 = 0 FROM known
      """)
    review = try prepare(
      "INSERT INTO reviews (id, session, role, rater, begun) VALUES (?, ?, ?, ?, ?)")
    given = try prepare(
      """
      INSERT INTO given_ratings (
        review, position, dimension, title, is_gate, version, hash, score, evidence, turns
      ) VALUES (?, ?, ?, ?, ?, '1', '', ?, 'It shows.', '[1]')
      """)
    mark = try prepare(
      "INSERT OR IGNORE INTO given_codes (review, turn, code, is_heard) VALUES (?, ?, ?, 1)")
    submit = try prepare("UPDATE reviews SET submitted = ? WHERE id = ?")
    reviews =
      try database.rows("SELECT coalesce(max(id), 0) AS id FROM reviews") { $0.int("id") }
      .first ?? 0
  }

  func addSession(
    _ id: String, number: Int, trainee: String, scenario: String, state: ReviewState,
    estimates: [Int]
  ) throws {
    let time = time(number)
    try session.run([
      .text(id), .text(trainee), .text(scenario), .text("Patient of \(scenario)"), time,
      .text(number % 9 == 0 ? "exam" : "coach"), time, .text(state.rawValue),
      .truth(number % 40 == 0), .integer(state == .new ? 0 : number % 3), .text(played),
    ])
    try turns.run([.text(id), .text(played)])
    try codes.run([.text(id), .integer(number)])
    try summary.run([
      .text(id), .integer(number % 5 + 1),
      .text(number % 40 == 0 ? "fail" : number % 4 == 0 ? "pass" : "notApplicable"),
    ])
    for (position, level) in estimates.enumerated() {
      let (dimension, title) = GeneratedStore.dimensions[position]
      try rating.run([
        .text(id), .integer(position), .text(dimension), .text(title), .integer(level),
      ])
    }
    try tally.run([.text(id), .integer(number)])
  }

  mutating func addReview(
    _ session: String, _ role: String, _ rater: String, levels: [Int], marks: Int,
    isSubmitted: Bool
  ) throws {
    reviews += 1
    try review.run([
      .integer(reviews), .text(session), .text(role), .text(rater), time(marks),
    ])
    for (position, level) in levels.enumerated() {
      let (dimension, title) = GeneratedStore.dimensions[position]
      try given.run([
        .integer(reviews), .integer(position), .text(dimension), .text(title), .truth(false),
        .text(String(level)),
      ])
    }
    try given.run([
      .integer(reviews), .integer(levels.count), .text("safety"), .text("Safety"), .truth(true),
      .text(marks % 40 == 0 ? "fail" : "pass"),
    ])
    for turn in 1...4 {
      let code = GeneratedStore.codes[(turn * 3 + marks) % GeneratedStore.codes.count].0
      try mark.run([.integer(reviews), .integer(turn), .text(code)])
    }
    if isSubmitted { try submit.run([time(marks), .integer(reviews)]) }
  }

  private func time(_ number: Int) -> SQLValue {
    let place = number % 12 + 1
    return .text("2026-\(place < 10 ? "0" : "")\(place)-1\(number % 10)T09:30:00Z")
  }
}

/// A number in which nothing is left of the order of those it is made from: SplitMix64.
private func mixed(_ number: Int) -> Int {
  var z = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return Int((z ^ (z >> 31)) >> 1)
}

/// Each number another name, in no order: 80 syllables, and a factor that shares nothing with 80.
private func sessionName(_ number: Int) -> String {
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
