extension TranscriptStore {
  /// Removes a session with all its rows, and the library files nobody else pinned;
  /// who saw and decided what stays in the audit, without any words.
  ///
  /// The words are overwritten in the file and the log is emptied. False when another program was
  /// reading: then the log keeps them until the next time the store is closed by its last user.
  @discardableResult
  package func delete(_ session: String) throws -> Bool {
    try database.write {
      _ = try database.record(of: session)
      try database.execute("DELETE FROM sessions WHERE id = ?", [.text(session)])
    }
    return try emptyLog()
  }
}
