import ScenarioModel
import TranscriptModel

extension Session {
  /// Lets states settle, then moves them by the codebook's default effects of what was heard.
  ///
  /// Per state: the sum over the codes (each once a turn, by how much it counts), times the damping
  /// of the difficulty, rounded, within the limit a turn. A code heard in this response and the two
  /// before it moves less (`routine`).
  mutating func move(by response: CodedResponse) -> [SessionEvent] {
    var events: [SessionEvent] = []
    for (index, state) in scenario.states.enumerated() where state.settles > 0 {
      let distance = state.start - values[index]
      let step = max(-state.settles, min(state.settles, distance))
      events += move(index, by: step, reason: "settles")
    }

    var strength: [String: Double] = [:]
    var names: [String: String] = [:]
    for code in response.codes where code.count > 0 {
      strength[code.code] = max(strength[code.code] ?? 0, code.count)
      names[code.code] = code.name
    }
    let rules = scenario.responsiveness
    for (index, state) in scenario.states.enumerated() {
      var sum = 0.0
      var reasons: [String] = []
      for code in strength.keys.sorted() {
        let amount = (rules.effects[code] ?? []).filter { $0.state == state.name }
          .reduce(0) { $0 + $1.amount }
        guard amount != 0 else { continue }
        sum += Double(amount) * (strength[code] ?? 0) * (isRoutine(code) ? rules.routine : 1)
        reasons.append(names[code] ?? code)
      }
      let limit = Double(max(0, rules.limit))
      let step = Int(max(-limit, min(limit, (sum * rules.damping).rounded())))
      events += move(index, by: step, reason: reasons.joined(separator: ", "))
    }
    return events
  }

  /// Applies the effects an author wrote.
  mutating func apply(_ effects: [Effect], reason: String) -> [SessionEvent] {
    effects.flatMap { effect -> [SessionEvent] in
      guard let index = scenario.states.firstIndex(where: { $0.name == effect.state }) else {
        return []
      }
      return move(index, by: effect.amount, reason: reason)
    }
  }

  private mutating func move(_ index: Int, by step: Int, reason: String) -> [SessionEvent] {
    let state = scenario.states[index]
    let before = values[index]
    // Both numbers fit 32 bits, so the sum cannot overflow.
    let after = max(state.lowest, min(state.highest, before + step))
    guard after != before else { return [] }
    setValue(after, at: index)
    return [.changed(state: state.name, from: before, to: after, reason: reason)]
  }

  private func isRoutine(_ code: String) -> Bool {
    past.count >= 3 && past.suffix(3).allSatisfy { $0.heard.contains { $0.code == code } }
  }
}
