import Foundation
import Supervision
import Testing

@testable import TranscriptStore

private let hash = String(repeating: "a", count: 64)
private let otherHash = String(repeating: "b", count: 64)

/// Sixteen transcripts with one dimension, half of them 1 and half 4 in gold.
private let kit = (0..<16).map { number in
  AnchorRating(
    anchor: "a\(number)", title: "A \(number)", version: "1.0", hash: hash, turns: 3,
    ratings: [
      DimensionRating(dimension: "validation", title: "Validation", version: "0.1", hash: "ab")
    ], gold: ["validation": .level(number < 8 ? 1 : 4)])
}

extension TranscriptStore {
  /// Rates the whole kit, each level so far from gold.
  fileprivate func rateKit(
    by rater: String, off: Int, isAgain: Bool = false, at time: String
  ) throws -> KitAttempt? {
    _ = try beginKit(hash, kit, by: rater, isAgain: isAgain, at: time)
    var last: KitAttempt?
    for anchor in kit {
      var rating = try beginAnchor(anchor.anchor, by: rater, at: time).ratings[0]
      let gold = anchor.gold["validation"]?.level ?? 0
      rating.score = .level(min(5, max(1, gold + off)))
      (rating.evidence, rating.turns) = ("It shows.", [1])
      try keep(rating, ofAnchor: anchor.anchor, by: rater)
      last = try submitAnchor(anchor.anchor, by: rater, at: time)
    }
    return last
  }
}

@Suite("What raters give the calibration kit is kept")
struct CalibrationTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  @Test("with the last transcript an attempt is over, and passed or not by the rule")
  func passed() throws {
    let near = try #require(try store.rateKit(by: "ruth", off: 1, at: time(1)))
    #expect(near.ended == time(1) && near.hasPassed == true)
    // All the same level: no correlation, and two levels off in the mean.
    _ = try store.beginKit(hash, kit, by: "sam", isAgain: false, at: time(1))
    for anchor in kit {
      var rating = try store.beginAnchor(anchor.anchor, by: "sam", at: time(1)).ratings[0]
      (rating.score, rating.evidence, rating.turns) = (.level(3), "It shows.", [1])
      try store.keep(rating, ofAnchor: anchor.anchor, by: "sam")
      _ = try store.submitAnchor(anchor.anchor, by: "sam", at: time(2))
    }
    #expect(try store.kitAttempts(of: "sam").map(\.hasPassed) == [false])
    #expect(try store.calibration(of: "sam", at: time(3)).state == .failed)
    #expect(try store.calibration(of: "una", at: time(3)).state == .none)
  }

  @Test("a pass counts from its second on and for so many days, and the last attempt decides")
  func holding() throws {
    _ = try store.rateKit(by: "ruth", off: 0, at: "2026-03-01T09:30:00Z")
    func state(_ time: String, _ rule: PassRule = .usual) throws -> RaterCalibration.State {
      try store.calibration(of: "ruth", at: time, rule).state
    }
    #expect(try state("2026-03-01T09:29:59Z") == .none)
    #expect(try state("2026-03-01T09:30:00Z") == .passed)
    #expect(try state("2026-08-28T09:30:00Z") == .passed)
    #expect(try state("2026-08-28T09:30:01Z") == .due)
    #expect(try state("2026-03-12T00:00:00Z", PassRule(days: 10)) == .due)
    #expect(try state("2099-01-01T00:00:00Z", PassRule(days: nil)) == .passed)
    _ = try store.rateKit(by: "ruth", off: 4, isAgain: true, at: "2026-04-01T09:30:00Z")
    #expect(try state("2026-03-31T09:30:00Z") == .passed)
    #expect(try state("2026-04-01T09:30:00Z") == .failed)
  }

  @Test("a new attempt has to be asked for when one is over, and cannot be while one goes on")
  func again() throws {
    #expect(throws: KitRefusal.noSuchAnchor("a0")) {
      try store.beginAnchor("a0", by: "ruth", at: Self.at)
    }
    _ = try store.beginKit(hash, kit, by: "ruth", isAgain: false, at: Self.at)
    #expect(throws: KitRefusal.attemptGoesOn(rater: "ruth")) {
      try store.beginKit(hash, kit, by: "ruth", isAgain: true, at: Self.at)
    }
    _ = try store.rateKit(by: "ruth", off: 4, at: Self.at)
    #expect(throws: KitRefusal.attemptIsOver(rater: "ruth")) {
      try store.beginKit(hash, kit, by: "ruth", isAgain: false, at: Self.at)
    }
    let before = try store.kitAttempts(of: "ruth")
    #expect(try store.beginKit(hash, kit, by: "ruth", isAgain: true, at: Self.at).number == 2)
    #expect(try store.kitAttempts(of: "ruth").first == before.first)
    // Another kit begins by itself.
    #expect(try store.beginKit(otherHash, kit, by: "ruth", isAgain: false, at: Self.at).number == 3)
  }

  private static let at = "2026-03-01T09:30:00Z"

  @Test(
    "what was submitted cannot be changed, not even by hand",
    arguments: [
      "UPDATE kit_attempts SET has_passed = 1", "DELETE FROM kit_attempts",
      "UPDATE anchor_ratings SET submitted = NULL", "DELETE FROM anchor_ratings",
      "UPDATE anchor_scores SET score = '1'", "UPDATE anchor_scores SET gold = '1'",
      "DELETE FROM anchor_scores",
      "INSERT INTO anchor_codes VALUES (1, 1, 'XX', 1)",
      """
      INSERT INTO anchor_ratings (attempt, position, anchor, title, version, hash, turns)
      VALUES (1, 99, 'x', 'x', '', '', 1)
      """,
    ])
  func immutable(_ sql: String) throws {
    _ = try store.rateKit(by: "ruth", off: 4, at: Self.at)
    let before = try store.kitAttempts(of: "ruth")
    #expect(throws: StoreError.self) { try store.database.executeAll(sql) }
    #expect(try store.kitAttempts(of: "ruth") == before)
    #expect(throws: KitRefusal.submittedAlready(title: "A 0")) {
      try store.keep(before[0].anchors[0].ratings[0], ofAnchor: "a0", by: "ruth")
    }
  }

  @Test(
    "nothing is submitted that lacks a score or its evidence, and no attempt ends before its last")
  func incomplete() throws {
    _ = try store.beginKit(hash, kit, by: "ruth", isAgain: false, at: Self.at)
    _ = try store.beginAnchor("a0", by: "ruth", at: Self.at)
    #expect(throws: KitRefusal.incomplete(title: "A 0", missing: ["Validation"])) {
      try store.submitAnchor("a0", by: "ruth", at: Self.at)
    }
    #expect(throws: KitRefusal.noSuchTurn(title: "A 0", turn: 4)) {
      try store.keep(CodeMark(turn: 4, code: "OQ", isHeard: true), ofAnchor: "a0", by: "ruth")
    }
    for sql in [
      "UPDATE kit_attempts SET ended = begun, has_passed = 1",
      "UPDATE anchor_ratings SET submitted = begun WHERE anchor = 'a0'",
      "UPDATE anchor_scores SET gold = '5'",
    ] {
      #expect(throws: StoreError.self) { try store.database.executeAll(sql) }
    }
  }

  @Test("a draft is taken up again where it was")
  func draft() throws {
    _ = try store.beginKit(hash, kit, by: "ruth", isAgain: false, at: Self.at)
    var rating = try store.beginAnchor("a3", by: "ruth", at: Self.at).ratings[0]
    (rating.score, rating.evidence, rating.turns) = (.level(2), "She hurries.", [2, 3])
    try store.keep(rating, ofAnchor: "a3", by: "ruth")
    try store.keep(CodeMark(turn: 2, code: "OQ", isHeard: true), ofAnchor: "a3", by: "ruth")
    let again = try TranscriptStore(path: folder.store)
      .beginAnchor("a3", by: "ruth", at: "2026-03-02T09:30:00Z")
    #expect(again.begun == Self.at)
    #expect(again.ratings == [rating])
    #expect(again.marks == [CodeMark(turn: 2, code: "OQ", isHeard: true)])
  }

  @Test("a rating counts when its rater had passed by then, and practice goes to a second rater")
  func counts() throws {
    let id = try store.ended()
    try store.rate(id, by: "new", 4)
    #expect(try store.reviewed(id).reviews.map(\.isPractice) == [true])
    #expect(try store.state(of: id) == "needs second rater")
    #expect(try store.queue(QueueFilter(), limit: 1).map(\.hasPractice) == [true])
    // To pass later changes nothing of what was given.
    try store.pass("new", on: "2026-03-02")
    #expect(try store.reviewed(id).final == nil)
    try store.pass("ruth")
    try store.rate(id, by: "ruth", 3)
    let reviewed = try store.reviewed(id)
    #expect(reviewed.final?.levels == ["validation": 3])
    #expect(reviewed.final?.raters == ["ruth"])
  }

  @Test("only who has passed settles what two raters differ on, is offered it or asked")
  func adjudicator() throws {
    let id = try store.ended(grade: "unsafe")
    try store.rate(id, by: "new", 1)
    try store.rate(id, by: "newer", 5)
    #expect(try store.state(of: id) == "adjudication")
    let refusal = ReviewRefusal.notCalibrated(session: id)
    #expect(throws: refusal) {
      try store.checkAdjudication(of: id, by: "una", isJoint: false, at: Self.at)
    }
    #expect(throws: refusal) { try store.assign(id, to: "una", by: "x", at: Self.at) }
    #expect(throws: ReviewRefusal.nobodyToAssign(session: id)) {
      try store.assign(id, to: nil, by: "x", at: Self.at)
    }
    #expect(try store.queue(QueueFilter(rater: "una", adjudicates: false), limit: 9).isEmpty)
    try store.pass("una")
    try store.checkAdjudication(of: id, by: "una", isJoint: false, at: Self.at)
    #expect(try store.queue(QueueFilter(rater: "una"), limit: 9).map(\.id) == [id])
  }
}
