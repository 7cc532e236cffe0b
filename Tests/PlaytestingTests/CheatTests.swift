import Testing

@testable import Playtesting

@Suite("Cheats")
struct CheatTests {
  /// All scenarios and 200 seeds each are played by .ci/gaming.
  @Test("none is rated above 2 in a few sessions")
  func limits() throws {
    let ground = try ShippedLibrary.opened.get().shipped("Transitions/results-day")
    let kinds = TraineeKind.cheats.filter { $0 != .guesser } + [.parrot]
    let tallies = ground.tally(kinds, 2).kinds
    for kind in kinds {
      let tally = try #require(tallies[kind])
      for index in ground.ratingRubrics.indices {
        #expect(tally.meanLevel(index) ?? 1 <= 2, "\(kind) on \(ground.ratingRubrics[index].id)")
      }
    }
  }

  @Test("a report says who gets above the limit, where cheats played")
  func surprise() throws {
    let ground = try ShippedLibrary.opened.get().shipped("Transitions/new-city-no-map")
    let report = ground.explore(walks: 1, searchTurns: 0, seed: 1, withCheats: true)
    #expect(TraineeKind.cheats.allSatisfy { report.kinds[$0]?.walks == 1 })
    let without = ground.explore(walks: 1, searchTurns: 0, seed: 1)
    #expect(TraineeKind.cheats.allSatisfy { without.kinds[$0] == nil })
  }
}
