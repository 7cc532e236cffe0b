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
    let what =
      switch kind {
      case .sessions: "whole sessions"
      case .scenarios: "different patients"
      case .areas: "problem areas"
      case .difficulty: "sessions at difficulty 3 or more"
      case .rated: "of the last three sessions rated by a supervisor"
      case .levels:
        "in these, every dimension at 3 or more and a mean of 3.5 or more, as people rated them"
      case .doubleRated: "of them rated by two people"
      case .safety: "safety passed with the last patient who was in danger"
      case .harm: "no harm that a supervisor still has to talk over"
      }
    guard let count, let needed else { return what }
    return "\(what): \(count), it takes \(needed)"
  }
}
