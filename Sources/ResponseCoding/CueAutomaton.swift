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
final class CueAutomaton: Sendable {
  /// The start is state 0. What leads away from a state, and what is found in it, begins here and
  /// ends where that of the next state begins.
  struct State: Sendable {
    fileprivate(set) var edges: Int32
    /// The lowest bit tells whether several arrows lead here.
    fileprivate var foundAndFlag: Int32

    var found: Int { Int(foundAndFlag >> 1) }
    var hasSeveralArrows: Bool { foundAndFlag & 1 != 0 }
  }

  struct Edge: Sendable {
    var symbol: Int32
    var target: Int32
  }

  let vocabulary: Vocabulary
  let listSymbols: [String: Int32]
  let cueCount: Int
  /// One more than there are.
  let states: [State]
  /// In the order of their symbols, those that any word may take (inside `...`) last.
  let edges: [Edge]
  /// The symbol that any word carries.
  let anyWord: Int32
  let foundCues: [Int32]
  /// Where a word leads from the start, by its number in the vocabulary.
  let starts: ArrowTable
  let startGaps: [Int32]
  /// The same from states with many arrows, in the order of these.
  let many: ArrowTable

  var stateCount: Int { states.count - 1 }

  /// So many arrows of a state are quicker looked through than looked up.
  static let few = 16

  init(
    vocabulary: Vocabulary, listSymbols: [String: Int32], cueCount: Int,
    edges: [[(symbol: Int32, target: Int32)]], gaps: [[Int32]], found: [[Int32]]
  ) {
    self.vocabulary = vocabulary
    self.listSymbols = listSymbols
    self.cueCount = cueCount
    let anyWord = Int32(vocabulary.symbolCount)
    let carriers = vocabulary.carriers
    /// By symbol, for finding; equal ones in the order in which they came.
    func words(_ edges: [Edge], from state: Int32) -> [ArrowTable.Arrow] {
      edges.flatMap { edge in
        edge.symbol == anyWord
          ? []
          : carriers[Int(edge.symbol)].map {
            ArrowTable.Arrow(word: $0, state: state, target: edge.target)
          }
      }
    }
    var states: [State] = []
    var all: [Edge] = []
    var foundCues: [Int32] = []
    var many: [ArrowTable.Arrow] = []
    var starts: [ArrowTable.Arrow] = []
    for state in edges.indices {
      states.append(
        State(edges: Int32(all.count), foundAndFlag: Int32(foundCues.count) << 1))
      foundCues += found[state]
      var own = edges[state].enumerated()
        .sorted { ($0.element.symbol, $0.offset) < ($1.element.symbol, $1.offset) }
        .map { Edge(symbol: $0.element.symbol, target: $0.element.target) }
      if state == 0 {
        starts = words(own, from: 0)
        continue
      }
      own += gaps[state].map { Edge(symbol: anyWord, target: $0) }
      all += own
      if own.count > Self.few { many += words(own, from: Int32(state)) }
    }
    states.append(State(edges: Int32(all.count), foundAndFlag: Int32(foundCues.count) << 1))
    startGaps = gaps.first ?? []
    var arrows = [Int](repeating: 0, count: states.count)
    for target in all.map(\.target) + (edges.first ?? []).map(\.target) + startGaps {
      arrows[Int(target)] += 1
    }
    for state in states.indices where arrows[state] > 1 { states[state].foundAndFlag |= 1 }
    self.anyWord = anyWord
    self.states = states
    self.edges = all
    self.foundCues = foundCues
    self.starts = ArrowTable(starts, count: vocabulary.entryCount)
    self.many = ArrowTable(many, count: vocabulary.entryCount)
  }
}

/// Where words lead, by their numbers in the vocabulary, side by side.
struct ArrowTable: Sendable {
  struct Arrow: Sendable {
    var word: Int32
    var state: Int32
    var target: Int32
  }

  private var starts: [Int32]
  private var states: [Int32]
  private(set) var targets: [Int32]

  /// The arrows of a word stay in the order in which they come, which is that of their states.
  init(_ arrows: [Arrow], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for arrow in arrows { starts[Int(arrow.word) + 1] += 1 }
    for word in 0..<count { starts[word + 1] += starts[word] }
    var next = starts
    states = Array(repeating: 0, count: arrows.count)
    targets = states
    for arrow in arrows {
      states[Int(next[Int(arrow.word)])] = arrow.state
      targets[Int(next[Int(arrow.word)])] = arrow.target
      next[Int(arrow.word)] += 1
    }
  }

  @inline(__always)
  func range(_ word: Int32) -> Range<Int> {
    Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
  }

  /// Of the arrows of a word those that leave a state.
  @inline(__always)
  func range(_ arrows: Range<Int>, from state: Int32) -> Range<Int> {
    var (first, count) = (arrows.lowerBound, arrows.count)
    while count > 0 {
      let half = count / 2
      let isBefore = states[first + half] < state
      first = isBefore ? first + half + 1 : first
      count = isBefore ? count - half - 1 : half
    }
    var end = first
    while end < arrows.upperBound, states[end] == state { end += 1 }
    return first..<end
  }
}
