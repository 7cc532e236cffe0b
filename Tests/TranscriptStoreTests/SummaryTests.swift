import Testing

@testable import TranscriptStore

@Suite("What a session came to is kept beside it")
struct SummaryTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  private let summary = SessionSummary(
    area: "grief", phase: "middle, session 5 of 16", difficulty: 3, variation: "again", mark: 4,
    gate: .pass,
    ratings: [
      KeptRating(dimension: "validation", title: "Validation", level: 4),
      KeptRating(dimension: "here and now", title: "Here and now", level: nil),
    ],
    tallies: [
      CueTally(dimension: "here and now", cue: "silence", met: 1),
      CueTally(dimension: "validation", cue: "hint", met: 2, half: 1, missed: 3, harmed: 1),
    ],
    indices: [
      KeptIndex(name: "reflections per question", value: 1.25, unit: ""),
      KeptIndex(name: "open questions", value: nil, unit: "%"),
    ])

  private func endedSession(trainee: String = "jo", started: String = time(1)) throws -> String {
    let seed = UInt64(try store.sessions().count)
    let writer = try store.begin(newSession(trainee: trainee, started: started), seed: seed)
    try writer.end(ending, at: time(9))
    return writer.session
  }

  @Test("it comes back as it was kept, with the trainee's own ratings and the strain")
  func roundTrip() throws {
    let session = try endedSession()
    try store.keep(summary, of: session)
    try store.keep(selfRatings: ["validation": 5], of: session)
    try store.keep(.tooMuch, of: session)
    let found = try #require(try store.endedSessions(of: "jo").first)
    #expect(found.record.id == session)
    #expect(found.summary == summary)
    #expect(found.selfRatings == ["validation": 5])
    #expect(found.strain == .tooMuch)
  }

  @Test("it takes the place of what was kept before")
  func again() throws {
    let session = try endedSession()
    try store.keep(summary, of: session)
    try store.keep(selfRatings: ["validation": 5, "here and now": 2], of: session)
    try store.keep(.useful, of: session)
    var other = summary
    other.ratings = []
    other.tallies.removeLast()
    try store.keep(other, of: session)
    try store.keep(selfRatings: ["validation": 3], of: session)
    try store.keep(.tooEasy, of: session)
    let found = try #require(try store.endedSessions(of: "jo").first)
    #expect(found.summary == other)
    #expect(found.selfRatings == ["validation": 3])
    #expect(found.strain == .tooEasy)
  }

  @Test("ended sessions of one trainee come oldest first, with a summary or without")
  func order() throws {
    let late = try endedSession(started: "2026-03-02T09:30:00Z")
    let early = try endedSession(started: "2026-03-01T09:30:00Z")
    _ = try endedSession(trainee: "kim")
    _ = try store.begin(newSession(), seed: 3)
    try store.keep(summary, of: late)
    let found = try store.endedSessions(of: "jo")
    #expect(found.map(\.record.id) == [early, late])
    #expect(found.map(\.summary) == [nil, summary])
  }

  @Test("a session that goes on has none")
  func goingOn() throws {
    let session = try store.begin(newSession()).session
    #expect(throws: StoreError.sessionGoesOn(session)) { try store.keep(summary, of: session) }
    #expect(throws: StoreError.sessionGoesOn(session)) {
      try store.keep(selfRatings: [:], of: session)
    }
    #expect(throws: StoreError.sessionGoesOn(session)) { try store.keep(.useful, of: session) }
  }

  @Test("it goes when its session is deleted")
  func deleted() throws {
    let session = try endedSession()
    try store.keep(summary, of: session)
    try store.keep(selfRatings: ["validation": 5], of: session)
    try store.keep(.useful, of: session)
    try store.delete(session)
    for table in ["summaries", "ratings", "tallies", "indices", "self_ratings", "strains"] {
      #expect(try store.numbers("SELECT count(*) AS n FROM \(table)") == [0])
    }
  }

  @Test("a drill is told from a whole session")
  func drill() throws {
    var session = newSession()
    session.isDrill = true
    _ = try store.begin(session)
    _ = try store.begin(seed: 2)
    #expect(try store.sessions().map(\.isDrill) == [false, true])
  }
}
