/// Why somebody is erased.
package enum ErasureReason: String, Sendable, Hashable, CaseIterable {
  case request, withdrawal, retention, mistake
}

/// What is left of a trainee who was erased: no name and no words.
package struct Tombstone: Sendable, Hashable {
  /// Of the name, with the store's salt.
  package var hash: String
  package var at: String
  package var reason: ErasureReason
}

/// What is kept on a trainee, in numbers.
package struct TraineeFootprint: Sendable, Hashable {
  package var sessions: Int
  /// Ratings she gave others as a rater; they are not hers to erase.
  package var ratingsOfOthers: Int
  /// Whether there is a record of cohort and supervisor.
  package var hasRecord: Bool
  /// Entries of the supervision log about meetings with her.
  package var supervisions: Int

  package var isEmpty: Bool { sessions == 0 && !hasRecord && supervisions == 0 }
}

extension TranscriptStore {
  /// How much is kept on a trainee.
  package func footprint(of trainee: String) throws -> TraineeFootprint {
    try database.read {
      func count(_ sql: String) throws -> Int {
        try database.rows("SELECT count(*) AS n FROM \(sql)", [.text(trainee)]) { $0.int("n") }
          .first ?? 0
      }
      return TraineeFootprint(
        sessions: try count("sessions WHERE trainee = ?"),
        ratingsOfOthers: try count(
          """
          reviews WHERE rater = ?1
          AND session NOT IN (SELECT id FROM sessions WHERE trainee = ?1)
          """),
        hasRecord: try count("trainees WHERE name = ?") > 0,
        supervisions: try count("supervised WHERE trainee = ?"))
    }
  }

  /// Erases everything kept on a trainee, all of it or nothing, and leaves a tombstone.
  ///
  /// Afterwards ``purge()`` has to be called, and again while ``awaitsPurge()`` says so. Lines of the
  /// audit by others stay: they name a session that is no more, and hold no words.
  package func erase(
    _ trainee: String, reason: ErasureReason, at time: String,
    using generator: inout some RandomNumberGenerator
  ) throws {
    let salt = try salt(using: &generator)
    try database.write {
      try database.eraseFromLog(trainee)
      try database.erase(
        sessions: database.rows(
          "SELECT id FROM sessions WHERE trainee = ?", [.text(trainee)]
        ) { $0.text("id") })
      // A place may have been named after her, and she may have exported herself.
      try database.execute(
        """
        UPDATE exports SET place = NULL, who = CASE who WHEN ?1 THEN 'the trainee' ELSE who END
        WHERE id IN (\(exportsAboutSQL))
        """, [.text(trainee)])
      try database.execute(
        "UPDATE exported_sessions SET trainee = NULL WHERE trainee = ?", [.text(trainee)])
      try database.execute(
        "DELETE FROM exported_trainees WHERE trainee = ?", [.text(trainee)])
      try database.execute("DELETE FROM trainees WHERE name = ?", [.text(trainee)])
      try database.execute(
        "INSERT OR IGNORE INTO tombstones (hash, at, reason) VALUES (?, ?, ?)",
        [.text(salt.hash("trainee", trainee)), .text(time), .text(reason.rawValue)])
    }
  }

  /// The tombstones of a name, oldest first; none where nobody of this name was erased.
  package func tombstones(of trainee: String) throws -> [Tombstone] {
    guard let salt = try database.salt() else { return [] }
    return try database.rows(
      "SELECT * FROM tombstones WHERE hash = ? ORDER BY at",
      [.text(salt.hash("trainee", trainee))]
    ) {
      Tombstone(
        hash: $0.text("hash"), at: $0.text("at"),
        reason: ErasureReason(rawValue: $0.text("reason")) ?? .request)
    }
  }
}

extension Database {
  /// Removes sessions with all that hangs on them, and what their trainees did to them from the audit.
  func erase(sessions: [String]) throws {
    try awaitPurge()
    for session in sessions {
      try execute(
        """
        DELETE FROM audit WHERE session = ?1
        AND who = (SELECT trainee FROM sessions WHERE id = ?1)
        """, [.text(session)])
      try execute("DELETE FROM sessions WHERE id = ?", [.text(session)])
    }
  }
}
