import Rubrics

/// The signs a sentence shows, as bits.
struct SignSet: Sendable, Hashable {
  private var low: UInt64 = 0
  private var middle: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  init(_ signs: Sign...) {
    for sign in signs { insert(sign) }
  }

  func contains(_ sign: Sign) -> Bool { contains(sign.number) }

  /// Whether the sign with this number is among them.
  func contains(_ number: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(number & 63)
    switch number >> 6 {
    case 0: return low & bit != 0
    case 1: return middle & bit != 0
    default: return high & bit != 0
    }
  }

  mutating func insert(_ sign: Sign) {
    let bit: UInt64 = 1 << UInt64(sign.number & 63)
    switch sign.number >> 6 {
    case 0: low |= bit
    case 1: middle |= bit
    default: high |= bit
    }
  }

  mutating func formUnion(_ other: SignSet) {
    low |= other.low
    middle |= other.middle
    high |= other.high
  }

  /// Calls `body` with the number of each sign, in order.
  func forEach(_ body: (Int) -> Void) {
    for (word, offset) in [(low, 0), (middle, 64), (high, 128)] {
      var rest = word
      while rest != 0 {
        body(offset + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
