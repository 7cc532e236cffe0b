/// What a trainee has written down beside a session: a fold over the notes.
package struct Worksheets: Sendable, Hashable, Codable {
  /// In the order in which they were first noted.
  package var inventory: [InventoryEntry] = []
  package var focus = FocusSheet()

  package init(_ notes: some Sequence<WorksheetNote> = []) {
    for note in notes { add(note) }
  }

  package var isEmpty: Bool { inventory.isEmpty && focus.isEmpty }

  package mutating func add(_ note: WorksheetNote) {
    switch note {
    case .person(let entry):
      if let index = inventory.firstIndex(where: { $0.name == entry.name }) {
        inventory[index] = entry
      } else {
        inventory.append(entry)
      }
    case .removed(let name): inventory.removeAll { $0.name == name }
    case .focus(let sheet): focus = sheet
    }
  }
}

/// One thing written down; the whole of what it is about as it stands then.
package enum WorksheetNote: Sendable, Hashable, Codable {
  case person(InventoryEntry)
  /// Taken out of the inventory, by the name it stood there under.
  case removed(name: String)
  case focus(FocusSheet)
}

/// What a therapy is to be about.
package struct FocusSheet: Sendable, Hashable, Codable {
  /// The most pressing first, each once.
  package var ranking: [ProblemArea] = []
  package var area: ProblemArea?
  /// The focus in the trainee's words, where she wrote more than the area.
  package var words = ""
  package var goal = ""

  package init(
    ranking: [ProblemArea] = [], area: ProblemArea? = nil, words: String = "", goal: String = ""
  ) {
    self.ranking = ranking
    self.area = area
    self.words = words
    self.goal = goal
  }

  package var isEmpty: Bool { ranking.isEmpty && area == nil && words.isEmpty && goal.isEmpty }
}

/// The four problem areas of IPT.
package enum ProblemArea: String, Sendable, Hashable, Codable, CaseIterable {
  case grief, disputes, transitions, deficits
}
