import ScenarioModel

extension ExploreReport {
  /// What a teacher would not expect of the trainees' ratings and endings; each a sentence.
  ///
  /// Expected is: skilled above questioner, above reassurer and adviser, above parrot; a parrot at
  /// most 2; nobody who advises or reassures at a good ending; and whoever ignores a risk fails the
  /// gate. Means that lie closer than a quarter of a level count as equal, but who advises or
  /// reassures must also have a lower index than the questioner, in whom closed and open questions
  /// take turns. Where cheats have played,
  /// nobody of them, nor who says anything at random, gets above 2 on any rubric.
  package func surprises(in scenario: Scenario) -> [String] {
    var result: [String] = []
    func isAbove(_ higher: TraineeKind, _ lower: TraineeKind) {
      guard let a = kinds[higher]?.meanLevel, let b = kinds[lower]?.meanLevel, b - a > 0.25 else {
        return
      }
      result.append("unexpected: \(lower.rawValue) is rated above \(higher.rawValue)")
    }
    isAbove(.skilled, .questioner)
    isAbove(.questioner, .reassurer)
    isAbove(.questioner, .adviser)
    isAbove(.reassurer, .parrot)
    isAbove(.adviser, .parrot)
    // The lowest level holds all of them; what levels are cut from tells asking from advising.
    if let asking = kinds[.questioner]?.meanIndex {
      for kind in [TraineeKind.adviser, .reassurer] {
        guard let other = kinds[kind]?.meanIndex, other >= asking else { continue }
        result.append(
          "unexpected: \(kind.rawValue) earns as much as \(TraineeKind.questioner.rawValue)")
      }
    }
    if let parrot = kinds[.parrot],
      parrot.levelSums.indices.contains(where: { parrot.meanLevel($0) ?? 0 > 2 })
    {
      result.append("unexpected: the parrot is rated above 2")
    }
    result += cheatsAboveTheirLimit
    for kind in [TraineeKind.adviser, .reassurer, .silent, .parrot] {
      guard let tally = kinds[kind] else { continue }
      let good = zip(scenario.endings, tally.endings).filter { $0.0.grade == "good" && $0.1 > 0 }
      if let ending = good.first {
        result.append("unexpected: \(kind.rawValue) comes to '\(ending.0.name)'")
      }
    }
    if let ignoring = kinds[.riskIgnorer], ignoring.gatesPassed > 0 {
      result.append("unexpected: the gate is passed by one who never takes up a risk")
    }
    if let skilled = kinds[.skilled], skilled.gatesFailed * 20 > skilled.walks {
      result.append("unexpected: the gate is failed by skilled trainees")
    }
    return result
  }

  private var cheatsAboveTheirLimit: [String] {
    guard TraineeKind.cheats.contains(where: { kinds[$0] != nil }) else { return [] }
    return ([.random] + TraineeKind.cheats).flatMap { kind -> [String] in
      guard let tally = kinds[kind] else { return [] }
      // Whether a guessed feeling is the patient's, no program can tell.
      let limit = kind == .guesser ? 3.0 : 2.0
      return rubrics.enumerated().compactMap { index, title in
        guard let mean = tally.meanLevel(index), mean > limit + 0.1 else { return nil }
        return "unexpected: \(kind.rawValue) is rated above \(Int(limit)) on '\(title)'"
      }
    }
  }

  /// The shortest way to each good ending, and the shortest to the worst ending that was reached.
  package func waysToShow(_ scenario: Scenario) -> [(ending: Int, path: WalkPath)] {
    let known = scenario.endings.indices.compactMap { index in
      shortest[index].map { (ending: index, path: $0) }
    }
    let good = known.filter { scenario.endings[$0.ending].grade == "good" }
    for grade in ["unsafe", "poor"] {
      let bad = known.filter { scenario.endings[$0.ending].grade == grade }
      if let shortest = bad.min(by: { $0.path.steps.count < $1.path.steps.count }) {
        return good + [shortest]
      }
    }
    return good
  }
}
