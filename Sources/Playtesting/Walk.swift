import ResponseCoding
import ScenarioModel

/// Lets simulated trainees play so many sessions; the same seed gives the same report.
///
/// A placeholder for the explorer's trainees: says choices and better sentences at random.
package func walk(
  _ scenario: Scenario, times: Int, seed: UInt64, coder: ResponseCoder, longest: Int = 200,
  progress: (Int) -> Void = { _ in }
) -> WalkReport {
  var report = WalkReport(of: scenario)
  let beatNumbers = Dictionary(
    scenario.beats.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  let endingNumbers = Dictionary(
    scenario.endings.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  for number in 0..<max(0, times) {
    progress(number)
    var session = PlayedSession(scenario, seed: seed &+ UInt64(number), coder: coder)
    var dice = seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(number)
    _ = session.begin()
    var path: [String] = []
    while session.ending == nil, path.count < longest {
      let better = session.latest.compactMap { $0.better?.sentence }
      let sentences = session.engine.choices.map(\.text) + better + ["…", "How are you?"]
      dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let text = sentences[Int((dice >> 33) % UInt64(sentences.count))]
      path.append(text)
      guard !session.respond(to: session.hear(text)).isEmpty else { break }
    }
    report.count(session, path, beatNumbers, endingNumbers)
  }
  return report
}

extension WalkReport {
  fileprivate mutating func count(
    _ session: PlayedSession, _ path: [String], _ beats: [String: Int], _ endings: [String: Int]
  ) {
    walks += 1
    var entered: Set<Int> = []
    for event in session.events {
      switch event {
      case .entered(let name): beats[name].map { _ = entered.insert($0) }
      case .ruleFired(let name, _, let line):
        guard let beat = beats[name],
          let rule = session.scenario.beats[beat].rules.firstIndex(where: { $0.line == line })
        else { continue }
        ruleTaken[beat][rule] += 1
      case .ended(let ending): endings[ending.name].map { endingVisits[$0] += 1 }
      default: continue
      }
    }
    for beat in entered { beatVisits[beat] += 1 }
    if session.ending == nil { unfinished += 1 }
    if path.count > longestWalk {
      longestWalk = path.count
      longestPath = WalkPath(steps: path)
    }
  }
}
