import Rubrics
import TranscriptModel

/// A response to the line that is being answered, with the codes that people gave it.
package struct CodedExample: Sendable, Hashable {
  package var text: String
  /// Ids of codes; by sentence, or one set for all of it.
  package var codes: [Set<String>]

  package init(text: String, codes: [Set<String>]) {
    self.text = text
    self.codes = codes
  }
}

/// An example that a sentence is close to, and what that says of its codes.
struct NearExample: Sendable {
  let text: String
  /// Of what both hold, 0 to 1 (Dice over words and pairs of words, endings aside).
  let nearness: Double
  /// Positions of its codes in the codebook.
  let codes: [Int]

  /// In log-odds: nothing at 0.55, four for the same sentence.
  var pull: Double { (nearness - NearExample.least) / (1 - NearExample.least) * 4 }

  /// Below this two sentences only happen to share words.
  static let least = 0.55
}

/// The sentences of examples, taken apart for comparing.
struct ExampleSentences: Sendable {
  private struct Piece: Sendable {
    var text: String
    var marks: Set<UInt64>
    var codes: [Int]
  }

  private let pieces: [Piece]

  static let none = ExampleSentences([], positions: [:])

  var isEmpty: Bool { pieces.isEmpty }

  init(_ examples: [CodedExample], positions: [String: Int]) {
    pieces = examples.flatMap { example -> [Piece] in
      let bytes = Array(example.text.utf8)
      let words = Words(bytes)
      let places = CharacterPlaces(example.text, bytes)
      let sentences = splitSentences(bytes, words)
      return sentences.enumerated().compactMap { number, sentence in
        let whole = example.codes.count == 1 ? example.codes[0] : []
        let codes = example.codes.count == sentences.count ? example.codes[number] : whole
        // Codes of several sentences together say nothing of one of them.
        guard sentences.count == 1 || example.codes.count == sentences.count else { return nil }
        return Piece(
          text: places.text(sentence.start, sentence.end),
          marks: marks(words, sentence.firstWord..<sentence.endWord),
          codes: codes.compactMap { positions[$0] }.sorted())
      }
    }
  }

  /// The example a sentence is closest to; nil where none is close.
  func nearest(_ words: Words, _ sentence: Sentence) -> NearExample? {
    guard !pieces.isEmpty else { return nil }
    let own = marks(words, sentence.firstWord..<sentence.endWord)
    guard !own.isEmpty else { return nil }
    var best: NearExample?
    for piece in pieces where !piece.marks.isEmpty {
      let shared = own.intersection(piece.marks).count
      let nearness = 2 * Double(shared) / Double(own.count + piece.marks.count)
      guard nearness > NearExample.least, nearness > best?.nearness ?? 0 else { continue }
      best = NearExample(text: piece.text, nearness: nearness, codes: piece.codes)
    }
    return best
  }
}

/// Words and pairs of words, endings aside.
private func marks(_ words: Words, _ range: Range<Int>) -> Set<UInt64> {
  var result: Set<UInt64> = []
  var previous: UInt64?
  for index in range {
    let word = stem(words.letters(of: index))
    result.insert(word)
    if let previous { result.insert(pair(previous, word)) }
    previous = word
  }
  return result
}
