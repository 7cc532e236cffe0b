/// The words of a text, lower case, contractions taken apart, each with the bytes it came from.
///
/// "You're" is `you` and `are`; "don't", "dont" and "don’t" are `do` and `not`; "she's" is `she` and
/// `'s`, because only the sentence tells whether that is "is" or "has".
struct Words: Sendable {
  struct Word: Sendable, Hashable {
    /// Where its lower-case letters stand in `letters`.
    var start: Int
    var end: Int
    /// The bytes of the text it came from.
    var sourceStart: Int
    var sourceEnd: Int
  }

  private(set) var letters: [UInt8] = []
  private(set) var words: [Word] = []
  /// Words as typed: "don't" is one.
  private(set) var typedCount = 0

  init(_ text: [UInt8]) {
    letters.reserveCapacity(text.count + 8)
    words.reserveCapacity(text.count / 4 + 1)
    var offset = 0
    while offset < text.count {
      let start = offset
      let letterStart = letters.count
      var apostrophe: Int?
      scan: while offset < text.count {
        let byte = text[offset]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          letters.append(byte)
          offset += 1
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
          letters.append(byte | 0x20)
          offset += 1
        case UInt8(ascii: "'"):
          guard offset > start, let next = text[safe: offset + 1], isASCIILetter(next) else {
            break scan
          }
          apostrophe = letters.count
          letters.append(UInt8(ascii: "'"))
          offset += 1
        case 0x80...:
          let (scalar, length) = scalar(in: text, at: offset)
          if scalar == "’" || scalar == "ʼ" {
            let next = text[safe: offset + length]
            guard offset > start, let next, isASCIILetter(next) else { break scan }
            apostrophe = letters.count
            letters.append(UInt8(ascii: "'"))
          } else if isLetter(scalar) {
            letters += Array(scalar.properties.lowercaseMapping.utf8)
          } else {
            break scan
          }
          offset += length
        default: break scan
        }
      }
      guard offset > start else {
        offset += text[offset] < 0x80 ? 1 : scalar(in: text, at: offset).length
        continue
      }
      typedCount += 1
      add(
        Word(
          start: letterStart, end: letters.count, sourceStart: start, sourceEnd: offset),
        apostrophe: apostrophe)
    }
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Whether a lower-case word is one word already, without apostrophe or parts.
  static func isSingle(_ word: String) -> Bool {
    word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && (word.utf8.count > 8 || unmarked[Array(word.utf8)] == nil)
  }

  var count: Int { words.count }

  func letters(of index: Int) -> ArraySlice<UInt8> {
    letters[words[index].start..<words[index].end]
  }

  func text(of index: Int) -> String { String(decoding: letters(of: index), as: UTF8.self) }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return letters(of: index).elementsEqual(word)
  }

  private mutating func add(_ word: Word, apostrophe: Int?) {
    let slice = letters[word.start..<word.end]
    if let apostrophe {
      let ending = letters[(apostrophe + 1)..<word.end]
      if ending.elementsEqual("t".utf8), letters[apostrophe - 1] == UInt8(ascii: "n") {
        negated(word, verbEnd: apostrophe - 1)
        return
      }
      let full: String? =
        switch String(decoding: ending, as: UTF8.self) {
        case "re": "are"
        case "ve": "have"
        case "ll": "will"
        case "m": "am"
        default: nil
        }
      // Characters and bytes of the apostrophe differ, so the source is cut from its end.
      let cut = word.sourceEnd - ending.count - apostropheLength(word, apostrophe)
      words.append(
        Word(start: word.start, end: apostrophe, sourceStart: word.sourceStart, sourceEnd: cut))
      if let full {
        append(full, from: cut, to: word.sourceEnd)
      } else {
        words.append(
          Word(start: apostrophe, end: word.end, sourceStart: cut, sourceEnd: word.sourceEnd))
      }
      return
    }
    guard slice.count <= 8, let parts = unmarked[Array(slice)] else {
      words.append(word)
      return
    }
    let cut = word.sourceStart + min(parts.0.utf8.count, word.sourceEnd - word.sourceStart - 1)
    append(parts.0, from: word.sourceStart, to: cut)
    append(parts.1, from: cut, to: word.sourceEnd)
  }

  /// Two bytes more where the apostrophe was a curly one.
  private func apostropheLength(_ word: Word, _ apostrophe: Int) -> Int {
    let isASCII = word.sourceEnd - word.sourceStart == word.end - word.start
    return isASCII
      ? 1 : max(1, min(3, word.sourceEnd - word.sourceStart - (word.end - word.start) + 1))
  }

  private mutating func negated(_ word: Word, verbEnd: Int) {
    let verb = String(decoding: letters[word.start..<verbEnd], as: UTF8.self)
    let full = verb == "ca" ? "can" : verb == "wo" ? "will" : verb == "sha" ? "shall" : nil
    let cut = min(word.sourceStart + max(1, verbEnd - word.start), word.sourceEnd - 1)
    if let full {
      append(full, from: word.sourceStart, to: cut)
    } else {
      words.append(
        Word(
          start: word.start, end: max(verbEnd, word.start + 1), sourceStart: word.sourceStart,
          sourceEnd: cut))
    }
    append("not", from: cut, to: word.sourceEnd)
  }

  private mutating func append(_ text: String, from: Int, to: Int) {
    let start = letters.count
    letters += Array(text.utf8)
    words.append(Word(start: start, end: letters.count, sourceStart: from, sourceEnd: to))
  }
}

/// Forms that people type without the apostrophe, and two spoken ones.
private let unmarked: [[UInt8]: (String, String)] = {
  var result: [[UInt8]: (String, String)] = [:]
  for verb in [
    "do", "does", "did", "is", "was", "are", "were", "could", "would", "should", "have", "has",
    "had", "need",
  ] { result[Array((verb + "nt").utf8)] = (verb, "not") }
  let others = [
    ("cant", "can", "not"), ("wont", "will", "not"), ("cannot", "can", "not"),
    ("youre", "you", "are"), ("youve", "you", "have"), ("youll", "you", "will"),
    ("youd", "you", "'d"), ("theyre", "they", "are"), ("theyve", "they", "have"),
    ("theyll", "they", "will"), ("weve", "we", "have"), ("ive", "i", "have"), ("im", "i", "am"),
    ("whats", "what", "'s"), ("thats", "that", "'s"), ("hes", "he", "'s"), ("shes", "she", "'s"),
    ("hows", "how", "'s"), ("wheres", "where", "'s"), ("whos", "who", "'s"),
    ("theres", "there", "'s"), ("heres", "here", "'s"), ("itll", "it", "will"), ("its", "it", "'s"),
    ("lets", "let", "'s"),
    ("thatll", "that", "will"), ("gonna", "going", "to"), ("wanna", "want", "to"),
  ]
  for (typed, first, second) in others { result[Array(typed.utf8)] = (first, second) }
  return result
}()

extension Array where Element == UInt8 {
  subscript(safe index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}

private func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  let properties = scalar.properties
  if properties.isAlphabetic || properties.numericType != nil { return true }
  return properties.generalCategory == .nonspacingMark || properties.generalCategory == .spacingMark
}

/// The scalar at a byte, and its length; the bytes come from a `String` and are valid UTF-8.
func scalar(in text: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
  let lead = text[offset]
  let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard offset + length <= text.count else { return ("\u{FFFD}", 1) }
  var value = UInt32(length == 1 ? lead : lead & (0xFF >> UInt8(length + 1)))
  for byte in text[(offset + 1)..<(offset + length)] {
    value = value << 6 | UInt32(byte & 0x3F)
  }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
