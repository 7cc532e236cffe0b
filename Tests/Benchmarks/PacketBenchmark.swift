import Foundation
import Terminal
import TranscriptModel
import TranscriptStore

@testable import Commands

/// `attune-bench packets [PAGE]`: a packet of 50 sessions of 40 turns. PAGE is kept, for a browser.
func benchmarkPackets(keeping page: String?) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.path + "/transcripts.sqlite"
  var chance = SystemRandomNumberGenerator()
  func attune(_ words: [String], lines: [String] = []) -> Int32 {
    let recorded = RecordedStreams(lines: lines)
    let surroundings = Surroundings(
      streams: recorded.streams, environment: ["HOME": folder.path], folder: folder.path,
      now: { "2026-03-01T09:30:00Z" }, chance: { chance.next() })
    return Program.run(words + ["--store", path], in: surroundings)
  }
  let names = ["new-city-no-map", "who-gets-up-at-night", "results-day"]
  let lines = (1...40).map {
    "You look alone with that, I think, and you have been for weeks. What was it like, \($0)?"
  }
  for name in names { _ = attune(["practice", name], lines: lines) }
  let store = try TranscriptStore(path: path)
  let played = try store.sessions().map { try store.load($0.id) }
  guard played.count == names.count, played.allSatisfy({ $0.record.state.ending != nil }) else {
    return print("packets: a session did not end")
  }
  for number in 0..<50 { _ = try copy(played[number % played.count], to: 40, in: store) }
  for session in played { try store.delete(session.record.id) }
  let out = page ?? folder.path + "/packet.html"
  try? FileManager.default.removeItem(atPath: out)
  let before = clock()
  let took = ContinuousClock().measure {
    if attune(["review", "packet", "--as", "ruth", "--out", out]) != 0 { print("not written") }
  }
  let spent = Int(clock() - before) * 1000 / Int(CLOCKS_PER_SEC)
  let size =
    try URL(filePath: out).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  print("a packet of 50 sessions of 40 turns: \(size / 1000) kB of 5000 allowed, written in", took)
  print("of processor time: \(spent) ms")
}

/// The session once more, its turns over and over until there are so many; its id.
func copy(_ played: StoredSession, to count: Int, in store: TranscriptStore) throws -> String {
  var chance = SystemRandomNumberGenerator()
  let session = NewSession(
    trainee: played.record.trainee, title: played.record.title, started: played.record.started,
    mode: .coach,
    choicesShown: false, attuneVersion: "0", states: played.openingStates, files: played.files)
  let writer = try store.begin(session, opening: played.opening, using: &chance)
  for number in 1...count {
    let turn =
      number == count
      ? played.turns[played.turns.count - 1] : played.turns[(number - 1) % (played.turns.count - 1)]
    let events = turn.events.map { event -> SessionEvent in
      if case .responded(_, let response) = event {
        .responded(turn: number, response)
      } else {
        event
      }
    }
    try writer.append(events, at: turn.givenAt)
  }
  return writer.session
}
