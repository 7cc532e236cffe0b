/// Every word that a cue pattern or a word list mentions, as a tree of letters.
///
/// A word of a response is looked up once, letter by letter; what comes back are symbols: the word
/// itself, beginnings of it (`frighten*`) and lists that hold it. Cost grows with the word alone.
struct Vocabulary: Sendable {
  private struct Node: Sendable {
    var letter: UInt8
    var sibling: Int32 = -1
    var child: Int32 = -1
    /// Symbols of words that end here, and of words that begin so.
    var whole: [Int32] = []
    var beginning: [Int32] = []
  }

  private var nodes = [Node(letter: 0)]
  private(set) var symbolCount = 0

  mutating func newSymbol() -> Int32 {
    defer { symbolCount += 1 }
    return Int32(symbolCount)
  }

  /// Lets a word, or with `isPrefix` every word that begins so, carry the symbol.
  mutating func add(_ word: some Sequence<UInt8>, isPrefix: Bool = false, symbol: Int32) {
    var node = 0
    for letter in word { node = child(of: node, letter) }
    if isPrefix {
      if !nodes[node].beginning.contains(symbol) { nodes[node].beginning.append(symbol) }
    } else if !nodes[node].whole.contains(symbol) {
      nodes[node].whole.append(symbol)
    }
  }

  private mutating func child(of node: Int, _ letter: UInt8) -> Int {
    var next = nodes[node].child
    while next >= 0 {
      if nodes[Int(next)].letter == letter { return Int(next) }
      next = nodes[Int(next)].sibling
    }
    nodes.append(Node(letter: letter, sibling: nodes[node].child))
    nodes[node].child = Int32(nodes.count - 1)
    return nodes.count - 1
  }

  /// Appends the symbols of a word, some perhaps twice.
  func symbols(of word: ArraySlice<UInt8>, into result: inout [Int32]) {
    var node = 0
    for letter in word {
      var next = nodes[node].child
      while next >= 0, nodes[Int(next)].letter != letter { next = nodes[Int(next)].sibling }
      guard next >= 0 else { return }
      node = Int(next)
      if !nodes[node].beginning.isEmpty { result += nodes[node].beginning }
    }
    result += nodes[node].whole
  }
}

/// The symbols of each word of a text.
struct WordSymbols: Sendable {
  private(set) var symbols: [Int32] = []
  private var starts: [Int] = [0]

  init(_ words: Words, _ vocabulary: Vocabulary) {
    starts.reserveCapacity(words.count + 1)
    for index in 0..<words.count {
      let start = symbols.count
      vocabulary.symbols(of: words.letters(of: index), into: &symbols)
      dropRepeats(from: start)
      starts.append(symbols.count)
    }
  }

  func range(of index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }

  func has(_ index: Int, _ symbol: Int32) -> Bool { symbols[range(of: index)].contains(symbol) }

  private mutating func dropRepeats(from start: Int) {
    guard symbols.count > start + 1 else { return }
    symbols[start...].sort()
    var kept = start
    for index in (start + 1)..<symbols.count where symbols[index] != symbols[kept] {
      kept += 1
      symbols[kept] = symbols[index]
    }
    symbols.removeLast(symbols.count - kept - 1)
  }
}
