import Diagnostics

/// Some words of a file that know where they stand, for reading a line piece by piece.
///
/// Case and blanks are kept in `text`; comparisons with keywords ignore ASCII case.
package struct Phrase: Sendable, Hashable {
  package let file: SourceFile
  package let span: Span

  @inlinable
  package init(file: SourceFile, span: Span) {
    self.file = file
    self.span = span
  }

  /// Words that stand in no file yet.
  package init(_ text: String) {
    let file = SourceFile(name: "", text: text)
    self.init(file: file, span: Span(0, file.bytes.count))
  }

  package static func == (a: Phrase, b: Phrase) -> Bool { a.span == b.span && a.text == b.text }
  package func hash(into hasher: inout Hasher) { hasher.combine(span) }

  package var text: String { file.text(span) }
  @inlinable package var isEmpty: Bool { span.isEmpty }
  package var bytes: ArraySlice<UInt8> { file.bytes[span.start..<span.end] }

  /// Without blanks, tabs and line breaks at both ends; a blank that does not break is one too.
  package var trimmed: Phrase {
    var (start, end) = (span.start, span.end)
    while start < end, case let width = blankWidth(at: start), width > 0 { start += width }
    while end > start {
      if isBlank(file.bytes[end - 1]) {
        end -= 1
      } else if end - 2 >= start, blankWidth(at: end - 2) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return at(start, end)
  }

  /// The bytes of the blank that begins here, 0 where none does.
  private func blankWidth(at offset: Int) -> Int {
    let byte = file.bytes[offset]
    if isBlank(byte) { return 1 }
    let isUnbreaking =
      byte == 0xC2 && offset + 1 < span.end && file.bytes[offset + 1] == 0xA0
    return isUnbreaking ? 2 : 0
  }

  /// Whether the phrase is these words, ASCII case aside.
  @inlinable
  package func equals(_ words: String) -> Bool {
    span.count == words.utf8.count && starts(with: words)
  }

  /// Whether the phrase begins with these bytes, ASCII case aside.
  @inlinable
  package func starts(with words: String) -> Bool {
    guard span.count >= words.utf8.count else { return false }
    var offset = span.start
    for byte in words.utf8 {
      if lowered(file.bytes[offset]) != lowered(byte) { return false }
      offset += 1
    }
    return true
  }

  /// The rest after a whole keyword at the start (it must end at a blank, a mark or the end), else nil.
  @inlinable
  package func after(_ keyword: String) -> Phrase? {
    guard starts(with: keyword) else { return nil }
    let next = span.start + keyword.utf8.count
    if next < span.end, isWord(file.bytes[next]), let last = keyword.utf8.last, isWord(last) {
      return nil
    }
    return at(next, span.end).trimmed
  }

  /// The part before a whole keyword at the end, else nil.
  @inlinable
  package func before(_ keyword: String) -> Phrase? {
    let start = span.end - keyword.utf8.count
    guard start >= span.start, at(start, span.end).equals(keyword) else { return nil }
    if start > span.start, isWord(file.bytes[start - 1]) { return nil }
    return at(span.start, start).trimmed
  }

  /// Without a prefix of exactly these bytes; the phrase itself where it begins otherwise.
  package func dropping(_ prefix: String) -> Phrase {
    starts(with: prefix) ? at(span.start + prefix.utf8.count, span.end) : self
  }

  /// The two sides of the first mark that stands outside double quotes.
  package func split(at mark: String) -> (Phrase, Phrase)? {
    guard let offset = first(mark, wholeWord: false) else { return nil }
    return (at(span.start, offset), at(offset + mark.utf8.count, span.end))
  }

  /// The two sides of the first of these words that stands as a whole word outside quotes.
  package func split(atWord word: String) -> (Phrase, Phrase)? {
    guard let offset = first(word, wholeWord: true) else { return nil }
    let end = offset + word.utf8.count
    return (at(span.start, offset).trimmed, at(end, span.end).trimmed)
  }

  /// The pieces between marks outside double quotes, each without blanks around it; empty ones are kept.
  package func pieces(between mark: String) -> [Phrase] {
    var result: [Phrase] = []
    var rest = self
    while let (piece, after) = rest.split(at: mark) {
      result.append(piece.trimmed)
      rest = after
    }
    result.append(rest.trimmed)
    return result
  }

  /// The pieces between a whole word outside quotes.
  package func pieces(betweenWord word: String) -> [Phrase] {
    var result: [Phrase] = []
    var rest = self
    while let (piece, after) = rest.split(atWord: word) {
      result.append(piece)
      rest = after
    }
    result.append(rest.trimmed)
    return result
  }

  /// The words between blanks.
  package var words: [Phrase] {
    var result: [Phrase] = []
    var offset = span.start
    while offset < span.end {
      while offset < span.end, isBlank(file.bytes[offset]) { offset += 1 }
      let start = offset
      while offset < span.end, !isBlank(file.bytes[offset]) { offset += 1 }
      if offset > start { result.append(at(start, offset)) }
    }
    return result
  }

  /// The words inside a pair of double quotes that enclose the whole phrase, straight or curly.
  package var unquoted: Phrase? { inside(["\"", "“", "„"], ["\"", "”", "“"]) }

  /// The words inside a pair of single quotes.
  package var singlyUnquoted: Phrase? { inside(["'", "‘", "‚"], ["'", "’", "‘"]) }

  private func inside(_ opening: [String], _ closing: [String]) -> Phrase? {
    guard let open = opening.first(where: { starts(with: $0) }) else { return nil }
    let inner = at(span.start + open.utf8.count, span.end)
    for close in closing where inner.span.count >= close.utf8.count {
      let end = inner.span.end - close.utf8.count
      if at(end, inner.span.end).equals(close) { return at(inner.span.start, end) }
    }
    return nil
  }

  /// A whole number with an optional sign, else nil; a number too large for 32 bits is none.
  package var integer: Int? {
    Int32(plainMinus).map(Int.init)
  }

  /// A decimal number with an optional sign, else nil; finite.
  package var decimal: Double? {
    let text = plainMinus
    guard text.utf8.allSatisfy({ "+-.0123456789".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  /// With a hyphen where a word processor has put a dash or a true minus sign.
  private var plainMinus: String {
    let text = text
    return ["−", "–"].contains(text.prefix(1)) ? "-" + text.dropFirst() : text
  }

  @inlinable
  package func at(_ start: Int, _ end: Int) -> Phrase {
    Phrase(file: file, span: Span(start, end))
  }

  private func first(_ mark: String, wholeWord: Bool) -> Int? {
    let sought = mark.utf8
    guard let head = sought.first.map(lowered), span.count >= sought.count else { return nil }
    var quoted = false
    var isLow = false
    for offset in span.start...(span.end - sought.count) {
      let byte = file.bytes[offset]
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if let curly = curlyQuote(at: offset) {
        // “ opens in English and closes what „ has opened in German.
        quoted = curly == "„" || curly == "“" && !(quoted && isLow)
        isLow = curly == "„"
      }
      guard !quoted, lowered(byte) == head else { continue }
      let end = offset + sought.count
      guard at(offset, end).equals(mark) else { continue }
      let stands =
        (offset == span.start || !isWord(file.bytes[offset - 1]))
        && (end == span.end || !isWord(file.bytes[end]))
      if !wholeWord || stands { return offset }
    }
    return nil
  }

  /// The curly quote that stands here, as word processors write them.
  private func curlyQuote(at offset: Int) -> Character? {
    guard offset + 2 < span.end, file.bytes[offset] == 0xE2, file.bytes[offset + 1] == 0x80 else {
      return nil
    }
    return switch file.bytes[offset + 2] {
    case 0x9C: "“"
    case 0x9D: "”"
    case 0x9E: "„"
    default: nil
    }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}

/// A letter, a digit, or any byte of a character beyond ASCII.
@usableFromInline
func isWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
    true
  default: false
  }
}

@usableFromInline
func lowered(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
