import ScenarioModel

/// What simulated trainees came to, playing a scenario many times.
package struct WalkReport: Sendable, Hashable {
  package var walks: Int
  /// How many walks entered each beat, by its index.
  package var beatVisits: [Int]
  /// How many walks came to each ending, by its index.
  package var endingVisits: [Int]
  /// How often each rule was taken, by beat and by its place there.
  package var ruleTaken: [[Int]]
  /// Turns of the longest walk.
  package var longestWalk: Int
  /// Walks that were broken off before an ending.
  package var unfinished: Int
  /// The shortest walk found to a good ending with a risk unanswered.
  package var goodEndingWithRiskOpen: WalkPath?
  /// The walk of `longestWalk` turns that came first.
  package var longestPath: WalkPath?

  /// Nothing has been walked yet.
  package init(of scenario: Scenario) {
    walks = 0
    beatVisits = scenario.beats.map { _ in 0 }
    endingVisits = scenario.endings.map { _ in 0 }
    ruleTaken = scenario.beats.map { $0.rules.map { _ in 0 } }
    longestWalk = 0
    unfinished = 0
  }
}

/// What was said on one walk, from the beginning: enough to say it again.
package struct WalkPath: Sendable, Hashable {
  package var steps: [String]

  package init(steps: [String]) {
    self.steps = steps
  }

  /// As lines of a `Check` section.
  package var checkLines: [String] { steps.map { "trainee: \($0)" } }
}
