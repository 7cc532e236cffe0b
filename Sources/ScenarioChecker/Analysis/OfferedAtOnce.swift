import Diagnostics
import ScenarioModel

extension ScenarioAnalysis {
  /// Rules whose words offer something and which lead to a beat that opens with an offer of its own:
  /// the trainee can answer only one of the two.
  mutating func checkOfferedAtOnce() {
    for beat in scenario.beats.indices {
      for rule in scenario.beats[beat].rules.indices {
        let speeches = scenario.beats[beat].rules[rule].speeches
        guard let speech = speeches.first(where: { offersSomething([$0]) }),
          let destination = scenario.beats[beat].rules[rule].destination,
          let next = beatIndex(destination), offersSomething(scenario.beats[next].opening)
        else { continue }
        report(
          .offeredAtOnce(beat: scenario.beats[next].name), at: beatFiles[beat].line(speech.line))
      }
    }
  }

  private func offersSomething(_ speeches: [Speech]) -> Bool {
    speeches.contains { speech in speech.alternatives.contains { !$0.cues.isEmpty } }
  }
}
