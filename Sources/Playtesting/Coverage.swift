import ScenarioModel
import SessionEngine
import TranscriptModel

/// How often each part of a scenario was come to.
package struct Coverage: Sendable, Hashable {
  /// Sessions that entered each beat, that came to each ending.
  package private(set) var beats: [Int]
  package private(set) var endings: [Int]
  /// How often each rule was taken, by beat and by its place there.
  package private(set) var rules: [[Int]]
  /// How often a rule's `at most … times` was used up.
  package private(set) var bounds: [[Int]]
  /// How often missing each duty of a beat had its penalty: of several missed at once that lead away
  /// only the first does.
  package private(set) var duties: [[Int]]
  /// How often each line was said.
  package private(set) var lines: [Int]
  /// 1 for each hint that could have been asked for at some time, else 0.
  package private(set) var hints: [[Int]]
  /// How often each cue of each line was offered, and how often the next response answered it.
  package private(set) var cuesOffered: [Int]
  package private(set) var cuesAnswered: [Int]
  /// The least and the greatest value each state had.
  package private(set) var lowest: [Int]
  package private(set) var highest: [Int]
  package private(set) var turns = 0

  init(_ places: ScenarioPlaces) {
    let scenario = places.scenario
    beats = scenario.beats.map { _ in 0 }
    endings = scenario.endings.map { _ in 0 }
    rules = scenario.beats.map { $0.rules.map { _ in 0 } }
    bounds = rules
    duties = scenario.beats.map { $0.duties.map { _ in 0 } }
    lines = places.lines.map { _ in 0 }
    hints = scenario.beats.map { $0.hints.map { _ in 0 } }
    cuesOffered = places.cues.map { _ in 0 }
    cuesAnswered = cuesOffered
    lowest = scenario.states.map(\.start)
    highest = lowest
  }

  /// Counts what a response led to; `beat` is where it was given, and `entered` the beats that this
  /// session has been counted for.
  mutating func count(
    _ events: [SessionEvent], in beat: Int, _ places: ScenarioPlaces, entered: inout Set<Int>
  ) -> Step {
    var step = Step()
    var hasLedAway = false
    for event in events {
      switch event {
      case .entered(let name):
        step.hasMoved = true
        guard let index = places.beat(named: name) else { continue }
        if entered.insert(index).inserted {
          if beats[index] == 0 { step.isNew = true }
          beats[index] += 1
        }
      case .returned: step.hasMoved = true
      case .ruleFired(_, _, let line):
        guard let rule = places.rule(of: beat, onLine: line) else { continue }
        if rules[beat][rule] == 0 { step.isNew = true }
        rules[beat][rule] += 1
        step.rule = rule
      case .dutyMissed(let name, _, let line, let note):
        guard note != nil || !hasLedAway, let duty = places.duty(ofBeat: name, onLine: line)
        else { continue }
        hasLedAway = hasLedAway || note == nil
        duties[duty.beat][duty.number] += 1
      case .said(let utterance):
        for line in places.linesByText[utterance.text] ?? [] {
          if lines[line] == 0 { step.isNew = true }
          lines[line] += 1
          for cue in places.cuesByLine[line] { cuesOffered[cue] += 1 }
        }
      case .ended(let ending):
        step.hasMoved = true
        guard let index = places.ending(named: ending.name) else { continue }
        if endings[index] == 0 { step.isNew = true }
        endings[index] += 1
        step.ending = index
      default: continue
      }
    }
    return step
  }

  /// What one response led to.
  struct Step {
    var rule: Int?
    var ending: Int?
    var hasMoved = false
    /// Whether something was come to for the first time.
    var isNew = false
  }

  mutating func countBound(_ rule: Int, of beat: Int) { bounds[beat][rule] += 1 }

  /// Counts the response itself: the cues it answers, and how the patient is after it.
  mutating func count(
    _ response: CodedResponse, to latest: [Utterance], values: [Int], _ places: ScenarioPlaces
  ) {
    turns += 1
    for index in values.indices {
      lowest[index] = min(lowest[index], values[index])
      highest[index] = max(highest[index], values[index])
    }
    for utterance in latest where !utterance.cues.isEmpty {
      for line in places.linesByText[utterance.text] ?? [] {
        for cue in places.cuesByLine[line] {
          guard let answers = places.answers[places.cues[cue].cue] else { continue }
          if response.codes.contains(where: { $0.count > 0 && answers.contains($0.code) }) {
            cuesAnswered[cue] += 1
          }
        }
      }
    }
  }

  /// Notes the hints that hold; looks only where one has never held yet.
  mutating func countHints(of session: Session) {
    let beat = session.beat
    guard session.ending == nil, hints.indices.contains(beat), hints[beat].contains(0) else {
      return
    }
    let shown = Set(session.hints)
    for (index, hint) in session.scenario.beats[beat].hints.enumerated()
    where shown.contains(hint.text) {
      hints[beat][index] = 1
    }
  }

  mutating func add(_ other: Coverage) {
    func sum(_ a: inout [Int], _ b: [Int]) { for index in a.indices { a[index] += b[index] } }
    sum(&beats, other.beats)
    sum(&endings, other.endings)
    for beat in rules.indices {
      sum(&rules[beat], other.rules[beat])
      sum(&bounds[beat], other.bounds[beat])
      sum(&duties[beat], other.duties[beat])
      for index in hints[beat].indices {
        hints[beat][index] = max(hints[beat][index], other.hints[beat][index])
      }
    }
    sum(&lines, other.lines)
    sum(&cuesOffered, other.cuesOffered)
    sum(&cuesAnswered, other.cuesAnswered)
    for index in lowest.indices {
      lowest[index] = min(lowest[index], other.lowest[index])
      highest[index] = max(highest[index], other.highest[index])
    }
    turns += other.turns
  }
}
