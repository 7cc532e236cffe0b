import Foundation
import ScenarioModel
import Testing

@testable import ScenarioGraph

func said(_ text: String) -> [Speech] {
  [
    Speech(
      line: 1, speaker: "Sam", once: false,
      alternatives: [
        SpokenLine(line: 1, text: text, cues: [], gist: [], better: nil, betterReason: nil)
      ])
  ]
}

func when(_ code: String) -> Condition {
  Condition(clauses: [[Term(isNegated: false, fact: .code(CodeTerm(name: code)))]])
}

func rule(
  _ line: Int, _ code: String?, _ destination: Destination? = nil, bound: Bound? = nil
) -> Rule {
  Rule(
    line: line, title: "", condition: code.map(when), effects: [], speeches: [],
    destination: destination, bound: bound)
}

func beat(
  _ name: String, _ words: String = "", risks: [String] = [], rules: [Rule], duties: [Duty] = []
) -> Beat {
  Beat(
    name: name, line: 1, opening: words.isEmpty ? [] : said(words), effects: [], hints: [],
    supervisorNotes: [], risks: risks, rules: rules, choices: [], duties: duties)
}

func ending(_ name: String, _ grade: String, _ words: String = "") -> Ending {
  Ending(
    name: name, line: 1, closing: words.isEmpty ? [] : said(words), grade: grade, debrief: "",
    supervisorNotes: [])
}

func scenario(_ title: String, _ beats: [Beat], _ endings: [Ending]) -> Scenario {
  var facts = ScenarioFacts()
  facts.title = title
  return Scenario(
    facts: facts, patient: PatientSheet(name: "Sam", description: []), people: [], topics: [],
    states: [], beats: beats, endings: endings, fallback: said("Hm?"),
    responsiveness: Responsiveness(effects: [:], damping: 1, limit: 10, routine: 1))
}

/// Every kind of way, every grade, a risk, a way back up, a way too far for a line.
let garden = scenario(
  "The garden",
  [
    beat(
      "hello", "I sit in the garden all day, and nobody comes.",
      rules: [
        rule(10, "open question", .beat(1)), rule(12, "reflection", .beat(1)),
        rule(14, "validation", .beat(1)), rule(16, "advice", .beat(0)),
        rule(18, "confrontation", .ending(1)),
        rule(20, nil, nil, bound: Bound(times: 1, destination: .beat(1))),
      ]),
    beat(
      "the night", "The nights are long.", risks: ["suicide"],
      rules: [
        rule(30, "risk inquiry", .beat(3)), rule(32, "question", .detour(2)), rule(34, nil),
      ],
      duties: [
        Duty(
          line: 28, title: "must risk inquiry", condition: when("risk inquiry"), turns: 2,
          penalty: .goTo(.ending(3))),
        Duty(
          line: 29, title: "must validation", condition: when("validation"), turns: 1,
          penalty: .note("not heard")),
      ]),
    beat(
      "the photograph", "That is him.",
      rules: [
        rule(40, nil, .back, bound: Bound(times: 3, destination: .ending(2)))
      ]),
    beat("morning", rules: [rule(50, "summary", .beat(4)), rule(52, nil, .beat(1))]),
    beat("the gate", rules: [rule(60, "summary", .beat(5)), rule(62, nil, .ending(2))]),
    beat("the road", rules: [rule(70, nil, .ending(0)), rule(72, "advice", .ending(1))]),
  ],
  [
    ending("heard", "good", "Thank you."), ending("shut", "poor", "Good bye."),
    ending("half", "mixed"), ending("missed", "unsafe", "It is fine."),
  ])

/// What simulated trainees came to in it.
let gardenWeights = GraphWeights(
  beats: [50, 40, 12, 31, 30, 0], endings: [0, 10, 31, 9],
  rules: [[20, 12, 3, 7, 10, 9], [31, 12, 8], [13], [30, 1], [0, 30], [0, 0]],
  bounds: [[0, 0, 0, 0, 0, 5], [0, 0, 0], [1], [0, 0], [0, 0], [0, 0]],
  duties: [[], [9, 2], [], [], [], []])

/// Compares with a file of `Cases`, or writes it: where it is missing, or where `RECORD_GOLDEN` is
/// set. What was missing fails, for somebody has to look at it first.
func expectGolden(_ text: String, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Cases/\(name)")
  let isThere = FileManager.default.fileExists(atPath: file.path)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil || !isThere {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    #expect(isThere, "\(name) was missing and is written; look at it")
    return
  }
  #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
}

/// Numbers without end, the same for the same seed.
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}

/// A scenario of so many beats whose ways go anywhere.
func scattered(beats count: Int, seed: UInt64) -> Scenario {
  var dice = Dice(state: seed &* 7_919 &+ 3)
  let words = ["a", "long", "unaccountable", "night", "in", "Antwerpen-Berchem", "", "守り", "🙂"]
  func name() -> String {
    (0...dice.roll(6)).map { _ in words[dice.roll(9)] }.joined(separator: " ")
  }
  func destination() -> Destination {
    switch dice.roll(8) {
    case 0: .ending(dice.roll(4))
    case 1: .detour(dice.roll(count))
    case 2: .back
    default: .beat(dice.roll(count))
    }
  }
  let beats = (0..<count).map { number in
    let rules = (0..<dice.roll(5)).map { _ in
      rule(
        1, name(), destination(),
        bound: dice.roll(4) == 0 ? Bound(times: 2, destination: destination()) : nil)
    }
    let onwards = number + 1 < count ? Destination.beat(number + 1) : .ending(0)
    return beat(
      name(), name(), risks: dice.roll(9) == 0 ? ["suicide"] : [],
      rules: rules + [rule(2, nil, onwards)])
  }
  let endings = ["good", "mixed", "poor", "unsafe"].map { ending(name(), $0, name()) }
  return scenario(name(), beats, endings)
}
