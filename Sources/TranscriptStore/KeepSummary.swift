extension TranscriptStore {
  /// Keeps what an ended session came to, in place of what was kept before.
  package func keep(_ summary: SessionSummary, of session: String) throws {
    try database.write {
      try database.mustHaveEnded(session)
      try database.execute("DELETE FROM summaries WHERE session = ?", [.text(session)])
      try database.execute(
        """
        INSERT INTO summaries (session, area, phase, difficulty, variation, mark, gate)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(session), .text(summary.area), .text(summary.phase), .integer(summary.difficulty),
          .text(summary.variation), summary.mark.map { .integer($0) } ?? .null,
          .text(summary.gate.rawValue),
        ])
      for (position, rating) in summary.ratings.enumerated() {
        try database.execute(
          "INSERT INTO ratings (session, position, dimension, title, level) VALUES (?, ?, ?, ?, ?)",
          [
            .text(session), .integer(position), .text(rating.dimension), .text(rating.title),
            rating.level.map { .integer($0) } ?? .null,
          ])
      }
      for tally in summary.tallies {
        try database.execute(
          """
          INSERT INTO tallies (session, dimension, cue, met, half, missed, harmed)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .text(session), .text(tally.dimension), .text(tally.cue), .integer(tally.met),
            .integer(tally.half), .integer(tally.missed), .integer(tally.harmed),
          ])
      }
      for (position, index) in summary.indices.enumerated() {
        try database.execute(
          "INSERT INTO indices (session, position, name, value, unit) VALUES (?, ?, ?, ?, ?)",
          [
            .text(session), .integer(position), .text(index.name),
            index.value.map { .real($0) } ?? .null, .text(index.unit),
          ])
      }
      try database.refreshQueue(session)
    }
  }

  /// Whether it is kept what the session came to.
  package func hasSummary(_ session: String) throws -> Bool {
    try !database.rows("SELECT 1 FROM summaries WHERE session = ?", [.text(session)], { _ in })
      .isEmpty
  }

  /// Keeps the levels a trainee gave herself, by dimension, in place of those given before.
  package func keep(selfRatings: [String: Int], of session: String) throws {
    try database.write {
      try database.mustHaveEnded(session)
      try database.execute("DELETE FROM self_ratings WHERE session = ?", [.text(session)])
      for (dimension, level) in selfRatings.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          "INSERT INTO self_ratings (session, dimension, level) VALUES (?, ?, ?)",
          [.text(session), .text(dimension), .integer(level)])
      }
    }
  }

  /// Keeps how hard a drill felt, in place of what was said before.
  package func keep(_ strain: Strain, of session: String) throws {
    try database.write {
      try database.mustHaveEnded(session)
      try database.execute(
        "INSERT OR REPLACE INTO strains (session, strain) VALUES (?, ?)",
        [.text(session), .text(strain.rawValue)])
    }
  }
}

extension Database {
  fileprivate func mustHaveEnded(_ session: String) throws {
    guard case .ended = try record(of: session).state else {
      throw StoreError.sessionGoesOn(session)
    }
  }
}
