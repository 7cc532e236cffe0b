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
  /// For each symbol, where it leads from the start: `starts[s]..<starts[s + 1]` in the targets.
  let starts: [Int32]
  let startTargets: [Int32]
  /// The first of the arrows for a symbol, for states with many.
  let manyEdges: NumberTable<Int32>

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
    var many: [(UInt64, Int32)] = []
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
        if ordered.count > Self.few {
          many.append((Self.key(Int32(state), edge.symbol), Int32(edgeSymbols.count)))
        }
        edgeSymbols.append(edge.symbol)
        edgeTargets.append(edge.target)
      }
    }
    beginState()
    var starting: [[Int32]] = Array(repeating: [], count: vocabulary.symbolCount)
    for edge in edges.first ?? [] { starting[Int(edge.symbol)].append(edge.target) }
    var starts: [Int32] = [0]
    for targets in starting { starts.append(starts[starts.count - 1] + Int32(targets.count)) }
    self.states = states
    self.edgeSymbols = edgeSymbols
    self.edgeTargets = edgeTargets
    self.gapTargets = gapTargets
    self.foundCues = foundCues
    self.starts = starts
    startTargets = starting.flatMap(\.self)
    // Of several for one symbol the first: what comes later replaces what stands there.
    manyEdges = NumberTable(many.reversed())
  }

  @inline(__always)
  static func key(_ state: Int32, _ symbol: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: symbol))
  }
}
