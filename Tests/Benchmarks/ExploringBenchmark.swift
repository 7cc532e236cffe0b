import Playtesting
import ResponseCoding
import TranscriptModel

@testable import Commands

/// How many turns a second simulated trainees play, coder, engine and rating included.
func benchmarkExploring(_ library: Library, _ coder: ResponseCoder) throws {
  for name in ["new-city-no-map", "who-gets-up-at-night"] {
    guard let scenario = try library.scenario(named: name).checked.scenario else { continue }
    let rubrics = library.rubrics.filter { scenario.facts.rubrics.contains($0.id) }
    let ground = Playground(scenario, coder: coder, rubrics: rubrics, codebook: library.codebook)
    for seed in 1...3 as ClosedRange<UInt64> {
      let time = ContinuousClock().measure { exploreSearch(ground, turns: 2000, seed: seed) }
      print(name, "search", time)
    }
    for times in [1600] {
      var turns = 0
      let time = ContinuousClock().measure {
        turns = exploreWalks(ground, times: times / 8, seed: 1)
      }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
      print("\(name): \(times) walks, \(turns) turns, \(Int(Double(turns) / seconds)) turns a second")
    }
  }
}
