import Foundation
import Terminal
import TranscriptModel
import TranscriptStore

@testable import Commands

/// `attune progress` over a store of 1,000 whole sessions of one trainee, each as long as a played one.
func benchmarkProgress() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.path + "/transcripts.sqlite"
  func attune(_ words: [String], lines: [String] = []) -> String {
    let recorded = RecordedStreams(lines: lines)
    let surroundings = Surroundings(
      streams: recorded.streams, environment: ["HOME": folder.path], folder: folder.path,
      now: { "2026-03-01T09:30:00Z" }, chance: { 7 })
    _ = Program.run(words + ["--store", path], in: surroundings)
    return recorded.output
  }
  let lines = (1...30).map { "You look alone with that, I think. What was it like, \($0)?" }
  _ = attune(["practice", "new-city-no-map"], lines: lines)
  let store = try TranscriptStore(path: path)
  guard let first = try store.endedSessions(of: "trainee").first, let summary = first.summary
  else { return print("progress: the session did not end") }
  let played = try store.load(first.record.id)
  var chance = SystemRandomNumberGenerator()
  for number in 1..<1000 {
    let copy = NewSession(
      trainee: "trainee", title: first.record.title, started: first.record.started,
      mode: number % 9 == 0 ? .exam : .coach, choicesShown: false, attuneVersion: "0",
      states: played.openingStates, files: played.files)
    let writer = try store.begin(copy, opening: played.opening, using: &chance)
    for turn in played.turns { try writer.append(turn.events, at: turn.givenAt) }
    var summary = summary
    for place in summary.ratings.indices { summary.ratings[place].level = 1 + number * 7 % 5 }
    try store.keep(summary, of: writer.session)
  }
  let size =
    try folder.appending(path: "transcripts.sqlite")
    .resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
  func milliseconds(_ body: () -> Int) -> Int { Int(Benchmarks.best(of: 7, body) / 1_000_000) }
  print("a store of 1000 sessions of \(played.turns.count) turns: \(size / 1_000_000) MB")
  print("opening it, finding the sessions and what they came to:", terminator: " ")
  print(
    milliseconds { (try? TranscriptStore(path: path).endedSessions(of: "trainee").count) ?? 0 },
    "ms")
  print("attune progress: \(milliseconds { attune(["progress"]).count }) ms; 300 are allowed")
  let page = folder.path + "/page.html"
  print("with --html: \(milliseconds { attune(["progress", "--force", "--html", page]).count }) ms")
}
