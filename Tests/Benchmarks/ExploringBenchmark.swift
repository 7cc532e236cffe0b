import Glibc
import ResponseCoding

@testable import Commands
@testable import Playtesting

/// How many turns a second simulated trainees play, coder, engine and rating included; by the clock,
/// and for each second of processor time on both cores, which says more on a busy machine.
func benchmarkExploring(_ library: Library, _ coder: ResponseCoder) throws {
  for name in ["new-city-no-map", "who-gets-up-at-night"] {
    guard let scenario = try library.scenario(named: name).checked.scenario else { continue }
    let rubrics = library.rubrics.filter { scenario.facts.rubrics.contains($0.id) }
    let ground = Playground(scenario, coder: coder, rubrics: rubrics, codebook: library.codebook)
    let plan = TraineeKind.habits.flatMap { kind in
      (0..<200).map { PlannedWalk(kind: kind, seed: UInt64($0)) }
    }
    let walks = measured { ground.play(plan, longest: 200, isRated: true).coverage.turns }
    print(
      "\(name): \(walks.count) turns walked, \(walks.perSecond) a second, "
        + "\(walks.perProcessorSecond * 2) with two cores to itself")
    let search = measured { ground.explore(walks: 0, searchTurns: 2000, seed: 1).searchedTurns }
    print("\(name): a search of \(search.count) turns takes \(search.milliseconds) ms of one core")
  }
}

private struct Measured {
  var count: Int
  var seconds: Double
  var processorSeconds: Double
  var perSecond: Int { Int(Double(count) / seconds) }
  var perProcessorSecond: Int { Int(Double(count) / processorSeconds) }
  var milliseconds: Int { Int(processorSeconds * 1000) }
}

private func measured(_ body: () -> Int) -> Measured {
  let before = clock()
  var count = 0
  let time = ContinuousClock().measure { count = body() }
  let used = Double(clock() - before) / Double(CLOCKS_PER_SEC)
  let parts = time.components
  return Measured(
    count: count, seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18,
    processorSeconds: used)
}
