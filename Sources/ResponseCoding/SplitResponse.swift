import TranscriptModel

/// The sentences of a response as every coder splits them; the whole text where it has none.
package func sentences(of text: String) -> [String] {
  let bytes = Array(text.utf8)
  let places = CharacterPlaces(text, bytes)
  let found = splitSentences(bytes, Words(bytes)).map { places.text($0.start, $0.end) }
  return found.isEmpty ? [text] : found
}

extension ResponseCoder {
  /// Whether a response can be coded at all; one that cannot is one piece, however it splits.
  package func understands(_ text: String, after context: CodingContext) -> Bool {
    isUnderstandable(ParsedResponse(text, automaton.vocabulary), words(of: context))
  }
}
