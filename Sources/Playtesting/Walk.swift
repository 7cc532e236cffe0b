import ResponseCoding
import Rubrics
import ScenarioModel

/// Lets simulated trainees of all kinds, one after the other, play so many sessions; the same seed
/// gives the same report.
///
/// A walk that comes to no ending is broken off after `longest` turns.
package func walk(
  _ scenario: Scenario, times: Int, seed: UInt64, coder: ResponseCoder, longest: Int = 200,
  progress: (Int) -> Void = { _ in }
) -> WalkReport {
  let ground = Playground(scenario, coder: coder, rubrics: [], codebook: coder.codebook)
  let kinds = TraineeKind.allCases
  let plan = (0..<max(0, times)).map {
    PlannedWalk(kind: kinds[$0 % kinds.count], seed: seed &+ UInt64($0))
  }
  let tally = ground.play(plan, longest: longest, isRated: false, progress: progress)
  return WalkReport(tally, walks: plan.count, of: scenario)
}

extension WalkReport {
  fileprivate init(_ tally: WalkTally, walks: Int, of scenario: Scenario) {
    self.init(of: scenario)
    self.walks = walks
    beatVisits = tally.coverage.beats
    endingVisits = tally.coverage.endings
    ruleTaken = tally.coverage.rules
    longestWalk = tally.longest?.outcome.turns ?? 0
    longestPath = tally.longest?.path
    goodEndingWithRiskOpen = tally.goodWithRiskOpen?.path
    unfinished = tally.kinds.values.reduce(0) { $0 + $1.unfinished }
  }
}
