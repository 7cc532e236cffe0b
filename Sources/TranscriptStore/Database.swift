import CSQLite

/// A connection to one SQLite file.
final class Database {
  let path: String
  let handle: OpaquePointer
  /// Library files that were read, by their digests.
  var contents: [String: [UInt8]] = [:]

  init(path: String) throws(StoreError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw StoreError(code: code, path: path)
    }
    self.path = path
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs one statement for its effect.
  func execute(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) {
    let statement = try Statement(self, sql)
    try statement.run(values)
  }

  /// Runs several statements, such as a migration's.
  func executeAll(_ sql: String) throws(StoreError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw StoreError(code: code, path: path) }
  }

  /// One value for each row that `sql` finds.
  func rows<Value>(
    _ sql: String, _ values: [SQLValue] = [], _ value: (Row) throws -> Value
  ) throws -> [Value] {
    try Statement(self, sql).rows(values, value)
  }

  /// Does all of `body` durably, or nothing.
  ///
  /// The lock for writing is taken at once: a transaction that reads first and wants to write later
  /// fails without waiting when somebody else wrote in between.
  func write<Value>(_ body: () throws -> Value) throws -> Value {
    try refuseIfMoved()
    return try transaction("BEGIN IMMEDIATE", body)
  }

  /// Lets all of `body` read from one and the same moment.
  func read<Value>(_ body: () throws -> Value) throws -> Value {
    try transaction("BEGIN", body)
  }

  private func transaction<Value>(_ begin: String, _ body: () throws -> Value) throws -> Value {
    try execute(begin)
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // After some failures, a full disk among them, SQLite has already rolled back.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// A file without a name keeps nothing: what is written to it is gone when it is closed.
  private func refuseIfMoved() throws(StoreError) {
    var moved: Int32 = 0
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
    guard moved == 0 else { throw .moved(path: path) }
  }
}

// MARK: - Becoming a store

extension Database {
  /// The mark in the file's header that says it is attune's: "attn".
  static let mark: Int64 = 0x6174_746E

  /// Refuses other people's files, then sets what the store relies on.
  ///
  /// `patience` is in milliseconds; this and every later wait for a lock ends after it.
  func becomeStore(patience: Int) throws {
    guard sqlite3_db_readonly(handle, "main") == 0 else { throw StoreError.readOnly(path: path) }
    try retryingWhileLocked(for: patience) {
      let isOurs = try read {
        let mark = try rows("PRAGMA application_id") { $0.integer("application_id") }.first
        let tables = try rows("SELECT count(*) AS n FROM sqlite_schema") { $0.integer("n") }.first
        return mark == Database.mark || (mark == 0 && tables == 0)
      }
      guard isOurs else { throw StoreError.notAStore(path: path) }
      try executeAll("PRAGMA journal_mode = WAL")
    }
    sqlite3_busy_timeout(handle, Int32(clamping: patience))
    try executeAll(
      """
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      """)
  }

  /// Where several programs open a new file at once, SQLite's own waiting does not work: turning
  /// the log on fails at once with "busy".
  private func retryingWhileLocked(for patience: Int, _ body: () throws -> Void) throws {
    let pause: Int32 = 10
    for _ in 0..<max(0, patience / Int(pause)) {
      do {
        return try body()
      } catch StoreError.locked {
        sqlite3_sleep(pause)
      }
    }
    try body()
  }
}
