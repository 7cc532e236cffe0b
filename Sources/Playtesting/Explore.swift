import ResponseCoding
import ScenarioModel
import SessionEngine

extension Playground {
  /// Lets trainees of every habit, and cheats if wanted, walk `walks` times each, then searches for
  /// what they missed.
  ///
  /// Deterministic for a seed, on any number of cores. `progress` is told turns or walks that are
  /// done, of how many, by the calling thread.
  package func explore(
    walks: Int, searchTurns: Int, seed: UInt64, withCheats: Bool = false,
    progress: (_ done: Int, _ whole: Int, _ noun: String) -> Void = { _, _, _ in }
  ) -> ExploreReport {
    let kinds =
      TraineeKind.habits.filter { $0 != .riskIgnorer || hasRisk }
      + (withCheats ? TraineeKind.cheats : [])
    let plan = kinds.flatMap { kind in
      (0..<max(0, walks)).map { PlannedWalk(kind: kind, seed: seed &+ UInt64($0)) }
    }
    let tally = play(plan, longest: 200, isRated: true) { progress($0, plan.count, "sessions") }
    var search = GuidedSearch(self, turns: searchTurns, seed: seed)
    search.run { progress($0, searchTurns, "turns") }

    var coverage = tally.coverage
    coverage.add(search.coverage)
    var memory = memory()
    var shortest = tally.shortest.filter { comesAgain($1, &memory) }
    for (ending, walk) in search.shortest where walk.isShorter(than: shortest[ending]) {
      shortest[ending] = walk
    }
    let alarms = [tally.goodWithRiskOpen, search.goodWithRiskOpen].compactMap(\.self)
    var shown = 0
    func shortenedToShow(_ walk: NotedWalk) -> WalkPath {
      progress(shown, shortest.count, "ways")
      shown += 1
      return shortened(walk.path, &memory) { _ in true }
    }
    var report = ExploreReport(
      coverage: coverage, kinds: tally.kinds, rubrics: ratingRubrics.map(\.title),
      walkedTurns: tally.coverage.turns, searchedTurns: search.turns,
      shortest: shortest.mapValues(shortenedToShow),
      goodWithRiskOpen: alarms.min { $0.outcome.turns < $1.outcome.turns }
        .map { shortened($0.path, &memory, while: \.isRiskOpen) },
      missed: missed(search.goals, coverage),
      neverSaid: zip(places.lines, coverage.lines).filter { $1 == 0 }.map(\.0),
      unanswered: unanswered(coverage), smells: [])
    report.smells = smells(report, tally)
    return report
  }

  /// Whether the same words lead to the same ending in a check.
  private func comesAgain(_ walk: NotedWalk, _ memory: inout CodingMemory) -> Bool {
    let play = replay(walk.path, &memory)
    return play.ending.map { places.ending(named: $0.name) == walk.outcome.ending } ?? false
      && play.exchanges.count == walk.outcome.turns
  }

  /// Without every response that is not needed to come to the same ending in the same case.
  private func shortened(
    _ path: WalkPath, _ memory: inout CodingMemory, while holds: (Playthrough) -> Bool
  ) -> WalkPath {
    var path = path
    let ending = replay(path, &memory).ending
    var position = path.steps.count - 1
    while position >= 0 {
      var shorter = path
      shorter.steps.remove(at: position)
      let play = replay(shorter, &memory)
      if play.ending == ending, ending != nil, holds(play) {
        path = WalkPath(steps: play.path.steps)
        // What was needed before may no longer be.
        position = path.steps.count
      }
      position -= 1
    }
    return path
  }

  /// A path said again as a check says it.
  func replay(_ path: WalkPath, _ memory: inout CodingMemory) -> Playthrough {
    var play = Playthrough(Session(prepared, seed: Self.checkSeed), &memory)
    for text in path.steps where play.ending == nil { play.say(text, &memory) }
    return play
  }

  /// Whether there is anything for somebody who ignores risks to ignore.
  private var hasRisk: Bool {
    scenario.beats.contains { !$0.risks.isEmpty }
      || places.cues.contains { stock.riskCues.contains($0.cue) }
  }

  private func unanswered(_ coverage: Coverage) -> [UnansweredCue] {
    places.cues.indices.filter { coverage.cuesAnswered[$0] == 0 }.map { index in
      let cue = places.cues[index]
      return UnansweredCue(
        line: places.lines[cue.line].line, cue: cue.cue,
        wasShown: coverage.cuesOffered[index] > 0,
        hasAnswer: places.answers[cue.cue]?.isEmpty == false)
    }
  }

  private func missed(_ goals: [SearchGoal], _ coverage: Coverage) -> [MissedRule] {
    goals.compactMap { goal in
      let counts = goal.isBound ? coverage.bounds : coverage.rules
      guard counts[goal.beat][goal.rule] == 0 else { return nil }
      // Of a rule never taken its bound need not be spoken of.
      if goal.isBound, coverage.rules[goal.beat][goal.rule] == 0 { return nil }
      let reason: MissedRule.Reason =
        if coverage.beats[goal.beat] == 0 {
          .beatNeverEntered
        } else if let earlier = goal.takenInstead {
          .earlier(line: scenario.beats[goal.beat].rules[earlier].line)
        } else if let lacked = goal.lacked, !lacked.isEmpty {
          .lacked(Condition(clauses: lacked.map(\.terms)))
        } else {
          .unknown
        }
      return MissedRule(beat: goal.beat, rule: goal.rule, isBound: goal.isBound, reason: reason)
    }
  }
}

extension NotedWalk {
  fileprivate func isShorter(than other: NotedWalk?) -> Bool {
    other.map { outcome.turns < $0.outcome.turns } ?? true
  }
}
