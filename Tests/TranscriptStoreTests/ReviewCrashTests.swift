import Foundation
import Supervision
import Testing

@testable import TranscriptStore

/// Gives one rating after another until it is killed, and notes each in the file `acknowledged`.
private func rateUntilKilled(_ path: String, acknowledged: String, seed: UInt64) throws {
  let store = try TranscriptStore(path: path)
  let session = try store.queue(QueueFilter(), limit: 1).map(\.id).first ?? ""
  let notes = open(acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  let draft = try store.beginReview(of: session, by: "ruth", rating: dimensions, at: time(3))
  var next = (Int(draft.ratings[0].evidence) ?? 0) + 1
  signal(SIGALRM) { _ in kill(getpid(), SIGKILL) }
  var generator = SplitMix64(seed)
  var timer = itimerval()
  timer.it_value.tv_usec = Int.random(in: 200...40_000, using: &generator)
  setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  // It dies long before the last.
  while next < 100_000 {
    var rating = dimensions[0]
    (rating.score, rating.evidence, rating.turns) = (.level(next % 5 + 1), "\(next)", [1])
    try store.keep(rating, of: session, by: "ruth", at: time(4))
    var line = "\(next)\n"
    line.withUTF8 { _ = write(notes, $0.baseAddress, $0.count) }
    next += 1
  }
}

@Suite("A rating that was kept is not lost")
struct ReviewCrashTests {
  @Test("kill -9 at any moment keeps what was acknowledged, and the audit tells just that")
  func killed() async throws {
    let folder = try TemporaryFolder()
    let (path, notes) = (folder.store, folder.path + "/acknowledged")
    let session = try TranscriptStore(path: path).ended()
    for seed in UInt64(1)...8 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, notes = notes as String, seed = seed as UInt64] in
        try rateUntilKilled(path, acknowledged: notes, seed: seed)
      }
      let text = (try? String(contentsOfFile: notes, encoding: .utf8)) ?? ""
      let acknowledged = text.split(separator: "\n").compactMap { Int($0) }.last ?? 0
      let store = try TranscriptStore(path: path)
      guard let rating = try store.reviewed(session).reviews.first?.ratings.first else {
        // It died before it began.
        #expect(acknowledged == 0)
        continue
      }
      let kept = Int(rating.evidence) ?? 0
      #expect(kept >= acknowledged)
      #expect(rating.score == (kept == 0 ? nil : .level(kept % 5 + 1)))
      #expect(try store.audit(of: session).count { $0.action == .saved } == kept)
    }
  }
}
