import Diagnostics
import Outline
import ScenarioModel

extension ScenarioAnalysis {
  /// Places that only rules lead to which are never taken, and beats without a way to an ending.
  mutating func checkReach() {
    let reached = places(withIdleRules: false)
    if !idle.isEmpty { checkHiddenPlaces(reached) }
    checkEndless(reached)
  }

  /// Everything that can be come to from the first beat.
  func places(withIdleRules: Bool) -> PlaceSet {
    places(from: 0, withIdleRules: withIdleRules)
  }

  /// Everything that can be come to from a beat, itself included.
  func places(from start: Int, withIdleRules: Bool = false) -> PlaceSet {
    var found = PlaceSet()
    found.insert(.beat(start))
    var waiting = [start]
    while let beat = waiting.popLast() {
      for way in ways(from: beat, withIdleRules: withIdleRules) {
        if let next = beatIndex(way.destination) {
          if found.insert(.beat(next)) { waiting.append(next) }
        } else {
          found.insert(way.destination)
        }
      }
    }
    return found
  }

  /// Of places that follow one another only the first is named.
  private mutating func checkHiddenPlaces(_ reached: PlaceSet) {
    let all = places(withIdleRules: true)
    guard all.count > reached.count else { return }
    var named = PlaceSet()
    for beat in scenario.beats.indices where reached.contains(.beat(beat)) {
      for (index, rule) in scenario.beats[beat].rules.enumerated() {
        guard idle[RulePlace(beat: beat, rule: index)] != nil else { continue }
        for destination in [rule.destination, rule.bound?.destination].compactMap(\.self) {
          switch destination {
          case .beat(let next), .detour(let next):
            guard scenario.beats.indices.contains(next), !reached.contains(.beat(next)),
              named.insert(.beat(next))
            else { continue }
            reportHidden("beat", scenario.beats[next].name, heading(ofBeat: next), rule)
          case .ending(let next):
            guard scenario.endings.indices.contains(next), !reached.contains(destination),
              named.insert(destination)
            else { continue }
            reportHidden(
              "ending", scenario.endings[next].name, heading(ofEnding: next), rule)
          case .back: continue
          }
        }
      }
    }
  }

  private mutating func reportHidden(_ kind: String, _ name: String, _ place: Phrase, _ rule: Rule)
  {
    report(.hiddenPlace(kind: kind, name: name, ruleLine: rule.line), at: place)
  }

  /// A conversation that has come there never ends.
  private mutating func checkEndless(_ reached: PlaceSet) {
    var leadingTo = [[Int]](repeating: [], count: scenario.beats.count)
    var isSafe = [Bool](repeating: false, count: scenario.beats.count)
    var waiting: [Int] = []
    var returning: [Int] = []
    var detouring: [Int] = []
    for beat in scenario.beats.indices {
      for way in ways(from: beat) {
        switch way.destination {
        case .ending:
          if !isSafe[beat] { waiting.append(beat) }
          isSafe[beat] = true
        case .back: returning.append(beat)
        case .beat, .detour:
          if case .detour = way.destination { detouring.append(beat) }
          if let next = beatIndex(way.destination) { leadingTo[next].append(beat) }
        }
      }
    }
    // Back leads wherever somebody came from; which that is, the detours know.
    var hasLinkedReturns = false
    while let beat = waiting.popLast() {
      var before = leadingTo[beat]
      if !hasLinkedReturns, detouring.contains(beat) {
        hasLinkedReturns = true
        before += returning
      }
      for other in before where !isSafe[other] {
        isSafe[other] = true
        waiting.append(other)
      }
    }
    // A duty that is missed leads on from wherever the conversation has come to.
    let hasWayOut = scenario.beats.contains { beat in
      beat.duties.contains { if case .goTo = $0.penalty { true } else { false } }
    }
    guard !hasWayOut else { return }
    for beat in scenario.beats.indices where !isSafe[beat] && reached.contains(.beat(beat)) {
      report(.noEnding(beat: scenario.beats[beat].name), at: heading(ofBeat: beat))
    }
  }
}
