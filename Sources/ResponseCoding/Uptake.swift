import Rubrics
import TranscriptModel

/// Tells whether a response takes up what the patient has just said and adds something to it.
///
/// A copy adds nothing, and what could be said to anybody takes nothing up. Endings of words do not
/// matter; small words and those of the list `stock` do not count.
package struct Uptake: Sendable {
  private let empty: Set<UInt64>
  private let emptyBeginnings: [[UInt8]]

  /// Shorter responses ("Mm.", "Take your time.") are no attempt at it.
  package static let fewestWords = 5

  private static let small = Set(Words(functionWords.joined(separator: " ")).stems)

  package init(_ codebook: Codebook) {
    let stock = codebook.wordLists["stock"] ?? []
    let whole = Words(stock.filter { !$0.hasSuffix("*") }.joined(separator: " "))
    empty = Self.small.union(whole.stems)
    emptyBeginnings = stock.filter { $0.hasSuffix("*") }.map { Array($0.utf8.dropLast()) }
      .filter { !$0.isEmpty }
  }

  /// Nil where there was nothing to take up, and for a response that is too short or not understood.
  package func takesUp(_ exchange: Exchange) -> Bool? {
    let response = exchange.response
    guard response.isUnderstood, response.wordCount >= Self.fewestWords else { return nil }
    var said: Set<UInt64> = []
    var meant: Set<UInt64> = []
    for utterance in exchange.patient {
      said.formUnion(content(withoutGestures(Array(utterance.text.utf8))))
      for phrase in utterance.gist { meant.formUnion(content(Array(phrase.utf8))) }
    }
    guard !said.isEmpty || !meant.isEmpty else { return nil }
    let words = content(Array(response.text.utf8))
    return words.contains { said.contains($0) || meant.contains($0) }
      && words.contains { !said.contains($0) }
  }

  private func content(_ text: [UInt8]) -> [UInt64] {
    let words = Words(text)
    return zip(words.words.indices, words.stems).compactMap { index, stem in
      guard !empty.contains(stem) else { return nil }
      let letters = words.letters(of: index)
      return emptyBeginnings.contains { letters.starts(with: $0) } ? nil : stem
    }
  }
}
