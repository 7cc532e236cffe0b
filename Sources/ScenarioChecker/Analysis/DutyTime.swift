import ScenarioModel

extension ScenarioAnalysis {
  /// Duties that nothing meets, or that the conversation may not leave the time for; where it ends
  /// as it would for a missed duty, nobody loses anything.
  mutating func checkDuties() {
    for beat in scenario.beats.indices {
      for duty in scenario.beats[beat].duties {
        if entailment.contradiction(in: duty.condition) != nil {
          report(.dutyImpossible, at: beatFiles[beat].line(duty.line))
        } else if let end = turnsByOtherwise(from: beat, upTo: duty.turns), end.turns < duty.turns,
          duty.penalty != .goTo(.ending(end.ending))
        {
          report(
            .dutyTooSlow(
              turns: duty.turns, ends: end.turns, ending: scenario.endings[end.ending].name),
            at: beatFiles[beat].line(duty.line))
        }
      }
    }
  }

  /// How soon a session ends in which, from this beat on, no response fits any rule; nil where it
  /// goes on for longer.
  private func turnsByOtherwise(
    from start: Int, upTo limit: Int
  ) -> (turns: Int, ending: Int)? {
    var beat = start
    var turns = 0
    // Every step takes at least one turn.
    while turns < min(limit, 1_000) {
      guard let rule = scenario.beats[beat].rules.last, rule.condition == nil else { return nil }
      turns += rule.bound.map { min($0.times, 10_000) + 1 } ?? 1
      guard let way = rule.destination ?? rule.bound?.destination else { return nil }
      if case .ending(let index) = way, scenario.endings.indices.contains(index) {
        return (turns, index)
      }
      guard let next = beatIndex(way) else { return nil }
      beat = next
    }
    return nil
  }
}
