extension Scenario {
  /// A condition as an author would write it.
  package func words(for condition: Condition) -> String {
    condition.clauses.map(words(for:)).joined(separator: ", ")
  }

  /// The terms of one clause, joined by `or`.
  package func words(for clause: [Term]) -> String {
    clause.map { ($0.isNegated ? "not " : "") + words(for: $0.fact) }.joined(separator: " or ")
  }

  package func words(for fact: Fact) -> String {
    switch fact {
    case .code(let term): words(for: term)
    case .state(let name, let comparison, let number):
      "\(name) \(comparison.rawValue) \(number)"
    case .stateAtLowest(let name): "\(name) at its lowest"
    case .stateAtHighest(let name): "\(name) at its highest"
    case .visited(let beat):
      "visited " + (beats.indices.contains(beat) ? beats[beat].name : "…")
    case .turnsHere(let least): "turns here at least \(least)"
    case .cue(let met): met ? "cue met" : "cue missed"
    case .riskOpen: "risk open"
    case .silence: "silence"
    case .said(let words): "said \"\(words.joined(separator: " "))\""
    }
  }

  private func words(for term: CodeTerm) -> String {
    var text = (term.isClear ? "clear " : "") + term.name
    if let topic = term.topic { text += " about \(topic)" }
    if term.times > 1 { text += " at least \(term.times) times" }
    switch term.window {
    case .session: break
    case .here: text += " here"
    case .last(let turns): text += " in the last \(turns) turns"
    }
    return text
  }

  /// The name of the place a rule leads to; for `back`, nil.
  package func name(of destination: Destination) -> String? {
    switch destination {
    case .beat(let index), .detour(let index):
      beats.indices.contains(index) ? beats[index].name : nil
    case .ending(let index): endings.indices.contains(index) ? endings[index].name : nil
    case .back: nil
    }
  }
}
