import Rubrics

/// A cue pattern found in a sentence, with the first and last word it covers.
struct CueHit: Sendable, Hashable {
  var cue: Int
  var first: Int
  var last: Int
}

/// All cue patterns of all codes as one machine that reads a sentence word by word.
///
/// Patterns that begin alike share their beginnings, so the states alive at one word are few; each
/// pattern costs nothing until its first word occurs.
struct CueAutomaton: Sendable {
  fileprivate(set) var vocabulary = Vocabulary()
  fileprivate(set) var listSymbols: [String: Int32] = [:]
  /// Arrows of a state: `edgeStarts[s]..<edgeStarts[s + 1]` in the two arrays.
  fileprivate var edgeStarts: [Int32] = []
  fileprivate var edgeSymbols: [Int32] = []
  fileprivate var edgeTargets: [Int32] = []
  /// Where any word leads (inside `...`).
  fileprivate var gapTargets: [[Int32]] = []
  fileprivate var found: [[Int32]] = []
  /// For each symbol, where it leads from the start.
  fileprivate var startTargets: [[Int32]] = []
  fileprivate var startGaps: [Int32] = []
  fileprivate(set) var cueCount = 0

  var stateCount: Int { found.count }

  /// The first arrow for this symbol or a later one: they stand in the order of their symbols.
  fileprivate func firstEdge(_ edges: Range<Int>, _ symbol: Int32) -> Int {
    var (low, high) = (edges.lowerBound, edges.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if edgeSymbols[middle] < symbol { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Working memory for one response, so that a sentence allocates nothing.
struct CueSearch {
  private let automaton: CueAutomaton
  private var symbolSeen: [Int32]
  private var stateSeen: [Int32]
  private var alive: [(state: Int32, first: Int32)] = []
  private var next: [(state: Int32, first: Int32)] = []
  private var clock: Int32 = 0
  private var cueSeen: [Int32]
  private var sentence: Int32 = 0
  /// Arrows looked at so far: a measure of work that does not depend on the machine.
  private(set) var steps = 0

  init(_ automaton: CueAutomaton) {
    self.automaton = automaton
    cueSeen = Array(repeating: 0, count: automaton.cueCount)
    symbolSeen = Array(repeating: 0, count: automaton.vocabulary.symbolCount)
    stateSeen = Array(repeating: 0, count: automaton.stateCount)
  }

  /// Calls `report` for the ways in which a cue is found among these words, until it says that one
  /// of them counts.
  mutating func run(
    _ symbols: WordSymbols, _ words: Range<Int>, report: (CueHit) -> Bool
  ) {
    sentence &+= 1
    alive.removeAll(keepingCapacity: true)
    for word in words {
      clock &+= 1
      next.removeAll(keepingCapacity: true)
      let own = symbols.range(of: word)
      for index in own { symbolSeen[Int(symbols.symbols[index])] = clock }
      for (state, first) in alive {
        let from = Int(automaton.edgeStarts[Int(state)])
        let to = Int(automaton.edgeStarts[Int(state) + 1])
        steps += min(to - from, 16) + 1
        if to - from <= 16 {
          for edge in from..<to where symbolSeen[Int(automaton.edgeSymbols[edge])] == clock {
            enter(automaton.edgeTargets[edge], first, word, report)
          }
        } else {
          for index in own {
            var edge = automaton.firstEdge(from..<to, symbols.symbols[index])
            while edge < to, automaton.edgeSymbols[edge] == symbols.symbols[index] {
              enter(automaton.edgeTargets[edge], first, word, report)
              edge += 1
            }
          }
        }
        for target in automaton.gapTargets[Int(state)] { enter(target, first, word, report) }
      }
      for index in own {
        for target in automaton.startTargets[Int(symbols.symbols[index])] {
          steps += 1
          enter(target, Int32(word), word, report)
        }
      }
      for target in automaton.startGaps { enter(target, Int32(word), word, report) }
      swap(&alive, &next)
    }
  }

  /// Earlier beginnings come first, so the longest reading of a state is the one that is kept.
  private mutating func enter(
    _ state: Int32, _ first: Int32, _ word: Int, _ report: (CueHit) -> Bool
  ) {
    guard stateSeen[Int(state)] != clock else { return }
    stateSeen[Int(state)] = clock
    next.append((state, first))
    for cue in automaton.found[Int(state)] where cueSeen[Int(cue)] != sentence {
      if report(CueHit(cue: Int(cue), first: Int(first), last: word)) {
        cueSeen[Int(cue)] = sentence
      }
    }
  }
}

/// Builds the machine, one pattern after the other.
struct CueAutomatonBuilder {
  private var automaton = CueAutomaton()
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
      automaton.listSymbols[name] = symbol(forChoice: singles)
    }
  }

  mutating func add(_ elements: [PatternElement], cue: Int) {
    budget = 20_000
    automaton.cueCount = max(automaton.cueCount, cue + 1)
    let ends = insert(plain(elements), from: [0], canShare: true)
    for state in ends where state != 0 { found[Int(state)].append(Int32(cue)) }
  }

  /// A symbol that words outside of patterns carry, such as the small words of English.
  mutating func addList(_ name: String, _ words: [String]) {
    let symbol = automaton.vocabulary.newSymbol()
    automaton.listSymbols[name] = symbol
    for word in words { automaton.vocabulary.add(word.utf8, symbol: symbol) }
  }

  func finished() -> CueAutomaton {
    var result = automaton
    result.edgeStarts = [0]
    for state in edges.indices {
      // By symbol, for finding; equal ones in the order in which they came.
      let ordered = edges[state].enumerated()
        .sorted { ($0.element.symbol, $0.offset) < ($1.element.symbol, $1.offset) }
        .map(\.element)
      for edge in state == 0 ? [] : ordered {
        result.edgeSymbols.append(edge.symbol)
        result.edgeTargets.append(edge.target)
      }
      result.edgeStarts.append(Int32(result.edgeSymbols.count))
    }
    result.startTargets = Array(repeating: [], count: result.vocabulary.symbolCount)
    for edge in edges[0] { result.startTargets[Int(edge.symbol)].append(edge.target) }
    result.startGaps = gaps[0]
    result.gapTargets = gaps
    result.found = found
    return result
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
      let symbol = automaton.vocabulary.newSymbol()
      wordSymbols[word] = symbol
      automaton.vocabulary.add(word.utf8, symbol: symbol)
      return symbol
    case .prefix(let word):
      if let known = prefixSymbols[word] { return known }
      let symbol = automaton.vocabulary.newSymbol()
      prefixSymbols[word] = symbol
      automaton.vocabulary.add(word.utf8, isPrefix: true, symbol: symbol)
      return symbol
    case .list(let name):
      if let known = automaton.listSymbols[name] { return known }
      let symbol = automaton.vocabulary.newSymbol()
      automaton.listSymbols[name] = symbol
      return symbol
    case .anyOf, .optional, .gap: return automaton.vocabulary.newSymbol()
    }
  }

  /// One symbol for "any of these single words", so that a choice is one arrow.
  private mutating func symbol(forChoice words: [PatternElement]) -> Int32 {
    if words.count == 1 { return symbol(for: words[0]) }
    if let known = choiceSymbols[words] { return known }
    let symbol = automaton.vocabulary.newSymbol()
    choiceSymbols[words] = symbol
    for word in words { carry(symbol, word) }
    return symbol
  }

  private mutating func carry(_ symbol: Int32, _ word: PatternElement) {
    switch word {
    case .word(let word): automaton.vocabulary.add(word.utf8, symbol: symbol)
    case .prefix(let word): automaton.vocabulary.add(word.utf8, isPrefix: true, symbol: symbol)
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
