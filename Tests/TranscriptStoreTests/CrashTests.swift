import CSQLite
import Foundation
import Testing
import TranscriptModel

@testable import TranscriptStore

/// How a writing process dies.
private enum Death: String, Codable, Sendable, CaseIterable {
  /// In the middle of a transaction, after a number of SQLite's own steps chosen by the seed.
  case atAStep
  /// At any moment, in a system call too, after a number of microseconds chosen by the seed.
  case atAMoment
}

nonisolated(unsafe) private var stepsToLive = 0

/// Appends turns until it is killed, and notes each turn in the file `acknowledged` once kept.
private func writeUntilKilled(
  _ path: String, acknowledged: String, seed: UInt64, death: Death
) throws {
  let store = try TranscriptStore(path: path)
  let notes = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  let session = try store.sessions().first?.id
  let writer = try session.map { try store.resume($0) } ?? store.begin()
  var next = try store.load(writer.session).turns.count + 1

  var generator = SplitMix64(seed)
  switch death {
  case .atAStep:
    stepsToLive = Int.random(in: 1...8_000, using: &generator)
    let step: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { _ in
      stepsToLive -= 1
      return stepsToLive > 0 ? 0 : kill(getpid(), SIGKILL)
    }
    sqlite3_progress_handler(store.database.handle, 1, step, nil)
  case .atAMoment:
    signal(SIGALRM) { _ in kill(getpid(), SIGKILL) }
    var timer = itimerval()
    timer.it_value.tv_usec = Int.random(in: 200...60_000, using: &generator)
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }
  // It dies long before the last.
  while next < 100_000 {
    let text = String(
      repeating: "turn \(next) ", count: Int.random(in: 1...3000, using: &generator))
    try writer.append(turn(next, response(text)), at: time(0))
    var line = "\(next)\n"
    line.withUTF8 { _ = write(notes, $0.baseAddress, $0.count) }
    next += 1
  }
}

@Suite("Nothing that was kept is lost")
struct CrashTests {
  @Test("kill -9 at any point loses no turn that was acknowledged", arguments: Death.allCases)
  fileprivate func killed(_ death: Death) async throws {
    let folder = try TemporaryFolder()
    let (path, notes) = (folder.store, folder.path + "/acknowledged")
    for seed in UInt64(1)...12 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, notes = notes as String, seed = seed as UInt64, death] in
        try writeUntilKilled(path, acknowledged: notes, seed: seed, death: death)
      }
      let text = (try? String(contentsOfFile: notes, encoding: .utf8)) ?? ""
      let acknowledged = text.split(separator: "\n").compactMap { Int($0) }
      let store = try TranscriptStore(path: path)
      let turns = try store.sessions().first.map { try store.load($0.id).turns } ?? []
      // At most the last turn of each life was kept without having been acknowledged.
      #expect(Set(acknowledged).isSubset(of: turns.map(\.number)))
      #expect(turns.count - acknowledged.count <= Int(seed))
      for (number, kept) in zip(1..., turns) {
        #expect(kept.number == number)
        #expect(kept.events == turn(number, kept.response))
        #expect(kept.response.text.hasPrefix("turn \(number) "))
      }
      let health = try store.database.rows("PRAGMA integrity_check") { $0.text("integrity_check") }
      #expect(health == ["ok"])
      #expect(try store.numbers("SELECT count(*) AS n FROM pragma_foreign_key_check") == [0])
    }
    let kept = try TranscriptStore(path: path).sessions().map(\.turns)
    #expect(kept.count == 1 && kept[0] > 0)
  }

  @Test("several programs open a new store at once, and each keeps its own session")
  func together() async throws {
    for _ in 1...5 {
      let folder = try TemporaryFolder()
      let path = folder.store
      await withTaskGroup(of: Void.self) { group in
        for seed in UInt64(1)...4 {
          group.addTask {
            await #expect(processExitsWith: .success) {
              [path = path as String, seed = seed as UInt64] in
              let writer = try TranscriptStore(path: path).begin(
                newSession(trainee: "\(seed)"), seed: seed)
              for number in 1...25 { try writer.append(turn(number), at: time(number)) }
            }
          }
        }
      }
      let records = try TranscriptStore(path: path).sessions()
      #expect(records.map(\.trainee).sorted() == ["1", "2", "3", "4"])
      #expect(records.map(\.turns) == [25, 25, 25, 25])
    }
  }
}
