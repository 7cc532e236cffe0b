import Rubrics

/// Holds a session against the tasks of its phase and area.
func judge(
  _ session: HeardSession, by rubric: Rubric, in setting: SessionSetting?,
  _ worksheets: KeptWorksheets?, _ finder: OpportunityFinder
) -> ChecklistScore {
  var result = ChecklistScore(
    id: rubric.id, title: rubric.title, setting: setting, index: nil,
    estimate: .notAssessable("phase and problem area of the session are not known"), points: 0,
    possible: 0, tasks: [], proscribed: [], takenOff: 0)
  guard let setting else { return result }
  let list = rubric.checklist
  result.tasks = list.tasks(phase: setting.phase, area: setting.area).map { task in
    guard let sheet = task.worksheet else { return score(task, in: session, list, finder) }
    return score(task.name, sheet, by: worksheets ?? KeptWorksheets(), area: setting.area)
  }
  let asked = result.tasks.filter { $0.outcome != .notAsked }
  result.points = asked.map(\.points).reduce(0, +)
  result.possible = Checklist.skilled * asked.count
  result.proscribed = list.proscribed.compactMap { proscription in
    let tally = session.turns(with: proscription.codes)
    guard tally.count >= Double(proscription.times) - tolerance else { return nil }
    return ProscribedScore(name: proscription.name, evidence: tally.evidence)
  }
  result.takenOff = min(list.mostTakenOff, result.proscribed.count)

  let turns = session.exchanges.count
  guard turns >= list.leastTurns, result.possible > 0 else {
    result.estimate = .notAssessable(
      result.possible == 0
        ? "no task belongs to this phase and problem area"
        : tooShort(turns, least: list.leastTurns))
    return result
  }
  let index = Double(max(0, result.points - result.takenOff)) / Double(result.possible)
  let level = 1 + rubric.cutPoints.count { index >= $0 - tolerance }
  result.index = rounded(index)
  result.estimate = .level(level, name: rubric.levels.first { $0.number == level }?.name ?? "")
  return result
}

private func score(
  _ task: ChecklistTask, in session: HeardSession, _ list: Checklist, _ finder: OpportunityFinder
) -> TaskScore {
  var result = TaskScore(name: task.name, outcome: .absent, points: 0, reason: "", evidence: [])
  let tally = session.turns(with: task.codes)
  result.evidence = tally.evidence
  if !task.onlyAfter.isEmpty, tally.evidence.isEmpty {
    let isOffered = session.exchanges.indices.contains { index in
      session.cues(at: index).contains(where: task.onlyAfter.contains)
    }
    guard isOffered else {
      result.outcome = .notAsked
      result.reason = "the patient gave no occasion"
      return result
    }
  }
  guard !tally.evidence.isEmpty else { return result }
  result.outcome = .present
  result.points = Checklist.present

  let answers = Dictionary(task.answers.map { ($0, task.codes) }) { first, _ in first }
  let met = finder.opportunities(on: task.name, answers: answers).first { $0.outcome == .met }
  let followed = session.turnsFollowed(with: task.codes, byWords: list.wordsToFollow)
  if let met, let turn = met.settled {
    result.reason = "turn \(turn) answers '\(met.cue)'"
  } else if followed.count >= list.skilledTurns {
    result.reason = "turns " + followed.map(String.init).joined(separator: ", ")
  } else {
    return result
  }
  result.outcome = .skilled
  result.points = Checklist.skilled
  return result
}

/// Why so short a session is not assessable.
func tooShort(_ turns: Int, least: Int) -> String {
  "it takes \(least) turns to tell, and there are \(turns)"
}

extension HeardSession {
  /// The turns that show a code for certain and after which the patient goes on with so many words.
  fileprivate func turnsFollowed(with codes: [String], byWords least: Int) -> [Int] {
    exchanges.indices.compactMap { index in
      guard let code = strongest(of: codes, at: index), code.count >= 1 else { return nil }
      let next = exchanges.indices.contains(index + 1) ? exchanges[index + 1].patient : []
      let words = next.reduce(0) { $0 + spokenWords($1.text) }
      return words >= least ? exchanges[index].turn : nil
    }
  }
}
