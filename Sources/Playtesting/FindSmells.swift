import ResponseCoding
import ScenarioModel
import Scoring
import SessionEngine

extension Playground {
  /// What playing shows to be amiss, in the order of the catalogue and then of the file.
  func smells(_ report: ExploreReport, _ tally: WalkTally) -> [DynamicSmell] {
    var memory = memory()
    return bestChoices(&memory) + shortWays(report, tally, &memory) + endingShares(report)
      + neverShown(report.coverage) + repeatedSentences(&memory)
  }

  /// A choice that is followed by higher ratings on every rubric than each other choice of its beat,
  /// the rest of the session being the same.
  private func bestChoices(_ memory: inout CodingMemory) -> [DynamicSmell] {
    var result: [DynamicSmell] = []
    for (beat, content) in scenario.beats.enumerated() where content.choices.count > 1 {
      let indices = content.choices.map { rated($0.text, in: beat, &memory) }
      let best = indices.indices.filter { one in
        indices.indices.allSatisfy { $0 == one || isBetter(indices[one], than: indices[$0]) }
      }
      if let best = best.first {
        result.append(.bestChoice(beat: content.name, text: content.choices[best].text))
      }
    }
    return result
  }

  private func isBetter(_ one: [Double?], than other: [Double?]) -> Bool {
    let pairs = zip(one, other).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    return !pairs.isEmpty && pairs.allSatisfy { $0 > $1 }
  }

  /// The indices of a session that begins in a beat with this response and goes on skilfully.
  private func rated(
    _ text: String, in beat: Int, _ memory: inout CodingMemory
  ) -> [Double?] {
    var play = Playthrough(Session(prepared, seed: 1), in: beat, &memory)
    var trainee = SimulatedTrainee(.skilled, seed: 1)
    play.say(text, &memory)
    while play.ending == nil, play.exchanges.count < 40 {
      play.say(trainee.reply(to: play.latest, in: play.engine.beat, stock), &memory)
    }
    return rater.rate(play.exchanges).dimensions.map(\.index)
  }

  /// Shortness itself pays where longer sessions to a good ending are never rated higher.
  private func shortWays(
    _ report: ExploreReport, _ tally: WalkTally, _ memory: inout CodingMemory
  ) -> [DynamicSmell] {
    let good = report.shortest.filter { scenario.endings[$0.key].grade == "good" }
    guard let best = tally.bestGoodLevel,
      let (ending, path) = good.min(by: {
        ($0.value.steps.count, $0.key) < ($1.value.steps.count, $1.key)
      }), tally.longestGood ?? 0 > path.steps.count
    else { return [] }
    var outcome = WalkOutcome(kind: .random, turns: path.steps.count)
    outcome.levels = rater.rate(replay(path, &memory).exchanges).dimensions.map(\.estimate.level)
    guard let level = outcome.meanLevel, level >= best else { return [] }
    return [.shortestIsBest(ending: scenario.endings[ending].name, turns: path.steps.count)]
  }

  private func endingShares(_ report: ExploreReport) -> [DynamicSmell] {
    let (endings, walks) = report.endingWalks
    guard walks >= 100, scenario.endings.count > 1 else { return [] }
    return endings.enumerated().compactMap { index, times in
      let name = scenario.endings[index].name
      if times * 100 < walks { return .rareEnding(name: name, times: times, walks: walks) }
      let percent = times * 100 / walks
      return percent > 90 ? .commonEnding(name: name, percent: percent) : nil
    }
  }

  private func neverShown(_ coverage: Coverage) -> [DynamicSmell] {
    zip(scenario.beats, coverage.hints).flatMap { beat, counts in
      zip(beat.hints, counts).filter { $0.1 == 0 }.map { .hintNeverShown(text: $0.0.text) }
    }
  }

  /// The worst sentence only: the one rated highest when it is all a trainee says.
  private func repeatedSentences(_ memory: inout CodingMemory) -> [DynamicSmell] {
    let titles = ratingRubrics.map(\.title)
    let sentences =
      TraineeKind.habits.flatMap(\.lines) + scenario.beats.flatMap(\.choices).map(\.text)
    var worst: (level: Int, smell: DynamicSmell)?
    var seen: Set<String> = []
    for text in sentences where seen.insert(text).inserted {
      var play = Playthrough(Session(prepared, seed: 1), &memory)
      while play.ending == nil, play.exchanges.count < 40 { play.say(text, &memory) }
      let levels = rater.rate(play.exchanges).dimensions.map(\.estimate.level)
      for (rubric, level) in levels.enumerated() {
        guard let level, level >= 4, level > worst?.level ?? 0 else { continue }
        worst = (level, .oneSentence(text: text, rubric: titles[rubric], level: level))
      }
    }
    return worst.map { [$0.smell] } ?? []
  }
}
