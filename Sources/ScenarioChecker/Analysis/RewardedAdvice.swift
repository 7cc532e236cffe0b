import Diagnostics
import Outline
import ScenarioModel

extension ScenarioAnalysis {
  /// Rules by which the patient thanks for advice or comfort: they teach the trainee to give more.
  mutating func checkRewards() {
    let harmful = Set(
      library.codebook.codes.filter { code in
        code.families.contains("unhelpful")
          || code.effects.contains { gains.contains($0.state) && $0.amount < 0 }
      }.map(\.id))
    guard !harmful.isEmpty else { return }
    var known: [String: Bool] = [:]
    func isHarmful(_ name: String) -> Bool {
      if let answer = known[name] { return answer }
      let meant = library.codebook.codes(named: name)
      let answer = !meant.isEmpty && meant.allSatisfy(harmful.contains)
      known[name] = answer
      return answer
    }
    for beat in scenario.beats.indices {
      for index in scenario.beats[beat].rules.indices {
        let effects = scenario.beats[beat].rules[index].effects
        guard let gain = effects.first(where: { $0.amount > 0 && gains.contains($0.state) }),
          let condition = scenario.beats[beat].rules[index].condition
        else { continue }
        let asked = condition.clauses.first { clause in
          !clause.isEmpty
            && clause.allSatisfy { term in
              guard !term.isNegated, case .code(let code) = term.fact else { return false }
              return isHarmful(code.name)
            }
        }
        guard let asked else { continue }
        let text = scenario.words(for: asked)
        let line = beatFiles[beat].line(scenario.beats[beat].rules[index].line)
        report(.adviceRewarded(code: text, state: gain.state), at: line.part(text))
      }
    }
  }
}

/// States whose rise is a reward.
private let gains: Set<String> = ["trust", "openness", "hope"]
