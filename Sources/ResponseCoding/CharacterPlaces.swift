import TranscriptModel

/// Turns byte offsets of a text into places among its `Character`s.
///
/// "é" is one character however it is written, an emoji family is one, and CR LF is one.
struct CharacterPlaces: Sendable {
  private let bytes: [UInt8]
  /// For each byte the character it belongs to; empty where each byte is a character.
  private let characters: [Int32]
  /// For each character its first byte; empty as above.
  private let starts: [Int32]

  init(_ text: String, _ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x0D }) else {
      (characters, starts) = ([], [])
      return
    }
    var characters: [Int32] = []
    var starts: [Int32] = []
    characters.reserveCapacity(bytes.count)
    for (number, character) in text.enumerated() {
      starts.append(Int32(characters.count))
      for _ in character.utf8 { characters.append(Int32(number)) }
    }
    self.characters = characters
    self.starts = starts
  }

  /// The characters that hold these bytes; never empty where the bytes are not.
  func range(_ start: Int, _ end: Int) -> TextRange {
    guard !characters.isEmpty, start < end, end <= characters.count else {
      return TextRange(start, end)
    }
    return TextRange(Int(characters[start]), Int(characters[end - 1]) + 1)
  }

  /// The characters that hold these bytes, as text.
  func text(_ start: Int, _ end: Int) -> String {
    guard start < end, end <= bytes.count else { return "" }
    guard !characters.isEmpty else { return String(decoding: bytes[start..<end], as: UTF8.self) }
    let range = range(start, end)
    let from = Int(starts[range.start])
    let to = range.end < starts.count ? Int(starts[range.end]) : bytes.count
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }
}
