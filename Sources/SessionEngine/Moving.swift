import ScenarioModel
import TranscriptModel

extension Session {
  /// Lets states settle, then moves them by the codebook's default effects of what was heard.
  ///
  /// Per state: the sum over the codes (each once a turn, by how much it counts), times the damping
  /// of the difficulty, rounded, within the limit a turn. A code heard in this response and the two
  /// before it moves less (`routine`).
  mutating func move(by response: CodedResponse, _ events: inout [SessionEvent]) {
    for (index, state) in prepared.scenario.states.enumerated() where state.settles > 0 {
      let distance = state.start - values[index]
      let step = max(-state.settles, min(state.settles, distance))
      move(index, by: step, reason: "settles", &events)
    }

    let heard = movingCodes(in: response)
    guard !heard.isEmpty else { return }
    let rules = prepared.scenario.responsiveness
    let limit = Double(max(0, rules.limit))
    for index in values.indices {
      var sum = 0.0
      var reason = ""
      for code in heard {
        let amount = prepared.movements[code.number].amounts[index]
        guard amount != 0 else { continue }
        sum += Double(amount) * code.strength * (code.isRoutine ? rules.routine : 1)
        reason += reason.isEmpty ? code.name : ", " + code.name
      }
      let step = Int(max(-limit, min(limit, (sum * rules.damping).rounded())))
      move(index, by: step, reason: reason, &events)
    }
  }

  private struct MovingCode {
    var number: Int
    var strength: Double
    var name: String
    var isRoutine: Bool
  }

  /// The codes of a response that move anything, each once, in the order of their ids.
  private func movingCodes(in response: CodedResponse) -> [MovingCode] {
    var result: [MovingCode] = []
    for code in response.codes {
      let count = code.count
      guard count > 0, let number = prepared.movementNumbers[code.code] else { continue }
      if let known = result.firstIndex(where: { $0.number == number }) {
        result[known].strength = max(result[known].strength, count)
        result[known].name = code.name
      } else {
        let place = result.firstIndex { $0.number > number } ?? result.endIndex
        result.insert(
          MovingCode(
            number: number, strength: count, name: code.name,
            isRoutine: past.count(of: number, inLast: 3) == 3), at: place)
      }
    }
    return result
  }

  /// Marks which moving codes a response has, in the latest row.
  mutating func markMovingCodes(of response: CodedResponse) {
    for code in response.codes where code.count > 0 {
      if let number = prepared.movementNumbers[code.code] { past.set(number) }
    }
  }

  /// Applies the effects an author wrote.
  mutating func apply(
    _ effects: [PreparedEffect], reason: String, _ events: inout [SessionEvent]
  ) {
    for effect in effects { move(effect.state, by: effect.amount, reason: reason, &events) }
  }

  private mutating func move(
    _ index: Int, by step: Int, reason: String, _ events: inout [SessionEvent]
  ) {
    // Both numbers fit 32 bits, so the sum cannot overflow.
    set(index, to: values[index] + step, reason: reason, &events)
  }

  /// Sets a state to a value within its range.
  mutating func set(
    _ index: Int, to value: Int, reason: String, _ events: inout [SessionEvent]
  ) {
    let state = prepared.scenario.states[index]
    let (before, after) = (values[index], max(state.lowest, min(state.highest, value)))
    guard after != before else { return }
    values[index] = after
    events.append(.changed(state: state.name, from: before, to: after, reason: reason))
  }
}
