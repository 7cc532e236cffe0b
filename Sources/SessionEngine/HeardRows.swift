/// What was heard in every response so far: a row of bits each, with the visit it was given in.
///
/// One flat list of numbers, so that a copy of a session costs next to nothing.
struct HeardRows: Sendable, Hashable {
  private let length: Int
  private var words: [UInt64] = []

  init(bits: Int) { length = 1 + (bits + 63) / 64 }

  var count: Int { words.count / length }

  /// Adds a row with nothing heard in it yet.
  mutating func append(visit: Int) {
    words.append(UInt64(truncatingIfNeeded: visit))
    for _ in 1..<max(1, length) { words.append(0) }
  }

  /// Sets a bit of the latest row.
  mutating func set(_ bit: Int) {
    words[words.count - length + 1 + bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether the latest row has the bit; false before the first response.
  func latestHas(_ bit: Int) -> Bool { count > 0 && has(bit, count - 1) }

  /// In how many of the last rows the bit is set.
  func count(of bit: Int, inLast rows: Int) -> Int {
    let all = count
    return (all - max(0, min(rows, all))..<all).count { has(bit, $0) }
  }

  /// In how many rows of one visit the bit is set.
  func count(of bit: Int, inVisit visit: Int) -> Int {
    let number = UInt64(truncatingIfNeeded: visit)
    return (0..<count).count { words[$0 * length] == number && has(bit, $0) }
  }

  func visit(_ row: Int) -> Int { Int(truncatingIfNeeded: words[row * length]) }

  private func has(_ bit: Int, _ row: Int) -> Bool {
    words[row * length + 1 + bit >> 6] >> UInt64(bit & 63) & 1 == 1
  }
}

/// Small numbers, each in or out.
struct NumberSet: Sendable, Hashable {
  private var words: [UInt64]

  /// For numbers from 0 up to, not including, `limit`.
  init(limit: Int) { words = Array(repeating: 0, count: (max(0, limit) + 63) / 64) }

  func contains(_ number: Int) -> Bool {
    words.indices.contains(number >> 6) && words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  mutating func insert(_ number: Int) {
    guard words.indices.contains(number >> 6) else { return }
    words[number >> 6] |= 1 << UInt64(number & 63)
  }
}
