import ScenarioModel

/// Where each state can stand at all, given its starts and whatever moves it.
///
/// Coarse on purpose: a state that something can lower may reach its bottom, and one that nothing
/// lowers never falls below its start.
struct StateRanges {
  struct Range {
    /// As declared.
    let lowest: Int
    let highest: Int
    /// The lowest and the highest start, variations included.
    var starts: ClosedRange<Int>
    /// The farthest one turn can raise and lower it; 0 for not at all.
    var rise = 0
    var fall = 0

    var least: Int { fall > 0 ? lowest : starts.lowerBound }
    var most: Int { rise > 0 ? highest : starts.upperBound }
    var isStill: Bool { rise == 0 && fall == 0 }
  }

  private(set) var ranges: [String: Range] = [:]

  init(_ scenario: Scenario) {
    for state in scenario.states where ranges[state.name] == nil {
      var starts = state.start...state.start
      for other in scenario.variations.flatMap(\.starts) where other.state == state.name {
        let start = min(max(other.value, state.lowest), state.highest)
        starts = min(starts.lowerBound, start)...max(starts.upperBound, start)
      }
      ranges[state.name] = Range(lowest: state.lowest, highest: state.highest, starts: starts)
    }
    addDefaultEffects(scenario.responsiveness)
    addEffects(of: scenario.beats)
  }

  subscript(state: String) -> Range? { ranges[state] }

  private mutating func addDefaultEffects(_ rules: Responsiveness) {
    let limit = max(0, rules.limit)
    guard rules.damping > 0, limit > 0 else { return }
    for effect in rules.effects.values.joined() {
      if effect.amount > 0 { ranges[effect.state]?.rise = limit }
      if effect.amount < 0 { ranges[effect.state]?.fall = limit }
    }
  }

  /// A turn takes one rule and enters at most one beat.
  private mutating func addEffects(of beats: [Beat]) {
    var most: [String: (rule: Step, beat: Step)] = [:]
    for beat in beats.indices {
      for (state, step) in sums(beats[beat].effects) {
        most[state, default: (Step(), Step())].beat.widen(to: step)
      }
      for rule in beats[beat].rules.indices where !beats[beat].rules[rule].effects.isEmpty {
        for (state, step) in sums(beats[beat].rules[rule].effects) {
          most[state, default: (Step(), Step())].rule.widen(to: step)
        }
      }
    }
    for (state, steps) in most {
      ranges[state]?.rise += steps.rule.up + steps.beat.up
      ranges[state]?.fall += steps.rule.down + steps.beat.down
    }
  }

  private struct Step {
    var up = 0
    var down = 0

    mutating func widen(to other: Step) {
      up = max(up, other.up)
      down = max(down, other.down)
    }
  }

  private func sums(_ effects: [Effect]) -> [String: Step] {
    if effects.isEmpty { return [:] }
    var result: [String: Step] = [:]
    for effect in effects {
      if effect.amount > 0 { result[effect.state, default: Step()].up += effect.amount }
      if effect.amount < 0 { result[effect.state, default: Step()].down -= effect.amount }
    }
    return result
  }
}
