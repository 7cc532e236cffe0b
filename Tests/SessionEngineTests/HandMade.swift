import ScenarioModel
import SessionEngine
import TranscriptModel

/// A line with the cues that stand in angle brackets at its end: `It's fine. <hint>`.
func spoken(_ text: String) -> SpokenLine {
  let parts = text.split(separator: " <")
  return SpokenLine(
    line: 0, text: String(parts[0]), cues: parts.dropFirst().map { String($0.dropLast()) },
    gist: [], better: nil, betterReason: nil)
}

func speech(
  _ line: Int, _ texts: [String], once: Bool = false, isInTurn: Bool = false
) -> Speech {
  Speech(
    line: line, speaker: "Sam", once: once, isInTurn: isInTurn, alternatives: texts.map(spoken))
}

func when(
  _ line: Int, _ fact: Fact?, says: [Speech] = [], effects: [Effect] = [], to: Destination? = nil,
  bound: Bound? = nil
) -> Rule {
  Rule(
    line: line, title: "rule \(line)",
    condition: fact.map { Condition(clauses: [[Term(isNegated: false, fact: $0)]]) },
    effects: effects, speeches: says, destination: to, bound: bound)
}

/// Beats are called `first`, `second` …, and greet with `Hello.`, `Second.` …
func scenario(_ rules: [Rule], then more: [Beat] = [], duties: [Duty] = []) -> Scenario {
  var facts = ScenarioFacts()
  facts.id = "test"
  let beat = Beat(
    name: "first", line: 1, opening: [speech(1, ["Hello."])], effects: [], hints: [],
    supervisorNotes: [], risks: [], rules: rules, choices: [], duties: duties)
  return Scenario(
    facts: facts, patient: PatientSheet(name: "Sam", description: []), people: [], topics: [],
    states: [StateVariable(name: "trust", lowest: 0, highest: 50, start: 40, settles: 1)],
    beats: [beat] + more,
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

func response(
  _ codes: [String], confidence: Double = 0.9, weight: Double = 1, topics: [String] = [],
  understood: Bool = true, text: String? = nil
) -> CodedResponse {
  CodedResponse(
    text: text ?? codes.joined(separator: " "), sentences: [TextRange(0, 1)],
    codes: codes.map {
      AppliedCode(
        code: $0, name: $0.lowercased(), families: ["family \($0)"], confidence: confidence,
        range: TextRange(0, 1), evidence: "x", sentence: 0, weight: weight)
    }, wordCount: 1, isUnderstood: understood, topics: topics)
}

let toTheEnd = when(80, nil, says: [speech(81, ["Well."])], to: .ending(0))

/// The words said, `rule n` for rules, and the ending in brackets.
func short(_ events: [SessionEvent]) -> [String] {
  events.compactMap { event in
    switch event {
    case .said(let utterance): utterance.text
    case .ruleFired(_, let rule, _): rule
    case .changed(let state, let from, let to, let reason): "\(state) \(from)→\(to): \(reason)"
    case .notUnderstood: "?"
    case .ended(let ending): "[\(ending.name)]"
    case .returned(let beat): "back in \(beat)"
    case .dutyMet(_, let duty, _): "met: \(duty)"
    case .dutyMissed(_, let duty, _, let note): "missed: \(duty)\(note.map { "; \($0)" } ?? "")"
    default: nil
    }
  }
}

/// A beat that says its name and has these rules.
func beat(
  _ name: String, _ rules: [Rule], says: String? = nil, effects: [Effect] = [],
  risks: [String] = [], duties: [Duty] = []
) -> Beat {
  Beat(
    name: name, line: 100, opening: [speech(101, [says ?? "In \(name)."])], effects: effects,
    hints: [], supervisorNotes: [], risks: risks, rules: rules, choices: [], duties: duties)
}

func must(_ code: String, within turns: Int, or penalty: Duty.Penalty) -> Duty {
  Duty(
    line: 7, title: "must \(code)",
    condition: Condition(
      clauses: [[Term(isNegated: false, fact: .code(CodeTerm(name: code)))]]), turns: turns,
    penalty: penalty)
}

extension Session {
  /// The words said to each response in turn, and what else happened, in short.
  mutating func after(_ codes: String...) -> [[String]] {
    codes.map { code in
      short(respond(to: code == "?" ? response([], understood: false) : response([code])))
    }
  }

  static func begun(_ scenario: Scenario, seed: UInt64 = 1) -> Session {
    var session = Session(scenario, seed: seed)
    _ = session.begin()
    return session
  }
}
