/// Where a response gives somebody's words in quotation marks, as bytes without the marks.
///
/// Double marks and single ones count where they open at the beginning of a word and close in the
/// same line; a response that is one quotation from end to end is the trainee's own.
func quotations(in text: [UInt8]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var offset = 0
  while offset < text.count {
    guard let mark = quotationMark(text, offset) else {
      offset += 1
      continue
    }
    let start = offset + mark.length
    if mark.canOpen, opensWord(text, offset, start), let end = closing(text, start, mark) {
      if end > start { result.append(start..<end) }
      offset = end + (quotationMark(text, end)?.length ?? 1)
    } else {
      offset = start
    }
  }
  if result.count == 1, !hasLetters(text[..<result[0].lowerBound]),
    !hasLetters(text[result[0].upperBound...])
  {
    return []
  }
  return result
}

private struct QuotationMark {
  var length: Int
  var isDouble: Bool
  var canOpen: Bool
}

private func quotationMark(_ text: [UInt8], _ offset: Int) -> QuotationMark? {
  guard offset < text.count else { return nil }
  switch text[offset] {
  case UInt8(ascii: "\""): return QuotationMark(length: 1, isDouble: true, canOpen: true)
  case UInt8(ascii: "'"): return QuotationMark(length: 1, isDouble: false, canOpen: true)
  case 0xE2:
    guard offset + 2 < text.count, text[offset + 1] == 0x80 else { return nil }
    switch text[offset + 2] {
    case 0x98: return QuotationMark(length: 3, isDouble: false, canOpen: true)
    case 0x99: return QuotationMark(length: 3, isDouble: false, canOpen: false)
    case 0x9C, 0x9E: return QuotationMark(length: 3, isDouble: true, canOpen: true)
    case 0x9D: return QuotationMark(length: 3, isDouble: true, canOpen: false)
    default: return nil
    }
  default: return nil
  }
}

private func opensWord(_ text: [UInt8], _ offset: Int, _ start: Int) -> Bool {
  let before = offset == 0 ? 0x20 : text[offset - 1]
  guard start < text.count else { return false }
  return !isWordByte(before) && !isBlank(text[start])
}

/// The closing mark of the same kind; a quotation is at most 300 bytes long.
private func closing(_ text: [UInt8], _ start: Int, _ open: QuotationMark) -> Int? {
  var offset = start
  let limit = min(text.count, start + 300)
  while offset < limit, text[offset] != 0x0A {
    if let mark = quotationMark(text, offset), mark.isDouble == open.isDouble {
      let next = text[safe: offset + mark.length] ?? 0x20
      if mark.isDouble || !isWordByte(next), offset > start, !isBlank(text[offset - 1]) {
        return offset
      }
      offset += mark.length
    } else {
      offset += 1
    }
  }
  return nil
}

private func hasLetters(_ text: ArraySlice<UInt8>) -> Bool {
  text.contains { isWordByte($0) && $0 < 0x80 }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
