import CSQLite
import Foundation
import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("The file, and what can be wrong with it")
struct StoreFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("folders and files are their owner's alone, whatever the umask", arguments: [0, 0o777])
  func modes(_ mask: UInt32) async throws {
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String, mask] in
      umask(mask)
      let store = try TranscriptStore(path: path + "/a/b/transcripts.sqlite")
      try store.begin().append(turn(1), at: time(1))
      for (name, mode) in [
        ("/a", 0o700), ("/a/b", 0o700), ("/a/b/transcripts.sqlite", 0o600),
        ("/a/b/transcripts.sqlite-wal", 0o600), ("/a/b/transcripts.sqlite-shm", 0o600),
      ] as [(String, mode_t)] {
        var status = stat()
        #expect(stat(path + name, &status) == 0, "\(name)")
        #expect(status.st_mode & 0o777 == mode, "\(name)")
      }
    }
  }

  @Test("a turn is synchronised with the disk, and references are checked")
  func settings() throws {
    let database = try TranscriptStore(path: folder.store).database
    #expect(
      try database.rows("PRAGMA journal_mode") { $0.text("journal_mode") } == ["wal"])
    for (name, value) in [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)] {
      #expect(try database.rows("PRAGMA \(name)") { $0.int(name) } == [value], "\(name)")
    }
  }

  @Test("a name that means something to SQLite is a name of a file like any other")
  func names() throws {
    let path = folder.path
    for name in [":memory:", "file:x?mode=memory", "store with space.sqlite", "ж.sqlite"] {
      try TranscriptStore(path: path + "/" + name).begin().append(turn(1), at: time(1))
      #expect(FileManager.default.fileExists(atPath: path + "/" + name))
    }
    for name in ["", "a\0b"] {
      #expect(throws: StoreError.cannotOpen(path: name)) { try TranscriptStore(path: name) }
    }
    #expect(throws: StoreError.cannotOpen(path: path)) { try TranscriptStore(path: path) }
    let below = path + "/:memory:/x.sqlite"
    #expect(throws: StoreError.cannotOpen(path: below)) { try TranscriptStore(path: below) }
  }

  @Test(
    "a file that is no transcript store is refused, and not touched",
    arguments: ["xy", "Scenario: The empty chair\n", String(repeating: "no database ", count: 999)])
  func notAStore(_ content: String) throws {
    try content.write(toFile: folder.store, atomically: false, encoding: .utf8)
    #expect(throws: StoreError.notAStore(path: folder.store)) {
      try TranscriptStore(path: folder.store)
    }
    #expect(try String(contentsOfFile: folder.store, encoding: .utf8) == content)
  }

  @Test("another program's database is refused, and not touched")
  func foreignDatabase() throws {
    var database: OpaquePointer?
    try #require(sqlite3_open(folder.store, &database) == SQLITE_OK)
    try #require(sqlite3_exec(database, "CREATE TABLE t (x)", nil, nil, nil) == SQLITE_OK)
    sqlite3_close(database)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    #expect(throws: StoreError.notAStore(path: folder.store)) {
      try TranscriptStore(path: folder.store)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
  }

  @Test("an empty file becomes a store")
  func emptyFile() throws {
    try "".write(toFile: folder.store, atomically: false, encoding: .utf8)
    try TranscriptStore(path: folder.store).begin().append(turn(1), at: time(1))
  }

  @Test("a damaged store says so")
  func damaged() throws {
    do {
      let writer = try TranscriptStore(path: folder.store).begin()
      for number in 1...30 { try writer.append(turn(number), at: time(number)) }
    }
    let file = try #require(FileHandle(forUpdatingAtPath: folder.store))
    let size = try file.seekToEnd()
    try file.seek(toOffset: 4096)
    file.write(Data(repeating: 0xA5, count: Int(size) - 4096))
    try file.close()
    #expect(throws: StoreError.damaged(path: folder.store)) {
      let store = try TranscriptStore(path: folder.store)
      for record in try store.sessions() { _ = try store.load(record.id) }
    }
  }

  @Test("a store that may not be written to says so")
  func readOnly() async throws {
    let path = folder.path
    chmod(path, 0o777)
    await #expect(processExitsWith: .success) { [path = path as String] in
      // Nothing is forbidden to root.
      if geteuid() == 0 { try #require(setgid(65534) == 0 && setuid(65534) == 0) }
      let inside = path + "/folder"
      let store = inside + "/transcripts.sqlite"
      do { _ = try TranscriptStore(path: store) }
      for (file, folder) in [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)] as [(mode_t, mode_t)] {
        try #require(chmod(store, file) == 0 && chmod(inside, folder) == 0)
        #expect(throws: StoreError.readOnly(path: store), "\(file) \(folder)") {
          try TranscriptStore(path: store)
        }
      }
      for name in ["/new.sqlite", "/new/new.sqlite"] {
        #expect(throws: StoreError.readOnly(path: inside + name)) {
          try TranscriptStore(path: inside + name)
        }
      }
      chmod(inside, 0o700)
    }
  }

  @Test("on a full disk a turn is refused whole, and taken once there is room")
  func fullDisk() throws {
    let store = try TranscriptStore(path: folder.store)
    let writer = try store.begin()
    try writer.append(turn(1), at: time(1))
    let before = try store.load(writer.session)
    let pages = try #require(
      try store.database.rows("PRAGMA page_count") { $0.int("page_count") }.first)
    try store.database.execute("PRAGMA max_page_count = \(pages + 2)")
    let long = turn(2, response(String(repeating: "word ", count: 10_000)))
    #expect(throws: StoreError.full(path: folder.store)) { try writer.append(long, at: time(2)) }
    #expect(try store.load(writer.session) == before)
    try store.database.execute("PRAGMA max_page_count = 1000000")
    try writer.append(long, at: time(2))
    #expect(try store.load(writer.session).turns.last?.events == long)
  }

  @Test("a store that another program keeps to itself says so")
  func locked() throws {
    let store = try TranscriptStore(path: folder.store, patience: 0)
    let writer = try store.begin()
    let other = try TranscriptStore(path: folder.store)
    try other.database.write {
      #expect(throws: StoreError.locked(path: folder.store)) {
        try writer.append(turn(1), at: time(1))
      }
      // Reading goes on, and so does opening.
      let third = try TranscriptStore(path: folder.store, patience: 0)
      #expect(try third.sessions().count == 1)
    }
    try writer.append(turn(1), at: time(1))
  }
}
