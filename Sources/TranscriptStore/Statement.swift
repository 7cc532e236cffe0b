import CSQLite

/// What a column can hold.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
  static func truth(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
  static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
}

/// A compiled statement; it may be run many times with different values.
final class Statement {
  private let database: Database
  private let handle: OpaquePointer

  init(_ database: Database, _ sql: String) throws(StoreError) {
    self.database = database
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v2(database.handle, sql, -1, &compiled, nil)
    guard code == SQLITE_OK, let compiled else {
      throw StoreError(code: code, path: database.path)
    }
    handle = compiled
  }

  deinit { sqlite3_finalize(handle) }

  func run(_ values: [SQLValue] = []) throws(StoreError) {
    defer { sqlite3_reset(handle) }
    try bind(values)
    while try step() {}
  }

  func rows<Value>(_ values: [SQLValue], _ value: (Row) throws -> Value) throws -> [Value] {
    defer { sqlite3_reset(handle) }
    try bind(values)
    var columns: [String: Int32] = [:]
    for column in 0..<sqlite3_column_count(handle) {
      if let name = sqlite3_column_name(handle, column) { columns[String(cString: name)] = column }
    }
    var found: [Value] = []
    while try step() { found.append(try value(Row(handle: handle, columns: columns))) }
    return found
  }

  private func step() throws(StoreError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw StoreError(code: code, path: database.path)
    }
  }

  private func bind(_ values: [SQLValue]) throws(StoreError) {
    for (index, value) in zip(Int32(1)..., values) {
      let code = bind(value, at: index)
      guard code == SQLITE_OK else { throw StoreError(code: code, path: database.path) }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, index)
    case .integer(let value): return sqlite3_bind_int64(handle, index, value)
    case .real(let value): return sqlite3_bind_double(handle, index, value)
    case .text(var text):
      // With its length, so that a NUL in it does not end it.
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text64(
            handle, index, characters.baseAddress ?? Statement.nothing, UInt64(characters.count),
            Statement.copied, UInt8(SQLITE_UTF8))
        }
      }
    case .bytes(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
      return bytes.withUnsafeBytes { bytes in
        sqlite3_bind_blob64(
          handle, index, bytes.baseAddress, UInt64(bytes.count), Statement.copied)
      }
    }
  }

  /// `SQLITE_TRANSIENT`, a cast of -1 that Swift does not import: SQLite copies before it returns.
  private static var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Somewhere to point for an empty text, which would be NULL if it pointed nowhere.
  private static var nothing: UnsafePointer<CChar>? { UnsafePointer(bitPattern: 1) }
}

/// The row a statement stands on, valid until the statement moves; a column is read by its name.
struct Row {
  fileprivate let handle: OpaquePointer
  fileprivate let columns: [String: Int32]

  func integer(_ name: String) -> Int64 { sqlite3_column_int64(handle, column(name)) }

  func int(_ name: String) -> Int { Int(integer(name)) }

  func truth(_ name: String) -> Bool { integer(name) != 0 }

  func real(_ name: String) -> Double { sqlite3_column_double(handle, column(name)) }

  /// Nil where the column is NULL.
  func optionalInt(_ name: String) -> Int? { isNull(name) ? nil : int(name) }

  /// Nil where the column is NULL.
  func optionalReal(_ name: String) -> Double? { isNull(name) ? nil : real(name) }

  func text(_ name: String) -> String { optionalText(name) ?? "" }

  /// Nil where the column is NULL.
  func optionalText(_ name: String) -> String? {
    guard let start = sqlite3_column_text(handle, column(name)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column(name)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func bytes(_ name: String) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column(name)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column(name)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Every column with its value; what is no text and no number is left out.
  var values: [String: KeptValue] {
    columns.compactMapValues { column in
      switch sqlite3_column_type(handle, column) {
      case SQLITE_NULL: return KeptValue.none
      case SQLITE_INTEGER: return .whole(sqlite3_column_int64(handle, column))
      case SQLITE_FLOAT: return .number(sqlite3_column_double(handle, column))
      case SQLITE_TEXT:
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return .text(
          String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
      default: return nil
      }
    }
  }

  private func isNull(_ name: String) -> Bool {
    sqlite3_column_type(handle, column(name)) == SQLITE_NULL
  }

  /// SQLite reads a column that is not there as NULL.
  private func column(_ name: String) -> Int32 { columns[name] ?? -1 }
}
