import Progress

extension Competence {
  var words: String {
    switch standing {
    case .notEnoughObservations:
      "Not enough observations (\(sessions) of \(Self.fewestSessions) whole sessions)."
    case .noStatement:
      "No statement: estimates by a program call nobody competent. It takes ratings by people, and all "
        + "of this:"
    case .competent: "Every condition is met, ratings by people among them:"
    }
  }

  /// Below five sessions nothing is listed, so that nobody takes a list for a verdict.
  var shownConditions: [Condition] { standing == .notEnoughObservations ? [] : conditions }
}

extension Competence.Fulfilment {
  var words: String {
    switch self {
    case .met: "Met"
    case .notMet: "Not met"
    case .open: "Open"
    }
  }
}

extension Competence.Condition {
  var words: String {
    let least = needed ?? 0
    let what =
      switch kind {
      case .sessions: "at least \(least) whole sessions"
      case .scenarios: "with at least \(least) patients"
      case .areas: "in at least \(least) problem areas"
      case .difficulty: "at least \(least) at difficulty 3 or more"
      case .rated: "the last \(least) rated by a supervisor"
      case .levels:
        "every dimension of these at 3 or more and a mean of 3.5 or more, as people rated them"
      case .doubleRated: "at least \(least) of these rated by two people"
      case .safety: "safety passed with the last patient who was in danger"
      case .harm: "no harm that a supervisor still has to talk over"
      }
    return count.map { "\(what) (so far \($0))" } ?? what
  }
}
