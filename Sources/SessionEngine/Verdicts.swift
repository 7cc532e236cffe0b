import ScenarioModel
import TranscriptModel

/// Whether a rule would fit a response, and if not, what it lacks.
package struct RuleVerdict: Sendable, Hashable {
  package let rule: Rule
  /// The clauses that do not hold; none for `otherwise`.
  package let failing: [FailingClause]
  /// It has said all it had to say.
  package let isSpent: Bool
  /// A response that was not understood fits `otherwise` alone.
  package let isUnderstood: Bool

  package var fits: Bool {
    rule.condition == nil || (failing.isEmpty && !isSpent && isUnderstood)
  }
}

/// A clause of a condition that does not hold.
package struct FailingClause: Sendable, Hashable {
  package let terms: [Term]
  /// The states it asks about as they stood when it was asked.
  package let states: [StateValue]
}

extension Session {
  /// What each rule of the present beat would say to a response given now, in file order: the first
  /// that fits is the one that would be taken.
  ///
  /// None where no rule would be looked at: after the ending, where the patient would ask again,
  /// and where a duty would be missed that leads away.
  package func verdicts(on response: CodedResponse) -> [RuleVerdict] {
    guard ending == nil, prepared.beats.indices.contains(here.beat) else { return [] }
    var heard = self
    var events: [SessionEvent] = []
    guard case .looksAtRules(let isUnderstood) = heard.take(response, &events) else { return [] }
    let beat = prepared.beats[here.beat]
    return zip(scenario.beats[here.beat].rules, beat.rules).map { rule, prepared in
      RuleVerdict(
        rule: rule, failing: heard.failing(rule.condition, prepared.condition),
        isSpent: heard.isSpent(prepared), isUnderstood: isUnderstood)
    }
  }

  private func failing(
    _ condition: Condition?, _ prepared: PreparedCondition?
  ) -> [FailingClause] {
    guard let condition, let prepared else { return [] }
    return zip(condition.clauses, prepared.clauses).filter { !holds($1, past) }.map { clause, _ in
      FailingClause(terms: clause, states: clause.compactMap { value(of: $0.fact) })
    }
  }

  private func value(of fact: Fact) -> StateValue? {
    switch fact {
    case .state(let name, _, _), .stateAtLowest(let name), .stateAtHighest(let name):
      scenario.states.firstIndex { $0.name == name }
        .map { StateValue(state: name, value: values[$0]) }
    default: nil
    }
  }
}
