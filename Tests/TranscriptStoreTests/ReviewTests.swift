import CSQLite
import Foundation
import Supervision
import Testing
import TranscriptModel

@testable import TranscriptStore

/// What is rated, without scores.
let dimensions = [
  DimensionRating(dimension: "validation", title: "Validation", version: "0.1", hash: "ab"),
  DimensionRating(
    dimension: "safety", title: "Safety", isGate: true, version: "0.1", hash: "cd"),
]

extension TranscriptStore {
  /// An ended session of two turns; its id.
  func ended(
    _ new: NewSession = newSession(), seed: UInt64 = 1, grade: String = "good"
  ) throws -> String {
    let writer = try begin(new, seed: seed)
    try writer.append(turn(1), at: time(1))
    var end = ending
    end.grade = grade
    try writer.append(turn(2) + [.ended(end)], at: time(2))
    return writer.session
  }

  func rate(
    _ session: String, by rater: String, _ level: Int, safety: GivenScore = .notApplicable,
    at submitted: String = time(5)
  ) throws {
    _ = try beginReview(of: session, by: rater, rating: dimensions, at: time(3))
    for (dimension, score) in zip(dimensions, [GivenScore.level(level), safety]) {
      var rating = dimension
      (rating.score, rating.evidence, rating.turns) = (score, "It shows.", [1, 2])
      try keep(rating, of: session, by: rater, at: time(4))
    }
    _ = try submitReview(of: session, by: rater, at: submitted)
  }

  func state(of session: String) throws -> String? {
    try database.rows("SELECT review_state FROM sessions WHERE id = ?", [.text(session)]) {
      $0.text("review_state")
    }.first
  }
}

@Suite("Reviews are kept")
struct ReviewTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
    try store.pass("ruth", "sam", "una")
  }

  @Test("on a full disk a rating is refused whole, and taken once there is room")
  func fullDisk() throws {
    let id = try store.ended()
    _ = try store.beginReview(of: id, by: "ruth", rating: dimensions, at: time(3))
    let before = try store.reviewed(id)
    let pages = try #require(
      try store.database.rows("PRAGMA page_count") { $0.int("page_count") }.first)
    try store.database.execute("PRAGMA max_page_count = \(pages)")
    var rating = dimensions[0]
    (rating.score, rating.turns) = (.level(4), [1])
    rating.evidence = String(repeating: "word ", count: 10_000)
    #expect(throws: StoreError.full(path: folder.store)) {
      try store.keep(rating, of: id, by: "ruth", at: time(4))
    }
    #expect(try store.reviewed(id) == before)
    #expect(try store.audit(of: id).map(\.action) == [.began])
    try store.database.execute("PRAGMA max_page_count = 1000000")
    try store.keep(rating, of: id, by: "ruth", at: time(4))
    #expect(try store.reviewed(id).reviews[0].ratings[0] == rating)
  }

  @Test("a session that ends is new in the queue; one that goes on and a drill are not in it")
  func queue() throws {
    let ended = try store.ended(seed: 1)
    _ = try store.begin(seed: 2)
    var drill = newSession()
    drill.isDrill = true
    _ = try store.ended(drill, seed: 3)
    #expect(try store.queue(QueueFilter(), limit: 10).map(\.id) == [ended])
    #expect(try store.queueCounts(QueueFilter())[.new] == 1)
  }

  @Test("safety comes first, then what is farthest apart, then what has waited longest")
  func order() throws {
    let later = try store.ended(newSession(started: "2026-03-02T09:30:00Z"), seed: 1)
    let writer = try store.begin(seed: 2)
    try writer.end(ending, at: "2026-02-01T09:30:00Z")
    let unsafe = try store.ended(seed: 3, grade: "unsafe")
    #expect(try store.queue(QueueFilter(), limit: 9).map(\.id) == [unsafe, writer.session, later])
    // One about safety, the other two levels from the machine.
    try store.keep(summary(validation: 5), of: later)
    try store.rate(later, by: "ruth", 3)
    #expect(try store.queue(QueueFilter(), limit: 9).map(\.id) == [unsafe, later, writer.session])
    try store.add(
      ReviewComment(
        session: writer.session, author: "ruth", at: time(9), kind: .safety, place: .session,
        text: "Ask again."))
    #expect(try store.queue(QueueFilter(), limit: 1).map(\.id) == [writer.session])
    #expect(try store.queue(QueueFilter(), limit: 1, offset: 2).map(\.id) == [later])
  }

  private func summary(validation: Int) -> SessionSummary {
    SessionSummary(
      area: "grief", phase: "middle", difficulty: 2, variation: nil, gate: .pass,
      ratings: [KeptRating(dimension: "validation", title: "Validation", level: validation)],
      tallies: [], indices: [])
  }

  @Test("a draft is taken up again where it was, and is gone on with by its rater only")
  func draft() throws {
    let id = try store.ended()
    let begun = try store.beginReview(of: id, by: "ruth", rating: dimensions, at: time(3))
    #expect(try store.state(of: id) == "in review")
    var rating = dimensions[0]
    (rating.score, rating.evidence, rating.turns) = (.level(4), "She waits.", [2])
    try store.keep(rating, of: id, by: "ruth", at: time(4))
    try store.keep(CodeMark(turn: 2, code: "OQ", isHeard: true), of: id, by: "ruth", at: time(5))
    let again = try TranscriptStore(path: folder.store)
      .beginReview(of: id, by: "ruth", rating: [], at: time(6))
    var expected = begun
    expected.ratings[0] = rating
    expected.marks = [CodeMark(turn: 2, code: "OQ", isHeard: true)]
    #expect(again == expected)
    #expect(throws: ReviewRefusal.somebodyElseRates(session: id)) {
      try store.beginReview(of: id, by: "sam", rating: dimensions, at: time(7))
    }
    #expect(throws: ReviewRefusal.noSuchTurn(session: id, turn: 3)) {
      try store.keep(
        CodeMark(turn: 3, code: "OQ", isHeard: true), of: id, by: "ruth", at: time(8))
    }
    #expect(throws: ReviewRefusal.incomplete(session: id, missing: ["Safety"])) {
      try store.submitReview(of: id, by: "ruth", at: time(9))
    }
  }

  @Test("two raters, a third who settles it, and both originals stay as they were")
  func wholeWay() throws {
    let id = try store.ended(grade: "unsafe")
    try store.rate(id, by: "ruth", 5)
    #expect(try store.state(of: id) == "needs second rater")
    try store.rate(id, by: "sam", 2)
    #expect(try store.state(of: id) == "adjudication")
    let before = try store.reviewed(id).reviews
    var settled = Review(
      session: id, rater: "una", role: .adjudicator, begun: time(7), ratings: before[0].ratings,
      reason: "Both saw a part.")
    settled.ratings[0].score = .level(4)
    try store.adjudicate(settled)
    let after = try store.reviewed(id)
    #expect(Array(after.reviews.prefix(2)) == before)
    #expect(after.final?.levels == ["validation": 4])
    #expect(after.final?.raters == ["ruth", "sam"])
    #expect(try store.state(of: id) == "released")
    #expect(
      try store.audit(of: id).map { "\($0.who) \($0.action.rawValue) \($0.detail)" } == [
        "ruth began first", "ruth saved validation", "ruth saved safety",
        "ruth submitted first", "sam began second", "sam saved validation", "sam saved safety",
        "sam submitted second", "una adjudicated ",
      ])
  }

  @Test(
    "what was submitted cannot be changed, not even by hand",
    arguments: [
      "UPDATE reviews SET rater = 'x'", "UPDATE reviews SET submitted = NULL",
      "DELETE FROM reviews", "UPDATE given_ratings SET score = '1'",
      "DELETE FROM given_ratings", "UPDATE given_codes SET is_heard = 0",
      "DELETE FROM given_codes",
      "INSERT INTO given_codes (review, turn, code, is_heard) VALUES (1, 1, 'XX', 1)",
      "UPDATE comments SET text = 'x'", "UPDATE audit SET who = 'x'",
    ])
  func immutable(_ sql: String) throws {
    let id = try store.ended()
    _ = try store.beginReview(of: id, by: "ruth", rating: dimensions, at: time(3))
    try store.keep(CodeMark(turn: 1, code: "OQ", isHeard: true), of: id, by: "ruth", at: time(3))
    try store.rate(id, by: "ruth", 4)
    try store.add(
      ReviewComment(
        session: id, author: "ruth", at: time(6), kind: .praise, place: .turn(1), text: "Good."))
    let before = try store.reviewed(id)
    #expect(throws: StoreError.self) { try store.database.executeAll(sql) }
    #expect(try store.reviewed(id) == before)
    #expect(throws: ReviewRefusal.submittedAlready(session: id)) {
      try store.keep(dimensions[0], of: id, by: "ruth", at: time(8))
    }
  }

  @Test("a session that is deleted takes its reviews with it, and the audit stays")
  func deleted() throws {
    let id = try store.ended()
    try store.rate(id, by: "ruth", 4)
    try store.keep(
      CodeDecision(
        session: id, turn: 1, attempt: 1, position: 0, rater: "ruth", agrees: true, at: time(6)))
    try store.delete(id)
    for table in ["reviews", "given_ratings", "decisions"] {
      #expect(try store.numbers("SELECT count(*) AS n FROM \(table)") == [0])
    }
    #expect(try store.audit(of: id).count == 5)
  }

  @Test("each decision on a code counts, once for each rater")
  func decisions() throws {
    let id = try store.ended()
    func decide(_ rater: String, _ agrees: Bool) throws {
      try store.keep(
        CodeDecision(
          session: id, turn: 1, attempt: 1, position: 0, rater: rater, agrees: agrees,
          at: time(6)))
    }
    #expect(throws: ReviewRefusal.notSubmitted(session: id)) { try decide("ruth", true) }
    try store.rate(id, by: "ruth", 4)
    try decide("ruth", true)
    try decide("ruth", false)
    #expect(
      try store.codePrecisions() == [
        CodePrecision(code: "RF", name: "reflection of feeling", agreed: 0, count: 1)
      ])
  }

  @Test("a trainee replies once, and contests a code that was heard, when the rating is final")
  func trainee() throws {
    let id = try store.ended(newSession(), seed: 1)
    let reply = TraineeReply(session: id, at: time(6), text: "Thank you.")
    #expect(throws: ReviewRefusal.notReleased(session: id)) { try store.add(reply, by: "jo") }
    try store.rate(id, by: "ruth", 4)
    if try store.state(of: id) != "released" { try store.rate(id, by: "sam", 4) }
    #expect(throws: ReviewRefusal.notTheTrainee(session: id)) { try store.add(reply, by: "ruth") }
    try store.add(reply, by: "jo")
    #expect(throws: ReviewRefusal.repliedAlready(session: id)) { try store.add(reply, by: "jo") }
    let contest = CodeContest(session: id, turn: 1, code: "RF", at: time(7), text: "I asked.")
    try store.add(contest, by: "jo")
    #expect(throws: ReviewRefusal.contestedAlready(session: id)) {
      try store.add(contest, by: "jo")
    }
    let reviewed = try store.reviewed(id)
    #expect(reviewed.reply == reply)
    #expect(reviewed.contests == [contest])
  }

  @Test("a trainee neither comments on her own session nor closes a flag of safety on it")
  func ownSession() throws {
    let id = try store.ended()
    func comment(by author: String, _ kind: ReviewComment.Kind) -> ReviewComment {
      ReviewComment(
        session: id, author: author, at: time(6), kind: kind, place: .turn(1), text: "Well.")
    }
    let refusal = ReviewRefusal.ownSession(session: id)
    #expect(throws: refusal) { try store.add(comment(by: "jo", .praise)) }
    try store.add(comment(by: "ruth", .safety))
    #expect(throws: refusal) { try store.talkOver(id, by: "jo", at: time(7)) }
    #expect(try store.reviewed(id).comments.map(\.talkedOver) == [nil])
    try store.talkOver(id, by: "ruth", at: time(7))
    #expect(try store.reviewed(id).comments.map(\.talkedOver) == [time(7)])
  }

  @Test("a code of an attempt that was taken back is not contested")
  func takenBack() throws {
    let writer = try store.begin()
    try writer.append(turn(1), at: time(1))
    try writer.takeBack(turn: 1)
    var later = response()
    later.codes.removeFirst()
    try writer.append(turn(1, later) + [.ended(ending)], at: time(2))
    let id = writer.session
    try store.rate(id, by: "ruth", 4)
    if try store.state(of: id) != "released" { try store.rate(id, by: "sam", 4) }
    let trainee = try store.load(id).record.trainee
    func contest(_ code: String) throws {
      try store.add(
        CodeContest(session: id, turn: 1, code: code, at: time(7), text: "No."), by: trainee)
    }
    #expect(throws: ReviewRefusal.noSuchCode(session: id, turn: 1)) { try contest("RF") }
    try contest("ST")
  }

  @Test("what a rater says of a code whose rating is practice is kept and not counted")
  func practiceDecisions() throws {
    let id = try store.ended(grade: "unsafe")
    for (rater, agrees) in [("new", false), ("ruth", true)] {
      try store.rate(id, by: rater, 4)
      try store.keep(
        CodeDecision(
          session: id, turn: 1, attempt: 1, position: 0, rater: rater, agrees: agrees, at: time(6)))
    }
    #expect(try store.reviewed(id).decisions.count == 2)
    #expect(try store.codePrecisions().map(\.agreed) == [1])
    #expect(try store.codePrecisions().map(\.count) == [1])
    // Nor are her levels among those that agreement is told from.
    #expect(try store.originalRatings(CohortFilter()).map(\.rater) == ["ruth"])
    #expect(
      try store.originalRatings(CohortFilter(), includesPractice: true).map(\.rater)
        == ["new", "ruth"])
  }
}
