import ScenarioModel
import TranscriptModel

/// Everything that conditions listen for in a response, each with a number: its bit in the rows.
struct ListenedFor: Sendable {
  /// How sure of a code one has to be.
  enum Strength: Int, Sendable {
    /// It counts at all, at least half, or whole.
    case counts, half, clear
  }

  private struct Code: Sendable, Hashable {
    var name: String
    var strength: Strength
    var topic: String?
  }

  private struct Wanted: Sendable {
    var strength: Strength
    var topic: String?
    var bit: Int
  }

  private(set) var bits = 0
  private var numbers: [Code: Int] = [:]
  private var byName: [String: [Wanted]] = [:]
  private var phrases: [(words: [String], bit: Int)] = []

  /// Codes that move states take the first bits, each the one of its number.
  init(codes: Int = 0) { bits = codes }

  mutating func bit(_ name: String, _ strength: Strength, about topic: String? = nil) -> Int {
    let code = Code(name: name, strength: strength, topic: topic)
    if let known = numbers[code] { return known }
    let bit = next()
    numbers[code] = bit
    byName[name, default: []].append(Wanted(strength: strength, topic: topic, bit: bit))
    return bit
  }

  mutating func bit(for words: [String]) -> Int {
    if let known = phrases.first(where: { $0.words == words }) { return known.bit }
    let bit = next()
    phrases.append((words, bit))
    return bit
  }

  private mutating func next() -> Int {
    bits += 1
    return bits - 1
  }

  /// Sets the bits of what is heard in a response in the latest row.
  func mark(_ response: CodedResponse, in rows: inout HeardRows) {
    for code in response.codes {
      let count = code.count
      guard count > 0 else { continue }
      let strength: Strength =
        code.certainty == 1 && code.weight == 1 ? .clear : count >= 0.5 ? .half : .counts
      mark(code.code, strength, response, in: &rows)
      if code.name != code.code { mark(code.name, strength, response, in: &rows) }
      for family in code.families { mark(family, strength, response, in: &rows) }
    }
    guard !phrases.isEmpty else { return }
    let words = Condition.spoken(response.text)
    for phrase in phrases where words.hasInARow(phrase.words) { rows.set(phrase.bit) }
  }

  private func mark(
    _ name: String, _ strength: Strength, _ response: CodedResponse, in rows: inout HeardRows
  ) {
    guard let wanted = byName[name] else { return }
    for wanted in wanted where strength.rawValue >= wanted.strength.rawValue {
      if let topic = wanted.topic, !response.topics.contains(topic) { continue }
      rows.set(wanted.bit)
    }
  }
}

extension [String] {
  /// Whether `words` stand in it, one after another; never for no words.
  fileprivate func hasInARow(_ words: [String]) -> Bool {
    guard let first = words.first, words.count <= count else { return false }
    return (0...(count - words.count)).contains { start in
      self[start] == first && self[start..<(start + words.count)].elementsEqual(words)
    }
  }
}
