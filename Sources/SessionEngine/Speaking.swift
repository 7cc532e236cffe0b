import ScenarioModel
import TranscriptModel

/// Which lines of a speech are still unsaid, so that none comes back before all have been said.
struct SpeechPool: Sendable, Hashable {
  private(set) var unsaid: [Int]
  private(set) var latest: Int?

  init(count: Int) { unsaid = Array(0..<count) }

  var isSpent: Bool { unsaid.isEmpty }

  mutating func take(_ position: Int) -> Int {
    let index = unsaid.remove(at: position)
    latest = index
    return index
  }

  /// All of them again; with more than one, not the latest first.
  mutating func refill(count: Int) {
    unsaid = Array(0..<count).filter { count == 1 || $0 != latest }
  }
}

extension Session {
  /// Says one line of a speech; nothing where it is `once` and spent.
  mutating func say(_ speech: Speech) -> [SessionEvent] {
    let count = speech.alternatives.count
    guard count > 0 else { return [] }
    var pool = pools[speech.line] ?? SpeechPool(count: count)
    if pool.isSpent {
      if speech.once { return [] }
      pool.refill(count: count)
    }
    let line = speech.alternatives[pool.take(random.below(pool.unsaid.count))]
    pools[speech.line] = pool
    let better = line.better.map { BetterSentence(sentence: $0, reason: line.betterReason ?? "") }
    return [
      .said(
        Utterance(
          speaker: speech.speaker, text: line.text, cues: line.cues, gist: line.gist,
          better: better))
    ]
  }
}
