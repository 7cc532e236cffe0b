import Rubrics
import ScenarioModel
import Scoring

extension Run {
  /// What the command line says of phase and area, else the scenario; nil where one is not known.
  func setting(of facts: ScenarioFacts?) -> SessionSetting? {
    guard let phase = command.string("phase") ?? facts.flatMap(phase),
      let area = command.string("area") ?? facts?.area, !area.isEmpty
    else { return nil }
    return SessionSetting(phase: phase, area: area)
  }

  /// `middle, session 5 of 12` begins with it; the final phase is that of termination.
  private func phase(_ facts: ScenarioFacts) -> String? {
    let first = facts.phase.lowercased().split { !$0.isLetter }.first.map(String.init)
    if first == "final" { return "termination" }
    return first.flatMap { Checklist.phases.contains($0) ? $0 : nil }
  }
}
