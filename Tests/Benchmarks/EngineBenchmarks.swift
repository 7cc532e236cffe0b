import Playtesting
import ResponseCoding
import ScenarioModel
import SessionEngine
import TranscriptModel

/// The engine by itself: responses are coded beforehand, in the conversation they belong to.
func measureEngine(_ scenario: Scenario, _ lines: [String], coder: ResponseCoder) {
  let prepared = PreparedScenario(scenario)
  // Forty responses, as far as the conversation lasts, for as many sessions as are played.
  let sessions = (0..<20).map { seed in
    var played = PlayedSession(prepared, seed: UInt64(seed), coder: coder)
    _ = played.begin()
    for turn in 0..<40 where played.ending == nil {
      _ = played.respond(to: played.hear(lines[(turn * 7 + seed) % lines.count]))
    }
    return (seed: UInt64(seed), responses: played.exchanges.map(\.response))
  }
  let turns = sessions.reduce(0) { $0 + $1.responses.count }
  let name = scenario.facts.id

  func play(_ seed: UInt64, _ responses: [CodedResponse]) -> Session {
    var session = Session(prepared, seed: seed)
    _ = session.begin()
    for response in responses { _ = session.respond(to: response) }
    return session
  }
  let turn = median { sessions.reduce(0) { $0 + play($1.seed, $1.responses).turn } }
  print("engine, \(name): \(micro(turn, turns)) µs a turn (\(turns) turns)")

  let longest = sessions.max { $0.responses.count < $1.responses.count }
  let played = longest.map { play($0.seed, $0.responses.dropLast()) }
  if let longest, let played, let last = longest.responses.last {
    let copies = median {
      var sum = 0
      for _ in 0..<1000 {
        var copy = played
        sum += copy.respond(to: last).count
      }
      return sum
    }
    let inPlace = median {
      var sum = 0
      for _ in 0..<1000 { sum += play(longest.seed, [last]).turn }
      return sum
    }
    print("a copied session and a turn of it: \(micro(copies, 1000)) µs")
    print("beginning and one turn: \(micro(inPlace, 1000)) µs")
    let long = Array(
      repeatElement(longest.responses, count: 40 / longest.responses.count + 1).joined().prefix(40))
    var endless = prepared.scenario
    for beat in endless.beats.indices {
      for rule in endless.beats[beat].rules.indices {
        endless.beats[beat].rules[rule].destination = nil
        endless.beats[beat].rules[rule].bound = nil
      }
    }
    let restored = median {
      var session = Session(endless, seed: 1)
      _ = session.begin()
      for response in long { _ = session.respond(to: response) }
      return session.turn
    }
    print(
      "restoring \(long.count) turns: \(micro(restored, 1)) µs, the scenario's making ready included"
    )
  }
}

/// The time of the middle one of some runs, in nanoseconds.
private func median(of runs: Int = 21, _ body: () -> Int) -> Double {
  var sink = 0
  let times = (0..<runs).map { _ in ContinuousClock().measure { sink &+= body() } }.sorted()
  if sink == .min { print("") }
  let parts = times[runs / 2].components
  return Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9
}

private func micro(_ nanoseconds: Double, _ count: Int) -> Double {
  (nanoseconds / Double(max(1, count)) / 10).rounded() / 100
}
