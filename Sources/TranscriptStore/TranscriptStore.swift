/// Sessions kept in one SQLite file: the only place that knows SQL.
///
/// Everything is a value on the way in and on the way out. A call either does all it says or throws
/// a ``StoreError`` and changes nothing; once `append` has returned, the turn is on the disk.
///
/// What is kept once, so that nothing can disagree:
///
/// - A response and its codes stand in `turns` and `codes`; scenario, seed and ending stand in
///   `sessions`. The events that tell of them (`responded`, `began`, `ended`) only point there.
/// - Whether a session is going on, left or over, the number of its turns and the time it was last
///   touched follow from the rows and are never written down.
/// - So do the rule that fired, the beat and the states after a turn: they are folded from the
///   events, starting from the opening states that `begin` was given.
/// - A library file is kept by its content, once; its name and kind belong to the session that
///   pinned it. When the last such session goes, so does the file.
///
/// One thing follows from the rest and is kept all the same: the summary of an ended session, because
/// it takes rating the session to make it again.
///
/// Times are given by the caller as `2026-03-01T09:30:00Z`: UTC, whole seconds.
/// Not for use from two threads at once; several stores on one file are fine.
package final class TranscriptStore {
  let database: Database

  /// The file, as it was named.
  package let path: String

  /// Opens the store at `path`, or makes it, with its folders, for its owner's eyes only.
  ///
  /// `patience` is how long, in milliseconds, to wait for another program that is writing.
  package convenience init(path: String, patience: Int = 5000) throws {
    try self.init(path: path, patience: patience, migrations: Migration.all)
  }

  init(path: String, patience: Int = 5000, migrations: [Migration]) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw StoreError.cannotOpen(path: path) }
    // So that ':memory:' and 'file:x' are names of files like any other.
    let file = path.hasPrefix("/") ? path : "./" + path
    try makeStoreFile(at: file)
    self.path = path
    database = try Database(path: file)
    try database.becomeStore(patience: patience)
    try migrations.apply(to: database)
  }
}
