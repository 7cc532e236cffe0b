/// What stands under a number, found in one step: for tables made once and asked for every word.
struct NumberTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  private var values: [Value?]
  private let shift: UInt64

  /// The later one of two values for a number counts; there is nothing under 0.
  init(_ pairs: [(UInt64, Value)]) {
    var bits: UInt64 = 2
    while 1 << bits < pairs.count * 2 { bits += 1 }
    shift = 64 - bits
    keys = Array(repeating: 0, count: 1 << Int(bits))
    values = Array(repeating: nil, count: 1 << Int(bits))
    for (key, value) in pairs where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      values[slot] = value
    }
  }

  subscript(_ key: UInt64) -> Value? {
    let slot = slot(of: key)
    return keys[slot] == key ? values[slot] : nil
  }

  /// Where the number is, or would be; at least half of the slots are free.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: scattered(key) >> shift)
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}

/// What stands under a spelling, in the same way.
struct SpellingTable: Sendable {
  private var slots: [(spelling: Spelling, value: Int32)]
  private let shift: UInt64

  init(_ pairs: [(Spelling, Int32)]) {
    var bits: UInt64 = 2
    while 1 << bits < pairs.count * 2 { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: (.none, 0), count: 1 << Int(bits))
    for (spelling, value) in pairs where spelling != .none {
      slots[slot(of: spelling)] = (spelling, value)
    }
  }

  subscript(_ spelling: Spelling) -> Int32? {
    let slot = slot(of: spelling)
    return slots[slot].spelling == .none ? nil : slots[slot].value
  }

  private func slot(of spelling: Spelling) -> Int {
    let number = scattered(spelling.first) ^ spelling.rest
    var slot = Int(truncatingIfNeeded: scattered(number) >> shift)
    while slots[slot].spelling != spelling, slots[slot].spelling != .none {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}

/// Stems of words, each once, in the order in which they came.
struct StemSet: Sendable {
  private(set) var stems: [UInt64] = []
  /// Positions in `stems`, from 1; empty for few stems, which are looked through.
  private var slots: [Int32] = []

  private static let few = 6

  init() {}

  init(_ stems: [UInt64]) {
    for stem in stems { insert(stem) }
  }

  var isEmpty: Bool { stems.isEmpty }
  var count: Int { stems.count }

  func contains(_ stem: UInt64) -> Bool {
    slots.isEmpty ? stems.contains(stem) : slots[slot(of: stem)] != 0
  }

  mutating func insert(_ stem: UInt64) {
    guard !contains(stem) else { return }
    stems.append(stem)
    if stems.count > Self.few, stems.count * 2 > slots.count {
      slots = Array(repeating: 0, count: max(32, slots.count * 2))
      for (index, stem) in stems.enumerated() { slots[slot(of: stem)] = Int32(index + 1) }
    } else if !slots.isEmpty {
      slots[slot(of: stem)] = Int32(stems.count)
    }
  }

  mutating func formUnion(_ other: StemSet) {
    if stems.isEmpty { self = other } else { for stem in other.stems { insert(stem) } }
  }

  func isDisjoint(with other: StemSet) -> Bool {
    let (small, large) = count < other.count ? (self, other) : (other, self)
    return !small.stems.contains(where: large.contains)
  }

  private func slot(of stem: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: scattered(stem) >> 32) & mask
    while slots[slot] != 0, stems[Int(slots[slot]) - 1] != stem { slot = (slot + 1) & mask }
    return slot
  }
}

/// Numbers that lie close together, far apart.
private func scattered(_ number: UInt64) -> UInt64 { number &* 0x9e37_79b9_7f4a_7c15 }
