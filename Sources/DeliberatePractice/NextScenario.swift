/// A patient who can be practised with.
package struct PracticeScenario: Sendable, Hashable {
  package var id: String
  package var area: String
  /// From 1 to 5.
  package var difficulty: Int

  package init(id: String, area: String, difficulty: Int) {
    self.id = id
    self.area = area
    self.difficulty = difficulty
  }
}

/// A scenario to play next, and why.
package struct ScenarioProposal: Sendable, Hashable {
  /// How the last two sessions move the difficulty.
  package enum Step: Sendable, Hashable { case first, up, down, same }

  package var scenario: PracticeScenario
  package var step: Step
  /// The difficulty of the last session; nil where there was none.
  package var lastDifficulty: Int?
  package var isRepeated: Bool
  /// Whether nothing of its area was ever practised.
  package var isNewArea: Bool
}

/// The next scenario: one step harder than the last after a mean of 4 or more over the last two
/// sessions, one easier at 2 or less, else as hard; for a beginner the easiest.
///
/// Within one step of that, what was never played comes first, then the nearest difficulty, then the
/// area least practised, then what was played least and longest ago; never the last one again where
/// there is another. A failed gate keeps the difficulty from rising.
package func nextScenario(
  of scenarios: [PracticeScenario], after history: PracticeHistory
) -> ScenarioProposal? {
  let sessions = history.sessions
  let last = sessions.last
  let step = step(after: sessions)
  let target =
    switch step {
    case .first: 1
    case .up: (last?.difficulty ?? 1) + 1
    case .down: (last?.difficulty ?? 1) - 1
    case .same: last?.difficulty ?? 1
    }
  let others = scenarios.filter { $0.id != last?.scenario }
  func times(_ scenario: PracticeScenario) -> Int {
    sessions.count { $0.scenario == scenario.id }
  }
  func key(_ scenario: PracticeScenario) -> [Int] {
    let distance = abs(scenario.difficulty - target)
    let played = times(scenario)
    return [
      distance > 1 ? 1 : 0, played > 0 ? 1 : 0, distance,
      sessions.count { $0.area == scenario.area }, played,
      sessions.lastIndex { $0.scenario == scenario.id } ?? -1,
    ]
  }
  let ranked = (others.isEmpty ? scenarios : others).map { (key($0), $0) }.sorted { a, b in
    a.0 == b.0 ? a.1.id < b.1.id : a.0.lexicographicallyPrecedes(b.0)
  }
  guard let scenario = ranked.first?.1 else { return nil }
  return ScenarioProposal(
    scenario: scenario, step: step, lastDifficulty: last?.difficulty,
    isRepeated: times(scenario) > 0,
    isNewArea: !sessions.isEmpty && !sessions.contains { $0.area == scenario.area })
}

private func step(after sessions: [PastSession]) -> ScenarioProposal.Step {
  guard !sessions.isEmpty else { return .first }
  let two = sessions.filter { !$0.levels.isEmpty }.suffix(2)
  guard two.count == 2 else { return .same }
  let mean = two.reduce(0) { $0 + DeliberatePractice.mean($1.levels) } / 2
  if mean >= strong { return two.contains(where: \.failedGate) ? .same : .up }
  return mean <= weak ? .down : .same
}
