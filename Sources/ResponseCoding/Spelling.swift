/// The letters of a word of up to sixteen bytes as two numbers: words are compared with words of the
/// program without making text of them.
struct Spelling: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The first eight letters, the very first in the lowest byte.
  let first: UInt64
  let rest: UInt64

  /// Of no word, and of words too long to be spelt: no literal is like it.
  static let none = Spelling(first: 0, rest: 0)

  private init(first: UInt64, rest: UInt64) {
    self.first = first
    self.rest = rest
  }

  init(_ letters: [UInt8], _ range: Range<Int>) {
    guard range.count <= 16 else {
      self = .none
      return
    }
    var (first, rest): (UInt64, UInt64) = (0, 0)
    var place: UInt64 = 0
    for index in range {
      let letter = UInt64(letters[index])
      if place < 64 { first |= letter << place } else { rest |= letter << (place &- 64) }
      place &+= 8
    }
    self.init(first: first, rest: rest)
  }

  init(_ text: String) {
    let letters = Array(text.utf8)
    self.init(letters, 0..<letters.count)
  }

  @inline(__always)
  init(stringLiteral literal: StaticString) {
    assert(literal.utf8CodeUnitCount <= 16, "a word of the program is too long to be compared")
    let letters = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    var (first, rest): (UInt64, UInt64) = (0, 0)
    for index in letters.indices.prefix(8) { first |= UInt64(letters[index]) << UInt64(index * 8) }
    for index in letters.indices.dropFirst(8).prefix(8) {
      rest |= UInt64(letters[index]) << UInt64(index * 8 - 64)
    }
    self.init(first: first, rest: rest)
  }

  /// How many letters there are.
  var count: Int {
    rest == 0 ? 8 - first.leadingZeroBitCount / 8 : 16 - rest.leadingZeroBitCount / 8
  }

  /// The letters as one number where there are at most eight of them, else 0.
  var short: UInt64 { rest == 0 ? first : 0 }
}
