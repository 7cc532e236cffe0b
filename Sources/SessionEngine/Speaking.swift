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
  /// Says one line of a speech; nothing, and false, where it is `once` and spent.
  @discardableResult
  mutating func say(_ speech: PreparedSpeech, _ events: inout [SessionEvent]) -> Bool {
    guard let index = nextLine(of: speech) else { return false }
    let line = speech.lines[index]
    offeredCues += line.cues
    events.append(.said(line.utterance))
    return true
  }

  /// Says all of them in order, one line of each; whether anything was said.
  @discardableResult
  mutating func say(_ speeches: [PreparedSpeech], _ events: inout [SessionEvent]) -> Bool {
    var hasSpoken = false
    for speech in speeches where say(speech, &events) { hasSpoken = true }
    return hasSpoken
  }

  private mutating func nextLine(of speech: PreparedSpeech) -> Int? {
    let count = speech.lines.count
    // One line that may be said again needs no memory.
    guard count > 1 || speech.once else { return count > 0 ? 0 : nil }
    guard count > 0 else { return nil }
    var pool = pools[speech.number] ?? SpeechPool(count: count)
    if pool.isSpent {
      if speech.once { return nil }
      if speech.isInTurn { return count - 1 }
      pool.refill(count: count)
    }
    let index = pool.take(speech.isInTurn ? 0 : random.below(pool.unsaid.count))
    pools[speech.number] = pool
    return index
  }

  /// Whether a rule has said all it had to say and leads nowhere.
  func isSpent(_ rule: PreparedRule) -> Bool {
    rule.isSpendable && rule.speeches.allSatisfy { pools[$0.number]?.isSpent == true }
  }

  /// What the patient says when there is nothing else to say.
  mutating func askAgain(_ events: inout [SessionEvent]) {
    _ = prepared.fallback.first { say($0, &events) }
  }
}
