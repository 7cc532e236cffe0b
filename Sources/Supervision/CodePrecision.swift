import Agreement

/// What a rater said of one code the machine had heard, after her own rating was submitted.
package struct CodeDecision: Sendable, Hashable {
  package var session: String
  package var turn: Int
  package var attempt: Int
  /// Its place among the codes of the turn, from 0.
  package var position: Int
  package var rater: String
  package var agrees: Bool
  /// Empty where nothing was added.
  package var comment: String
  package var at: String

  package init(
    session: String, turn: Int, attempt: Int, position: Int, rater: String, agrees: Bool,
    comment: String = "", at: String
  ) {
    self.session = session
    self.turn = turn
    self.attempt = attempt
    self.position = position
    self.rater = rater
    self.agrees = agrees
    self.comment = comment
    self.at = at
  }
}

/// How often people agreed where the machine heard a code, in this store.
package struct CodePrecision: Sendable, Hashable {
  /// The short id of the codebook.
  package var code: String
  package var name: String
  package var agreed: Int
  /// All decisions on it.
  package var count: Int

  package init(code: String, name: String, agreed: Int, count: Int) {
    self.code = code
    self.name = name
    self.agreed = agreed
    self.count = count
  }

  /// From fewer decisions nothing is concluded.
  package static let fewestDecisions = 20
  /// What a code must reach that the codebook gives no reliability for: from this confidence on
  /// a code counts whole.
  package static let usualReliability = 0.70

  /// From 0 to 1; nil without any decision.
  package var precision: Double? { count > 0 ? Double(agreed) / Double(count) : nil }

  /// Wilson's 95 % interval of the precision; nil without any decision.
  package var interval: Interval? { precision.flatMap { wilsonInterval($0, of: count) } }

  /// Whether the code is no more than a suggestion here: even the upper end of the interval lies below
  /// what the codebook claims for it.
  package func isDemoted(reliability: Double?) -> Bool {
    guard count >= CodePrecision.fewestDecisions, let interval else { return false }
    return interval.high < (reliability ?? CodePrecision.usualReliability)
  }
}
