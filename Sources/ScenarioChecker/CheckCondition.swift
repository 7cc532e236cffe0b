import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// Resolves every name of a condition; a term that cannot be resolved is reported and left out.
  mutating func checkCondition(_ syntax: ConditionSyntax) -> Condition {
    var clauses: [[Term]] = []
    for clause in syntax.clauses {
      var terms: [Term] = []
      for term in clause {
        if let fact = checkFact(term, in: syntax) {
          terms.append(Term(isNegated: term.isNegated, fact: fact))
        }
      }
      clauses.append(terms)
    }
    return Condition(clauses: clauses)
  }

  private mutating func checkFact(_ term: TermSyntax, in condition: ConditionSyntax) -> Fact? {
    switch term.fact {
    case .empty:
      let place = term.whole.isEmpty ? condition.whole : term.whole
      report(.emptyTerm, at: place)
      return nil
    case .code(let code): return checkCode(code).map(Fact.code)
    case .visited(let name):
      guard let destination = checkPlace(name, in: term.whole) else { return nil }
      guard case .beat(let index) = destination else { return nil }
      return .visited(index)
    case .turnsHere(let number):
      return checkNumber(number, what: "turns").map { .turnsHere(atLeast: $0) }
    case .extreme(let state, let highest):
      return checkState(state).map {
        highest ? .stateAtHighest($0.name) : .stateAtLowest($0.name)
      }
    case .compare(let state, let comparison, let number):
      return checkComparison(state, comparison, number)
    }
  }

  private mutating func checkComparison(
    _ name: Phrase, _ comparison: Phrase, _ number: Phrase
  ) -> Fact? {
    guard let state = checkState(name) else { return nil }
    guard let value = number.integer,
      let kind = Comparison(rawValue: comparison.text.lowercased())
    else {
      report(.numberExpected(number.text, what: "a state"), at: number.isEmpty ? name : number)
      return nil
    }
    let holds = [state.lowest, state.highest].map { kind.holds($0, value) }
    if holds[0] == holds[1] {
      let whole = name.at(name.span.start, number.span.end)
      report(
        .comparisonDecided(
          whole.text, always: holds[0], lowest: state.lowest, highest: state.highest), at: whole)
    }
    return .state(state.name, kind, value)
  }

  /// The declared state of this name.
  mutating func checkState(_ name: Phrase) -> StateVariable? {
    if let state = names.state(name.text) { return state }
    // Where the State heading itself is misspelt, every state would be unknown.
    if names.misspeltSections.contains(where: {
      nearestName(to: $0.kind, in: ScenarioSection.kinds) == "State"
    }) {
      return nil
    }
    let nearest = nearestName(to: name.text, in: names.states.map(\.value.name))
    report(
      .unknownState(name.text, nearest: nearest, isCode: canonicalCode(name.text) != nil), at: name,
      replacement: nearest)
    return nil
  }

  mutating func checkEffects(_ effects: [EffectSyntax]) -> [Effect] {
    effects.compactMap { effect in
      guard let amount = effect.amount else {
        report(.effectUnreadable(effect.whole.text), at: effect.whole)
        return nil
      }
      return checkState(effect.state).map { Effect(state: $0.name, amount: amount) }
    }
  }

  mutating func checkCode(_ code: CodeSyntax) -> CodeTerm? {
    guard let name = canonicalCode(code.name.text) else {
      reportUnknownCode(code.name)
      return nil
    }
    var term = CodeTerm(name: name, isClear: code.isClear)
    if let topic = code.topic {
      guard let known = names.topic(topic.text) else {
        let nearest = nearestName(to: topic.text, in: names.topics.map(\.name))
        report(.unknownTopic(topic.text, nearest: nearest), at: topic, replacement: nearest)
        return nil
      }
      term.topic = known.name
    }
    if let times = code.times {
      guard let number = checkNumber(times, what: "times") else { return nil }
      term.times = number
    }
    if code.isHere { term.window = .here }
    if let turns = code.lastTurns {
      guard let number = checkNumber(turns, what: "turns") else { return nil }
      term.window = .last(turns: number)
    }
    return term
  }

  private mutating func reportUnknownCode(_ name: Phrase) {
    let parts = name.pieces(betweenWord: "and")
    if parts.count > 1, parts.allSatisfy({ canonicalCode($0.text) != nil }) {
      report(.andWithOr(rewrite: parts.map(\.text).joined(separator: ", ")), at: name)
      return
    }
    let nearest = nearestName(to: name.text, in: library.codeNames)
    report(.unknownCode(name.text, nearest: nearest), at: name, replacement: nearest)
  }

  /// The codebook's own spelling of an id, a plain name or a family.
  func canonicalCode(_ name: String) -> String? {
    library.canonicalNames[name.lowercased()]
  }
}

extension Comparison {
  fileprivate func holds(_ state: Int, _ number: Int) -> Bool {
    switch self {
    case .atLeast: state >= number
    case .atMost: state <= number
    case .above: state > number
    case .below: state < number
    }
  }
}
