import ScenarioModel
import TranscriptModel

/// The worksheets as a trainee and her supervisor read them; nothing where nothing is noted.
func sections(_ worksheets: Worksheets) -> [ReportSection] {
  var sections: [ReportSection] = []
  if !worksheets.inventory.isEmpty {
    sections.append(
      ReportSection(heading: "Inventory", lines: worksheets.inventory.map(text)))
  }
  if !worksheets.focus.isEmpty {
    sections.append(ReportSection(heading: "Focus", lines: lines(worksheets.focus)))
  }
  return sections
}

/// `Ife: sister; close; expectation: wants her to visit; support`
func text(_ entry: InventoryEntry) -> String {
  var facts = [entry.who].filter { !$0.isEmpty }
  if let closeness = entry.closeness { facts.append(closeness.rawValue) }
  if !entry.expectation.isEmpty { facts.append("expectation: \(entry.expectation)") }
  switch entry.influence {
  case .both: facts.append("support and trigger")
  case let influence?: facts.append(influence.rawValue)
  case nil: break
  }
  return facts.isEmpty ? entry.name : "\(entry.name): \(facts.joined(separator: "; "))"
}

/// What of an entry is not yet noted, in the order in which it is asked for.
func stillOpen(_ entry: InventoryEntry) -> [String] {
  [
    (entry.who.isEmpty, "who that is"), (entry.closeness == nil, "closeness"),
    (entry.expectation.isEmpty, "expectation"), (entry.influence == nil, "support or trigger"),
  ].filter(\.0).map(\.1)
}

func lines(_ focus: FocusSheet) -> [String] {
  var lines: [String] = []
  if !focus.ranking.isEmpty {
    lines.append("Problem areas: \(focus.ranking.map(\.rawValue).joined(separator: ", then "))")
  }
  if let area = focus.area {
    lines.append("Focus: \(area.rawValue)" + (focus.words.isEmpty ? "" : ", “\(focus.words)”"))
  }
  if !focus.goal.isEmpty { lines.append("Goal: \(focus.goal)") }
  return lines
}

/// What one note says, as a line of a replay.
func text(_ note: WorksheetNote) -> String {
  switch note {
  case .person(let entry): text(entry)
  case .removed(let name): "\(name) is taken out of the inventory"
  case .focus(let sheet): lines(sheet).joined(separator: "; ")
  }
}

/// What a briefing says of worksheets; nil where a session calls for none.
func words(for worksheets: [Worksheet]) -> String? {
  let words = worksheets.map { worksheet in
    switch worksheet {
    case .inventory: "/inventory for the people"
    case .focus: "/focus for problem area and goal"
    }
  }
  return words.isEmpty ? nil : "Worksheets: \(words.joined(separator: ", "))."
}
