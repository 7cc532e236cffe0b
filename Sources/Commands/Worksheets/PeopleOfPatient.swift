import Playtesting
import ScenarioModel
import TranscriptModel

/// The people in a patient's life, known by any of their names.
struct PeopleOfPatient {
  private let people: [Person]
  /// For each of them every name, as words in lower case.
  private let names: [[[String]]]

  init(_ people: [Person]) {
    self.people = people
    names = people.map { person in
      ([person.name] + nameParts(person.name) + person.otherNames)
        .map(plainName).filter { !$0.isEmpty }
    }
  }

  /// Whether two names mean the same person.
  func isSame(_ name: String, as other: String) -> Bool {
    plainName(name) == plainName(other)
      || position(of: name).map { $0 == position(of: other) } ?? false
  }

  func contains(_ name: String) -> Bool { position(of: name) != nil }

  private func position(of name: String) -> Int? {
    let wanted = plainName(name)
    return names.firstIndex { $0.contains(wanted) }
  }

  /// Those who came up in a conversation and stand in no entry, each by a name that was said aloud.
  func missing(from inventory: [InventoryEntry], in lines: [String]) -> [String] {
    let noted = Set(inventory.compactMap { position(of: $0.name) })
    let spoken = lines.map { Condition.spoken(withoutGestures($0)).map(withoutPossessive) }
    return people.indices.compactMap { index in
      guard !noted.contains(index) else { return nil }
      let person = people[index]
      return ([person.name] + person.otherNames).first { name in
        let words = Condition.spoken(name)
        return !words.isEmpty && !words.allSatisfy(pronouns.contains)
          && spoken.contains { $0.contains(words) }
      }
    }
  }
}

extension PlayedSession {
  /// Everything said so far, by anybody, in order.
  var linesSpoken: [String] {
    exchanges.flatMap { $0.patient.map(\.text) + [$0.response.text] } + latest.map(\.text)
  }
}

/// The names in a longer one: `Mr Okafor` is also meant by `Okafor`.
private func nameParts(_ name: String) -> [String] {
  let parts = name.split(separator: " ").filter { part in
    part.first?.isUppercase == true
      && !["mr", "mrs", "ms", "miss", "dr"].contains(plainName(String(part)).joined())
  }
  return parts.count < name.split(separator: " ").count || parts.count > 1
    ? parts.map(String.init) : []
}

/// `his mother`, `Mother` and `the mother` are one.
private func plainName(_ name: String) -> [String] {
  let words = Condition.spoken(name)
  let rest = words.drop { ["his", "her", "their", "my", "the", "a", "an"].contains($0) }
  return rest.isEmpty ? words : Array(rest)
}

private let pronouns: Set<String> = [
  "he", "him", "his", "she", "her", "hers", "they", "them", "their", "it",
]

private func withoutPossessive(_ word: String) -> String {
  word.hasSuffix("'s") ? String(word.dropLast(2)) : word
}
