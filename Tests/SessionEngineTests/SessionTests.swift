import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

@Suite("A session")
struct SessionTests {
  @Test("begins with the opening line of the first beat")
  func begins() {
    var session = Session(scenario([toTheEnd]), seed: 1)
    #expect(
      session.begin() == [
        .began(scenario: "test", seed: 1), .entered(beat: "first"),
        .said(Utterance(speaker: "Sam", text: "Hello.")),
      ])
  }

  @Test("takes the first rule that fits, and otherwise the last")
  func firstRule() {
    let rules = [
      when(2, .code(CodeTerm(name: "family OQ")), says: [speech(3, ["One."])]),
      when(4, .code(CodeTerm(name: "OQ")), says: [speech(5, ["Two."])]), toTheEnd,
    ]
    var session = Session(scenario(rules), seed: 1)
    _ = session.begin()
    #expect(short(session.respond(to: response(["OQ"]))) == ["trust 40→44: oq", "rule 2", "One."])
    #expect(
      short(session.respond(to: response(["SR"])))
        == ["trust 44→43: settles", "rule 80", "Well.", "Goodbye.", "[end]"])
    #expect(session.respond(to: response(["OQ"])).isEmpty)
  }

  @Test("moves a state by default effects within the limit a turn and within its range")
  func limits() {
    let stay = when(80, nil, says: [speech(81, ["Well."])])
    var session = Session(scenario([stay]), seed: 1)
    _ = session.begin()
    #expect(short(session.respond(to: response(["ADV"])))[0] == "trust 40→28: adv")
    // It settles one towards 40 first, then moves: 4 × 1.1, rounded.
    #expect(
      Array(short(session.respond(to: response(["OQ"]))).prefix(2))
        == ["trust 28→29: settles", "trust 29→33: oq"])
  }

  @Test("half-sure codes count half, voided ones not at all")
  func counting() {
    let stay = when(80, nil, says: [speech(81, ["Well."])])
    var session = Session(scenario([stay]), seed: 1)
    _ = session.begin()
    #expect(short(session.respond(to: response(["OQ"], confidence: 0.5)))[0] == "trust 40→42: oq")
    #expect(
      short(session.respond(to: response(["OQ"], weight: 0)))[0] == "trust 42→41: settles")
  }

  @Test("a code used three turns running moves less the third time")
  func routine() {
    let stay = when(80, nil, says: [speech(81, ["Well."])])
    var session = Session(scenario([stay]), seed: 1)
    _ = session.begin()
    let moves = (1...3).map { _ in short(session.respond(to: response(["OQ"]))) }
    #expect(moves[0][0] == "trust 40→44: oq")
    #expect(moves[2][1] == "trust 46→48: oq")
  }

  @Test("a clear code needs confidence, a topic must be mentioned, counts look back")
  func terms() {
    let rules = [
      when(2, .code(CodeTerm(name: "OQ", isClear: true, topic: "Tom")), says: [speech(3, ["A."])]),
      when(4, .code(CodeTerm(name: "ADV", times: 2)), says: [speech(5, ["B."])]),
      when(
        6, .code(CodeTerm(name: "SR", times: 2, window: .last(turns: 2))), says: [speech(7, ["C."])]
      ),
      when(80, nil, says: [speech(81, ["Well."])]),
    ]
    func last(_ responses: [CodedResponse]) -> String? {
      var session = Session(scenario(rules), seed: 1)
      _ = session.begin()
      return responses.map { short(session.respond(to: $0)) }.last?.last
    }
    #expect(last([response(["OQ"], topics: ["Tom"])]) == "A.")
    #expect(last([response(["OQ"])]) == "Well.")
    #expect(last([response(["OQ"], confidence: 0.6, topics: ["Tom"])]) == "Well.")
    #expect(last([response(["ADV"]), response(["OQ"]), response(["ADV"])]) == "B.")
    #expect(last([response(["SR"]), response(["SR"])]) == "C.")
    #expect(last([response(["SR"]), response(["OQ"]), response(["SR"])]) == "Well.")
  }

  @Test("a rule whose only words are once and said no longer fits")
  func spent() {
    let rules = [
      when(2, .code(CodeTerm(name: "SR")), says: [speech(3, ["Once."], once: true)]),
      when(80, nil, says: [speech(81, ["Well."])]),
    ]
    var session = Session(scenario(rules), seed: 1)
    _ = session.begin()
    #expect(short(session.respond(to: response(["SR"]))).last == "Once.")
    #expect(short(session.respond(to: response(["SR"]))).last == "Well.")
  }

  @Test("a bound lets a rule be taken so many times, then leads on")
  func bound() {
    let rules = [
      when(
        80, nil, says: [speech(81, ["a", "b"])], bound: Bound(times: 2, destination: .ending(0)))
    ]
    var session = Session(scenario(rules), seed: 3)
    _ = session.begin()
    let said = (1...3).map { _ in short(session.respond(to: response(["SR"]))).last }
    #expect(Set(said.prefix(2)) == ["a", "b"])
    #expect(said[2] == "[end]")
  }

  @Test("no line of a pool comes back before all have been said, nor twice running")
  func pool() {
    let stay = when(80, nil, says: [speech(81, ["a", "b", "c", "d"])])
    for seed in UInt64(0)..<50 {
      var session = Session(scenario([stay]), seed: seed)
      _ = session.begin()
      let said = (1...8).compactMap { _ in short(session.respond(to: response(["SR"]))).last }
      #expect(Set(said.prefix(4)).count == 4)
      #expect(zip(said, said.dropFirst()).allSatisfy { $0 != $1 })
    }
  }

  @Test("asks again three times when it does not understand, then goes on")
  func notUnderstood() {
    var session = Session(scenario([toTheEnd]), seed: 1)
    _ = session.begin()
    for _ in 1...3 {
      let said = short(session.respond(to: response([], understood: false)))
      #expect(said.first == "?")
      #expect(said.count == 2)
    }
    #expect(short(session.respond(to: response([], understood: false))).last == "[end]")
  }

  @Test("the same seed and responses give the same events, and a copy is a snapshot")
  func deterministic() {
    let stay = when(80, nil, says: [speech(81, ["a", "b", "c", "d", "e"])])
    var first = Session(scenario([stay]), seed: 9)
    var second = Session(scenario([stay]), seed: 9)
    #expect(first.begin() == second.begin())
    for _ in 0..<7 {
      let snapshot = first
      var copy = snapshot
      let events = first.respond(to: response(["SR"]))
      #expect(second.respond(to: response(["SR"])) == events)
      #expect(copy.respond(to: response(["SR"])) == events)
    }
  }
}
