import ScenarioModel
import TranscriptModel

private let exampleEntry = "/inventory Ana: aunt, close, wants her to call, support"
private let areas = ProblemArea.allCases.map(\.rawValue).joined(separator: ", ")

extension Conversation {
  private var people: PeopleOfPatient { PeopleOfPatient(played.scenario.people) }

  /// `/inventory`; an exit status where the trainee said the stop word in answer to a question.
  func keepInventory(_ text: String) throws -> Int32? {
    guard try isCalledFor(.inventory) else { return nil }
    switch InventoryLine(text) {
    case .show:
      try showInventory()
      if run.canAsk { return try askForPeople() }
    case .name(let name):
      if run.canAsk { return try ask(about: entry(named: name)) }
      try note(InventoryEntry(name: name))
    case .note(let entry): try note(entry)
    case .remove(let name): try remove(name)
    case .withoutName:
      try page.paragraph("A name is missing. Write it like \(exampleEntry)", as: .warning)
    }
    return nil
  }

  /// `/focus`, likewise.
  func keepFocus(_ text: String) throws -> Int32? {
    guard try isCalledFor(.focus) else { return nil }
    var focus = worksheets.focus
    switch FocusLine(text) {
    case .show:
      try showFocus()
      if run.canAsk { return try askForFocus() }
      if focus.isEmpty {
        try page.paragraph(
          "Nothing is noted yet. Write /focus rank transitions, grief or /focus area: transitions "
            + "or /focus goal: what the patient wants to be different.")
      }
      return nil
    case .rank(let ranking): focus.ranking = ranking
    case .area(let area, let words): (focus.area, focus.words) = (area, words)
    case .goal(let goal): focus.goal = goal
    case .areaUnknown:
      try page.paragraph(
        "Name problem areas by these words: \(areas). The focus is one of them.", as: .warning)
      return nil
    case .unreadable:
      try page.paragraph("Write rank, area or goal after /focus, and what is noted.", as: .warning)
      return nil
    }
    try note(focus)
    try showFocus()
    return nil
  }

  private func isCalledFor(_ worksheet: Worksheet) throws -> Bool {
    if played.scenario.facts.worksheets.contains(worksheet) { return true }
    try page.paragraph(
      "This session does not call for it; those of the initial phase do.")
    return false
  }

  private func showInventory() throws {
    for entry in worksheets.inventory { try page.paragraph(text(entry)) }
    if worksheets.inventory.isEmpty {
      try page.paragraph("Nobody is noted yet. Write for example \(exampleEntry)")
    }
  }

  /// The entry of the person who is meant, by whichever name, else a new one.
  func entry(named name: String) -> InventoryEntry {
    worksheets.inventory.first { people.isSame($0.name, as: name) } ?? InventoryEntry(name: name)
  }

  /// Adds to what is noted of a person.
  func note(_ given: InventoryEntry) throws {
    let entry = entry(named: given.name).updated(with: given)
    if !worksheets.inventory.contains(entry) { try keep(.person(entry)) }
    try page.labelled("Noted:", as: .coach, text(entry))
    let open = stillOpen(entry)
    if !open.isEmpty {
      try page.paragraph("Still open: \(open.joined(separator: ", ")).", as: .faint)
    }
  }

  func note(_ focus: FocusSheet) throws {
    if focus != worksheets.focus { try keep(.focus(focus)) }
  }

  func showFocus() throws {
    for line in lines(worksheets.focus) { try page.paragraph(line) }
  }

  private func remove(_ name: String) throws {
    guard let entry = worksheets.inventory.first(where: { people.isSame($0.name, as: name) })
    else {
      try page.paragraph("Nobody of that name is noted.", as: .warning)
      return
    }
    try keep(.removed(name: entry.name))
    try page.paragraph("Taken out: \(entry.name).")
  }

  /// On the disk before it is on the screen.
  private func keep(_ note: WorksheetNote) throws {
    try keeping?.writer.note(note, turn: played.engine.turn + 1)
    worksheets.add(note)
  }

  /// Who came up and is not in the inventory, for the end of a session.
  func showMissingPeople() throws {
    guard played.scenario.facts.worksheets.contains(.inventory) else { return }
    let missing = people.missing(from: worksheets.inventory, in: played.linesSpoken)
    guard !missing.isEmpty else { return }
    try page.blank()
    try page.paragraph(
      "They came up and are not in your inventory: \(missing.joined(separator: ", ")).")
  }
}
