/// One thing somebody saw or decided; never what anybody wrote or said.
package struct AuditEntry: Sendable, Hashable {
  package enum Action: String, Sendable, Hashable, Codable, CaseIterable {
    case read, assigned, began, saved, submitted, revealed, decided, commented, adjudicated, replied
    case contested, exported, redacted
    /// Of a feedback letter.
    case drafted, edited, released
    case talkedOver = "talked over"
    case tookIn = "took in"
    case gaveBack = "gave back"
  }

  package var at: String
  package var who: String
  package var action: Action
  package var session: String
  /// What it was done to: a dimension, a turn and a code, a rater.
  package var detail: String

  package init(at: String, who: String, action: Action, session: String, detail: String = "") {
    self.at = at
    self.who = who
    self.action = action
    self.session = session
    self.detail = detail
  }
}
