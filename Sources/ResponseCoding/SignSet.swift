import Rubrics

/// The signs a sentence shows, as bits.
struct SignSet: Sendable, Hashable {
  private var bits: UInt64 = 0

  init() {}

  init(_ signs: Sign...) {
    for sign in signs { insert(sign) }
  }

  func contains(_ sign: Sign) -> Bool { bits & (1 << UInt64(sign.rawValue)) != 0 }

  mutating func insert(_ sign: Sign) { bits |= 1 << UInt64(sign.rawValue) }

  mutating func formUnion(_ other: SignSet) { bits |= other.bits }

  /// Calls `body` for each sign, in the order of the signs.
  func forEach(_ body: (Sign) -> Void) {
    var rest = bits
    while rest != 0 {
      if let sign = Sign(rawValue: rest.trailingZeroBitCount) { body(sign) }
      rest &= rest - 1
    }
  }
}
