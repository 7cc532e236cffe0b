import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

private func spoken(_ text: String) -> SpokenLine {
  SpokenLine(line: 0, text: text, cues: [], gist: [], better: nil, betterReason: nil)
}

private func speech(_ line: Int, _ texts: [String], once: Bool = false) -> Speech {
  Speech(line: line, speaker: "Sam", once: once, alternatives: texts.map(spoken))
}

private func when(
  _ line: Int, _ fact: Fact?, says: [Speech] = [], effects: [Effect] = [], to: Destination? = nil,
  bound: Bound? = nil
) -> Rule {
  Rule(
    line: line, title: "rule \(line)",
    condition: fact.map { Condition(clauses: [[Term(isNegated: false, fact: $0)]]) },
    effects: effects, speeches: says, destination: to, bound: bound)
}

private func scenario(_ rules: [Rule]) -> Scenario {
  var facts = ScenarioFacts()
  facts.id = "test"
  let beat = Beat(
    name: "first", line: 1, opening: [speech(1, ["Hello."])], effects: [], hints: [],
    supervisorNotes: [], risks: [], rules: rules, choices: [])
  return Scenario(
    facts: facts, patient: PatientSheet(name: "Sam", description: []), people: [], topics: [],
    states: [StateVariable(name: "trust", lowest: 0, highest: 50, start: 40, settles: 1)],
    beats: [beat],
    endings: [
      Ending(
        name: "end", line: 90, closing: [speech(91, ["Goodbye."])], grade: "good",
        debrief: "Well.", supervisorNotes: [])
    ],
    fallback: [speech(95, ["Pardon?", "Sorry?"])],
    responsiveness: Responsiveness(
      effects: [
        "OQ": [Effect(state: "trust", amount: 4)], "ADV": [Effect(state: "trust", amount: -30)],
      ], damping: 1.1, limit: 12, routine: 0.4))
}

private func response(
  _ codes: [String], confidence: Double = 0.9, weight: Double = 1, topics: [String] = [],
  understood: Bool = true
) -> CodedResponse {
  CodedResponse(
    text: codes.joined(separator: " "), sentences: [TextRange(0, 1)],
    codes: codes.map {
      AppliedCode(
        code: $0, name: $0.lowercased(), families: ["family \($0)"], confidence: confidence,
        range: TextRange(0, 1), evidence: "x", sentence: 0, weight: weight)
    }, wordCount: 1, isUnderstood: understood, topics: topics)
}

private let toTheEnd = when(80, nil, says: [speech(81, ["Well."])], to: .ending(0))

/// The words said, `rule n` for rules, and the ending in brackets.
private func short(_ events: [SessionEvent]) -> [String] {
  events.compactMap { event in
    switch event {
    case .said(let utterance): utterance.text
    case .ruleFired(_, let rule, _): rule
    case .changed(let state, let from, let to, let reason): "\(state) \(from)→\(to): \(reason)"
    case .notUnderstood: "?"
    case .ended(let ending): "[\(ending.name)]"
    default: nil
    }
  }
}

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
