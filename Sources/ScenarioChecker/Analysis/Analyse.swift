import Diagnostics
import ScenarioModel

extension ScenarioCheck {
  /// Everything that can be said of a scenario without playing it, once its words are understood.
  mutating func analyse(_ scenario: Scenario) {
    guard !scenario.beats.isEmpty else { return }
    var analysis = ScenarioAnalysis(scenario, library: library, tree: tree)
    analysis.findIdleRules()
    analysis.checkStates()
    analysis.checkHints()
    analysis.checkDuties()
    analysis.checkReach()
    analysis.checkRisks()
    analysis.checkRubrics()
    analysis.checkSpokenLines()
    analysis.checkRewards()
    analysis.checkOutcomes()
    diagnostics += analysis.diagnostics
  }
}
