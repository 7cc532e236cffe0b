/// One person of the interpersonal inventory, as far as the trainee has noted her or him.
package struct InventoryEntry: Sendable, Hashable, Codable {
  /// As the trainee wrote it; nobody else in the inventory has it.
  package var name: String
  /// `sister`, `a colleague`; empty until noted.
  package var who: String
  package var closeness: Closeness?
  /// What one of the two expects of the other; empty until noted.
  package var expectation: String
  package var influence: Influence?

  package init(
    name: String, who: String = "", closeness: Closeness? = nil, expectation: String = "",
    influence: Influence? = nil
  ) {
    self.name = name
    self.who = who
    self.closeness = closeness
    self.expectation = expectation
    self.influence = influence
  }

  /// Whether closeness, expectation and support or trigger are all there.
  package var isFull: Bool { closeness != nil && !expectation.isEmpty && influence != nil }

  /// The same person with what `newer` says; where it says nothing, nothing changes.
  package func updated(with newer: InventoryEntry) -> InventoryEntry {
    InventoryEntry(
      name: name, who: newer.who.isEmpty ? who : newer.who,
      closeness: newer.closeness ?? closeness,
      expectation: newer.expectation.isEmpty ? expectation : newer.expectation,
      influence: newer.influence ?? influence)
  }
}

/// How close somebody is to the patient.
package enum Closeness: String, Sendable, Hashable, Codable, CaseIterable {
  case veryClose = "very close"
  case close, distant
  case brokenOff = "broken off"
}

/// Whether somebody is a source of support, a trigger of low mood, or both.
package enum Influence: String, Sendable, Hashable, Codable, CaseIterable {
  case support, trigger, both
}
