import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioAnalysis {
  /// Hints that wait for what cannot be.
  mutating func checkHints() {
    guard scenario.beats.contains(where: { !$0.hints.isEmpty }) else { return }
    let sections = sections.filter { section in
      if case .beat = section.content { section.name != nil } else { false }
    }
    for (index, section) in zip(scenario.beats.indices, sections) {
      guard !scenario.beats[index].hints.isEmpty, case .beat(let lines) = section.content else {
        continue
      }
      let beat = scenario.beats[index]
      let hints = lines.filter { if case .hint = $0.content { true } else { false } }
      guard hints.count == beat.hints.count else { continue }
      for (hint, line) in zip(beat.hints, hints) {
        guard let condition = hint.condition else { continue }
        let phrase = line.line.phrase
        var isNever = false
        for clause in condition.clauses where !clause.isEmpty {
          let impossible = clause.filter { entailment.isImpossible($0) && $0.fact.state != nil }
          for term in clause { _ = checkStateTerm(term, in: phrase) }
          if impossible.count == clause.count { isNever = true }
        }
        // What cannot be has been said of the comparison itself.
        if isNever { continue }
        if entailment.contradiction(in: condition) != nil { report(.hintNeverShown, at: phrase) }
      }
    }
  }
}
