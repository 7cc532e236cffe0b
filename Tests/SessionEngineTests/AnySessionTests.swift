import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

@Suite("Any session at all")
struct AnySessionTests {
  /// Plays random sessions, and hands over each before and after a response.
  private func play(
    _ look: (_ before: Session, CodedResponse, [SessionEvent], _ after: Session) -> Void
  ) {
    var dice = Dice(77)
    for round in 0..<150 {
      let scenario = withLaterFacts(randomScenario(&dice), &dice)
      var session = Session(scenario, seed: UInt64(round))
      _ = session.begin(at: dice.isOne(in: 3) ? dice.below(7) : nil)
      for _ in 0..<40 where session.ending == nil {
        var response = randomResponse(&dice)
        if dice.isOne(in: 8) { response.text = "…" }
        let before = session
        let events = session.respond(to: response)
        look(before, response, events, session)
      }
    }
  }

  @Test("the present beat is the one entered or returned to last, and states fold from events")
  func folds() {
    play { before, _, events, after in
      var beat = before.scenario.beats[before.beat].name
      var states = before.state
      for event in events {
        switch event {
        case .entered(let name), .returned(let name): beat = name
        case .changed(let state, let from, let to, _):
          #expect(states[state] == from)
          states[state] = to
        default: break
        }
      }
      #expect(after.scenario.beats[after.beat].name == beat)
      #expect(after.state == states)
    }
  }

  @Test("the first rule whose verdict fits is the one that fires")
  func verdicts() {
    play { before, response, events, _ in
      let fired = events.compactMap { event -> Int? in
        if case .ruleFired(_, _, let line) = event { line } else { nil }
      }
      let fitting = before.verdicts(on: response).first { $0.fits }
      #expect(fitting.map { [$0.rule.line] } ?? [] == fired)
    }
  }

  @Test("a snapshot played again gives the same, and the patient always answers or moves")
  func snapshots() {
    play { before, response, events, _ in
      var copy = before
      #expect(copy.respond(to: response) == events)
      #expect(
        events.contains { event in
          switch event {
          case .said, .entered, .returned, .ended: true
          default: false
          }
        })
    }
  }

  @Test("whatever a condition asks can be asked again after the response")
  func facts() {
    play { _, _, _, after in
      #expect(after.fits(.cue(met: true)) == false || after.fits(.cue(met: false)) == false)
      #expect(after.fits(.riskOpen) == after.isRiskOpen)
      #expect(after.fits(.turnsHere(atLeast: 0)))
      #expect(after.fits(.visited(after.beat)))
    }
  }
}
