import Supervision

extension TranscriptStore {
  /// Keeps a packet that is about to be written, and begins a review of each of its sessions by its
  /// rater, or goes on with her draft: all of them or none.
  ///
  /// `export` is kept with it. `dimensions` are what is to be rated in each session. `write` is given the drafts in the same
  /// order, as the last step: where it throws, nothing was kept.
  package func keep(
    _ packet: ReviewPacket, rating dimensions: [[DimensionRating]],
    as export: KeptExport? = nil, write: ([Review]) throws -> Void
  ) throws {
    try database.write {
      let sessions = packet.sessions.compactMap(\.self)
      try database.execute(
        "INSERT INTO packets (id, key, rater, made, sessions) VALUES (?, ?, ?, ?, ?)",
        [
          .text(packet.id), .text(packet.key), .text(packet.rater), .text(packet.made),
          .integer(sessions.count),
        ])
      let drafts = try zip(1..., zip(sessions, dimensions)).map { number, one in
        let (session, dimensions) = one
        let review = try database.beginReview(
          of: session, by: packet.rater, rating: dimensions, at: packet.made)
        try database.execute(
          "INSERT INTO packet_sessions (packet, number, session) VALUES (?, ?, ?)",
          [.text(packet.id), .integer(number), .text(session)])
        return review
      }
      if let export { try database.keep(export) }
      try write(drafts)
    }
  }

  /// The sessions that lie in a packet of this rater's which has not come back.
  ///
  /// One that was given back since lies in none, even if she has begun it anew.
  package func sessionsInPackets(of rater: String) throws -> Set<String> {
    Set(
      try database.rows(
        """
        SELECT session FROM packet_sessions JOIN packets ON packets.id = packet
        WHERE rater = ?1 AND taken_in IS NULL AND session IN (
          SELECT session FROM reviews
          WHERE rater = ?1 AND submitted IS NULL AND begun <= packets.made)
        """, [.text(rater)]
      ) { $0.text("session") })
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
