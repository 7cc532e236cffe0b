/// The last days whose records go: all before them, by the beginning of their times.
package struct RetentionCutoffs: Sendable, Hashable {
  /// Of sessions nobody was asked to rate and that are no exams; nil keeps them.
  package var practice: String?
  /// Of exams and of sessions somebody began to rate, was asked to, or wrote about safety on.
  package var rated: String?
  package var audit: String?
  /// Of tombstones and of what was exported.
  package var tombstones: String?
  /// Of names, words and sessions in the supervision log; the hours stay.
  package var log: String?

  package init(
    practice: String?, rated: String?, audit: String?, tombstones: String?, log: String? = nil
  ) {
    self.practice = practice
    self.rated = rated
    self.audit = audit
    self.tombstones = tombstones
    self.log = log
  }
}

/// What the rules of retention remove.
package struct RetentionList: Sendable, Hashable {
  /// Oldest first.
  package var practice: [SessionRecord]
  package var rated: [SessionRecord]
  /// Lines of the audit.
  package var audit: Int
  package var tombstones: Int
  package var exports: Int
  /// Entries of the supervision log that lose names, words and sessions.
  package var log: Int

  package var isEmpty: Bool {
    practice.isEmpty && rated.isEmpty && audit == 0 && tombstones == 0 && exports == 0 && log == 0
  }
}

extension TranscriptStore {
  /// What is older than the rules allow; nothing is changed.
  package func expired(_ cutoffs: RetentionCutoffs) throws -> RetentionList {
    try database.read { try listExpired(cutoffs) }
  }

  private func listExpired(_ cutoffs: RetentionCutoffs) throws -> RetentionList {
    let reviewed = Set(
      try database.rows(
        """
        SELECT session FROM reviews UNION SELECT session FROM assignments
        UNION SELECT session FROM comments WHERE kind = 'safety'
        """
      ) { $0.text("session") })
    let all = try sessions().reversed()
    func old(_ cutoff: String?, isRated: Bool) -> [SessionRecord] {
      guard let cutoff else { return [] }
      return all.filter {
        $0.lastActivity < cutoff
          && ($0.mode == .exam || reviewed.contains($0.id)) == isRated
      }
    }
    func count(_ table: String, _ cutoff: String?) throws -> Int {
      guard let cutoff else { return 0 }
      return try database.rows(
        "SELECT count(*) AS n FROM \(table) WHERE at < ?", [.text(cutoff)]
      ) { $0.int("n") }.first ?? 0
    }
    return RetentionList(
      practice: old(cutoffs.practice, isRated: false), rated: old(cutoffs.rated, isRated: true),
      audit: try count("audit", cutoffs.audit),
      tombstones: try count("tombstones", cutoffs.tombstones),
      exports: try count("exports", cutoffs.tombstones),
      log: try cutoffs.log.map { try database.expiredSupervisions(before: $0) } ?? 0)
  }

  /// Removes what is older than the rules allow; says what it was. ``purge()`` has to follow.
  package func expire(_ cutoffs: RetentionCutoffs) throws -> RetentionList {
    try database.write {
      let list = try listExpired(cutoffs)
      try database.erase(sessions: (list.practice + list.rated).map(\.id))
      if let cutoff = cutoffs.log { try database.eraseSupervisions(before: cutoff) }
      for (table, cutoff) in [
        ("audit", cutoffs.audit), ("tombstones", cutoffs.tombstones),
        ("exports", cutoffs.tombstones),
      ] {
        guard let cutoff else { continue }
        try database.execute("DELETE FROM \(table) WHERE at < ?", [.text(cutoff)])
      }
      return list
    }
  }
}
