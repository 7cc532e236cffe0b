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
    var edges: Int32
    var gaps: Int32
    var found: Int32
  }

  let vocabulary: Vocabulary
  let listSymbols: [String: Int32]
  let cueCount: Int
  /// One more than there are.
  let states: [State]
  /// In the order of their symbols.
  let edgeSymbols: [Int32]
  let edgeTargets: [Int32]
  /// Where any word leads (inside `...`).
  let gapTargets: [Int32]
  let foundCues: [Int32]
  /// Where a word leads from the start, by its number in the vocabulary, and from states with many
  /// arrows.
  let starts: ArrowTable
  let manyEdges: NumberTable<Range<Int32>>
  let manyTargets: [Int32]

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
    var states: [State] = []
    var edgeSymbols: [Int32] = []
    var edgeTargets: [Int32] = []
    var gapTargets: [Int32] = []
    var foundCues: [Int32] = []
    let carriers = vocabulary.carriers
    var many: [(UInt64, Range<Int32>)] = []
    var manyTargets: [Int32] = []
    func beginState() {
      states.append(
        State(
          edges: Int32(edgeSymbols.count), gaps: Int32(gapTargets.count),
          found: Int32(foundCues.count)))
    }
    for state in edges.indices {
      beginState()
      gapTargets += gaps[state]
      foundCues += found[state]
      guard state > 0 else { continue }
      // By symbol, for finding; equal ones in the order in which they came.
      let ordered = edges[state].enumerated()
        .sorted { ($0.element.symbol, $0.offset) < ($1.element.symbol, $1.offset) }
      for (_, edge) in ordered {
        edgeSymbols.append(edge.symbol)
        edgeTargets.append(edge.target)
      }
      guard ordered.count > Self.few else { continue }
      let arrows = ordered.flatMap { edge in
        carriers[Int(edge.element.symbol)].map { (word: $0, target: edge.element.target) }
      }
      let table = ArrowTable(arrows, count: vocabulary.entryCount)
      for word in 0..<vocabulary.entryCount where !table.range(word).isEmpty {
        let start = Int32(manyTargets.count)
        manyTargets += table.targets[table.range(word)]
        many.append((Self.key(Int32(state), Int32(word)), start..<Int32(manyTargets.count)))
      }
    }
    beginState()
    let starting = (edges.first ?? []).enumerated()
      .sorted { ($0.element.symbol, $0.offset) < ($1.element.symbol, $1.offset) }
      .flatMap { edge in
        carriers[Int(edge.element.symbol)].map { (word: $0, target: edge.element.target) }
      }
    starts = ArrowTable(starting, count: vocabulary.entryCount)
    self.states = states
    self.edgeSymbols = edgeSymbols
    self.edgeTargets = edgeTargets
    self.gapTargets = gapTargets
    self.foundCues = foundCues
    self.manyTargets = manyTargets
    manyEdges = NumberTable(many)
  }

  @inline(__always)
  static func key(_ state: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}

/// Where words lead, by their numbers in the vocabulary, side by side.
struct ArrowTable: Sendable {
  private var starts: [Int32]
  private(set) var targets: [Int32]

  /// The arrows of a word stay in the order in which they come.
  init(_ arrows: [(word: Int32, target: Int32)], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for arrow in arrows { starts[Int(arrow.word) + 1] += 1 }
    for word in 0..<count { starts[word + 1] += starts[word] }
    var next = starts
    targets = Array(repeating: 0, count: arrows.count)
    for arrow in arrows {
      targets[Int(next[Int(arrow.word)])] = arrow.target
      next[Int(arrow.word)] += 1
    }
  }

  @inline(__always)
  func range(_ word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }
}
