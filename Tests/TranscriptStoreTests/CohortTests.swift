import Supervision
import Testing

@testable import TranscriptStore

@Suite("The numbers of a cohort")
struct CohortTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  /// Sessions rated by nobody, by one, by two who agree, and by three; Ruth's ratings are practice
  /// unless she has passed.
  private func rated(passed: [String] = ["ruth", "sam", "una"]) throws -> [String] {
    for rater in passed { try store.pass(rater) }
    var ids: [String] = []
    for number in 0..<12 {
      let id = try store.ended(seed: UInt64(number + 1), grade: number % 3 == 0 ? "unsafe" : "good")
      ids.append(id)
      guard number % 4 > 0 else { continue }
      try store.rate(id, by: "ruth", number % 5 + 1, safety: number == 5 ? .fail : .pass)
      let waiting = ReviewState.needsSecondRater.rawValue
      guard number % 4 > 1, try store.state(of: id) == waiting else { continue }
      try store.rate(id, by: "sam", number % 4 == 2 ? number % 5 + 1 : 6 - (number % 5 + 1))
      guard try store.state(of: id) == ReviewState.adjudication.rawValue, number > 4 else {
        continue
      }
      var settled = Review(
        session: id, rater: "una", role: .adjudicator, begun: time(7),
        ratings: try store.reviewed(id).reviews[0].ratings, reason: "Both saw a part.")
      settled.ratings[0].score = .level(3)
      try store.adjudicate(settled)
    }
    return ids
  }

  @Test(
    "final ratings are those that the rules call final of each session",
    arguments: [["ruth", "sam", "una"], ["sam", "una"], ["una"]])
  func final(passed: [String]) throws {
    let ids = try rated(passed: passed)
    let cohort = try store.cohort(CohortFilter())
    #expect(Set(cohort.sessions.map(\.id)) == Set(ids))
    var counts = [0, 0, 0, 0, 0]
    for session in cohort.sessions {
      let reviewed = try store.reviewed(session.id)
      #expect(session.state == reviewed.standing.state)
      #expect((session.rating != nil) == (reviewed.final != nil))
      guard let final = reviewed.final else { continue }
      let levels = final.levels.values
      #expect(session.rating?.sum == levels.reduce(0, +))
      #expect(session.rating?.count == levels.count && session.rating?.least == levels.min())
      #expect(session.rating?.failedGate == (final.passedSafety == false))
      for level in levels { counts[level - 1] += 1 }
    }
    #expect(counts.reduce(0, +) > 3)
    #expect(cohort.ratings.map(\.counts) == [counts])
    #expect(cohort.sessions.contains { $0.state != .released && $0.state != .new })
  }

  @Test("originals are what first and second raters gave, adjudicated or not")
  func originals() throws {
    _ = try rated()
    let originals = try store.originalRatings(CohortFilter())
    #expect(Set(originals.compactMap(\.rater)) == ["ruth", "sam"])
    #expect(originals.allSatisfy { $0.dimension == "validation" })
    let twice = try store.originalRatings(CohortFilter(), twiceOnly: true)
    let sessions = Dictionary(grouping: twice, by: \.session)
    #expect(!twice.isEmpty && sessions.values.allSatisfy { $0.map(\.isSecond) == [false, true] })
    #expect(sessions.count < Set(originals.map(\.session)).count)
  }

  @Test("a filter leaves the sessions of its cohort, patient and days; drills stay apart")
  func filters() throws {
    var drill = newSession()
    drill.isDrill = true
    _ = try store.ended(drill, seed: 1)
    _ = try store.ended(seed: 2)
    let later = try store.ended(newSession(started: "2026-05-02T09:30:00Z"), seed: 3)
    func found(_ filter: CohortFilter) throws -> [Bool] {
      try store.cohort(filter).sessions.map(\.isDrill).sorted { $0 && !$1 }
    }
    #expect(try found(CohortFilter()) == [true, false, false])
    #expect(try store.cohort(CohortFilter(since: "2026-05-02")).sessions.map(\.id) == [later])
    #expect(try found(CohortFilter(before: "2026-05-02")) == [true, false])
    #expect(try found(CohortFilter(cohort: "spring")) == [])
    #expect(try found(CohortFilter(scenario: "nobody")) == [])
    let trainee = try #require(try store.trainees().first?.name)
    try store.keep(TraineeRecord(name: trainee, cohort: "spring", supervisor: nil))
    #expect(try found(CohortFilter(cohort: "spring")).count == 3)
    #expect(try store.cohort(CohortFilter(cohort: "spring")).members == [trainee])
  }
}
