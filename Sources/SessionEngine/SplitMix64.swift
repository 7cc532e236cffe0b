/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014): small, seedable, the same on every machine.
package struct SplitMix64: Sendable, Hashable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to, not including, `count`; 0 where `count` is 0 or 1.
  package mutating func below(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    // The bias of a plain remainder is below 2⁻⁵⁰ for any pool a person can write.
    return Int(next() % UInt64(count))
  }
}
