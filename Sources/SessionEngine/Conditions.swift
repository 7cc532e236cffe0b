import ScenarioModel
import TranscriptModel

/// What conditions need to know of a response once it is over.
struct PastResponse: Sendable, Hashable {
  struct Heard: Sendable, Hashable {
    let code: String
    let names: Set<String>
    let count: Double
    let isClear: Bool
  }

  let heard: [Heard]
  let topics: Set<String>

  init(_ response: CodedResponse) {
    heard = response.codes.filter { $0.count > 0 }.map {
      Heard(
        code: $0.code, names: Set($0.families + [$0.code, $0.name]), count: $0.count,
        isClear: $0.certainty == 1 && $0.weight == 1)
    }
    topics = Set(response.topics)
  }

  func has(_ term: CodeTerm) -> Bool {
    if let topic = term.topic, !topics.contains(topic) { return false }
    return heard.contains { $0.names.contains(term.name) && (!term.isClear || $0.isClear) }
  }
}

extension Session {
  /// Whether a condition holds after the latest response.
  func holds(_ condition: Condition) -> Bool {
    condition.clauses.allSatisfy { clause in
      clause.contains { $0.isNegated != holds($0.fact) }
    }
  }

  private func holds(_ fact: Fact) -> Bool {
    switch fact {
    case .code(let term): holds(term)
    case .state(let name, let comparison, let number):
      value(of: name).map { compare($0, comparison, number) } ?? false
    case .stateAtLowest(let name):
      scenario.states.first { $0.name == name }.map { $0.lowest == value(of: name) } ?? false
    case .stateAtHighest(let name):
      scenario.states.first { $0.name == name }.map { $0.highest == value(of: name) } ?? false
    case .visited(let index): hasVisited(index)
    case .turnsHere(let least): turnsHere >= least
    // Being built.
    case .cue, .riskOpen, .silence, .said: false
    }
  }

  private func holds(_ term: CodeTerm) -> Bool {
    let window: ArraySlice<PastResponse> =
      switch term.window {
      case .session: term.times == 1 ? past.suffix(1) : past[...]
      case .here: past.suffix(turnsHere)
      case .last(let turns): past.suffix(turns)
      }
    return window.count { $0.has(term) } >= term.times
  }

  private func value(of name: String) -> Int? {
    scenario.states.firstIndex { $0.name == name }.map { values[$0] }
  }

  private func compare(_ value: Int, _ comparison: Comparison, _ number: Int) -> Bool {
    switch comparison {
    case .atLeast: value >= number
    case .atMost: value <= number
    case .above: value > number
    case .below: value < number
    }
  }
}
