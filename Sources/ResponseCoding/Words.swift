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
    var spelling = Spelling.none
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
            letters += scalar.properties.lowercaseMapping.utf8
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
      && unmarked[Spelling(word).short] == nil
  }

  var count: Int { words.count }

  func letters(of index: Int) -> ArraySlice<UInt8> {
    letters[words[index].start..<words[index].end]
  }

  func text(of index: Int) -> String { String(decoding: letters(of: index), as: UTF8.self) }

  func spelling(of index: Int) -> Spelling { words[index].spelling }

  func isWord(_ index: Int, _ word: Spelling) -> Bool { words[index].spelling == word }

  private mutating func add(_ word: Word, apostrophe: Int?) {
    if let apostrophe {
      let ending = Spelling(letters, (apostrophe + 1)..<word.end)
      if ending == "t", letters[apostrophe - 1] == UInt8(ascii: "n") {
        negated(word, verbEnd: apostrophe - 1)
        return
      }
      let full: StaticString? =
        switch ending {
        case "re": "are"
        case "ve": "have"
        case "ll": "will"
        case "m": "am"
        default: nil
        }
      // Characters and bytes of the apostrophe differ, so the source is cut from its end.
      let length = word.end - apostrophe - 1
      let cut = word.sourceEnd - length - apostropheLength(word, apostrophe)
      append(word.start..<apostrophe, from: word.sourceStart, to: cut)
      if let full {
        append(full, from: cut, to: word.sourceEnd)
      } else {
        append(apostrophe..<word.end, from: cut, to: word.sourceEnd)
      }
      return
    }
    let spelling = Spelling(letters, word.start..<word.end)
    guard let parts = unmarked[spelling.short] else {
      var spelt = word
      spelt.spelling = spelling
      words.append(spelt)
      return
    }
    let length = parts.first.utf8CodeUnitCount
    let cut = word.sourceStart + min(length, word.sourceEnd - word.sourceStart - 1)
    append(parts.first, from: word.sourceStart, to: cut)
    append(parts.second, from: cut, to: word.sourceEnd)
  }

  /// Two bytes more where the apostrophe was a curly one.
  private func apostropheLength(_ word: Word, _ apostrophe: Int) -> Int {
    let isASCII = word.sourceEnd - word.sourceStart == word.end - word.start
    return isASCII
      ? 1 : max(1, min(3, word.sourceEnd - word.sourceStart - (word.end - word.start) + 1))
  }

  private mutating func negated(_ word: Word, verbEnd: Int) {
    let full: StaticString? =
      switch Spelling(letters, word.start..<max(verbEnd, word.start)) {
      case "ca": "can"
      case "wo": "will"
      case "sha": "shall"
      default: nil
      }
    let cut = min(word.sourceStart + max(1, verbEnd - word.start), word.sourceEnd - 1)
    if let full {
      append(full, from: word.sourceStart, to: cut)
    } else {
      append(word.start..<max(verbEnd, word.start + 1), from: word.sourceStart, to: cut)
    }
    append("not", from: cut, to: word.sourceEnd)
  }

  private mutating func append(_ text: StaticString, from: Int, to: Int) {
    let start = letters.count
    letters += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    append(start..<letters.count, from: from, to: to)
  }

  private mutating func append(_ range: Range<Int>, from: Int, to: Int) {
    words.append(
      Word(
        start: range.lowerBound, end: range.upperBound, sourceStart: from, sourceEnd: to,
        spelling: Spelling(letters, range)))
  }
}

/// Forms that people type without the apostrophe, and two spoken ones.
private let unmarked: NumberTable<(first: StaticString, second: StaticString)> = {
  let forms: [(Spelling, StaticString, StaticString)] = [
    ("dont", "do", "not"), ("doesnt", "does", "not"), ("didnt", "did", "not"),
    ("isnt", "is", "not"), ("wasnt", "was", "not"), ("arent", "are", "not"),
    ("werent", "were", "not"), ("couldnt", "could", "not"), ("wouldnt", "would", "not"),
    ("shouldnt", "should", "not"), ("havent", "have", "not"), ("hasnt", "has", "not"),
    ("hadnt", "had", "not"), ("neednt", "need", "not"),
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
  return NumberTable(forms.map { ($0.short, ($1, $2)) })
}()

extension Array where Element == UInt8 {
  subscript(safe index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}

private func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  // Dashes, quotation marks and dots, the commonest of all that is not ASCII.
  if (0x2010...0x2027).contains(scalar.value) { return false }
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
