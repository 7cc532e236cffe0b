import Diagnostics
import ScenarioModel
import ScenarioSyntax
import SessionEngine
import Testing
import TranscriptModel

@testable import ScenarioChecker

/// Plays small scenarios in every way there is, up to a few responses, and compares that with the
/// proof.
@Suite("The proof that no good ending is reached with a risk open")
struct AnalysisRiskPropertyTests {
  @Test("overlooks no way that a session can go", arguments: [1, 2, 3, 4])
  func sound(part: UInt64) {
    var open = 0
    var proved = 0
    for seed in 0..<150 {
      var random = Dice(state: part &* 1_000_003 &+ UInt64(seed))
      let text = randomScenario(&random)
      let tree = readScenario(SourceFile(name: "random", text: text))
      var check = ScenarioCheck(
        tree: tree, used: UsedFiles(of: tree, { _ in nil }), library: smallLibrary)
      let scenario = check.run()
      let errors = check.diagnostics.filter { $0.severity == .error }.map(\.code)
      guard errors.allSatisfy({ $0 == "S163" }) else { continue }
      let isReported = check.diagnostics.contains { $0.code == "S163" || $0.code == "S164" }
      var session = Session(scenario, seed: 1)
      _ = session.begin()
      let way = wayToOpenRisk(session, responsesLeft: 5)
      if way != nil { open += 1 } else if !isReported { proved += 1 }
      #expect(way == nil || isReported, "by \(way ?? []) in\n\(text)")
    }
    // Both happen, or nothing has been tested.
    #expect(open > 20 && proved > 20)
  }

  /// The codes by which a good ending comes with the risk open, if any do.
  private func wayToOpenRisk(_ session: Session, responsesLeft: Int) -> [String]? {
    if let ending = session.ending {
      return ending.grade == "good" && session.isRiskOpen ? [] : nil
    }
    guard responsesLeft > 0 else { return nil }
    for (name, response) in responses {
      var next = session
      _ = next.respond(to: response)
      if let rest = wayToOpenRisk(next, responsesLeft: responsesLeft - 1) { return [name] + rest }
    }
    return nil
  }

  private let responses: [(String, CodedResponse)] = [
    ("nothing heard", heard([])),
    ("reflection", heard([("SR", "simple reflection", ["reflection"])])),
    ("open question", heard([("OQ", "open question", ["question", "open question"])])),
    (
      "reflection, advice",
      heard([
        ("SR", "simple reflection", ["reflection"]),
        ("ADV", "advice without permission", ["advice"]),
      ])
    ),
    ("babble", heard([], isUnderstood: false)),
  ]
}

private func heard(
  _ codes: [(id: String, name: String, families: [String])], isUnderstood: Bool = true
) -> CodedResponse {
  CodedResponse(
    text: "hm", sentences: [TextRange(0, 2)],
    codes: codes.map {
      AppliedCode(
        code: $0.id, name: $0.name, families: $0.families, confidence: 0.9,
        range: TextRange(0, 2), evidence: "hm", sentence: 0)
    }, wordCount: 1, isUnderstood: isUnderstood)
}

/// Three beats, one of them with a risk and one or two duties, and rules of every kind.
private func randomScenario(_ random: inout Dice) -> String {
  var text = """
    ---
    area: grief
    ---
    # Patient: Margaret
    68, retired teacher.
    # State
    trust 0 to 100, starts 35

    """
  let risky = random.below(2)
  // The last beat is come to by detours, or by 'go to'.
  let hasDetours = random.below(3) == 0
  let last = hasDetours ? "b1" : "b2"
  for beat in 0..<3 {
    text += "# Beat: b\(beat)\nMargaret: Hm.\n"
    if beat == risky {
      text += "  cue: risk\nrisk: suicide\n"
      for _ in 0...random.below(2) {
        let penalty = random.of(["go to bad", "note \"Missed.\"", "go to bad", "go to \(last)"])
        text += "must \(condition(&random)) within \(1 + random.below(3)) turns, or \(penalty)\n"
      }
    }
    for _ in 0...random.below(3) {
      text += "when \(condition(&random))\n"
      switch random.below(6) {
      case 0: text += "  once Margaret: Oh.\n"
      case 1:
        text +=
          "  Margaret: Yes.\n  at most \(1 + random.below(2)) times, then \(way(from: beat, hasDetours, &random))\n"
      case 2: text += "  trust +20\n  Margaret: Yes.\n"
      default: text += "  Margaret: Yes.\n  \(way(from: beat, hasDetours, &random))\n"
      }
    }
    text += "otherwise\n  Margaret: Well.\n"
    let place = random.of([
      "bad", "good", beat == 0 ? "b1" : beat == 1 && !hasDetours ? "b2" : "bad", "bad",
    ])
    text += random.below(2) == 0 ? "  go to \(place)\n" : "  at most 1 times, then go to \(place)\n"
  }
  return text + "# Ending: good\noutcome: good. Yes.\n# Ending: bad\noutcome: poor. No.\n"
}

private func condition(_ random: inout Dice) -> String {
  let terms = [
    "reflection", "open question", "advice", "not advice", "not reflection", "question",
    "risk open", "not risk open", "turns here at least 2", "not turns here at least 2",
    "visited b1", "not visited b2", "advice at least 2 times", "reflection here",
    "trust at least 50", "trust below 50", "reflection in the last 2 turns",
  ]
  let clauses = (0...random.below(2)).map { _ in
    random.below(4) == 0 ? random.of(terms) + " or " + random.of(terms) : random.of(terms)
  }
  return clauses.joined(separator: ", ")
}

private func way(from beat: Int, _ hasDetours: Bool, _ random: inout Dice) -> String {
  let places = ["good", "bad", "b0", "b1"].map { "go to " + $0 }
  guard hasDetours else { return random.of(places + ["go to b2"]) }
  return random.of(places + (beat == 2 ? ["return", "return"] : ["detour to b2", "detour to b2"]))
}

/// A linear congruential generator: the same numbers on every machine.
private struct Dice {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func of(_ items: [String]) -> String { items[below(items.count)] }
}
