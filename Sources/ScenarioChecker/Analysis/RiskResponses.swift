import ScenarioModel

extension RiskSearch {
  func subsets(of open: [Int]) -> [[Int]] {
    open.reduce([[]]) { sets, duty in sets + sets.map { $0 + [duty] } }
  }

  /// What is known of a response that fits this rule before any other, meets these duties and not
  /// those; nil where there can be none.
  mutating func response(
    _ position: RiskPosition, rule: Int?, met: [Int], unmet: [Int]
  ) -> Condition? {
    let question = Question(
      beat: position.beat, rule: rule, met: met, unmet: unmet, turns: position.turns)
    if let answer = possible[question] { return answer }
    let answer = findResponse(question)
    possible[question] = .some(answer)
    return answer
  }

  private mutating func findResponse(_ question: Question) -> Condition? {
    let (beat, rule) = (question.beat, question.rule)
    let rules = analysis.scenario.beats[beat].rules
    var certain: [Fact] = [.riskOpen, .visited(start), .visited(beat)]
    var wanted = rule.flatMap { rules[$0].condition }?.clauses ?? []
    for duty in question.met { wanted += duties[duty].condition.clauses }
    if let turns = question.turns {
      certain.append(.turnsHere(atLeast: turns + 1))
      if turns < lastTurn[beat] {
        // Before each that is understood, three may be asked about.
        let most = understandsAll ? turns + 1 : 4 * (turns + 1)
        wanted.append([Term(isNegated: true, fact: .turnsHere(atLeast: most + 1))])
      }
    }
    wanted += certain.map { [Term(isNegated: false, fact: $0)] }
    let earlier = rules.prefix(rule ?? 0).enumerated().filter { index, other in
      !other.canBeUsedUp && analysis.idle[RulePlace(beat: beat, rule: index)] == nil
    }
    let before = earlier.suffix(50).compactMap(\.element.condition)
    for refusal in refusals(of: question.unmet) {
      let condition = Condition(clauses: wanted + refusal)
      if analysis.entailment.contradiction(in: condition) != nil { continue }
      if before.contains(where: { analysis.entailment.implies(condition, $0) }) { continue }
      return condition
    }
    return nil
  }

  /// The ways not to meet these duties: of each, one clause is false. Where there are very many, that
  /// they are not met is not made use of.
  private func refusals(of unmet: [Int]) -> [[[Term]]] {
    var result: [[[Term]]] = [[]]
    for duty in unmet {
      let ways = duties[duty].condition.clauses.map { clause in
        clause.map { [Term(isNegated: !$0.isNegated, fact: $0.fact)] }
      }
      guard result.count * ways.count <= 64 else { return [[]] }
      result = result.flatMap { known in ways.map { known + $0 } }
    }
    return result
  }
}
