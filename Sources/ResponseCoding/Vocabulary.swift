/// Every word that a cue pattern or a word list mentions, as a tree of letters.
///
/// A word of a response is looked up once, letter by letter; what comes back are symbols: the word
/// itself, beginnings of it (`frighten*`) and lists that hold it. Cost grows with the word alone.
struct Vocabulary: Sendable {
  /// What is known of a word: its symbols, rising, and the classes of words it belongs to.
  struct Entry: Sendable {
    /// From 0, which is that of unknown words.
    var number: Int32 = 0
    var start: Int32 = 0
    var end: Int32 = 0
    var classes = WordClasses()
  }

  fileprivate let symbols: [Int32]
  private let entries: [Entry]
  /// The children of a node stand side by side: `children[n]..<children[n + 1]`.
  private let children: [Int32]
  private let letters: [UInt8]
  /// Of a word that ends at a node, and of one that leaves the tree behind it.
  private let whole: [Int32]
  private let beginning: [Int32]
  /// The entries of whole words that are short enough to be spelt.
  private let known: SpellingTable
  let symbolCount: Int

  init(_ builder: VocabularyBuilder = VocabularyBuilder(), classes: [Int32: WordClasses] = [:]) {
    symbolCount = builder.symbolCount
    var symbols: [Int32] = []
    var entries = [Entry()]
    func entry(_ carried: [Int32]) -> Int32 {
      let start = symbols.count
      symbols += Set(carried).sorted()
      let known = symbols[start...].reduce(WordClasses()) { $0.union(classes[$1] ?? []) }
      let number = Int32(entries.count)
      entries.append(
        Entry(number: number, start: Int32(start), end: Int32(symbols.count), classes: known))
      return number
    }
    // Breadth first, each node with the symbols that all words carry that begin as it does.
    var queue: [(node: Int, carried: [Int32], entry: Int32)] = [(0, [], 0)]
    var children: [Int32] = []
    var letters: [UInt8] = []
    var whole: [Int32] = []
    var beginning: [Int32] = []
    var spelt: [(Spelling, Int32)] = []
    var next = 0
    while next < queue.count {
      var (number, carried, own) = queue[next]
      next += 1
      let node = builder.nodes[number]
      if !node.beginning.isEmpty {
        carried += node.beginning
        own = entry(carried)
      }
      letters.append(node.letter)
      beginning.append(own)
      let known = node.whole.isEmpty ? own : entry(carried + node.whole)
      whole.append(known)
      if !node.whole.isEmpty { spelt.append((builder.spelling(of: number), known)) }
      children.append(Int32(queue.count))
      var child = node.child
      while child >= 0 {
        queue.append((Int(child), carried, own))
        child = builder.nodes[Int(child)].sibling
      }
    }
    children.append(Int32(queue.count))
    self.symbols = symbols
    self.entries = entries
    self.children = children
    self.letters = letters
    self.whole = whole
    self.beginning = beginning
    known = SpellingTable(spelt)
  }

  var entryCount: Int { entries.count }

  /// By symbol, the numbers of the entries that carry it, rising.
  var carriers: [[Int32]] {
    var result: [[Int32]] = Array(repeating: [], count: symbolCount)
    for entry in entries {
      for symbol in symbols[Int(entry.start)..<Int(entry.end)] {
        result[Int(symbol)].append(entry.number)
      }
    }
    return result
  }

  /// What is known of the word in these letters.
  fileprivate func entry(_ letters: [UInt8], _ word: Words.Word) -> Entry {
    if let known = known[word.spelling] { return entries[Int(known)] }
    return entry(letters, word.start..<word.end)
  }

  /// Letter by letter, for words that are only known by their beginnings, and long ones.
  private func entry(_ word: [UInt8], _ range: Range<Int>) -> Entry {
    var node = 0
    for index in range {
      let letter = word[index]
      var next = Int(children[node])
      let end = Int(children[node + 1])
      while next < end, letters[next] != letter { next += 1 }
      guard next < end else { return entries[Int(beginning[node])] }
      node = next
    }
    return entries[Int(whole[node])]
  }
}

/// The classes of words that a word belongs to, as bits.
struct WordClasses: OptionSet, Sendable {
  let rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ kind: GrammarClass) { rawValue = 1 << UInt32(kind.rawValue) }

  /// On the word lists of the codebook with these names.
  static let feeling = WordClasses(rawValue: 1 << 31)
  static let stock = WordClasses(rawValue: 1 << 30)
  static let command = WordClasses(rawValue: 1 << 29)
}

/// Takes the words up, one after the other.
struct VocabularyBuilder: Sendable {
  fileprivate struct Node: Sendable {
    var letter: UInt8
    var parent: Int32 = -1
    var sibling: Int32 = -1
    var child: Int32 = -1
    /// Symbols of words that end here, and of words that begin so.
    var whole: [Int32] = []
    var beginning: [Int32] = []
  }

  fileprivate var nodes = [Node(letter: 0)]
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

  fileprivate func spelling(of node: Int) -> Spelling {
    var letters: [UInt8] = []
    var node = node
    while node > 0 {
      letters.append(nodes[node].letter)
      node = Int(nodes[node].parent)
    }
    letters.reverse()
    return Spelling(letters, 0..<letters.count)
  }

  private mutating func child(of node: Int, _ letter: UInt8) -> Int {
    var next = nodes[node].child
    while next >= 0 {
      if nodes[Int(next)].letter == letter { return Int(next) }
      next = nodes[Int(next)].sibling
    }
    nodes.append(Node(letter: letter, parent: Int32(node), sibling: nodes[node].child))
    nodes[node].child = Int32(nodes.count - 1)
    return nodes.count - 1
  }
}

/// The symbols of each word of a text.
struct WordSymbols: Sendable {
  /// Of all words of the vocabulary.
  let symbols: [Int32]
  private var entries: [Vocabulary.Entry] = []

  init(_ words: Words, _ vocabulary: Vocabulary) {
    symbols = vocabulary.symbols
    entries.reserveCapacity(words.count)
    for word in words.words {
      entries.append(vocabulary.entry(words.letters, word))
    }
  }

  /// The number of what is known of a word.
  func number(of index: Int) -> Int32 { entries[index].number }

  func range(of index: Int) -> Range<Int> {
    let entry = entries[index]
    return Int(entry.start)..<Int(entry.end)
  }

  func has(_ index: Int, _ symbol: Int32) -> Bool { symbols[range(of: index)].contains(symbol) }

  @inline(__always)
  func has(_ index: Int, _ kind: GrammarClass) -> Bool { has(index, WordClasses(kind)) }

  @inline(__always)
  func has(_ index: Int, _ classes: WordClasses) -> Bool {
    entries[index].classes.rawValue & classes.rawValue != 0
  }
}
