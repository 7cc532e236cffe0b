import Calibration
import Playtesting
import ScenarioModel

extension Library {
  /// The better sentences of every scenario as coded samples: nothing in them does harm.
  ///
  /// An author who offers a sentence says so, and a coach who offers it must not take it ill.
  var betterSentenceSamples: [CodedSample] {
    let harm = Set(codebook.codes(named: "unhelpful"))
    return scenarios.compactMap(\.checked.scenario).flatMap { scenario in
      scenario.linesToAnswer.compactMap { line in
        line.better.map { better in
          let name = "better \(scenario.facts.id) \(line.line)"
          return CodedSample(
            id: name, group: name, conversation: name, patient: [line.text], before: "",
            text: better, given: .response([]), judged: harm, isDefinition: true)
        }
      }
    }
  }
}
