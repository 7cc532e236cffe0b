import ResponseCoding
import Rubrics
import ScenarioModel

/// Lets simulated trainees of all kinds, one after the other, play so many sessions, and then searches
/// for what they missed; the same seed gives the same report.
///
/// What the search comes to counts as come to, but its sessions are no walks: neither their number
/// nor their length. A walk that comes to no ending is broken off after `longest` turns.
package func walk(
  _ scenario: Scenario, times: Int, seed: UInt64, coder: ResponseCoder,
  replies: StandingExamples.Replies = [:], longest: Int = 200,
  progress: (Int) -> Void = { _ in }
) -> WalkReport {
  let ground = Playground(
    scenario, coder: coder, rubrics: [], codebook: coder.codebook, replies: replies)
  let kinds = TraineeKind.habits
  let plan = (0..<max(0, times)).map {
    PlannedWalk(kind: kinds[$0 % kinds.count], seed: seed &+ UInt64($0))
  }
  let tally = ground.play(plan, longest: longest, isRated: false, progress: progress)
  var search = GuidedSearch(ground, turns: min(2 * plan.count, 4000), seed: seed)
  search.run { _ in }
  return WalkReport(tally, search, walks: plan.count, of: scenario)
}

extension WalkReport {
  fileprivate init(
    _ tally: WalkTally, _ search: GuidedSearch, walks: Int, of scenario: Scenario
  ) {
    self.init(of: scenario)
    self.walks = walks
    var coverage = tally.coverage
    coverage.add(search.coverage)
    beatVisits = coverage.beats
    endingVisits = coverage.endings
    ruleTaken = coverage.rules
    longestWalk = tally.longest?.outcome.turns ?? 0
    longestPath = tally.longest?.path
    goodEndingWithRiskOpen = (search.goodWithRiskOpen ?? tally.goodWithRiskOpen)?.path
    unfinished = tally.kinds.values.reduce(0) { $0 + $1.unfinished }
  }
}
