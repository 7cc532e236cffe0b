import ScenarioModel
import TranscriptModel

extension Session {
  /// Whether a condition holds after the latest response.
  func holds(_ condition: PreparedCondition) -> Bool {
    condition.clauses.allSatisfy { holds($0, past) }
  }

  /// The same for a condition that need not stand in the scenario.
  func holds(_ condition: Condition) -> Bool {
    var listened = ListenedFor()
    let prepared = PreparedCondition(condition, scenario.states, &listened)
    var rows = HeardRows(bits: listened.bits)
    for (row, response) in responses.enumerated() {
      rows.append(visit: past.visit(row))
      listened.mark(response, in: &rows)
    }
    return prepared.clauses.allSatisfy { holds($0, rows) }
  }

  /// Whether one clause holds, given what was heard so far.
  func holds(_ clause: [PreparedCondition.Term], _ rows: HeardRows) -> Bool {
    clause.contains { $0.isNegated != holds($0.test, rows) }
  }

  private func holds(_ test: PreparedCondition.Test, _ rows: HeardRows) -> Bool {
    switch test {
    case .known(let answer): answer
    case .heardNow(let bit): rows.latestHas(bit)
    case .heard(let bit, let times, .session): rows.count(of: bit, inLast: .max) >= times
    case .heard(let bit, let times, .here): rows.count(of: bit, inVisit: here.number) >= times
    case .heard(let bit, let times, .last(let turns)):
      rows.count(of: bit, inLast: turns) >= times
    case .state(let index, let comparison, let number):
      comparison.holds(values[index], number)
    case .stateIs(let index, let number): values[index] == number
    case .visited(let beat): visited.contains(beat)
    case .turnsHere(let least): here.turns >= least
    case .cue(let met): latestCue == (met ? .met : .missed)
    case .riskOpen: isRiskOpen
    case .silence: isSilent
    }
  }
}
