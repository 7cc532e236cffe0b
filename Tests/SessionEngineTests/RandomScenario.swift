import ScenarioModel
import TranscriptModel

/// Numbers that look like chance and are the same in every run.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func isOne(in count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// A scenario of which every part is drawn by chance; only what the first version of the engine knew.
func randomScenario(_ dice: inout Dice) -> Scenario {
  var line = 1
  func next() -> Int {
    line += 1
    return line
  }
  func speech(_ dice: inout Dice) -> Speech {
    let alternatives = (0..<(1 + dice.below(5))).map { _ in
      let number = next()
      return SpokenLine(
        line: number, text: "line \(number)", cues: dice.isOne(in: 3) ? ["hint"] : [], gist: [],
        better: nil, betterReason: nil)
    }
    return Speech(
      line: next(), speaker: "Sam", once: dice.isOne(in: 3), alternatives: alternatives)
  }
  func effects(_ dice: inout Dice) -> [Effect] {
    (0..<dice.below(3)).map { _ in
      Effect(state: dice.pick(stateNames), amount: dice.below(31) - 15)
    }
  }
  func destination(_ dice: inout Dice) -> Destination {
    dice.isOne(in: 12) ? .ending(dice.below(2)) : .beat(dice.below(7))
  }
  func rule(_ dice: inout Dice, isLast: Bool) -> Rule {
    let number = next()
    return Rule(
      line: number, title: "rule \(number)", condition: isLast ? nil : randomCondition(&dice),
      effects: effects(&dice), speeches: (0..<dice.below(3)).map { _ in speech(&dice) },
      destination: dice.isOne(in: 3) ? destination(&dice) : nil,
      bound: dice.isOne(in: 4)
        ? Bound(times: 1 + dice.below(3), destination: destination(&dice)) : nil)
  }
  let beats = (0..<7).map { number in
    let rules = 1 + dice.below(7)
    return Beat(
      name: "beat \(number)", line: next(),
      opening: (0..<dice.below(3)).map { _ in speech(&dice) }, effects: effects(&dice),
      hints: (0..<3).map { Hint(text: "hint \($0)", condition: randomCondition(&dice)) },
      supervisorNotes: [], risks: [],
      rules: (0..<rules).map { rule(&dice, isLast: $0 == rules - 1) }, choices: [])
  }
  var facts = ScenarioFacts()
  facts.id = "random"
  return Scenario(
    facts: facts, patient: PatientSheet(name: "Sam", description: []), people: [], topics: [],
    states: stateNames.enumerated().map { index, name in
      StateVariable(name: name, lowest: 0, highest: 40, start: 10 * index, settles: index)
    }, beats: beats,
    endings: ["good", "poor"].map { grade in
      Ending(
        name: "\(grade) end", line: next(), closing: [speech(&dice)], grade: grade, debrief: "",
        supervisorNotes: [])
    },
    fallback: [speech(&dice), speech(&dice)],
    responsiveness: Responsiveness(
      effects: Dictionary(
        uniqueKeysWithValues: codeNames.prefix(6).map { code in
          (
            code,
            stateNames.filter { _ in dice.isOne(in: 2) }
              .map { Effect(state: $0, amount: dice.below(15) - 7) }
          )
        }), damping: 0.85, limit: 9, routine: 0.4))
}

private let stateNames = ["trust", "openness", "distress"]
private let codeNames = ["OQ", "SR", "CR", "ADV", "REA", "VAL", "CQ", "PS"]
private let families = ["reflection", "helpful", "unhelpful any"]
private let topicNames = ["Tom", "house"]

private func randomCondition(_ dice: inout Dice) -> Condition {
  Condition(
    clauses: (0..<(1 + dice.below(3))).map { _ in
      (0..<(1 + dice.below(2))).map { _ in
        Term(isNegated: dice.isOne(in: 4), fact: randomFact(&dice))
      }
    })
}

private func randomFact(_ dice: inout Dice) -> Fact {
  switch dice.below(12) {
  case 0:
    .state(dice.pick(stateNames), dice.pick([.atLeast, .atMost, .above, .below]), dice.below(41))
  case 1: .stateAtLowest(dice.pick(stateNames))
  case 2: .stateAtHighest(dice.pick(stateNames))
  case 3: .visited(dice.below(7))
  case 4: .turnsHere(atLeast: 1 + dice.below(4))
  default:
    .code(
      CodeTerm(
        name: dice.pick(codeNames + families + ["open question"]), isClear: dice.isOne(in: 3),
        topic: dice.isOne(in: 4) ? dice.pick(topicNames) : nil,
        times: dice.isOne(in: 2) ? 1 : 1 + dice.below(3),
        window: dice.pick([.session, .session, .here, .last(turns: 1 + dice.below(4))])))
  }
}

/// A response whose codes are drawn by chance.
func randomResponse(_ dice: inout Dice) -> CodedResponse {
  let isUnderstood = !dice.isOne(in: 8)
  let codes = (0..<dice.below(5)).map { number in
    let code = dice.pick(codeNames)
    return AppliedCode(
      code: code, name: code == "OQ" ? "open question" : code.lowercased(),
      families: families.filter { _ in dice.isOne(in: 3) },
      confidence: dice.pick([0.3, 0.5, 0.75, 0.95]), range: TextRange(0, 1), evidence: "x",
      sentence: number, weight: dice.pick([0, 0.5, 1, 1]))
  }
  return CodedResponse(
    text: "some words", sentences: [TextRange(0, 1)], codes: isUnderstood ? codes : [],
    wordCount: 2, isUnderstood: isUnderstood,
    topics: topicNames.filter { _ in dice.isOne(in: 3) })
}

/// FNV-1a over the words of what happened: one number for a long list.
struct Fingerprint {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ text: String) {
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    value = (value ^ 0xFF) &* 0x100_0000_01b3
  }

  mutating func add(_ events: [SessionEvent]) {
    for event in events {
      switch event {
      case .began(let scenario, let seed, _): add("began \(scenario) \(seed)")
      case .entered(let beat): add("entered \(beat)")
      case .said(let utterance):
        add("said \(utterance.speaker) \(utterance.text) \(utterance.cues) \(utterance.gist)")
        add("better \(utterance.better?.sentence ?? "") \(utterance.better?.reason ?? "")")
      case .responded(let turn, let response): add("responded \(turn) \(response.text)")
      case .changed(let state, let from, let to, let reason):
        add("changed \(state) \(from) \(to) \(reason)")
      case .ruleFired(let beat, let rule, let line): add("rule \(beat) \(rule) \(line)")
      case .notUnderstood: add("not understood")
      case .ended(let ending): add("ended \(ending.name) \(ending.grade) \(ending.debrief)")
      default: add("\(event)")
      }
    }
  }
}

/// The same with what came later: detours, duties, cues, silence, words and lines in turn.
func withLaterFacts(_ scenario: Scenario, _ dice: inout Dice) -> Scenario {
  var result = scenario
  let names = codeNames
  func later(_ condition: Condition, _ dice: inout Dice) -> Condition {
    var result = condition
    guard dice.isOne(in: 3), !result.clauses.isEmpty else { return condition }
    let fact = dice.pick([
      Fact.cue(met: true), .cue(met: false), .riskOpen, .silence, .said(["some", "words"]),
    ])
    result.clauses[0].append(Term(isNegated: dice.isOne(in: 3), fact: fact))
    return result
  }
  func way(_ destination: Destination?, _ dice: inout Dice) -> Destination? {
    switch dice.below(5) {
    case 0: .back
    case 1: .detour(dice.below(7))
    default: destination
    }
  }
  for beat in result.beats.indices {
    if dice.isOne(in: 3) { result.beats[beat].risks = ["suicide"] }
    result.beats[beat].duties = (0..<dice.below(3)).map { number in
      Duty(
        line: 1000 + number, title: "duty \(beat) \(number)",
        condition: Condition(clauses: [
          [Term(isNegated: false, fact: .code(CodeTerm(name: dice.pick(names))))]
        ]), turns: dice.below(5),
        penalty: dice.isOne(in: 2) ? .note("n") : .goTo(.beat(dice.below(7))))
    }
    for rule in result.beats[beat].rules.indices {
      var changed = result.beats[beat].rules[rule]
      changed.condition = changed.condition.map { later($0, &dice) }
      changed.destination = way(changed.destination, &dice)
      for speech in changed.speeches.indices where dice.isOne(in: 3) {
        changed.speeches[speech].isInTurn = true
      }
      result.beats[beat].rules[rule] = changed
    }
  }
  for index in result.fallback.indices { result.fallback[index].once = false }
  result.cueAnswers = ["hint": ["SR", "helpful"]]
  return result
}
