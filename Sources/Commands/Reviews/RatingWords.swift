import Supervision

extension DimensionRating {
  /// What is typed for each level of the rubric.
  var keys: [String] {
    isGate ? ["pass", "fail", "na"] : (1...5).map(String.init)
  }

  /// `4, turns 2, 3: She waits.`
  var words: String {
    guard let score else { return "not yet" }
    guard score != .notApplicable else { return "na" }
    let places = turns.map(String.init).joined(separator: ", ")
    let shown = turns.isEmpty ? "" : ", turn\(turns.count == 1 ? "" : "s") \(places)"
    return "\(score.rawValue)\(shown)" + (evidence.isEmpty ? ", without evidence" : ": \(evidence)")
  }
}

extension ReviewStanding {
  /// What comes next, for whoever has just submitted.
  var words: String {
    switch state {
    case .needsSecondRater:
      let why = SecondRaterReason.allCases.filter(reasons.contains).map(\.rawValue)
      return "It goes to a second rater: \(why.joined(separator: ", "))."
    case .adjudication:
      return "Somebody has to settle it: the two ratings differ, or too few of them count."
    case .released: return "The rating is final."
    case .new, .inReview: return ""
    }
  }
}
