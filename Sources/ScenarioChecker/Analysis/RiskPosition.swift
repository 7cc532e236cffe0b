import ScenarioModel

/// How far a search has come: where the conversation stands and how each duty does.
struct RiskPosition: Hashable {
  enum Progress: Hashable {
    /// So many responses are left.
    case open(Int)
    case met
    case missed
  }

  var beat: Int
  /// Responses in the present stay that were not asked about; nil where that is not known.
  var turns: Int?
  var duties: [Progress]
}

/// A step of a search: the response by what it has to be.
struct RiskStep {
  enum Response {
    /// Fits this rule; the condition says what else is known of it.
    case rule(Int, Condition)
    /// The fourth that cannot be understood, which is asked about no more.
    case notUnderstood
    /// Misses a duty, here or elsewhere, that leads on.
    case missing(Condition)
  }

  let from: Int
  let response: Response
}

/// What leads to a good ending although the risk is open.
enum OpenRiskCause: Sendable { case rule, otherwise, duty }

/// A good ending reached with the risk open.
struct OpenRiskFound {
  let ending: Int
  /// Of the rule or the duty that leads there.
  let line: Int
  /// The beat in which that stands.
  let beat: Int
  let cause: OpenRiskCause
  let position: Int
  let step: RiskStep.Response
}

extension Duty {
  var leadsOn: Bool { if case .goTo = penalty { true } else { false } }
}

extension Beat {
  /// The largest number of responses that a rule or a bound of it asks for.
  var lastTurnThatMatters: Int {
    var last = longestStay ?? 0
    for rule in rules {
      if let bound = rule.bound { last = max(last, bound.times) }
      for term in (rule.condition?.clauses ?? []).joined() {
        if case .turnsHere(let least) = term.fact { last = max(last, least) }
      }
    }
    return last
  }
}
