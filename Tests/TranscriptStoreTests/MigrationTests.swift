import CSQLite
import Foundation
import Supervision
import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("A store grows with attune")
struct MigrationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ sql: String) throws {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    try #require(sqlite3_open(folder.store, &database) == SQLITE_OK)
    try #require(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
  }

  private func schema(_ store: TranscriptStore) throws -> [String] {
    try store.database.rows("SELECT sql FROM sqlite_schema ORDER BY type, name") { $0.text("sql") }
  }

  @Test("a store of version 1 opens with everything that was in it")
  func versionOne() throws {
    try run(versionOneStore)
    let store = try TranscriptStore(path: folder.store)
    #expect(try store.load("bakotuli") == versionOneSession)
    #expect(
      try store.load("dademilo").events
        == [.began(scenario: "empty-chair", seed: 7), .ended(ending)])
    // What ended before people could rate waits for them.
    #expect(try store.queue(QueueFilter(), limit: 9).map(\.id) == ["dademilo"])
    #expect(try schema(store) == schema(TranscriptStore(path: folder.path + "/new.sqlite")))
    #expect(try store.numbers("SELECT count(*) AS n FROM pragma_foreign_key_check") == [0])
    try store.resume("bakotuli").append(turn(2), at: time(9))
  }

  @Test("a migration is applied once, and keeps what is there")
  func appliedOnce() throws {
    let writer = try TranscriptStore(path: folder.store).begin()
    let next =
      Migration.all + [
        Migration(name: "notes", sql: "CREATE TABLE notes (text TEXT NOT NULL) STRICT")
      ]
    for _ in 1...2 {
      let store = try TranscriptStore(path: folder.store, migrations: next)
      #expect(try store.sessions().map(\.id) == [writer.session])
      #expect(
        try store.database.rows("SELECT name FROM migrations ORDER BY position") {
          $0.text("name")
        } == next.map(\.name))
    }
  }

  @Test("what was exported before files of every kind were kept is there afterwards")
  func earlierExports() throws {
    let place = Migration.all.firstIndex { $0.name == "exports of every written file" }
    let earlier = Array(Migration.all[..<(try #require(place))])
    do {
      let store = try TranscriptStore(path: folder.store, migrations: earlier)
      let id = try store.begin(newSession(trainee: "jo"), seed: 1).session
      try store.database.executeAll(
        """
        INSERT INTO exports (id, at, who, kind, place) VALUES
          (3, '2026-03-01T09:00:00Z', 'una', 'csv', '/tables'),
          (7, '2026-03-01T09:00:00Z', 'una', 'record', '/jo');
        INSERT INTO exported_sessions VALUES (3, '\(id)', 'jo'), (7, '\(id)', 'jo');
        """)
    }
    let store = try TranscriptStore(path: folder.store)
    #expect(try store.exports(of: "jo").map(\.place) == ["/tables", "/jo"])
    #expect(try store.numbers("SELECT count(*) AS n FROM pragma_foreign_key_check") == [0])
    try store.database.execute("DELETE FROM exports WHERE id = 3")
    #expect(try store.numbers("SELECT export AS n FROM exported_sessions") == [7])
  }

  @Test("a migration that fails changes nothing")
  func failing() throws {
    let before = try schema(TranscriptStore(path: folder.store))
    let broken =
      Migration.all + [
        Migration(name: "broken", sql: "CREATE TABLE notes (text TEXT) STRICT; CREATE nonsense")
      ]
    #expect(throws: StoreError.self) {
      try TranscriptStore(path: folder.store, migrations: broken)
    }
    #expect(try schema(TranscriptStore(path: folder.store)) == before)
  }

  @Test("a store of a newer attune is refused, and not touched")
  func newer() throws {
    let newer = Migration.all + [Migration(name: "of tomorrow", sql: "SELECT 1")]
    _ = try TranscriptStore(path: folder.store, migrations: newer)
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
    let error = #expect(throws: StoreError.newerStore(path: folder.store)) {
      try TranscriptStore(path: folder.store)
    }
    #expect(
      error?.description == "'\(folder.store)' was written by a newer attune; "
        + "update attune, or name another store with --store")
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
  }
}
