import Dispatch
import Glibc
import ScenarioModel
import Synchronization

/// One walk to play.
struct PlannedWalk: Sendable {
  var kind: TraineeKind
  var seed: UInt64
}

extension Playground {
  /// Plays walks on all cores; the same walks give the same tally on any number of them.
  ///
  /// `progress` is told now and then how many walks are over, by one thread.
  func play(
    _ plan: [PlannedWalk], longest: Int, isRated: Bool, progress: (Int) -> Void
  ) -> WalkTally {
    let workers = min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), 8, max(1, plan.count / 16))
    let tallies = Mutex<[WalkTally]>([])
    let others = DispatchGroup()
    for worker in stride(from: 1, to: workers, by: 1) {
      DispatchQueue.global().async(group: others) {
        let tally = play(
          plan, every: workers, from: worker, longest: longest, isRated: isRated,
          progress: { _ in })
        tallies.withLock { $0.append(tally) }
      }
    }
    var all = play(
      plan, every: workers, from: 0, longest: longest, isRated: isRated, progress: progress)
    others.wait()
    // Sums, least and greatest: the order does not matter.
    for tally in tallies.withLock({ $0 }) { all.add(tally) }
    return all
  }

  private func play(
    _ plan: [PlannedWalk], every stride: Int, from first: Int, longest: Int, isRated: Bool,
    progress: (Int) -> Void
  ) -> WalkTally {
    var walker = Walker(self, longest: longest)
    var tally = WalkTally(Coverage(places))
    for number in Swift.stride(from: first, to: plan.count, by: stride) {
      progress(number)
      var (outcome, path) = walker.walk(
        plan[number].kind, seed: plan[number].seed, isRated: isRated)
      outcome.number = number
      tally.count(NotedWalk(outcome: outcome, path: path), self)
    }
    tally.coverage.add(walker.coverage)
    return tally
  }
}

package func exploreWalks(_ ground: Playground, times: Int, seed: UInt64) -> Int {
  let plan = TraineeKind.allCases.flatMap { kind in
    (0..<times).map { PlannedWalk(kind: kind, seed: seed &+ UInt64($0)) }
  }
  let tally = ground.play(plan, longest: 200, isRated: true, progress: { _ in })
  for kind in TraineeKind.allCases {
    let t = tally.kinds[kind]!
    print(kind, t.turns, t.endings, t.unfinished, t.meanLevel ?? 0, t.levelSums.indices.map { t.meanLevel($0) ?? 0 })
  }
  let c = tally.coverage
  print("beats", c.beats.count { $0 > 0 }, c.beats.count, "rules", c.rules.joined().count { $0 > 0 }, c.rules.joined().count)
  return tally.coverage.turns
}

package func exploreSearch(_ ground: Playground, turns: Int, seed: UInt64) {
  var search = GuidedSearch(ground, turns: turns, seed: seed)
  search.run { _ in }
  let c = search.coverage
  print("turns", search.turns, "beats", c.beats.count { $0 > 0 }, c.beats.count, "rules", c.rules.joined().count { $0 > 0 }, c.rules.joined().count, "endings", c.endings.count { $0 > 0 }, c.endings.count, "lines", c.lines.count { $0 > 0 }, c.lines.count, "hints", c.hints.joined().count { $0 > 0 }, c.hints.joined().count)
  for g in search.goals {
    let b = ground.scenario.beats[g.beat]
    print(b.name, b.rules[g.rule].line, b.rules[g.rule].title, g.isBound ? "BOUND" : "", "tries", g.tries, "places", g.places.count, g.places.first?.cost ?? -1, "lacked", g.lacked?.map { ground.scenario.words(for: Condition(clauses: [$0.terms])) } ?? [], "instead", g.takenInstead.map { b.rules[$0].title } ?? "")
  }
}
