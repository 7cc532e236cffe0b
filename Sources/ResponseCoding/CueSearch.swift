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
    symbolSeen = Array(repeating: 0, count: automaton.vocabulary.symbolCount + 1)
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
      for index in symbols.range(of: word) { symbolSeen[Int(symbols.symbols[index])] = clock }
      symbolSeen[Int(automaton.anyWord)] = clock
      let number = symbols.number(of: word)
      let many = automaton.many.range(number)
      for entry in alive {
        let from = Int(automaton.states[Int(entry.state)].edges)
        let to = Int(automaton.states[Int(entry.state) + 1].edges)
        steps += min(to - from, CueAutomaton.few) + 1
        var edge = from
        if to - from > CueAutomaton.few {
          for arrow in automaton.many.range(many, from: entry.state) {
            enter(automaton.many.targets[arrow], entry.first, word, automaton)
          }
          edge = to
          while automaton.edges[edge - 1].symbol == automaton.anyWord { edge -= 1 }
        }
        while edge < to {
          if symbolSeen[Int(automaton.edges[edge].symbol)] == clock {
            enter(automaton.edges[edge].target, entry.first, word, automaton)
          }
          edge += 1
        }
      }
      for arrow in automaton.starts.range(number) {
        steps += 1
        enter(automaton.starts.targets[arrow], Int32(word), word, automaton)
      }
      for target in automaton.startGaps { enter(target, Int32(word), word, automaton) }
      swap(&alive, &next)
    }
  }

  /// Earlier beginnings come first, so the longest reading of a state is the one that is kept.
  @inline(__always)
  private mutating func enter(
    _ state: Int32, _ first: Int32, _ word: Int, _ automaton: CueAutomaton
  ) {
    let (this, following) = (automaton.states[Int(state)], automaton.states[Int(state) + 1])
    if this.hasSeveralArrows {
      guard stateSeen[Int(state)] != clock else { return }
      stateSeen[Int(state)] = clock
    }
    // A state that leads nowhere need not be kept.
    if following.edges > this.edges { next.append(Alive(state: state, first: first)) }
    for found in this.found..<following.found {
      let cue = Int(automaton.foundCues[found])
      hits.append(CueHit(cue: cue, first: Int(first), last: word))
    }
  }
}
