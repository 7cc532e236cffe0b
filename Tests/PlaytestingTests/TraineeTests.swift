import Testing

@testable import Playtesting

@Suite("Simulated trainees")
struct TraineeTests {
  static let scenarios = [
    "Disputes/who-gets-up-at-night", "Transitions/new-city-no-map", "Transitions/results-day",
  ]

  private let library = ShippedLibrary.opened

  private func good(_ ground: Playground, _ kind: TraineeKind) -> Int {
    let endings = ground.endings(kind, 6)
    return ground.scenario.endings.filter { $0.grade == "good" }
      .reduce(0) { $0 + endings[$1.name, default: 0] }
  }

  @Test("skilled ones come to a good ending, nearly every time", arguments: scenarios)
  func skilled(name: String) throws {
    // Who tries out other words than the author would have liked may miss it now and then.
    #expect(good(try library.get().shipped(name), .skilled) >= 4)
  }

  @Test(
    "nobody who advises, reassures, is silent or repeats comes to a good ending",
    arguments: scenarios)
  func unskilled(name: String) throws {
    let ground = try library.get().shipped(name)
    for kind in [TraineeKind.adviser, .reassurer, .silent, .parrot, .questioner] {
      #expect(good(ground, kind) == 0, "\(kind)")
    }
  }

  @Test("whoever ignores a risk is skilled where there is none")
  func ignoringNothing() throws {
    let ground = try library.get().shipped("Transitions/new-city-no-map")
    #expect(good(ground, .riskIgnorer) == 6)
  }

  @Test("whoever ignores a risk comes to no good ending and fails the gate")
  func ignoringRisk() throws {
    let ground = try library.get().shipped("Transitions/results-day")
    #expect(good(ground, .riskIgnorer) == 0)
    let tally = try #require(ground.tally([.riskIgnorer, .skilled], 6).kinds[.riskIgnorer])
    #expect(tally.gatesPassed == 0)
    #expect(tally.gatesFailed == 6)
  }

  @Test("the skilled are rated above the questioners, and these not below the others")
  func order() throws {
    for name in Self.scenarios {
      let ground = try library.get().shipped(name)
      let kinds = ground.tally(
        [.skilled, .questioner, .reassurer, .adviser, .parrot], 20
      ).kinds
      func level(_ kind: TraineeKind) throws -> Double {
        try #require(kinds[kind]?.meanLevel, "\(name): \(kind)")
      }
      #expect(try level(.skilled) > level(.questioner) + 1.5)
      // The three poorest lie within a quarter of a level; a parrot never gets to 2.
      #expect(try level(.questioner) > level(.reassurer) - 0.25)
      #expect(try level(.questioner) > level(.adviser) - 0.25)
      #expect(try level(.parrot) <= 2)
    }
  }

  @Test("a parrot says nothing but the patient's words")
  func parrot() throws {
    let ground = try library.get().shipped("Transitions/new-city-no-map")
    var player = WalkPlayer(ground, longest: 100)
    let path = player.walk(.parrot, seed: 3, isRated: false).path
    let spoken = ground.places.lines.map { withoutGestures($0.text) }
    #expect(path.steps.count > 2)
    for step in path.steps {
      #expect(spoken.contains { $0.contains(step.dropLast()) }, "\(step)")
    }
  }

  @Test("one who ignores risks never asks about suicide")
  func neverAsks() throws {
    let ground = try library.get().shipped("Transitions/results-day")
    var player = WalkPlayer(ground, longest: 100)
    for seed in 0..<10 as Range<UInt64> {
      let path = player.walk(.riskIgnorer, seed: seed, isRated: false).path
      #expect(ground.stock.riskTexts.isDisjoint(with: path.steps))
    }
  }

  @Test("the same seed says the same, on one core or on several")
  func deterministic() throws {
    let ground = try library.get().shipped("Transitions/new-city-no-map")
    let (alone, together) = (
      ground.tally(TraineeKind.habits, 5, workers: 1),
      ground.tally(TraineeKind.habits, 5, workers: 3)
    )
    #expect(alone.coverage == together.coverage)
    #expect(alone.kinds == together.kinds)
    #expect(alone.shortest.mapValues(\.path) == together.shortest.mapValues(\.path))
    #expect(alone.longest?.path == together.longest?.path)
    #expect(alone.coverage != ground.tally(TraineeKind.habits, 6, workers: 1).coverage)
  }

  @Test("a walk is what practising gives: the same events after the same words")
  func sameAsPractising() throws {
    let ground = try library.get().shipped("Disputes/who-gets-up-at-night")
    var player = WalkPlayer(ground, longest: 100)
    for kind in TraineeKind.habits {
      let (outcome, path) = player.walk(kind, seed: 9, isRated: false)
      var played = PlayedSession(ground.prepared, seed: 9, coder: ground.coder)
      _ = played.begin()
      for step in path.steps { _ = played.respond(to: played.hear(step)) }
      #expect(played.ending?.name == outcome.ending.map { ground.scenario.endings[$0].name })
      #expect(played.exchanges.count == outcome.turns)
    }
  }
}
