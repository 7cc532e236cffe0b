/// The words of a variation, ready to be put in place of others.
///
/// Only whole words are replaced, the longest first; a text is read once from left to right, so
/// nothing that was put in is replaced again.
package struct Rewording: Sendable {
  /// Words and marks one after another; straight and curly apostrophes are one.
  private struct Step: Sendable {
    var next: [String: Int] = [:]
    /// What ends here, by its exact letters.
    var substitutions: [String: Int] = [:]
    /// The first of them.
    var any: Int?
  }

  /// Whether it only looks for the words, at every place and also inside longer ones.
  private let isSearch: Bool
  private var steps = [Step()]
  private let words: [Variation.Substitution]
  /// Which of the words were found so far.
  package private(set) var used: Set<Int> = []

  package init(_ words: [Variation.Substitution]) { self.init(words, isSearch: false) }

  /// Changes no text, and afterwards tells by `used` which of the words occur anywhere.
  package init(lookingFor words: [String]) {
    self.init(words.map { Variation.Substitution(old: $0, new: $0) }, isSearch: true)
  }

  private init(_ words: [Variation.Substitution], isSearch: Bool) {
    self.words = words
    self.isSearch = isSearch
    for (index, substitution) in words.enumerated() {
      var here = 0
      for piece in pieces(of: substitution.old) {
        let key = piece.key.lowercased()
        if let next = steps[here].next[key] {
          here = next
        } else {
          steps.append(Step())
          steps[here].next[key] = steps.count - 1
          here = steps.count - 1
        }
      }
      guard here > 0 else { continue }
      // Of the same words twice, the first count.
      let exact = pieces(of: substitution.old).map(\.key).joined()
      if steps[here].substitutions[exact] == nil { steps[here].substitutions[exact] = index }
      steps[here].any = steps[here].any ?? index
    }
  }

  /// The text in the other words. Where the old words begin in a small letter and the text has a
  /// capital, so have the new ones; `ignoringCase` is for what is listened for.
  package mutating func apply(to text: String, ignoringCase: Bool = false) -> String {
    guard !words.isEmpty, !text.isEmpty, !isSearch || used.count < words.count else { return text }
    let pieces = pieces(of: text)
    if isSearch {
      for start in pieces.indices { _ = longest(in: pieces, from: start, ignoringCase) }
      return text
    }
    var result = ""
    var start = 0
    while start < pieces.count {
      guard let found = longest(in: pieces, from: start, ignoringCase) else {
        result += pieces[start].text
        start += 1
        continue
      }
      used.insert(found.substitution)
      let (old, new) = (words[found.substitution].old, words[found.substitution].new)
      let isRaised = pieces[start].text.first != old.first && !ignoringCase
      result += isRaised ? new.prefix(1).uppercased() + new.dropFirst() : new
      start = found.end
    }
    return result
  }

  private mutating func longest(
    in pieces: [Piece], from start: Int, _ ignoringCase: Bool
  ) -> (substitution: Int, end: Int)? {
    var found: (substitution: Int, end: Int)?
    var here = 0
    for index in start..<pieces.count {
      guard let next = steps[here].next[pieces[index].lowered] else { break }
      here = next
      guard let any = steps[here].any else { continue }
      let written = pieces[start...index].map(\.key).joined()
      let exact = steps[here].substitutions
      let lowered = written.prefix(1).lowercased() + written.dropFirst()
      if let substitution = exact[written] ?? exact[lowered] ?? (ignoringCase ? any : nil) {
        found = (substitution, index + 1)
        if isSearch { used.insert(substitution) }
      }
    }
    return found
  }
}

/// A word, some blanks, or one mark.
private struct Piece {
  let text: Substring
  /// With straight apostrophes, and one blank for several.
  let key: String
  let lowered: String

  init(_ text: Substring) {
    self.text = text
    if let first = text.first, isBlank(first) {
      key = " "
    } else if text.utf8.allSatisfy({ $0 < 0x80 }) {
      key = String(text)
    } else {
      key = String(text.map { $0 == "’" ? "'" : $0 })
    }
    lowered = key.utf8.allSatisfy({ $0 > 0x5a && $0 < 0x80 }) ? key : key.lowercased()
  }
}

private func pieces(of text: String) -> [Piece] {
  var result: [Piece] = []
  var rest = text[...]
  while let first = rest.first {
    let end: Substring.Index
    if isWord(first) {
      end = rest.firstIndex { !isWord($0) && !isApostrophe($0) } ?? rest.endIndex
    } else if isBlank(first) {
      end = rest.firstIndex { !isBlank($0) } ?? rest.endIndex
    } else {
      end = rest.index(after: rest.startIndex)
    }
    var word = rest[..<end]
    // An apostrophe inside a word is part of it; one at its end, and the "'s" of "Tom's", are not.
    if isWord(first) {
      while let last = word.last, isApostrophe(last) { word.removeLast() }
      let stem = word.dropLast(2)
      if word.last == "s", !stem.isEmpty, isApostrophe(word[stem.endIndex]) { word = stem }
    }
    result.append(Piece(word))
    rest = rest[word.endIndex...]
  }
  return result
}

// Nearly every character is ASCII, for which Unicode need not be asked.
private func isWord(_ character: Character) -> Bool {
  guard let ascii = character.asciiValue else { return character.isLetter || character.isNumber }
  return switch ascii {
  case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
  default: false
  }
}

private func isBlank(_ character: Character) -> Bool {
  guard let ascii = character.asciiValue else { return character.isWhitespace }
  return ascii == 0x20 || (0x09...0x0d).contains(ascii)
}

private func isApostrophe(_ character: Character) -> Bool { character == "'" || character == "’" }
