/// SHA-1 (FIPS 180-4, section 6.1), which name-based UUIDs are made with; it guards no secret.
func sha1(_ bytes: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
  var message = bytes + [0x80]
  message += repeatElement(0, count: (119 - bytes.count % 64) % 64)
  let bitCount = UInt64(bytes.count) &* 8
  message += (0..<8).map { UInt8(truncatingIfNeeded: bitCount >> (56 - 8 * $0)) }

  var schedule = [UInt32](repeating: 0, count: 80)
  for start in stride(from: 0, to: message.count, by: 64) {
    for index in 0..<16 {
      schedule[index] = (0..<4).reduce(0) { $0 << 8 | UInt32(message[start + 4 * index + $1]) }
    }
    for index in 16..<80 {
      let word = schedule[index - 3] ^ schedule[index - 8] ^ schedule[index - 14]
      schedule[index] = rotated(word ^ schedule[index - 16], 1)
    }
    mix(schedule, into: &state)
  }
  return state.flatMap { word in
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
  }
}

private func mix(_ schedule: [UInt32], into state: inout [UInt32]) {
  var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
  for index in 0..<80 {
    let (choice, constant): (UInt32, UInt32) =
      switch index {
      case ..<20: ((b & c) | (~b & d), 0x5a82_7999)
      case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
      case ..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
      default: (b ^ c ^ d, 0xca62_c1d6)
      }
    let next = rotated(a, 5) &+ choice &+ e &+ constant &+ schedule[index]
    (e, d, c, b, a) = (d, c, rotated(b, 30), a, next)
  }
  for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word << count | word >> (32 - count)
}
