import ScenarioModel
import TranscriptModel

/// What somebody wants of `/inventory`.
enum InventoryLine: Equatable {
  case show
  case remove(String)
  /// What is said of a person; the rest is empty.
  case note(InventoryEntry)
  /// Nothing but a name.
  case name(String)
  case withoutName

  /// Reads what follows `/inventory`: `Ife: sister, close, wants her to visit, support`.
  init(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { oneLine(String($0)) }
    let name = parts.first ?? ""
    let words = name.split(separator: " ")
    if parts.count > 1 {
      self = name.isEmpty ? .withoutName : .note(inventoryEntry(name, parts[1]))
    } else if words.first?.lowercased() == "remove" {
      let removed = words.dropFirst().joined(separator: " ")
      self = removed.isEmpty ? .withoutName : .remove(removed)
    } else {
      self = name.isEmpty ? .show : .name(name)
    }
  }
}

/// Who she is, closeness, expectation, and support or trigger, between commas; any of them may be
/// left out, and the expectation may have commas of its own.
private func inventoryEntry(_ name: String, _ text: String) -> InventoryEntry {
  var entry = InventoryEntry(name: name)
  var parts = text.split(separator: ",", omittingEmptySubsequences: false)
    .map { oneLine(String($0)) }
  if let last = parts.last, let influence = influence(last) {
    entry.influence = influence
    parts.removeLast()
  }
  if let place = parts.prefix(2).firstIndex(where: { closeness($0) != nil }) {
    entry.closeness = closeness(parts[place])
    // What stands before it is who the person is, so nothing of that follows.
    if place == 0 { parts[0] = "" } else { parts.remove(at: place) }
  }
  entry.who = parts.first ?? ""
  entry.expectation = parts.dropFirst().filter { !$0.isEmpty }.joined(separator: ", ")
  return entry
}

/// By its words or, as in the questions, by its number.
func closeness(_ text: String) -> Closeness? {
  let text = text.lowercased()
  if let number = Int(text) {
    let all = Closeness.allCases
    return all.indices.contains(number - 1) ? all[number - 1] : nil
  }
  return Closeness(rawValue: text == "broken" ? "broken off" : text)
}

func influence(_ text: String) -> Influence? {
  switch text.lowercased() {
  case "support", "supports", "supportive", "source of support", "a source of support": .support
  case "trigger", "a trigger", "triggers": .trigger
  case "both", "support and trigger", "trigger and support": .both
  default: nil
  }
}

/// Without blanks at both ends, and with one for several.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
