import Dispatch
import Glibc
import Synchronization

private var cores: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

/// One walk to play.
struct PlannedWalk: Sendable {
  var kind: TraineeKind
  var seed: UInt64
}

extension Playground {
  /// Plays walks on all cores; the same walks give the same tally on any number of them.
  ///
  /// `progress` is told now and then how many walks have begun on all cores, by the calling thread.
  func play(
    _ plan: [PlannedWalk], longest: Int, isRated: Bool, workers: Int? = nil,
    progress: (Int) -> Void = { _ in }
  ) -> WalkTally {
    let workers = workers ?? min(max(1, cores), TraineeKind.allCases.count, max(1, plan.count / 16))
    // One kind says much the same again and again, so each kind stays where its words are known.
    let kinds = TraineeKind.allCases
    let shares = (0..<workers).map { worker in
      plan.indices.filter { (kinds.firstIndex(of: plan[$0].kind) ?? 0) % workers == worker }
    }
    let tallies = Mutex<[WalkTally]>([])
    let begun = Atomic<Int>(0)
    let others = DispatchGroup()
    for worker in stride(from: 1, to: workers, by: 1) {
      DispatchQueue.global().async(group: others) {
        let tally = play(
          plan, shares[worker], longest: longest, isRated: isRated,
          progress: { begun.add(1, ordering: .relaxed) })
        tallies.withLock { $0.append(tally) }
      }
    }
    var all = play(
      plan, shares[0], longest: longest, isRated: isRated,
      progress: { progress(begun.add(1, ordering: .relaxed).oldValue) })
    // Others may have longer walks to play than this one.
    while others.wait(timeout: .now() + 0.2) == .timedOut {
      progress(begun.load(ordering: .relaxed))
    }
    // Sums, least and greatest: the order does not matter.
    for tally in tallies.withLock({ $0 }) { all.add(tally) }
    return all
  }

  private func play(
    _ plan: [PlannedWalk], _ share: [Int], longest: Int, isRated: Bool,
    progress: () -> Void
  ) -> WalkTally {
    var walker = WalkPlayer(self, longest: longest)
    var tally = WalkTally(Coverage(places))
    for number in share {
      progress()
      var (outcome, path) = walker.walk(
        plan[number].kind, seed: plan[number].seed, isRated: isRated)
      outcome.number = number
      tally.count(NotedWalk(outcome: outcome, path: path), self)
    }
    tally.coverage.add(walker.coverage)
    return tally
  }
}
