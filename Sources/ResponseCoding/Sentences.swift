/// One unit of coding: a sentence, a line, or a gesture in brackets.
struct Sentence: Sendable, Hashable {
  /// Bytes of the response, without blanks around.
  var start: Int
  var end: Int
  /// Words of the response.
  var firstWord: Int
  var endWord: Int
  var hasQuestionMark: Bool
  /// Ends with a mark of any kind.
  var isPunctuated: Bool
  /// `(nods)`, `*waits*` or `…`: something done instead of something said.
  var isGesture: Bool
}

/// A response has at most so many units; the last holds the rest.
private let mostSentences = 12

/// Splits on `. ? ! …` and line breaks, not after "Dr" or inside "3.5" and "e.g."
func splitSentences(_ text: [UInt8], _ words: Words) -> [Sentence] {
  var splitter = SentenceSplitter(text: text, words: words)
  return splitter.run()
}

private struct SentenceSplitter {
  let text: [UInt8]
  let words: Words
  var sentences: [Sentence] = []
  var nextWord = 0

  init(text: [UInt8], words: Words) {
    self.text = text
    self.words = words
  }

  mutating func run() -> [Sentence] {
    var start = 0
    var offset = 0
    while offset < text.count {
      if isAtStart(start, offset), let end = gestureEnd(offset) {
        add(offset, end, isGesture: true)
        offset = end
        start = end
        continue
      }
      if text[offset] == 0x0A || text[offset] == 0x0D {
        add(start, offset)
        offset += 1
        start = offset
        continue
      }
      let marks = markEnd(offset)
      guard marks > offset else {
        offset += 1
        continue
      }
      let end = pastQuotes(marks)
      if endsSentence(at: offset, marks: marks, end: end) {
        add(start, end)
        start = end
      }
      offset = end
    }
    add(start, text.count)
    return sentences
  }

  private func isAtStart(_ start: Int, _ offset: Int) -> Bool {
    text[start..<offset].allSatisfy(isBlank)
  }

  /// The end of a gesture that opens here and closes on the same line.
  private func gestureEnd(_ offset: Int) -> Int? {
    let close: UInt8
    switch text[offset] {
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "*"): close = UInt8(ascii: "*")
    default: return nil
    }
    var end = offset + 1
    while end < text.count, end < offset + 200, text[end] != 0x0A {
      if text[end] == close { return end > offset + 1 ? end + 1 : nil }
      end += 1
    }
    return nil
  }

  private func markEnd(_ offset: Int) -> Int {
    var end = offset
    while end < text.count {
      if ".?!".utf8.contains(text[end]) {
        end += 1
      } else if isEllipsis(end) {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  private func isEllipsis(_ offset: Int) -> Bool {
    offset + 2 < text.count && text[offset] == 0xE2 && text[offset + 1] == 0x80
      && text[offset + 2] == 0xA6
  }

  private func pastQuotes(_ offset: Int) -> Int {
    var end = offset
    while end < text.count {
      if "\"')]".utf8.contains(text[end]) {
        end += 1
      } else if end + 2 < text.count, text[end] == 0xE2, text[end + 1] == 0x80,
        text[end + 2] == 0x99 || text[end + 2] == 0x9D
      {
        end += 3
      } else {
        break
      }
    }
    return end
  }

  private func endsSentence(at offset: Int, marks: Int, end: Int) -> Bool {
    let next = text[safe: end]
    let follower = text[end...].first { !isBlank($0) }
    let continues = follower.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false
    // Somebody's words in quotes inside the sentence: You said "why?" and left.
    if end > marks, continues { return false }
    let onlyDot = marks == offset + 1 && text[offset] == UInt8(ascii: ".")
    guard onlyDot else { return true }
    if let next, !isBlank(next), end == marks { return next >= 0x80 }
    return !isAbbreviation(before: offset, continues: continues)
  }

  private func isAbbreviation(before offset: Int, continues: Bool) -> Bool {
    var start = offset
    while start > 0, isLetterOrDot(text[start - 1]), offset - start < 6 { start -= 1 }
    let word = String(decoding: text[start..<offset], as: UTF8.self).lowercased()
    if ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "eg", "ie"].contains(word) {
      return true
    }
    return continues && ["etc", "p.m", "a.m"].contains(word)
  }

  private func isLetterOrDot(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private mutating func add(_ from: Int, _ to: Int, isGesture: Bool = false) {
    var (start, end) = (from, to)
    while start < end, isBlank(text[start]) { start += 1 }
    while end > start, isBlank(text[end - 1]) { end -= 1 }
    guard start < end else { return }
    let first = nextWord
    while nextWord < words.count, words.words[nextWord].sourceStart < end { nextWord += 1 }
    let marks = trailingMarks(start, end)
    let isSilence = nextWord == first && marks.hasEllipsis
    if nextWord == first, !isSilence {
      // Loose marks belong to the sentence before them.
      guard let last = sentences.indices.last else { return }
      sentences[last].hasQuestionMark = sentences[last].hasQuestionMark || marks.hasQuestion
      return
    }
    if sentences.count == mostSentences {
      sentences[mostSentences - 1].end = end
      sentences[mostSentences - 1].endWord = nextWord
      sentences[mostSentences - 1].hasQuestionMark = marks.hasQuestion
      return
    }
    sentences.append(
      Sentence(
        start: start, end: end, firstWord: first, endWord: nextWord,
        hasQuestionMark: marks.hasQuestion, isPunctuated: marks.any,
        isGesture: isGesture || isSilence))
  }

  private func trailingMarks(
    _ start: Int, _ end: Int
  ) -> (any: Bool, hasQuestion: Bool, hasEllipsis: Bool) {
    var (any, question, dots) = (false, false, 0)
    var offset = end
    while offset > start {
      let byte = text[offset - 1]
      if byte == UInt8(ascii: "?") { question = true }
      if byte == UInt8(ascii: ".") { dots += 1 }
      if offset - 3 >= start, isEllipsis(offset - 3) {
        dots += 3
        offset -= 2
      } else if !".?!\"')]".utf8.contains(byte), byte < 0x80 {
        break
      } else if byte >= 0x80 {
        guard offset - 3 >= start, text[offset - 3] == 0xE2, text[offset - 2] == 0x80 else { break }
        offset -= 2
        offset -= 1
        continue
      }
      any = any || ".?!".utf8.contains(byte)
      offset -= 1
    }
    return (any || dots > 0, question, dots > 1)
  }
}
