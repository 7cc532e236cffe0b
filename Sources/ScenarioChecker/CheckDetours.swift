import Diagnostics
import Outline
import ScenarioModel

extension ScenarioCheck {
  /// Who returns must have come by a detour, and no detour begins anew inside itself.
  mutating func checkDetours(_ beats: [Beat]) {
    let returns = beats.indices.map { beat in
      beats[beat].rules.indices.contains { rule in
        beats[beat].rules[rule].destination == .back
          || beats[beat].rules[rule].bound?.destination == .back
      }
    }
    if !tree.isPart, returns.first == true,
      let place = names.places.first(where: { $0.destination == .beat(0) })
    {
      report(FlowProblem.returnAtStart(beat: beats[0].name), at: place.name)
    }
    let detoured = Set(
      ways.compactMap { if case .detour(let beat) = $0.destination { beat } else { nil } })
    var said: Set<Int> = []
    for way in ways where way.destination == .back {
      // Said once of each beat, at the line that is wrong and not at the ways to it.
      guard seesAll, !mayMissWays, way.beat > 0, returns.indices.contains(way.beat),
        !detoured.contains(way.beat),
        said.insert(way.beat).inserted
      else { continue }
      report(FlowProblem.returnOfNoDetour(beat: beats[way.beat].name), at: way.phrase)
    }
    for way in ways {
      guard case .beat(let index) = way.destination, returns.indices.contains(index),
        returns[index], detoured.contains(index)
      else { continue }
      report(FlowProblem.returnWithoutDetour(beat: beats[index].name), at: way.phrase)
    }
    checkDetourCircles(beats)
  }

  /// Whether a line that was not understood may have been a detour.
  private var mayMissWays: Bool {
    !missingPlaces.isEmpty
      || (diagnostics + partDiagnostics.values.joined()).contains { $0.code == "S199" }
  }

  private mutating func checkDetourCircles(_ beats: [Beat]) {
    var detours: [Int: [(to: Int, phrase: Phrase)]] = [:]
    for way in ways {
      guard case .detour(let index) = way.destination else { continue }
      detours[way.beat, default: []].append((index, way.phrase))
    }
    // Beats without a detour to one that is still looked at lie in no circle.
    var comesFrom: [Int: [Int]] = [:]
    var left = detours.mapValues(\.count)
    for (beat, ways) in detours {
      for way in ways { comesFrom[way.to, default: []].append(beat) }
    }
    var settled = Set(comesFrom.keys.filter { detours[$0] == nil })
    var waiting = Array(settled)
    while let beat = waiting.popLast() {
      for before in comesFrom[beat] ?? [] {
        left[before, default: 0] -= 1
        if left[before] == 0, settled.insert(before).inserted { waiting.append(before) }
      }
    }
    reportCircles(beats, detours.filter { !settled.contains($0.key) }, settled)
  }

  /// Every beat that is left has a detour to another one that is left.
  private mutating func reportCircles(
    _ beats: [Beat], _ detours: [Int: [(to: Int, phrase: Phrase)]], _ settled: Set<Int>
  ) {
    var walks: [Int: Int] = [:]
    for start in detours.keys.sorted() where walks[start] == nil {
      var path: [(beat: Int, phrase: Phrase)] = []
      var here = start
      while walks[here] == nil {
        guard let way = detours[here]?.first(where: { !settled.contains($0.to) }) else { break }
        walks[here] = start
        path.append((here, way.phrase))
        here = way.to
      }
      guard walks[here] == start, let first = path.firstIndex(where: { $0.beat == here }) else {
        continue
      }
      let names = path[first...].map { beats[$0.beat].name }
      report(FlowProblem.detourCircle(names), at: path[first].phrase)
    }
  }
}
