import CSQLite
import Glibc

/// Why the store could not do what it was asked; it then changed nothing.
///
/// Carries names of files and sessions and numbers, never what a trainee said, and never SQL.
package enum StoreError: Error, Hashable, Sendable {
  /// The file is something else, or another program's database.
  case notAStore(path: String)
  /// The file holds a migration this attune does not know.
  case newerStore(path: String)
  /// The file or its folder may not be written to.
  case readOnly(path: String)
  case cannotOpen(path: String)
  case full(path: String)
  /// Another program kept the file to itself for longer than the store waits.
  case locked(path: String)
  case damaged(path: String)
  /// The file was moved or deleted under our hands; what is written now would be lost.
  case moved(path: String)
  /// Any other failure, by SQLite's extended result code.
  case failed(path: String, code: Int)

  case noSuchSession(String)
  /// More than one session id begins so.
  case ambiguousSession(String, candidates: [String])
  case wrongTurn(session: String, expected: Int, given: Int)
  /// Nothing was said yet, or the last turn was taken back already.
  case nothingToTakeBack(session: String)
  /// Somebody resumed the session after this writer did.
  case takenOver(session: String)
  case sessionIsOver(String)
  case sessionGoesOn(String)
  case noSuchTurn(String, turn: Int)
  /// A range that reaches beyond what was typed; `length` is in characters.
  case noSuchWords(String, turn: Int, length: Int)
  /// The rows of the session do not make sense to this attune.
  case unreadable(session: String)

  /// A turn that is not exactly one response with the events around it.
  case notATurn
  /// An opening that does not begin with `began`, or that holds a response.
  case notAnOpening
  /// A record that breaks a rule of the schema, by SQLite's extended result code.
  case refused(code: Int)
  case noFreeIdentifier
}

extension StoreError: CustomStringConvertible {
  package var description: String { "\(message); \(help)" }

  package var message: String {
    switch self {
    case .notAStore(let path): "'\(path)' is not a transcript store"
    case .newerStore(let path): "'\(path)' was written by a newer attune"
    case .readOnly(let path): "'\(path)' cannot be written to"
    case .cannotOpen(let path): "'\(path)' cannot be opened"
    case .full(let path): "no room is left on the disk for '\(path)'"
    case .locked(let path): "another program is keeping '\(path)' to itself"
    case .damaged(let path): "'\(path)' is damaged"
    case .moved(let path): "'\(path)' was moved or deleted while it was in use"
    case .failed(let path, let code): "'\(path)' could not be read or written (SQLite \(code))"
    case .noSuchSession(let name): "there is no session '\(name)'"
    case .ambiguousSession(let prefix, let candidates):
      "'\(prefix)' could be session \(StoreError.choice(of: candidates))"
    case .wrongTurn(let session, let expected, let given):
      "turn \(expected) of session '\(session)' comes next, not turn \(given)"
    case .nothingToTakeBack(let session): "session '\(session)' has no turn to take back"
    case .takenOver(let session): "session '\(session)' was taken up again somewhere else"
    case .sessionIsOver(let session): "session '\(session)' is over"
    case .sessionGoesOn(let session): "session '\(session)' has not come to an end"
    case .noSuchTurn(let session, let turn): "session '\(session)' has no turn \(turn)"
    case .noSuchWords(_, let turn, let length):
      "turn \(turn) has the characters 0 to \(length)"
    case .unreadable(let session): "session '\(session)' holds something this attune cannot read"
    case .notATurn: "a turn is one response and what came of it"
    case .notAnOpening: "an opening tells first that the session began, and holds no response"
    case .refused(let code): "a record breaks a rule of the transcript store (SQLite \(code))"
    case .noFreeIdentifier: "no name was found for a new session"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .notAStore: "name another file with --store, or move this one away to start afresh"
    case .newerStore: "update attune, or name another store with --store"
    case .readOnly:
      "allow yourself to write to the file and its folder, or name another store with --store"
    case .cannotOpen: "name a file in a folder of your own with --store"
    case .full: "free some space and try again; every turn before this one is kept"
    case .locked: "wait until the other program is done, or close it, and try again"
    case .damaged: "keep a copy of the file and go back to a backup"
    case .moved: "put it back, or start attune again"
    case .failed: "check the disk and try again; every turn before this one is kept"
    case .noSuchSession: "'attune transcript list' names the sessions"
    case .ambiguousSession: "type more letters of it"
    case .wrongTurn: "resume the session to go on after its last turn"
    case .nothingToTakeBack: "answer the patient first"
    case .takenOver: "go on there, or resume the session here"
    case .sessionIsOver: "start a new session"
    case .sessionGoesOn: "go on with it first"
    case .noSuchTurn: "'attune transcript show' numbers the turns"
    case .noSuchWords: "name the first character, from 0, and the one after the last: 4-9"
    case .unreadable: "update attune, or go back to a backup"
    case .notATurn, .notAnOpening, .refused: "this is a fault in attune; please report it"
    case .noFreeIdentifier: "try again"
    }
  }

  /// `'a' or 'b'`; of many, the first four and how many more.
  private static func choice(of names: [String]) -> String {
    let shown = names.prefix(4).map { "'\($0)'" }
    let rest = names.count - shown.count
    if rest > 0 { return shown.joined(separator: ", ") + " or one of \(rest) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.joined() }
    return shown.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension StoreError {
  /// What SQLite's extended result `code` means for the store at `path`.
  init(code: Int32, path: String) {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path)
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH: self = .readOnly(path: path)
    case SQLITE_CANTOPEN:
      // A file that may be read in a folder that may not be written to: SQLite's log has no place.
      let isClosed = access(path, F_OK) == 0 && access(parentFolder(of: path), W_OK) != 0
      self = isClosed ? .readOnly(path: path) : .cannotOpen(path: path)
    case SQLITE_NOTADB: self = .notAStore(path: path)
    case SQLITE_CORRUPT: self = .damaged(path: path)
    case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG: self = .refused(code: Int(code))
    default: self = .failed(path: path, code: Int(code))
    }
  }
}
