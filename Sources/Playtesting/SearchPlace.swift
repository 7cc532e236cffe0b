import ResponseCoding
import ScenarioModel
import SessionEngine
import TranscriptModel

/// A point of a conversation that a search can go back to.
struct SearchPlace: Sendable {
  private(set) var play: Playthrough
  private(set) var visited: Set<Int> = []
  /// How often each rule of the present beat was taken since it was entered.
  private(set) var takenHere: [Int: Int] = [:]
  private var enteredAfter = 0

  init(_ play: Playthrough, _ places: ScenarioPlaces) {
    self.play = play
    note(play.opening, places)
  }

  var beat: Int { play.engine.beat }
  var turnsHere: Int { play.exchanges.count - enteredAfter }
  var hasCue: Bool { play.latest.contains { !$0.cues.isEmpty } }

  mutating func say(
    _ text: String, _ memory: inout CodingMemory, _ places: ScenarioPlaces
  ) -> [SessionEvent] {
    let beat = beat
    let events = play.say(text, &memory)
    for case .ruleFired(_, _, let line) in events {
      if let rule = places.rule(of: beat, onLine: line) { takenHere[rule, default: 0] += 1 }
    }
    note(events, places)
    return events
  }

  private mutating func note(_ events: [SessionEvent], _ places: ScenarioPlaces) {
    for case .entered(let name) in events {
      places.beat(named: name).map { _ = visited.insert($0) }
      takenHere = [:]
      enteredAfter = play.exchanges.count
    }
  }

  func value(of state: String) -> Int? {
    play.engine.scenario.states.firstIndex { $0.name == state }.map { play.engine.values[$0] }
  }

  func range(of state: String) -> (lowest: Int, highest: Int, value: Int)? {
    let states = play.engine.scenario.states
    return states.firstIndex { $0.name == state }.map {
      (states[$0].lowest, states[$0].highest, play.engine.values[$0])
    }
  }

  /// In how many responses of the term's window the code was heard, those to come left out.
  func count(of term: CodeTerm) -> Int {
    let all = play.exchanges
    let window =
      switch term.window {
      case .session: all[...]
      case .here: all.suffix(turnsHere)
      case .last(let turns): all.suffix(max(0, turns - 1))
      }
    return window.count { $0.response.shows(term) }
  }

  /// Alike for two points from which the same can be hoped for.
  func signature(_ windows: [CodeTerm]) -> [Int] {
    [beat, min(turnsHere, 4), play.isRiskOpen ? 1 : 0] + visited.sorted() + [-1]
      + takenHere.keys.sorted().flatMap { [$0, min(3, takenHere[$0, default: 0])] } + [-1]
      + play.engine.values.map { $0 / 8 } + windows.map { min($0.times, count(of: $0)) }
  }
}

extension Scenario {
  /// The codes that some rule counts over several turns.
  var countedCodes: [CodeTerm] {
    var seen: Set<CodeTerm> = []
    return beats.flatMap(\.rules).compactMap(\.condition).flatMap(\.clauses).joined()
      .compactMap { term -> CodeTerm? in
        guard case .code(let code) = term.fact, code.times > 1 || code.window != .session,
          seen.insert(code).inserted
        else { return nil }
        return code
      }
  }

  /// For each beat the fewest rules that lead from it to each other beat; nil where none do.
  var beatDistances: [[Int?]] {
    var next: [Set<Int>] = beats.map { beat in
      var ways: Set<Int> = []
      let destinations =
        beat.rules.flatMap { [$0.destination, $0.bound?.destination] }.compactMap(\.self)
        + beat.duties.compactMap { duty -> Destination? in
          if case .goTo(let destination) = duty.penalty { destination } else { nil }
        }
      for destination in destinations {
        switch destination {
        case .beat(let index), .detour(let index): ways.insert(index)
        case .ending, .back: break
        }
      }
      return ways
    }
    for (index, ways) in next.enumerated() {
      for way in ways where beats.indices.contains(way) && leadsBack(way) {
        next[way].insert(index)
      }
    }
    return beats.indices.map { start in
      var distance: [Int?] = beats.map { _ in nil }
      distance[start] = 0
      var queue = [start]
      var position = 0
      while position < queue.count {
        let here = queue[position]
        position += 1
        for way in next[here].sorted() where beats.indices.contains(way) && distance[way] == nil {
          distance[way] = (distance[here] ?? 0) + 1
          queue.append(way)
        }
      }
      return distance
    }
  }

  private func leadsBack(_ beat: Int) -> Bool {
    beats[beat].rules.contains { $0.destination == .back || $0.bound?.destination == .back }
  }
}
