import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

@Suite("What the engine did before it was made fast")
struct UnchangedTests {
  @Test("random sessions give the events, states and hints they gave in version 0.1")
  func randomSessions() {
    var dice = Dice(2026)
    var fingerprint = Fingerprint()
    var turns = 0
    for round in 0..<400 {
      var session = Session(randomScenario(&dice), seed: UInt64(round))
      fingerprint.add(session.begin())
      for _ in 0..<40 where session.ending == nil {
        fingerprint.add(session.respond(to: randomResponse(&dice)))
        fingerprint.add("\(session.values) \(session.beat) \(session.turn) \(session.hints)")
        turns += 1
      }
    }
    #expect(turns == 14416)
    #expect(fingerprint.value == 18_262_373_666_602_600_153)
  }
}
