/// Working memory for a search, so that a sentence allocates nothing; to be used again and again.
struct CueSearch: Sendable {
  private let automaton: CueAutomaton
  private var symbolSeen: [Int32]
  private var stateSeen: [Int32]
  private var alive: [Alive] = []
  private var next: [Alive] = []
  private var clock: Int32 = 0
  private var cueSeen: [Int32]
  private var sentence: Int32 = 0
  private var hits: [CueHit] = []
  /// Arrows looked at so far: a measure of work that does not depend on the machine.
  private(set) var steps = 0

  private struct Alive {
    var state: Int32
    var first: Int32
  }

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
    // After so many words the clock would begin anew, and old marks would look like new ones.
    if clock > Int32.max / 2 || sentence > Int32.max / 2 { self = CueSearch(automaton) }
    hits.removeAll(keepingCapacity: true)
    find(symbols, words)
    sentence &+= 1
    for hit in hits where cueSeen[hit.cue] != sentence {
      if report(hit) { cueSeen[hit.cue] = sentence }
    }
  }

  private mutating func find(_ symbols: WordSymbols, _ words: Range<Int>) {
    let automaton = automaton
    alive.removeAll(keepingCapacity: true)
    for word in words {
      clock &+= 1
      next.removeAll(keepingCapacity: true)
      let own = symbols.range(of: word)
      let number = symbols.number(of: word)
      for index in own { symbolSeen[Int(symbols.symbols[index])] = clock }
      for entry in alive {
        let from = automaton.states[Int(entry.state)]
        let to = automaton.states[Int(entry.state) + 1]
        let count = Int(to.edges - from.edges)
        steps += min(count, CueAutomaton.few) + 1
        if count <= CueAutomaton.few {
          for edge in Int(from.edges)..<Int(to.edges)
          where symbolSeen[Int(automaton.edgeSymbols[edge])] == clock {
            enter(automaton.edgeTargets[edge], entry.first, word, automaton)
          }
        } else if let range = automaton.manyEdges[CueAutomaton.key(entry.state, number)] {
          for arrow in Int(range.lowerBound)..<Int(range.upperBound) {
            enter(automaton.manyTargets[arrow], entry.first, word, automaton)
          }
        }
        for gap in Int(from.gaps)..<Int(to.gaps) {
          enter(automaton.gapTargets[gap], entry.first, word, automaton)
        }
      }
      for arrow in automaton.starts.range(Int(number)) {
        steps += 1
        enter(automaton.starts.targets[arrow], Int32(word), word, automaton)
      }
      for gap in 0..<Int(automaton.states[1].gaps) {
        enter(automaton.gapTargets[gap], Int32(word), word, automaton)
      }
      swap(&alive, &next)
    }
  }

  /// Earlier beginnings come first, so the longest reading of a state is the one that is kept.
  @inline(__always)
  private mutating func enter(
    _ state: Int32, _ first: Int32, _ word: Int, _ automaton: CueAutomaton
  ) {
    guard stateSeen[Int(state)] != clock else { return }
    stateSeen[Int(state)] = clock
    let (this, following) = (automaton.states[Int(state)], automaton.states[Int(state) + 1])
    // A state that leads nowhere need not be kept.
    if following.edges > this.edges || following.gaps > this.gaps {
      next.append(Alive(state: state, first: first))
    }
    for found in Int(this.found)..<Int(following.found) {
      let cue = Int(automaton.foundCues[found])
      hits.append(CueHit(cue: cue, first: Int(first), last: word))
    }
  }
}
