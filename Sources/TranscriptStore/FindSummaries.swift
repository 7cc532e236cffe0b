extension TranscriptStore {
  /// The ended sessions of a trainee, oldest first, with all that is kept about how they went.
  package func endedSessions(of trainee: String) throws -> [SummarisedSession] {
    try database.read {
      let records = try sessions(of: trainee).reversed().filter { $0.state.ending != nil }
      var (ratings, tallies) = ([String: [KeptRating]](), [String: [CueTally]]())
      var (indices, ownRatings) = ([String: [KeptIndex]](), [String: [String: Int]]())
      try database.each("ratings", of: trainee, by: "position") { session, row in
        ratings[session, default: []].append(
          KeptRating(
            dimension: row.text("dimension"), title: row.text("title"),
            level: row.optionalInt("level")))
      }
      try database.each("tallies", of: trainee, by: "dimension, cue") { session, row in
        tallies[session, default: []].append(
          CueTally(
            dimension: row.text("dimension"), cue: row.text("cue"), met: row.int("met"),
            half: row.int("half"), missed: row.int("missed"), harmed: row.int("harmed")))
      }
      try database.each("indices", of: trainee, by: "position") { session, row in
        indices[session, default: []].append(
          KeptIndex(
            name: row.text("name"), value: row.optionalReal("value"), unit: row.text("unit")))
      }
      try database.each("self_ratings", of: trainee, by: "dimension") { session, row in
        ownRatings[session, default: [:]][row.text("dimension")] = row.int("level")
      }
      var strains: [String: Strain] = [:]
      try database.each("strains", of: trainee, by: "strain") { session, row in
        strains[session] = Strain(rawValue: row.text("strain"))
      }
      var summaries: [String: SessionSummary] = [:]
      try database.each("summaries", of: trainee, by: "session") { session, row in
        guard let gate = SessionSummary.Gate(rawValue: row.text("gate")) else {
          throw StoreError.unreadable(session: session)
        }
        summaries[session] = SessionSummary(
          area: row.text("area"), phase: row.text("phase"), difficulty: row.int("difficulty"),
          variation: row.optionalText("variation"), mark: row.optionalInt("mark"), gate: gate,
          ratings: ratings[session] ?? [], tallies: tallies[session] ?? [],
          indices: indices[session] ?? [])
      }
      return records.map { record in
        SummarisedSession(
          record: record, summary: summaries[record.id], selfRatings: ownRatings[record.id] ?? [:],
          strain: strains[record.id])
      }
    }
  }
}

extension Database {
  /// The rows of a table that has one or more for a session, of all sessions of a trainee.
  fileprivate func each(
    _ table: String, of trainee: String, by order: String,
    _ body: (_ session: String, _ row: Row) throws -> Void
  ) throws {
    _ = try rows(
      """
      SELECT * FROM \(table) WHERE session IN (SELECT id FROM sessions WHERE trainee = ?)
      ORDER BY session, \(order)
      """, [.text(trainee)]
    ) { row in try body(row.text("session"), row) }
  }
}
