import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// Resolves every name of a condition; a term that cannot be resolved is reported, and its clause
  /// left empty, so that nothing is said about what the rest of it means.
  mutating func checkCondition(_ syntax: ConditionSyntax) -> Condition {
    termPlace = .condition
    defer { termPlace = .codes }
    var clauses: [[Term]] = []
    var alone: [(term: Term, phrase: Phrase)] = []
    for clause in syntax.clauses {
      if let found = andBesideOr(clause, in: syntax) {
        report(.andBesideOr(both: found.both, apart: found.apart), at: found.word)
        clauses.append([])
        continue
      }
      alternativesHere = clause.count
      defer { alternativesHere = 1 }
      var terms: [Term] = []
      for (index, term) in clause.enumerated() {
        if let fact = checkFact(term, after: index > 0 ? clause[index - 1] : nil, in: syntax) {
          terms.append(Term(isNegated: term.isNegated, fact: fact))
        }
      }
      if clause.count == 1, let term = terms.first { alone.append((term, clause[0].whole)) }
      clauses.append(terms.count == clause.count ? terms : [])
    }
    checkTogether(alone)
    return Condition(clauses: clauses)
  }

  mutating func checkFact(
    _ term: TermSyntax, after earlier: TermSyntax?, in condition: ConditionSyntax
  ) -> Fact? {
    if let semicolon = term.whole.split(at: ";")?.0 {
      let end = semicolon.span.end
      let mark = term.whole.at(end, end + 1)
      report(.semicolon, at: mark, replacement: ",")
      return nil
    }
    switch term.fact {
    case .empty:
      let start = term.whole.span.start
      let isWhole = condition.whole.isEmpty
      let place = isWhole || start == condition.whole.span.start ? start : start - 1
      report(
        .emptyTerm(isWhole: isWhole), at: term.whole.at(place, max(place, term.whole.span.end)))
      return nil
    case .code(let code):
      if isLeftOver(code, after: earlier) || isMoreOrLess(code.name, after: earlier) { return nil }
      return checkCode(code, in: term.whole).map(Fact.code)
    case .visited(let name):
      guard let destination = checkPlace(name, in: term.whole) else { return nil }
      guard case .beat(let index) = destination else {
        report(.endingVisited(name.text), at: name)
        return nil
      }
      return .visited(index)
    case .turnsHere(let number):
      return checkNumber(number, what: "turns", in: term.whole).map { .turnsHere(atLeast: $0) }
    case .cue(let met):
      if !term.isNegated { cueTerms.append(term.whole) }
      return .cue(met: met)
    case .riskOpen:
      if !term.isNegated { riskTerms.append(term.whole) }
      return .riskOpen
    case .silence: return .silence
    case .said(let words): return checkSaid(words, in: term.whole)
    case .extreme(let state, let highest):
      return checkState(state).map {
        highest ? .stateAtHighest($0.name) : .stateAtLowest($0.name)
      }
    case .compare(let state, let comparison, let number):
      return checkComparison(state, comparison, number, in: term.whole)
    }
  }

  private mutating func checkSaid(_ words: Phrase?, in whole: Phrase) -> Fact? {
    guard let words else {
      let bare = whole.split(atWord: "said")?.1 ?? whole
      report(
        .saidUnreadable(isEmpty: false), at: whole,
        fix: bare.isEmpty || bare.text.contains("\"") ? nil : bare.quoting)
      return nil
    }
    let spoken = Condition.spoken(words.text)
    if spoken.isEmpty { report(.saidUnreadable(isEmpty: true), at: whole) }
    return spoken.isEmpty ? nil : .said(spoken)
  }

  /// Conditions that wait for what this scenario has nowhere.
  mutating func checkNeverTrue(_ beats: [Beat], _ endings: [Ending], _ fallback: [Speech]) {
    // What was not understood may have been it.
    if hasErrors { return }
    if !riskTerms.isEmpty, beats.allSatisfy(\.risks.isEmpty) {
      for term in riskTerms {
        report(.neverTrue(term.text, because: "no beat has a 'risk:'"), at: term)
      }
    }
    if cueTerms.isEmpty { return }
    let speeches = fallback + beats.flatMap { $0.opening + $0.rules.flatMap(\.speeches) }
    if speeches.allSatisfy({ $0.alternatives.allSatisfy(\.cues.isEmpty) }) {
      for term in cueTerms {
        report(.neverTrue(term.text, because: "no line has a 'cue:'"), at: term)
      }
    }
  }

  /// Whether this is the `soup` of `question about Gran or soup`, which is said.
  private mutating func isLeftOver(_ code: CodeSyntax, after earlier: TermSyntax?) -> Bool {
    guard case .code(let before)? = earlier?.fact, let topic = before.topic, code.topic == nil,
      canonicalCode(code.name.text) == nil, names.topic(code.name.text) != nil
    else { return false }
    let rewrite =
      "\(before.name.text) about \(topic.text) or \(before.name.text) about \(code.name.text)"
    report(
      .topicWithoutCode(code.name.text, rewrite: rewrite), at: code.name,
      replacement: "\(before.name.text) about \(code.name.text)")
    return true
  }

  /// Whether this is the `more` of `trust 30 or more`, whose number is complained about already.
  private func isMoreOrLess(_ name: Phrase, after earlier: TermSyntax?) -> Bool {
    ["more", "less", "higher", "lower", "fewer", "over"].contains { name.equals($0) }
      && earlier?.whole.words.last?.integer != nil
  }

  /// Clauses of one term that rule each other out: a state above and below, a code heard and not
  /// heard.
  private mutating func checkTogether(_ terms: [(term: Term, phrase: Phrase)]) {
    guard terms.count > 1 else { return }
    var ranges: [String: (lowest: Int, highest: Int)] = [:]
    var seen: Set<Term> = []
    for (term, phrase) in terms {
      if seen.contains(Term(isNegated: !term.isNegated, fact: term.fact)) {
        report(.contradiction(phrase.text), at: phrase)
      }
      seen.insert(term)
      guard case .state(let name, let comparison, let number) = term.fact, !term.isNegated,
        let state = names.state(name)
      else { continue }
      var range = ranges[name] ?? (state.lowest, state.highest)
      let before = range
      switch comparison {
      case .atLeast: range.lowest = max(range.lowest, number)
      case .above: range.lowest = max(range.lowest, number + 1)
      case .atMost: range.highest = min(range.highest, number)
      case .below: range.highest = min(range.highest, number - 1)
      }
      ranges[name] = range
      let wasOpen = before.lowest <= before.highest && before != (state.lowest, state.highest)
      if wasOpen, range.lowest > range.highest {
        report(.contradiction(phrase.text), at: phrase)
      }
    }
  }

  private mutating func checkComparison(
    _ name: Phrase, _ comparison: Phrase, _ number: Phrase, in whole: Phrase
  ) -> Fact? {
    if let bare = name.after("clear"), names.state(bare.text) != nil {
      report(
        .comparisonUnreadable(
          state: bare.text, rewrite: whole.at(bare.span.start, whole.span.end).text), at: whole,
        replacement: whole.at(bare.span.start, whole.span.end).text)
      return nil
    }
    if name.equals("turns"), names.state("turns") == nil {
      report(
        .unknownState(name.text, nearest: "turns here", isCode: false), at: name,
        replacement: "turns here")
      return nil
    }
    if names.state(name.text) == nil, areJoinedByAnd(whole) { return nil }
    guard let state = checkState(name) else { return nil }
    guard let value = number.integer,
      let kind = Comparison(rawValue: comparison.text.lowercased())
    else {
      report(
        .numberExpected(number.text, what: "a state", example: "40"),
        at: number.isEmpty ? comparison : number)
      return nil
    }
    if names.brokenStates.contains(name.text.lowercased()) { return nil }
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
    if nearest == nil, !unknownNames.insert("state " + name.text.lowercased()).inserted {
      return nil
    }
    report(
      .unknownState(name.text, nearest: nearest, isCode: canonicalCode(name.text) != nil), at: name,
      replacement: nearest)
    return nil
  }
}
