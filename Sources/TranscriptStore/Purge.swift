extension TranscriptStore {
  /// Empties the log, which still holds what was deleted or changed; false while another program reads,
  /// when it has to wait.
  func emptyLog() throws -> Bool {
    let isBusy = try database.rows("PRAGMA wal_checkpoint(TRUNCATE)") { $0.truth("busy") }
    return isBusy == [false]
  }

  /// Makes sure that nothing of what was deleted or changed is left in the file, its free pages or its
  /// log; false while another program reads.
  ///
  /// `secure_delete` overwrites what is deleted as it goes; the file is built anew all the same, so
  /// that what an older SQLite left behind goes, too. Copies the file system made are out of reach.
  package func purge() throws -> Bool {
    try database.execute("VACUUM")
    guard try emptyLog() else { return false }
    try database.write { try database.execute("DELETE FROM purges") }
    return true
  }

  /// Whether something was removed whose pages may not be gone yet.
  package func awaitsPurge() throws -> Bool {
    try !database.rows("SELECT id FROM purges") { $0.int("id") }.isEmpty
  }
}

extension Database {
  /// Keeps, with whatever removes words, that ``TranscriptStore/purge()`` has to follow: a crash in
  /// between is made good by whoever comes next.
  func awaitPurge() throws {
    try execute("INSERT OR IGNORE INTO purges (id) VALUES (1)")
  }
}
