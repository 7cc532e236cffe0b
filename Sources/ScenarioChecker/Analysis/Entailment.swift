import Rubrics
import ScenarioModel

/// What follows from what, as far as it shows in the words of conditions.
///
/// Every answer that says yes is right; a no may mean that it could not be seen. The terms that are
/// compared are counted, so that no file takes longer than its size warrants.
struct Entailment {
  let ranges: StateRanges
  private var codes: CodeSets
  private var comparisonsLeft: Int

  init(_ scenario: Scenario, codebook: Codebook) {
    ranges = StateRanges(scenario)
    codes = CodeSets(codebook)
    comparisonsLeft = 1_000_000 + 100 * scenario.beats.count
  }

  /// Whether so much was compared that nothing more is seen.
  var isExhausted: Bool { comparisonsLeft <= 0 }

  /// Whether the second holds whenever the first does.
  mutating func implies(_ first: Condition, _ second: Condition) -> Bool {
    second.clauses.allSatisfy { wanted in
      isAlwaysTrue(wanted) || first.clauses.contains { implies($0, wanted) }
    }
  }

  mutating func implies(_ first: [Term], _ second: [Term]) -> Bool {
    first.allSatisfy { term in
      isImpossible(term) || second.contains { implies(term, $0) }
    }
  }

  mutating func excludes(_ first: Term, _ second: Term) -> Bool {
    implies(first, Term(isNegated: !second.isNegated, fact: second.fact))
  }

  /// The first clause that cannot hold together with those before it and what is known besides.
  mutating func contradiction(in condition: Condition, given known: [Term] = []) -> Int? {
    var certain = known
    var limits: [String: ClosedRange<Int>] = [:]
    for (index, clause) in condition.clauses.enumerated() {
      guard comparisonsLeft > 0 else { return nil }
      let open = clause.filter { term in
        !isImpossible(term) && !certain.contains { excludes($0, term) }
      }
      if open.isEmpty { return index }
      guard open.count == 1 else { continue }
      certain.append(open[0])
      guard let (state, values) = valuesAllowed(by: open[0]) else { continue }
      let before = limits[state] ?? values
      guard before.overlaps(values) else { return index }
      limits[state] = before.clamped(to: values)
    }
    // A clause of several terms may stand before the one that rules them out.
    for (index, clause) in condition.clauses.enumerated() where clause.count > 1 {
      guard comparisonsLeft > 0 else { return nil }
      if clause.allSatisfy({ term in certain.contains { excludes($0, term) } }) { return index }
    }
    return nil
  }

  /// Whether nothing that can happen makes a term true.
  mutating func isImpossible(_ term: Term) -> Bool {
    switch term.fact {
    case .state, .stateAtLowest, .stateAtHighest:
      guard let range = ranges[term.fact.state ?? ""] else { return false }
      return values(term, from: range.least, to: range.most) == nil
    case .code(let code):
      guard !term.isNegated, case .last(let turns) = code.reach else { return false }
      return code.times > turns
    // A response has been given whenever a rule is looked at.
    case .turnsHere(let least): return term.isNegated && least <= 1
    default: return false
    }
  }

  /// Whether its declared range alone makes a comparison true or false, whatever happens.
  func isDecidedByRange(_ term: Term) -> Bool {
    guard let state = term.fact.state, let range = ranges[state] else { return false }
    return values(term, from: range.lowest, to: range.highest) == nil
      || values(term, from: range.lowest, to: range.highest) == range.lowest...range.highest
  }

  mutating func isAlwaysTrue(_ clause: [Term]) -> Bool {
    clause.contains { isImpossible(Term(isNegated: !$0.isNegated, fact: $0.fact)) }
  }

  private mutating func implies(_ first: Term, _ second: Term) -> Bool {
    comparisonsLeft -= 1
    guard comparisonsLeft > 0 else { return false }
    switch (first.fact, second.fact) {
    case (.code(let a), .code(let b)):
      guard first.isNegated == second.isNegated else { return false }
      return first.isNegated ? implies(b, a) : implies(a, b)
    case (.visited(let a), .visited(let b)): return a == b && first.isNegated == second.isNegated
    case (.turnsHere(let a), .turnsHere(let b)):
      guard first.isNegated == second.isNegated else { return false }
      return first.isNegated ? a <= b : a >= b
    case (.cue(let a), .cue(let b)):
      // What was shown is met or missed; both are false where nothing was.
      if a == b { return first.isNegated == second.isNegated }
      return !first.isNegated && second.isNegated
    case (.riskOpen, .riskOpen), (.silence, .silence):
      return first.isNegated == second.isNegated
    case (.silence, .said): return !first.isNegated && second.isNegated
    case (.said, .silence): return !first.isNegated && second.isNegated
    case (.said(let a), .said(let b)):
      guard first.isNegated == second.isNegated else { return false }
      return first.isNegated ? b.has(a) : a.has(b)
    default:
      guard let state = first.fact.state, state == second.fact.state,
        let range = ranges[state],
        let theirs = values(second, from: range.lowest, to: range.highest)
      else { return false }
      guard let ours = values(first, from: range.lowest, to: range.highest) else { return true }
      return theirs.lowerBound <= ours.lowerBound && ours.upperBound <= theirs.upperBound
    }
  }

  private mutating func implies(_ a: CodeTerm, _ b: CodeTerm) -> Bool {
    if b.isClear, !a.isClear { return false }
    if let topic = b.topic, topic != a.topic { return false }
    guard a.times >= b.times, a.reach.lies(within: b.reach) else { return false }
    return a.name == b.name || codes[a.name].isSubset(of: codes[b.name])
  }

  /// The values of its state with which a term is true; nil where it is about none, or none will do.
  func valuesAllowed(by term: Term) -> (state: String, values: ClosedRange<Int>)? {
    guard let state = term.fact.state, let range = ranges[state] else { return nil }
    return values(term, from: range.least, to: range.most).map { (state, $0) }
  }

  private func values(_ term: Term, from lowest: Int, to highest: Int) -> ClosedRange<Int>? {
    guard let state = term.fact.state, let range = ranges[state] else { return nil }
    let (least, most): (Int, Int) =
      switch (term.fact, term.isNegated) {
      case (.state(_, .atLeast, let n), false), (.state(_, .below, let n), true): (n, highest)
      case (.state(_, .above, let n), false), (.state(_, .atMost, let n), true): (n + 1, highest)
      case (.state(_, .atMost, let n), false), (.state(_, .above, let n), true): (lowest, n)
      case (.state(_, .below, let n), false), (.state(_, .atLeast, let n), true): (lowest, n - 1)
      case (.stateAtLowest, false): (range.lowest, range.lowest)
      case (.stateAtLowest, true): (range.lowest + 1, highest)
      case (.stateAtHighest, false): (range.highest, range.highest)
      case (.stateAtHighest, true): (lowest, range.highest - 1)
      default: (lowest, highest)
      }
    let (from, to) = (max(least, lowest), min(most, highest))
    return from <= to ? from...to : nil
  }
}

extension Fact {
  /// The state it asks about.
  var state: String? {
    switch self {
    case .state(let name, _, _), .stateAtLowest(let name), .stateAtHighest(let name): name
    default: nil
    }
  }
}

/// The responses among which a code is counted.
enum CodeReach: Equatable {
  case last(Int)
  case here
  case session

  /// Whether every response of this one is among the other's.
  func lies(within other: CodeReach) -> Bool {
    switch (self, other) {
    case (.last(let a), .last(let b)): a <= b
    case (.last(let a), .here): a <= 1
    case (.here, .here), (_, .session): true
    default: false
    }
  }
}

extension CodeTerm {
  var reach: CodeReach {
    switch window {
    case .session: times <= 1 ? .last(1) : .session
    case .here: .here
    case .last(let turns): .last(turns)
    }
  }
}

extension [String] {
  /// Whether these words stand in it, one after another.
  fileprivate func has(_ words: [String]) -> Bool {
    guard !words.isEmpty, words.count <= count, count < 100 else { return words.isEmpty }
    return (0...(count - words.count)).contains { start in
      self[start..<(start + words.count)].elementsEqual(words)
    }
  }
}
