import Diagnostics
import ScenarioModel

extension ScenarioCheck {
  /// Everything that can be said of a scenario without playing it, once its words are understood.
  mutating func analyse(_ scenario: Scenario) {
    var analysis = ScenarioAnalysis(
      scenario, library: library, tree: tree, sections: sections)
    guard !scenario.beats.isEmpty, scenario.beats.count == analysis.beatFiles.count,
      scenario.endings.count == analysis.endingFiles.count
    else { return }
    analysis.findIdleRules()
    analysis.checkStates(in: surroundings)
    analysis.checkHints()
    analysis.checkDuties()
    analysis.checkReach()
    analysis.checkRisks()
    analysis.checkRubrics()
    analysis.checkSpokenLines()
    analysis.checkOfferedAtOnce()
    analysis.checkRewards()
    analysis.checkOutcomes()
    for found in analysis.found { report(found.problem, at: found.phrase, fix: found.fix) }
  }
}
