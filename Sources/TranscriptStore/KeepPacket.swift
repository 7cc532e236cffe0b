import Supervision

extension TranscriptStore {
  /// Keeps a packet that is about to be written, and begins a review of each of its sessions by its
  /// rater, or goes on with her draft: all of them or none.
  ///
  /// `dimensions` are what is to be rated in each session. Gives the drafts in the same order.
  package func keep(
    _ packet: ReviewPacket, rating dimensions: [[DimensionRating]]
  ) throws -> [Review] {
    try database.write {
      let sessions = packet.sessions.compactMap(\.self)
      try database.execute(
        "INSERT INTO packets (id, key, rater, made, sessions) VALUES (?, ?, ?, ?, ?)",
        [
          .text(packet.id), .text(packet.key), .text(packet.rater), .text(packet.made),
          .integer(sessions.count),
        ])
      return try zip(1..., zip(sessions, dimensions)).map { number, one in
        let (session, dimensions) = one
        let review = try database.beginReview(
          of: session, by: packet.rater, rating: dimensions, at: packet.made)
        try database.execute(
          "INSERT INTO packet_sessions (packet, number, session) VALUES (?, ?, ?)",
          [.text(packet.id), .integer(number), .text(session)])
        return review
      }
    }
  }

  /// Nil where this store has written no such packet.
  package func packet(_ id: String) throws -> ReviewPacket? {
    try database.read {
      let kept = try database.rows(
        "SELECT session, number FROM packet_sessions WHERE packet = ?", [.text(id)]
      ) { ($0.int("number"), $0.text("session")) }
      let sessions = Dictionary(kept) { first, _ in first }
      return try database.rows(
        "SELECT key, rater, made, sessions FROM packets WHERE id = ?", [.text(id)]
      ) { row in
        ReviewPacket(
          id: id, key: row.text("key"), rater: row.text("rater"), made: row.text("made"),
          sessions: (1...max(1, row.int("sessions"))).map { sessions[$0] })
      }.first
    }
  }
}
