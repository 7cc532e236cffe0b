import ScenarioModel

/// A condition with its names looked up.
struct PreparedCondition: Sendable {
  struct Term: Sendable {
    var isNegated: Bool
    var test: Test
  }

  enum Test: Sendable {
    case known(Bool)
    /// A bit of the latest response.
    case heardNow(Int)
    case heard(Int, times: Int, CodeTerm.Window)
    case state(Int, Comparison, Int)
    case stateIs(Int, Int)
    case visited(Int)
    case turnsHere(Int)
    case cue(met: Bool)
    case riskOpen
    case silence
  }

  var clauses: [[Term]]

  init(_ condition: Condition, _ states: [StateVariable], _ listened: inout ListenedFor) {
    clauses = condition.clauses.map { clause in
      clause.map { term in
        Term(isNegated: term.isNegated, test: Test(term.fact, states, &listened))
      }
    }
  }
}

extension PreparedCondition.Test {
  /// Of a state that is not declared nothing is true.
  init(_ fact: Fact, _ states: [StateVariable], _ listened: inout ListenedFor) {
    func index(_ name: String) -> Int? { states.firstIndex { $0.name == name } }
    switch fact {
    case .code(let term):
      let bit = listened.bit(term.name, term.isClear ? .clear : .counts, about: term.topic)
      if term.times < 1 {
        self = .known(true)
      } else if term.times == 1, term.window == .session {
        self = .heardNow(bit)
      } else {
        self = .heard(bit, times: term.times, term.window)
      }
    case .state(let name, let comparison, let number):
      self = index(name).map { .state($0, comparison, number) } ?? .known(false)
    case .stateAtLowest(let name):
      self = index(name).map { .stateIs($0, states[$0].lowest) } ?? .known(false)
    case .stateAtHighest(let name):
      self = index(name).map { .stateIs($0, states[$0].highest) } ?? .known(false)
    case .visited(let beat): self = .visited(beat)
    case .turnsHere(let least): self = .turnsHere(least)
    case .cue(let met): self = .cue(met: met)
    case .riskOpen: self = .riskOpen
    case .silence: self = .silence
    case .said(let words): self = .heardNow(listened.bit(for: words))
    }
  }
}
