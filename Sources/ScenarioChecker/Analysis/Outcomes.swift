import Diagnostics
import Outline
import ScenarioModel

private let fewestTurns = 6

extension ScenarioAnalysis {
  /// Whether what is said matters for the end, and whether a good one takes its time.
  mutating func checkOutcomes() {
    let grades = Set(scenario.endings.map(\.grade))
    if let ending = scenario.endings.first, grades.count == 1 {
      report(
        .oneGrade(ending.grade, isOneEnding: scenario.endings.count == 1),
        at: heading(ofEnding: 0))
    }
    // Whoever has not said yet how long it takes is still writing.
    if scenario.facts.minutes != nil, !scenario.facts.isDrill, grades.contains("good"),
      grades.count > 1,
      let (ending, turns) = shortestSuccess(),
      turns < fewestTurns
    {
      report(
        .shortWay(ending: scenario.endings[ending].name, turns: turns),
        at: heading(ofEnding: ending))
    }
  }

  /// The good ending that takes the fewest responses, and at least how many.
  private mutating func shortestSuccess() -> (ending: Int, turns: Int)? {
    var best: (ending: Int, turns: Int)?
    var soonest = [Int](repeating: Int.max, count: scenario.beats.count)
    soonest[0] = 0
    var near: [Int: [Int: Int]] = [:]
    // By number of turns; whoever is there sooner is looked at again.
    var waiting: [[Int]] = [[0]]
    var turn = 0
    while turn < min(waiting.count, fewestTurns) {
      for beat in waiting[turn] where soonest[beat] == turn {
        for way in ways(from: beat) {
          var arrival = max(turn + way.turns, earliest(way, from: beat))
          guard arrival < fewestTurns else { continue }
          for other in beatsAskedFor(way, from: beat) where arrival < fewestTurns {
            arrival = max(arrival, turns(to: beat, by: other, &near) + way.turns)
          }
          guard arrival < fewestTurns else { continue }
          if case .ending(let index) = way.destination, scenario.endings.indices.contains(index),
            scenario.endings[index].grade == "good", arrival < best?.turns ?? fewestTurns
          {
            best = (index, arrival)
          }
          guard let next = beatIndex(way.destination), arrival < soonest[next] else { continue }
          soonest[next] = arrival
          while waiting.count <= arrival { waiting.append([]) }
          waiting[arrival].append(next)
        }
      }
      turn += 1
    }
    return best
  }

  /// The beats that must have been visited.
  private func beatsAskedFor(_ way: Way, from beat: Int) -> [Int] {
    guard let index = way.rule, let condition = scenario.beats[beat].rules[index].condition else {
      return []
    }
    return condition.clauses.compactMap { clause in
      guard clause.count == 1, !clause[0].isNegated, case .visited(let other) = clause[0].fact,
        other != beat
      else { return nil }
      return other
    }
  }

  /// At least how many responses it takes to come here by way of another beat.
  private func turns(to beat: Int, by other: Int, _ near: inout [Int: [Int: Int]]) -> Int {
    // Only scenarios of a machine ask for so many; for the others nothing is overlooked.
    guard near.count < 50 || near[other] != nil else { return 0 }
    let first = near[0] ?? beatsNear(0)
    let second = near[other] ?? beatsNear(other)
    near[0] = first
    near[other] = second
    guard let before = first[other], let after = second[beat] else { return fewestTurns }
    return before + after
  }

  /// The beats that are near enough to matter, with the turns they take, whatever they ask for.
  private func beatsNear(_ start: Int) -> [Int: Int] {
    var found = [start: 0]
    var waiting: [[Int]] = [[start]]
    var turn = 0
    while turn < min(waiting.count, fewestTurns) {
      for beat in waiting[turn] where found[beat] == turn {
        for way in ways(from: beat) {
          let arrival = turn + way.turns
          guard arrival < fewestTurns, let next = beatIndex(way.destination),
            arrival < found[next] ?? fewestTurns
          else { continue }
          found[next] = arrival
          while waiting.count <= arrival { waiting.append([]) }
          waiting[arrival].append(next)
        }
      }
      turn += 1
    }
    return found
  }

  /// The first response of a session with which the condition of a way can hold.
  private func earliest(_ way: Way, from beat: Int) -> Int {
    guard let index = way.rule, let condition = scenario.beats[beat].rules[index].condition else {
      return 0
    }
    return condition.clauses.map { clause in
      clause.map { earliest($0) }.min() ?? 0
    }.max() ?? 0
  }

  private func earliest(_ term: Term) -> Int {
    if case .code(let code) = term.fact, !term.isNegated { return code.times }
    if case .turnsHere(let least) = term.fact, !term.isNegated { return least }
    guard let (state, values) = entailment.valuesAllowed(by: term),
      let range = entailment.ranges[state]
    else { return 0 }
    if values.lowerBound > range.starts.upperBound, range.rise > 0 {
      return (values.lowerBound - range.starts.upperBound + range.rise - 1) / range.rise
    }
    if values.upperBound < range.starts.lowerBound, range.fall > 0 {
      return (range.starts.lowerBound - values.upperBound + range.fall - 1) / range.fall
    }
    return 0
  }
}
