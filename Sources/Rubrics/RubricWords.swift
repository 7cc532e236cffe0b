import Diagnostics
import Outline

extension Phrase {
  /// The words with single blanks between them.
  var oneLine: String { words.map(\.text).joined(separator: " ") }

  /// The words before a comma at the end, if there is one.
  var withoutLastComma: Phrase {
    bytes.last == UInt8(ascii: ",") ? at(span.start, span.end - 1).trimmed : self
  }

  /// The rest after these whole words at the start, however many blanks stand between them.
  func afterWords(_ words: String) -> Phrase? {
    words.split(separator: " ").reduce(trimmed as Phrase?) { rest, word in
      rest?.after(String(word))
    }
  }

  /// The part before these whole words at the end, however many blanks stand between them.
  func beforeWords(_ words: String) -> Phrase? {
    words.split(separator: " ").reversed().reduce(trimmed as Phrase?) { rest, word in
      rest?.before(String(word))
    }
  }
}

/// A part of a line that names a number, as a complaint about it words it.
enum NumberRange {
  case fraction, fractionAboveZero, aboveZero, upToThousand

  var words: String {
    switch self {
    case .fraction: "a number from 0 to 1"
    case .fractionAboveZero: "a number above 0 and up to 1"
    case .aboveZero: "a number above 0"
    case .upToThousand: "a number from 0 to 1000"
    }
  }

  func contains(_ number: Double) -> Bool {
    switch self {
    case .fraction: (0...1).contains(number)
    case .fractionAboveZero: number > 0 && number <= 1
    case .aboveZero: number > 0 && number <= 1000
    case .upToThousand: (0...1000).contains(number)
    }
  }
}

extension RubricReader {
  mutating func number(_ phrase: Phrase, _ range: NumberRange) -> Double? {
    if let number = phrase.decimal, range.contains(number) { return number }
    complain(.number(phrase.oneLine, needed: range.words), at: phrase)
    return nil
  }

  /// A whole number from `least` to `most`.
  mutating func whole(_ phrase: Phrase, _ least: Int, to most: Int) -> Int? {
    if let number = phrase.integer, (least...most).contains(number) { return number }
    complain(
      .number(phrase.oneLine, needed: "a whole number from \(least) to \(most)"), at: phrase)
    return nil
  }

  /// The ids of the codes a list with commas or `or` names, each once, in the order of the line.
  mutating func codes(_ list: Phrase) -> [String] {
    var result: [String] = []
    for name in names(in: list) {
      for id in codes(named: name) where !result.contains(id) { result.append(id) }
    }
    return result
  }

  mutating func codes(named name: Phrase) -> [String] {
    let words = name.oneLine
    if let ids = codeNames[words] { return ids }
    guard !name.isEmpty else {
      complain(.codeMissing, at: name)
      return []
    }
    let near = nearestCodes[words] ?? nearestName(to: words, in: codeNames.keys.sorted())
    nearestCodes[words] = .some(near)
    complain(.codeUnknown(words, near: near), at: name, replacement: near)
    return []
  }

  mutating func cues(_ list: Phrase) -> [String] {
    names(in: list).compactMap { cue($0) }
  }

  mutating func cue(_ name: Phrase) -> String? {
    let words = name.oneLine
    if cueNames.contains(words) { return words }
    let near = nearestName(to: words, in: cueNames)
    complain(.cueUnknown(words, near: near, allowed: cueNames), at: name, replacement: near)
    return nil
  }

  private func names(in list: Phrase) -> [Phrase] {
    list.pieces(between: ",").flatMap { $0.pieces(betweenWord: "or") }
  }
}
