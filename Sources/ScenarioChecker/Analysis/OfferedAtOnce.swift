import Diagnostics
import ScenarioModel

extension ScenarioAnalysis {
  /// Rules whose words offer something and which lead to a beat that opens with an offer of its own:
  /// the trainee can answer only one of the two.
  mutating func checkOfferedAtOnce() {
    for (beat, file) in zip(scenario.beats, beatFiles) {
      for rule in beat.rules {
        guard let destination = rule.destination, let next = beatIndex(destination),
          offersSomething(scenario.beats[next].opening),
          let speech = rule.speeches.first(where: { offersSomething([$0]) })
        else { continue }
        report(.offeredAtOnce(beat: scenario.beats[next].name), at: file.line(speech.line))
      }
    }
  }

  private func offersSomething(_ speeches: [Speech]) -> Bool {
    speeches.contains { speech in speech.alternatives.contains { !$0.cues.isEmpty } }
  }
}
