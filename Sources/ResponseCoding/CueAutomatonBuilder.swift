import Rubrics

/// Builds the machine, one pattern after the other.
struct CueAutomatonBuilder {
  private var vocabulary = VocabularyBuilder()
  private var listSymbols: [String: Int32] = [:]
  private var cueCount = 0
  private var edges: [[(symbol: Int32, target: Int32)]] = [[]]
  private var gaps: [[Int32]] = [[]]
  private var found: [[Int32]] = [[]]
  /// Arrows that later patterns may share, because nothing but the start's words leads there.
  private var shared: [Arrow: Int32] = [:]
  private var wordSymbols: [String: Int32] = [:]
  private var prefixSymbols: [String: Int32] = [:]
  private var choiceSymbols: [[PatternElement]: Int32] = [:]
  private var lists: [String: [[PatternElement]]] = [:]
  /// Counts words of the pattern being added, so that nested lists cannot grow without end.
  private var budget = 0

  private struct Arrow: Hashable {
    var state: Int32
    /// -1 for any word.
    var symbol: Int32
  }

  init(lists: [String: [String]]) {
    for (name, entries) in lists.sorted(by: { $0.key < $1.key }) {
      let branches = entries.map { entry in
        entry.split(separator: " ").flatMap { part -> [PatternElement] in
          part.hasSuffix("*") ? splitPrefix(String(part.dropLast())) : split(String(part))
        }
      }
      self.lists[name] = branches
      let singles = branches.filter { $0.count == 1 }.compactMap(\.first)
      listSymbols[name] = symbol(forChoice: singles)
    }
  }

  mutating func add(_ elements: [PatternElement], cue: Int) {
    budget = 20_000
    cueCount = max(cueCount, cue + 1)
    let ends = insert(plain(elements), from: [0], canShare: true)
    for state in ends where state != 0 { found[Int(state)].append(Int32(cue)) }
  }

  /// A symbol that words outside of patterns carry, such as the small words of English.
  mutating func addList(_ name: String, _ words: [String]) {
    let symbol = vocabulary.newSymbol()
    listSymbols[name] = symbol
    for word in words { vocabulary.add(word.utf8, symbol: symbol) }
  }

  func finished() -> CueAutomaton {
    var classes: [Int32: WordClasses] = [:]
    func note(_ list: String, _ kind: WordClasses) {
      if let symbol = listSymbols[list] { classes[symbol, default: []].formUnion(kind) }
    }
    for kind in GrammarClass.allCases { note(kind.listName, WordClasses(kind)) }
    note("feeling", .feeling)
    note("stock", .stock)
    note("command", .command)
    return CueAutomaton(
      vocabulary: Vocabulary(vocabulary, classes: classes), listSymbols: listSymbols,
      cueCount: cueCount, edges: edges, gaps: gaps, found: found)
  }

  /// "don't" as `do not`, as in a response.
  private func split(_ word: String) -> [PatternElement] {
    if Words.isSingle(word) { return [.word(word)] }
    if word.hasPrefix("'") || word.hasPrefix("’") {
      let ending = String(word.dropFirst())
      return [.word(["re": "are", "ve": "have", "ll": "will", "m": "am"][ending] ?? "'" + ending)]
    }
    let words = Words(word)
    return (0..<words.count).map { .word(words.text(of: $0)) }
  }

  /// "over-react*" as `over` and `react*`.
  private func splitPrefix(_ word: String) -> [PatternElement] {
    let parts = split(word)
    guard case .word(let last) = parts.last else { return [.prefix(word)] }
    return parts.dropLast() + [.prefix(last)]
  }

  /// Contractions taken apart, lists of several words spelt out.
  private func plain(_ elements: [PatternElement]) -> [PatternElement] {
    elements.flatMap { element -> [PatternElement] in
      switch element {
      case .word(let word): split(word)
      case .anyOf(let branches): [.anyOf(branches.map(plain))]
      case .optional(let inner): [.optional(plain(inner))]
      case .list(let name):
        lists[name].map { $0.allSatisfy { $0.count == 1 } ? [element] : [.anyOf($0)] } ?? [element]
      case .prefix(let word): splitPrefix(word)
      case .gap: [element]
      }
    }
  }

  private mutating func insert(
    _ elements: [PatternElement], from start: [Int32], canShare: Bool
  ) -> [Int32] {
    var states = start
    for element in elements {
      guard budget > 0 else { return [] }
      budget -= states.count
      switch element {
      case .word, .prefix, .list:
        states = [step(symbol(for: element), from: states, canShare: canShare)]
      case .anyOf(let branches):
        let singles = branches.filter { $0.count == 1 && isSingle($0[0]) }.map { $0[0] }
        var ends: [Int32] = []
        if !singles.isEmpty {
          ends.append(step(symbol(forChoice: singles), from: states, canShare: canShare))
        }
        for branch in branches where !(branch.count == 1 && isSingle(branch[0])) {
          ends += insert(branch, from: states, canShare: canShare)
        }
        states = unique(ends)
      case .optional(let inner):
        states = unique(states + insert(inner, from: states, canShare: canShare))
      case .gap:
        var here = states
        for _ in 0..<6 {
          here = [step(-1, from: here, canShare: canShare)]
          states = unique(states + here)
        }
      }
    }
    return states
  }

  private mutating func step(_ symbol: Int32, from states: [Int32], canShare: Bool) -> Int32 {
    let arrow = Arrow(state: states.first ?? 0, symbol: symbol)
    let isSingle = states.count == 1 && canShare
    if isSingle, let known = shared[arrow] { return known }
    let target = Int32(edges.count)
    edges.append([])
    gaps.append([])
    found.append([])
    for state in states {
      if symbol < 0 {
        gaps[Int(state)].append(target)
      } else {
        edges[Int(state)].append((symbol, target))
      }
    }
    if isSingle { shared[arrow] = target }
    return target
  }

  private func isSingle(_ element: PatternElement) -> Bool {
    switch element {
    case .word, .prefix: true
    case .list(let name): lists[name]?.allSatisfy { $0.count == 1 } ?? true
    case .anyOf, .optional, .gap: false
    }
  }

  private mutating func symbol(for element: PatternElement) -> Int32 {
    switch element {
    case .word(let word):
      if let known = wordSymbols[word] { return known }
      let symbol = vocabulary.newSymbol()
      wordSymbols[word] = symbol
      vocabulary.add(word.utf8, symbol: symbol)
      return symbol
    case .prefix(let word):
      if let known = prefixSymbols[word] { return known }
      let symbol = vocabulary.newSymbol()
      prefixSymbols[word] = symbol
      vocabulary.add(word.utf8, isPrefix: true, symbol: symbol)
      return symbol
    case .list(let name):
      if let known = listSymbols[name] { return known }
      let symbol = vocabulary.newSymbol()
      listSymbols[name] = symbol
      return symbol
    case .anyOf, .optional, .gap: return vocabulary.newSymbol()
    }
  }

  /// One symbol for "any of these single words", so that a choice is one arrow.
  private mutating func symbol(forChoice words: [PatternElement]) -> Int32 {
    if words.count == 1 { return symbol(for: words[0]) }
    if let known = choiceSymbols[words] { return known }
    let symbol = vocabulary.newSymbol()
    choiceSymbols[words] = symbol
    for word in words { carry(symbol, word) }
    return symbol
  }

  private mutating func carry(_ symbol: Int32, _ word: PatternElement) {
    switch word {
    case .word(let word): vocabulary.add(word.utf8, symbol: symbol)
    case .prefix(let word): vocabulary.add(word.utf8, isPrefix: true, symbol: symbol)
    case .list(let name):
      for entry in (lists[name] ?? []).compactMap(\.first) { carry(symbol, entry) }
    case .anyOf, .optional, .gap: break
    }
  }

  private func unique(_ states: [Int32]) -> [Int32] {
    var seen: Set<Int32> = []
    return states.filter { seen.insert($0).inserted }
  }
}
