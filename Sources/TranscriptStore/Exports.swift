import Supervision

/// Something that was written out of the store, to where the store has no say any more.
package struct KeptExport: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case csv, jsonl, xapi
    /// Everything about one trainee.
    case record
    /// Sessions to rate elsewhere.
    case packet
    case transcript, letter
    /// The supervision log.
    case log
  }

  package var at: String
  package var who: String
  package var kind: Kind
  /// Where it was written to; nil once somebody in it was erased, whose name it may hold.
  package var place: String?
  /// What its statements' addresses begin with; nil where it has none.
  package var base: String?
  package var sessions: [String]
  /// Whom it names beside those whose sessions are in it.
  package var trainees: [String]

  package init(
    at: String, who: String, kind: Kind, place: String?, base: String? = nil, sessions: [String],
    trainees: [String] = []
  ) {
    self.at = at
    self.who = who
    self.kind = kind
    self.place = place
    self.base = base
    self.sessions = sessions
    self.trainees = trainees
  }
}

extension TranscriptStore {
  /// Keeps that sessions are exported, for each of them in the audit, too, where `detail` says more than
  /// the kind.
  ///
  /// To be called before the files get their names: what is written down and then fails harms nobody.
  package func keep(_ export: KeptExport, detail: String? = nil) throws {
    try database.write { try database.keep(export, detail: detail) }
  }

  /// What was exported with sessions of a trainee in it or about her, oldest first; of others nothing is
  /// told.
  package func exports(of trainee: String) throws -> [KeptExport] {
    try database.read {
      try database.rows(
        """
        SELECT id, at, who, kind, place, base FROM exports WHERE id IN (\(exportsAboutSQL))
        ORDER BY id
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
          ) { $0.text("session") },
          trainees: try database.rows(
            "SELECT trainee FROM exported_trainees WHERE export = ? AND trainee = ?",
            [.integer(row.int("id")), .text(trainee)]
          ) { $0.text("trainee") })
      }
    }
  }
}

/// The ids of exports in which a trainee, `?1`, is.
let exportsAboutSQL = """
  SELECT export FROM exported_sessions WHERE trainee = ?1
  UNION SELECT export FROM exported_trainees WHERE trainee = ?1
  """

extension Database {
  /// Inside a transaction of somebody else's.
  func keep(_ export: KeptExport, detail: String? = nil) throws {
    try execute(
      "INSERT INTO exports (at, who, kind, place, base) VALUES (?, ?, ?, ?, ?)",
      [
        .text(export.at), .text(export.who), .text(export.kind.rawValue), .text(export.place),
        .text(export.base),
      ])
    let id = try rows("SELECT last_insert_rowid() AS id") { $0.int("id") }.first ?? 0
    for session in export.sessions {
      let kept = try rows(
        """
        INSERT OR IGNORE INTO exported_sessions (export, session, trainee)
        SELECT ?, id, trainee FROM sessions WHERE id = ? RETURNING session
        """, [.integer(id), .text(session)]
      ) { $0.text("session") }
      // A log may name a session twice, and one that is gone.
      guard !kept.isEmpty else { continue }
      try note(
        .exported, by: export.who, on: session, detail ?? export.kind.rawValue, at: export.at)
    }
    for trainee in export.trainees {
      try execute(
        "INSERT OR IGNORE INTO exported_trainees (export, trainee) VALUES (?, ?)",
        [.integer(id), .text(trainee)])
    }
  }
}
