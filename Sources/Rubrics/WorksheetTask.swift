import Diagnostics
import Outline

/// What must be written down for a task that is done on paper.
package enum WorksheetTask: Sendable, Hashable {
  /// Done from `least` people; with skill as `skilled` says, never where it is nil.
  case inventory(least: Int, skilled: InventorySkill?)
  /// Done from an area or a goal; with skill where all of `skilled` is there, never where that is
  /// empty.
  case focus(skilled: [FocusPart])
}

/// When an inventory is kept with skill.
package struct InventorySkill: Sendable, Hashable {
  /// So many people with closeness, expectation and support or trigger each.
  package var full: Int
  /// The part of these who are really in the patient's life, from 0 to 1.
  package var known: Double

  package init(full: Int, known: Double) {
    self.full = full
    self.known = known
  }
}

/// What a focus can have, as a rubric words it.
package enum FocusPart: String, Sendable, Hashable, CaseIterable {
  case areaOfSession = "the area of the session"
  case goal = "a goal"
  case ranking = "a ranking"
}

private let worksheets = ["inventory", "focus"]

private let inventoryForms = [
  "worksheet inventory, at least 2 people; skilled from 3 people in full, "
    + "at least 0.5 of them in the patient's life"
]
private let focusForms = ["worksheet focus; skilled with the area of the session and a goal"]

extension RubricReader {
  /// What follows `worksheet` in a task, cut at the semicolons; nil after a complaint.
  mutating func worksheetTask(_ sheet: Phrase, _ conditions: [Phrase]) -> WorksheetTask? {
    let parts = sheet.pieces(between: ",")
    let name = parts.first ?? sheet
    switch name.oneLine.lowercased() {
    case "inventory": return inventoryTask(parts.dropFirst(), conditions)
    case "focus":
      guard parts.count == 1 else {
        complain(.unreadable("Tasks", forms: focusForms), at: parts[1])
        return nil
      }
      return focusTask(conditions)
    default:
      let near = nearestName(to: name.oneLine, in: worksheets)
      complain(
        .worksheetUnknown(name.oneLine, near: near, allowed: worksheets), at: name,
        replacement: near)
      return nil
    }
  }

  private mutating func inventoryTask(
    _ least: ArraySlice<Phrase>, _ conditions: [Phrase]
  ) -> WorksheetTask? {
    var fewest = 1
    for part in least {
      guard let digits = part.afterWords("at least").flatMap(people) else {
        complain(.unreadable("Tasks", forms: inventoryForms), at: part)
        return nil
      }
      guard let number = whole(digits, 1, to: 100) else { return nil }
      fewest = number
    }
    var skill: InventorySkill?
    for condition in conditions {
      let parts = condition.pieces(between: ",")
      guard skill == nil, parts.count <= 2,
        let digits = parts[0].afterWords("skilled from")?.beforeWords("in full").flatMap(people)
      else {
        complain(.unreadable("Tasks", forms: inventoryForms), at: condition)
        return nil
      }
      guard let full = whole(digits, 1, to: 100) else { return nil }
      var found = InventorySkill(full: full, known: 0)
      if parts.count == 2 {
        let end = "of them in the patient's life"
        guard let digits = parts[1].afterWords("at least")?.beforeWords(end) else {
          complain(.unreadable("Tasks", forms: inventoryForms), at: parts[1])
          return nil
        }
        guard let part = number(digits, .fraction) else { return nil }
        found.known = part
      }
      skill = found
    }
    return .inventory(least: fewest, skilled: skill)
  }

  private mutating func focusTask(_ conditions: [Phrase]) -> WorksheetTask? {
    var skilled: [FocusPart] = []
    for condition in conditions {
      guard let list = condition.afterWords("skilled with") else {
        complain(.unreadable("Tasks", forms: focusForms), at: condition)
        return nil
      }
      for piece in list.pieces(between: ",").flatMap({ $0.pieces(betweenWord: "and") }) {
        guard let part = FocusPart(rawValue: piece.oneLine.lowercased()) else {
          complain(.unreadable("Tasks", forms: focusForms), at: piece.isEmpty ? condition : piece)
          return nil
        }
        skilled.append(part)
      }
    }
    return .focus(skilled: skilled)
  }
}

/// The number before `people`.
private func people(_ phrase: Phrase) -> Phrase? {
  phrase.beforeWords("people") ?? phrase.beforeWords("person")
}
