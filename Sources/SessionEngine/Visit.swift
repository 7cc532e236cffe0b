import ScenarioModel
import TranscriptModel

/// The conversation in one beat, from entering to leaving; a detour interrupts it.
struct Visit: Sendable, Hashable {
  var beat: Int
  /// Each visit has its own, so that its responses are known.
  var number: Int
  /// Responses given in it.
  var turns = 0
  /// How often each rule with a bound was taken.
  var timesTaken: [Int: Int] = [:]

  /// From this deep on, the oldest way back is forgotten.
  static let deepest = 16
}

extension Session {
  /// Goes where a rule leads; false where there is no such place, or no way back.
  @discardableResult
  mutating func go(to destination: Destination, _ events: inout [SessionEvent]) -> Bool {
    switch destination {
    case .beat(let index):
      guard prepared.beats.indices.contains(index) else { return false }
      interrupted = []
      enter(index, &events)
    case .detour(let index):
      guard prepared.beats.indices.contains(index) else { return false }
      if interrupted.count >= Visit.deepest { interrupted.removeFirst() }
      interrupted.append(here)
      enter(index, &events)
    case .back:
      guard let visit = interrupted.popLast() else { return false }
      here = visit
      events.append(.returned(beat: prepared.beats[visit.beat].name))
    case .ending(let index):
      guard prepared.endings.indices.contains(index) else { return false }
      say(prepared.endings[index].closing, &events)
      let outcome = prepared.endings[index].outcome
      end(outcome)
      events.append(.ended(outcome))
    }
    return true
  }

  private mutating func enter(_ index: Int, _ events: inout [SessionEvent]) {
    let beat = prepared.beats[index]
    if !visited.contains(index) { running += beat.duties.map { RunningDuty(number: $0) } }
    visited.insert(index)
    visits += 1
    here = Visit(beat: index, number: visits)
    events.append(.entered(beat: beat.name))
    apply(beat.effects, reason: beat.name, &events)
    say(beat.opening, &events)
  }
}
