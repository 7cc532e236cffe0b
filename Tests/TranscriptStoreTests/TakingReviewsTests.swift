import CSQLite
import Foundation
import Supervision
import Testing
import TranscriptModel

@testable import TranscriptStore

/// Who may take what.
extension ReviewTests {
  @Test("what is offered to a rater is what she may take")
  func offered() throws {
    try store.keep(TraineeRecord(name: "jo", cohort: "spring", supervisor: "ruth"))
    var exam = newSession()
    exam.mode = .exam
    var ids: [String] = []
    for seed in UInt64(1)...6 {
      ids.append(try store.ended(seed % 2 == 0 ? exam : newSession(), seed: seed, grade: "unsafe"))
    }
    try store.rate(ids[0], by: "sam", 4)
    try store.rate(ids[1], by: "sam", 4)
    try store.rate(ids[2], by: "ruth", 1)
    try store.rate(ids[2], by: "sam", 5)
    _ = try store.beginReview(of: ids[3], by: "una", rating: dimensions, at: time(9))
    _ = try store.assign(ids[4], to: "vera", by: "una", at: time(9))
    _ = try store.assign(ids[0], to: "una", by: "una", at: time(9))
    for rater in ["ruth", "sam", "una", "vera", "jo", "new"] {
      let hasPassed = try store.calibration(of: rater, at: time(9)).counts
      let filter = QueueFilter(rater: rater, adjudicates: hasPassed)
      let offered = try store.queue(filter, limit: 99).map(\.id)
      let allowed = try ids.filter { id in
        let session = try store.database.sessionToRate(id)
        if session.state == .adjudication {
          return
            (try? store.checkAdjudication(of: id, by: rater, isJoint: false, at: time(9))) != nil
        }
        return (try? session.blindRole(of: rater)) != nil
      }
      #expect(Set(offered) == Set(allowed), "\(rater)")
      let counts = try store.queueCounts(filter)
      #expect(counts.values.reduce(0, +) == offered.count)
    }
    #expect(try store.queueCounts(QueueFilter(cohort: "spring")).values.reduce(0, +) == 6)
    #expect(try store.queue(QueueFilter(cohort: "autumn"), limit: 9).isEmpty)
    #expect(try store.trainees().map(\.supervisor) == ["ruth"])
  }

  @Test("somebody is drawn who may take it, and what is begun stays with its rater")
  func assigned() throws {
    let other = try TranscriptStore(path: folder.store + "-other")
    let alone = try other.ended()
    #expect(throws: ReviewRefusal.nobodyToAssign(session: alone)) {
      try other.assign(alone, to: nil, by: "ruth", at: time(3))
    }
    // She passed the kit and is known by nothing else; a supervisor who has not passed is not asked.
    try other.pass("vera")
    try other.keep(TraineeRecord(name: "jo", cohort: nil, supervisor: "wren"))
    #expect(try other.assign(alone, to: nil, by: "ruth", at: time(3)).rater == "vera")
    let id = try store.ended()
    #expect(throws: ReviewRefusal.ownSession(session: id)) {
      try store.assign(id, to: "jo", by: "ruth", at: time(3))
    }
    #expect(try store.assign(id, to: "sam", by: "ruth", at: time(3)) == (.first, "sam"))
    #expect(try store.queue(QueueFilter(), limit: 1).map(\.assigned) == ["sam"])
    _ = try store.beginReview(of: id, by: "sam", rating: dimensions, at: time(4))
    #expect(throws: ReviewRefusal.begunAlready(session: id)) {
      try store.assign(id, to: "una", by: "ruth", at: time(5))
    }
  }

  @Test("a writer in another program is waited for, and then it is said who holds the store")
  func twoWriters() throws {
    let id = try store.ended()
    let other = try TranscriptStore(path: folder.store, patience: 50)
    _ = try store.beginReview(of: id, by: "ruth", rating: dimensions, at: time(3))
    _ = try store.database.write {
      #expect(throws: StoreError.locked(path: folder.store)) {
        try other.keep(dimensions[0], of: id, by: "ruth", at: time(4))
      }
    }
    var rating = dimensions[0]
    (rating.score, rating.evidence, rating.turns) = (.level(2), "It shows.", [1])
    try other.keep(rating, of: id, by: "ruth", at: time(5))
    #expect(try store.reviewed(id).reviews[0].score(on: "validation") == .level(2))
  }
}
