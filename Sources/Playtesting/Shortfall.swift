import ScenarioModel
import TranscriptModel

/// What is between a conversation and a rule: what the next response must show, and what would have
/// to come first.
///
/// An estimate to search by; whether a rule fits is for the engine to say.
struct Shortfall: Sendable {
  /// Turns, roughly, until the rule could fit; `.infinity` where it no longer can.
  var cost = 0.0
  /// For each clause that asks for one, the codes of which the next response must show one.
  var wanted: [[CodeTerm]] = []
  var unwanted: [CodeTerm] = []
  var isSilence = false
  var words: [[String]] = []
  /// States that have to move first: up (1) or down (-1).
  var pushes: [(state: String, direction: Int)] = []
  var visits: [Int] = []

  /// Most clauses have several ways to hold: the nearest one counts.
  init(of condition: Condition?, from place: SearchPlace) {
    for clause in condition?.clauses ?? [] {
      var alternatives: [CodeTerm] = []
      var best: Shortfall?
      for term in clause {
        let shortfall = Shortfall(of: term, from: place)
        if shortfall.cost == 0, let wanted = shortfall.wanted.first { alternatives += wanted }
        if shortfall.cost < best?.cost ?? .infinity { best = shortfall }
      }
      guard var best else {
        cost = .infinity
        return
      }
      // Where any one of several codes will do, all of them are worth a try.
      if best.cost == 0, !best.wanted.isEmpty { best.wanted = [alternatives] }
      add(best)
    }
  }

  private init(of term: Term, from place: SearchPlace) {
    switch term.fact {
    case .code(let code): ask(code, term.isNegated, place)
    case .state(let name, let comparison, let number):
      guard let value = place.value(of: name) else { return }
      let gap =
        switch comparison {
        case .atLeast: term.isNegated ? number - 1 - value : number - value
        case .above: term.isNegated ? number - value : number + 1 - value
        case .atMost: term.isNegated ? number + 1 - value : number - value
        case .below: term.isNegated ? number - value : number - 1 - value
        }
      let mustRise = (comparison == .atLeast || comparison == .above) != term.isNegated
      push(name, mustRise ? max(0, gap) : min(0, gap))
    case .stateAtLowest(let name):
      guard !term.isNegated, let (lowest, _, value) = place.range(of: name) else { return }
      push(name, lowest - value)
    case .stateAtHighest(let name):
      guard !term.isNegated, let (_, highest, value) = place.range(of: name) else { return }
      push(name, highest - value)
    case .visited(let beat):
      if place.visited.contains(beat) {
        cost = term.isNegated ? .infinity : 0
      } else if !term.isNegated {
        cost = 3
        visits = [beat]
      }
    case .turnsHere(let least):
      let turns = place.turnsHere + 1
      cost = term.isNegated ? (turns >= least ? 2 : 0) : Double(max(0, least - turns))
    case .cue(let met): cost = place.hasCue == !term.isNegated || !met ? 0 : 1
    case .riskOpen: cost = place.play.isRiskOpen == !term.isNegated ? 0 : 3
    case .silence: isSilence = !term.isNegated
    case .said(let words): if !term.isNegated { self.words = [words] }
    }
  }

  private mutating func ask(_ code: CodeTerm, _ isNegated: Bool, _ place: SearchPlace) {
    if code.times == 1, code.window == .session {
      if isNegated { unwanted = [code] } else { wanted = [[code]] }
      return
    }
    let missing = code.times - place.count(of: code)
    if isNegated {
      if missing <= 0 {
        // It has to be forgotten first.
        if case .last(let turns) = code.window { cost = min(12, Double(turns) / 4) }
        if code.window == .here { cost = 2 }
        if code.window == .session { cost = .infinity }
      }
      if missing <= 1 { unwanted = [code] }
    } else if missing > 0 {
      cost = Double(missing - 1)
      wanted = [[code]]
    }
  }

  private mutating func push(_ state: String, _ gap: Int) {
    guard gap != 0 else { return }
    // A response moves a state by some points before rules are looked at.
    cost = max(0.2, Double(abs(gap)) / 6)
    pushes = [(state, gap > 0 ? 1 : -1)]
  }

  private mutating func add(_ other: Shortfall) {
    cost += other.cost
    wanted += other.wanted
    unwanted += other.unwanted
    words += other.words
    pushes += other.pushes
    visits += other.visits
    isSilence = isSilence || other.isSilence
  }
}

extension CodedResponse {
  /// Whether a condition that asks for this code would hear it.
  func shows(_ term: CodeTerm) -> Bool {
    if let topic = term.topic, !topics.contains(topic) { return false }
    return codes.contains {
      $0.count > 0 && $0.matches(term.name)
        && (!term.isClear || $0.certainty == 1 && $0.weight == 1)
    }
  }
}
