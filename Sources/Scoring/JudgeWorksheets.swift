import Rubrics
import TranscriptModel

/// What a trainee wrote down in a session; nil for a worksheet the session did not call for.
package struct KeptWorksheets: Sendable, Hashable {
  package var inventory: [InventoryEntry]?
  package var focus: FocusSheet?
  /// The names in the inventory under which people of this patient's life are meant.
  package var known: Set<String>

  package init(
    inventory: [InventoryEntry]? = nil, focus: FocusSheet? = nil, known: Set<String> = []
  ) {
    self.inventory = inventory
    self.focus = focus
    self.known = known
  }
}

/// Holds what was written down against a task; `area` is the session's.
func score(
  _ name: String, _ task: WorksheetTask, by worksheets: KeptWorksheets, area: String
) -> TaskScore {
  var result = TaskScore(name: name, outcome: .notAsked, points: 0, reason: "", evidence: [])
  func found(_ isPresent: Bool, _ isSkilled: Bool, _ reason: String) {
    result.outcome = isPresent ? isSkilled ? .skilled : .present : .absent
    result.points = isPresent ? isSkilled ? Checklist.skilled : Checklist.present : 0
    result.reason = reason
  }
  switch task {
  case .inventory(let least, let skill):
    guard let people = worksheets.inventory else { break }
    let full = people.filter(\.isFull)
    let known = full.filter { worksheets.known.contains($0.name) }
    let isSkilled =
      skill.map { skill in
        full.count >= skill.full
          && Double(known.count) >= skill.known * Double(full.count) - tolerance
      } ?? false
    found(people.count >= least, isSkilled, words(people, full: full, known: known))
    return result
  case .focus(let skilled):
    guard let focus = worksheets.focus else { break }
    let isSkilled = skilled.allSatisfy { focus.has($0, area: area) } && !skilled.isEmpty
    found(focus.area != nil || !focus.goal.isEmpty, isSkilled, words(focus, area: area))
    return result
  }
  result.reason = "the session called for no such worksheet"
  return result
}

/// `4 people, 3 of them in full: Ife, Folake, Jo; in the patient's life: Ife, Folake`
private func words(
  _ people: [InventoryEntry], full: [InventoryEntry], known: [InventoryEntry]
) -> String {
  guard !people.isEmpty else { return "nobody is noted" }
  func names(_ entries: [InventoryEntry]) -> String {
    entries.isEmpty ? "nobody" : entries.map(\.name).joined(separator: ", ")
  }
  let all = people.count == 1 ? "1 person" : "\(people.count) people"
  guard !full.isEmpty else { return "\(all), nobody in full" }
  return "\(all), \(full.count) in full: \(names(full)); of these in the patient's life: "
    + names(known)
}

/// `area transitions, the session's; a goal; no ranking`
private func words(_ focus: FocusSheet, area: String) -> String {
  let named = focus.area.map { noted in
    "area \(noted.rawValue), "
      + (noted.rawValue == area ? "the session's" : "where the session's is \(area)")
  }
  return [
    named ?? "no area", focus.goal.isEmpty ? "no goal" : "a goal",
    focus.ranking.isEmpty ? "no ranking" : "a ranking",
  ].joined(separator: "; ")
}

extension FocusSheet {
  fileprivate func has(_ part: FocusPart, area: String) -> Bool {
    switch part {
    case .areaOfSession: self.area?.rawValue == area
    case .goal: !goal.isEmpty
    case .ranking: !ranking.isEmpty
    }
  }
}
