/// One step in the life of the schema.
///
/// A migration that has shipped is never edited and never removed: the next change is a new one at
/// the end of ``all``. Its name is written into every store it was applied to.
struct Migration {
  var name: String
  var sql: String

  static let all = [
    Migration(name: "sessions, turns, codes and events", sql: firstSchema),
    Migration(name: "summaries and self-ratings", sql: summarySchema),
    // No table changes: an attune that cannot read such an event is told that the store is newer,
    // not that a session in it is damaged.
    Migration(name: "notes on worksheets among the events", sql: ""),
    Migration(name: "reviews by people", sql: reviewSchema),
    Migration(name: "review packets", sql: packetSchema),
    Migration(name: "exports and tombstones", sql: recordsSchema),
    Migration(name: "letters and the supervision log", sql: letterSchema),
    Migration(name: "calibration of raters", sql: calibrationSchema),
    Migration(name: "exports of every written file", sql: writtenFilesSchema),
    Migration(name: "redaction of what is sealed", sql: redactionSchema),
  ]
}

extension [Migration] {
  /// Brings the store up to date, one transaction for each migration it has not seen.
  func apply(to database: Database) throws {
    // Without the lock for writing first: a store that is up to date opens while others write.
    guard try !missing(in: database).isEmpty else { return }
    for migration in self {
      try database.write {
        guard try missing(in: database).contains(migration.name) else { return }
        try database.executeAll("PRAGMA application_id = \(Database.mark)")
        try database.execute(
          """
          CREATE TABLE IF NOT EXISTS migrations (
            position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE
          ) STRICT
          """)
        try database.executeAll(migration.sql)
        try database.execute(
          "INSERT INTO migrations (name) VALUES (?)", [.text(migration.name)])
      }
    }
  }

  /// Names of the migrations still to be applied; a name that is not ours is a newer attune's.
  private func missing(in database: Database) throws -> [String] {
    let known = map(\.name)
    let table = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'"
    guard try !database.rows(table, [], { _ in }).isEmpty else { return known }
    let applied = try database.rows("SELECT name FROM migrations") { $0.text("name") }
    guard applied.allSatisfy(known.contains) else {
      throw StoreError.newerStore(path: database.path)
    }
    return known.filter { !applied.contains($0) }
  }
}
