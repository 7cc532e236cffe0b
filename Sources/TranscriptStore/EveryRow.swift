import CSQLite

/// A value as it stands in the store, for whoever asks for all of it.
package enum KeptValue: Sendable, Hashable, Encodable {
  case none
  case whole(Int64)
  case number(Double)
  case text(String)

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .none: try container.encodeNil()
    case .whole(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

extension TranscriptStore {
  /// Every row of every table that is about a trainee, by the table's name; tables without any are
  /// left out.
  ///
  /// Told from the schema and not from a list, so that nothing is forgotten that a later attune keeps:
  /// every table has a column that leads to a session or a trainee, or is about nobody.
  package func everyRow(about trainee: String) throws -> [String: [[String: KeptValue]]] {
    try database.read {
      var found: [String: [[String: KeptValue]]] = [:]
      for table in try database.tables() {
        guard let condition = try database.condition(leadingToTraineeFrom: table) else { continue }
        let rows = try database.rows(
          "SELECT * FROM \"\(table)\" WHERE \(condition) ORDER BY rowid", [.text(trainee)]
        ) { $0.values }
        if !rows.isEmpty { found[table] = rows }
      }
      return found
    }
  }
}

extension Database {
  /// Tables of trainees' records, sorted; those about the store itself and about how raters were
  /// calibrated are no part of them.
  func tables() throws -> [String] {
    try rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
      AND name NOT IN ('migrations', 'salts', 'library_files', 'tombstones', 'exports', 'packets',
        'purges', 'kit_attempts', 'anchor_ratings', 'anchor_scores', 'anchor_codes')
      ORDER BY name
      """
    ) { $0.text("name") }
  }

  /// Nil where no column of a table leads to a trainee.
  func condition(leadingToTraineeFrom table: String) throws -> String? {
    let columns = Set(
      try rows("SELECT name FROM pragma_table_info(?)", [.text(table)]) { $0.text("name") })
    let sessions = "SELECT id FROM sessions WHERE trainee = ?1"
    if table == "trainees" { return "name = ?1" }
    let meetings = "SELECT supervision FROM supervised WHERE trainee = ?1"
    if table == "supervisions" { return "id IN (\(meetings))" }
    if table == "supervised_sessions" {
      // What was talked about with her and is gone; of sessions that are there, only her own.
      return """
        session IN (\(sessions)) OR (session IS NOT NULL AND supervision IN (\(meetings))
          AND session NOT IN (SELECT id FROM sessions))
        """
    }
    if columns.contains("trainee") { return "trainee = ?1" }
    if columns.contains("session") { return "session IN (\(sessions))" }
    if columns.contains("review") {
      return "review IN (SELECT id FROM reviews WHERE session IN (\(sessions)))"
    }
    return nil
  }
}
