import Agreement
import Cohorts
import Testing

/// Sessions of trainees with scenarios, each with a level by people.
private func sessions(
  _ levels: [[Double]], scenarios: [String] = ["anger", "grief", "move"]
) -> [CohortSession] {
  levels.enumerated().flatMap { trainee, row in
    zip(scenarios, row).map { scenario, level in
      CohortSession(
        trainee: "t\(trainee)", scenario: scenario, rating: SessionResult(mean: level))
    }
  }
}

private func discrimination(_ sessions: [CohortSession], of scenario: String) -> Discrimination? {
  scenarioFigures(sessions).first { $0.scenario == scenario }?.discrimination
}

@Suite("How well patients tell trainees apart")
struct DiscriminationTests {
  @Test("it is 1 where the order of trainees is the same with every patient")
  func perfect() {
    let ordered = (0..<20).map { number -> [Double] in
      let level = Double(number) / 5
      return [level, level + 1, level - 2]
    }
    for one in scenarioFigures(sessions(ordered)) {
      #expect(one.discrimination.correlation?.value == 1)
      #expect(one.discrimination.correlation?.interval == nil)
      #expect(one.discrimination.trainees == 20 && one.discrimination.basis == .ratings)
    }
  }

  @Test("the item itself is no part of the rest: by hand for four trainees")
  func byHand() throws {
    let few = sessions([[1, 2, 4], [2, 1, 3], [3, 5, 1], [5, 4, 2]])
    // anger 1 2 3 5 beside the means of the others, 3 2 3 3: .75 / √(8.75 · .75).
    let found = try #require(discrimination(few, of: "anger")?.correlation?.value)
    #expect(abs(found - 0.292_770) < 1e-6)
    #expect(discrimination(few, of: "anger")?.isTooFew == true)
  }

  @Test("a patient who is harder for everybody changes nothing, whoever has met her")
  func constant() throws {
    // Every trainee has met two of the three.
    func some(adding constant: Double) -> [CohortSession] {
      (0..<30).flatMap { number -> [CohortSession] in
        let ability = Double(number * 7 % 11) / 3
        return ["anger", "grief", "move"].enumerated().compactMap { place, scenario in
          guard place != number % 3 else { return nil }
          let noise = Double(number * (place + 3) % 5) / 4
          return CohortSession(
            trainee: "t\(number)", scenario: scenario,
            rating: SessionResult(mean: ability + noise + (place == 1 ? constant : 0)))
        }
      }
    }
    for scenario in ["anger", "grief", "move"] {
      let plain = try #require(
        discrimination(some(adding: 0), of: scenario)?.correlation?.value)
      let harder = try #require(
        discrimination(some(adding: -2.5), of: scenario)?.correlation?.value)
      #expect(abs(plain - harder) < 1e-9 && plain < 1)
    }
  }

  @Test("it is not defined where nothing varies, and nobody is told apart by one patient alone")
  func undefined() {
    let flat = sessions((0..<20).map { _ in [3, 3, 3] })
    #expect(discrimination(flat, of: "anger")?.correlation == nil)
    #expect(discrimination(flat, of: "anger")?.isTooFew == false)
    let alone = sessions((0..<20).map { [Double($0 % 5)] })
    #expect(discrimination(alone, of: "anger")?.trainees == 0)
    #expect(scenarioFigures([]).isEmpty)
  }

  @Test("estimates stand in where people have rated too few, and are named; the two never mix")
  func basis() {
    let levels = (0..<20).map { number -> [Double] in
      [Double(number % 5 + 1), Double(number % 4 + 1), 2]
    }
    var all = sessions(levels)
    for place in all.indices {
      all[place].estimate = SessionResult(mean: 4, hasFailed: place % 2 == 0)
      if place >= 14 * 3 { all[place].rating = nil }
    }
    let figures = scenarioFigures(all)
    #expect(figures.allSatisfy { $0.difficulty.basis == .estimates && $0.difficulty.mean == 4 })
    #expect(figures.allSatisfy { $0.discrimination.basis == .estimates })
    for place in all.indices where place < 15 * 3 {
      all[place].rating = SessionResult(mean: 2, hasFailed: place == 0)
    }
    let rated = scenarioFigures(all)
    #expect(rated.allSatisfy { $0.difficulty.basis == .ratings && $0.difficulty.mean == 2 })
    #expect(rated.map(\.difficulty.failed) == [1, 0, 0])
    #expect(rated[0].difficulty.sessions == 15)
  }
}

@Suite("What a cohort comes to")
struct CohortFiguresTests {
  @Test("mean and SD of a patient's sessions, by hand")
  func difficulty() {
    let all = (0..<16).map { number -> CohortSession in
      let isOver = number < 15
      let result = SessionResult(mean: Double(number % 3 + 2), hasFailed: number < 3)
      return CohortSession(
        trainee: "t\(number)", scenario: "anger", hasEnded: isOver,
        rating: isOver ? result : nil)
    }
    let one = scenarioFigures(all)[0]
    #expect(one.begun == 16 && one.ended == 15 && one.trainees == 15)
    #expect(one.difficulty.mean == 3 && one.difficulty.failRate == 0.2)
    // Ten of fifteen lie 1 from the mean: √(10 / 14).
    #expect(abs((one.difficulty.deviation ?? 0) - 0.845_154) < 1e-6)
    #expect(scenarioFigures(Array(all.prefix(14)))[0].difficulty.isTooFew)
  }

  @Test("a trainee who practises much counts once in the mean, and each session in the levels")
  func levels() throws {
    let eager = LevelDistribution(byTrainee: [
      [0, 0, 0, 0, 12], [0, 2, 0, 0, 0], [0, 0, 1, 0, 0],
    ])
    #expect(eager.counts == [0, 2, 1, 0, 12] && eager.sessions == 15 && eager.trainees == 3)
    #expect(!eager.isTooFew)
    // (5 + 2 + 3) / 3; the interval ends where the scale does.
    let mean = try #require(eager.mean)
    #expect(abs(mean.value - 10.0 / 3) < 1e-9)
    #expect(mean.interval?.low == 1 && mean.interval?.high == 5)
    #expect(LevelDistribution(byTrainee: []).mean == nil)
    #expect(LevelDistribution(byTrainee: [[9, 9]]).isTooFew)
    #expect(LevelDistribution(byTrainee: [[0, 0, 0, 0, 0]]).trainees == 0)
  }

  @Test("cues are sorted by the share that was missed, and rare ones are left out")
  func cues() {
    func cue(_ name: String, _ missed: Int, of offered: Int) -> MissedCue {
      MissedCue(cue: name, dimension: "validation", offered: offered, missed: missed, trainees: 4)
    }
    let found = mostMissed([
      cue("hint", 10, of: 40), cue("affect", 15, of: 20), cue("risk", 19, of: 19),
      cue("anger", 5, of: 20), cue("stuck", 0, of: 30),
    ])
    #expect(found.map(\.cue) == ["affect", "anger", "hint"])
    #expect(found.map(\.share) == [0.75, 0.25, 0.25])
  }

  @Test("trainees stand by name, never by level, and with few sessions without a mean")
  func trainees() {
    var all = sessions([[5, 5, 5], [1, 1, 1]])
    all.append(CohortSession(trainee: "a", scenario: "move", hasEnded: false))
    all.append(
      CohortSession(trainee: "a", scenario: "move", estimate: SessionResult(mean: nil)))
    let rows = traineeFigures(all)
    #expect(rows.map(\.trainee) == ["a", "t0", "t1"])
    #expect(rows.map(\.ratedMean) == [nil, 5, 1])
    #expect(rows[0].begun == 2 && rows[0].ended == 1 && rows[0].estimated == 1)
  }

  @Test("a correlation has Fisher's interval; Wilson's ends at 0 and 1")
  func intervals() throws {
    // z = .5493 ± 1.96 / √27: tables give .17 to .73.
    let found = try #require(correlationInterval(0.5, of: 30))
    #expect(abs(found.low - 0.1704) < 0.0001 && abs(found.high - 0.7289) < 0.0001)
    #expect(correlationInterval(1, of: 30) == nil && correlationInterval(0.5, of: 3) == nil)
    #expect(wilsonInterval(0, of: 5)?.low == 0 && wilsonInterval(1, of: 5)?.high == 1)
    #expect(wilsonInterval(0.5, of: 0) == nil)
  }
}
