import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioAnalysis {
  /// States that are asked about and never move, or that the author moves for nobody.
  mutating func checkStates(in sections: [ScenarioSection]) {
    var asked: Set<String> = []
    func note(_ condition: Condition?) {
      for clause in condition?.clauses ?? [] {
        for term in clause {
          if let state = term.fact.state { asked.insert(state) }
        }
      }
    }
    for beat in scenario.beats.indices {
      for rule in scenario.beats[beat].rules.indices {
        note(scenario.beats[beat].rules[rule].condition)
      }
      for hint in scenario.beats[beat].hints { note(hint.condition) }
      for duty in scenario.beats[beat].duties { note(duty.condition) }
    }
    for check in scenario.checks {
      for case .expect(let expectations) in check.steps.map(\.action) {
        for case .fact(let fact) in expectations.map(\.fact) {
          if let state = fact.state { asked.insert(state) }
        }
      }
    }
    var moved: Set<String> = []
    for beat in scenario.beats.indices {
      for effect in scenario.beats[beat].effects { moved.insert(effect.state) }
      for rule in scenario.beats[beat].rules.indices {
        for effect in scenario.beats[beat].rules[rule].effects { moved.insert(effect.state) }
      }
    }
    // Their course is worth seeing even where nothing hangs on it.
    let usual = Set(scenario.responsiveness.effects.values.joined().map(\.state))
    for section in sections {
      guard case .state(let lines) = section.content else { continue }
      for state in lines {
        guard let name = scenario.states.first(where: { state.name.equals($0.name) })?.name,
          let range = entailment.ranges[name]
        else { continue }
        if asked.contains(name), range.isStill {
          report(.stateNeverMoves(name, start: range.starts.lowerBound), at: state.name)
        } else if !asked.contains(name), moved.contains(name), !usual.contains(name) {
          report(.stateNeverRead(name), at: state.name)
        } else if !asked.contains(name), range.isStill {
          report(.stateUnused(name), at: state.name)
        }
      }
    }
  }

  /// Says where a comparison is decided by what can move its state; true where it can never hold.
  mutating func checkStateTerm(_ term: Term, in line: Phrase) -> Bool {
    guard let state = term.fact.state, let range = entailment.ranges[state] else { return false }
    let isNever = entailment.isImpossible(term)
    // That nothing moves it is said once, at the state.
    guard !range.isStill, !entailment.isDecidedByRange(term) else { return isNever }
    let isAlways = !isNever && entailment.isAlwaysTrue([term])
    guard isNever || isAlways else { return false }
    let text = (term.isNegated ? "not " : "") + scenario.words(for: term.fact)
    report(
      .comparisonDecided(
        text, always: isAlways, state: state, starts: range.starts,
        rises: range.rise > 0),
      at: line.part(scenario.words(for: term.fact)))
    return isNever
  }
}
