import Supervision

/// Something that was written out of the store, to where the store has no say any more.
package struct KeptExport: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case csv, jsonl, xapi
    /// Everything about one trainee.
    case record
  }

  package var at: String
  package var who: String
  package var kind: Kind
  /// Where it was written to; nil once somebody in it was erased, whose name it may hold.
  package var place: String?
  /// What its statements' addresses begin with; nil where it has none.
  package var base: String?
  package var sessions: [String]

  package init(
    at: String, who: String, kind: Kind, place: String?, base: String? = nil, sessions: [String]
  ) {
    self.at = at
    self.who = who
    self.kind = kind
    self.place = place
    self.base = base
    self.sessions = sessions
  }
}

extension TranscriptStore {
  /// Keeps that sessions are exported, for each of them in the audit, too.
  ///
  /// To be called before the files get their names: what is written down and then fails harms nobody.
  package func keep(_ export: KeptExport) throws {
    try database.write {
      try database.execute(
        "INSERT INTO exports (at, who, kind, place, base) VALUES (?, ?, ?, ?, ?)",
        [
          .text(export.at), .text(export.who), .text(export.kind.rawValue), .text(export.place),
          .text(export.base),
        ])
      let id = try database.rows("SELECT last_insert_rowid() AS id") { $0.int("id") }.first ?? 0
      for session in export.sessions {
        try database.execute(
          """
          INSERT INTO exported_sessions (export, session, trainee)
          SELECT ?, id, trainee FROM sessions WHERE id = ?
          """, [.integer(id), .text(session)])
        try database.note(
          .exported, by: export.who, on: session, export.kind.rawValue, at: export.at)
      }
    }
  }

  /// What was exported with sessions of a trainee in it, oldest first; of others' sessions nothing is
  /// told.
  package func exports(of trainee: String) throws -> [KeptExport] {
    try database.read {
      try database.rows(
        """
        SELECT id, at, who, kind, place, base FROM exports WHERE id IN (
          SELECT export FROM exported_sessions WHERE trainee = ?) ORDER BY id
        """, [.text(trainee)]
      ) { row in
        KeptExport(
          at: row.text("at"), who: row.text("who"),
          kind: KeptExport.Kind(rawValue: row.text("kind")) ?? .record,
          place: row.optionalText("place"), base: row.optionalText("base"),
          sessions: try database.rows(
            """
            SELECT session FROM exported_sessions WHERE export = ? AND trainee = ?
            ORDER BY session
            """, [.integer(row.int("id")), .text(trainee)]
          ) { $0.text("session") })
      }
    }
  }
}
