import Rubrics
import ScenarioModel

/// Where in a scenario everything stands that can be come to, for counting it.
struct ScenarioPlaces: Sendable {
  /// A cue that a line of the patient offers.
  struct OfferedCue: Sendable, Hashable {
    var line: Int
    var cue: String
  }

  let scenario: Scenario
  /// Every line that anybody says: in beats, then in endings, then where nothing was understood.
  private(set) var lines: [SpokenLine] = []
  private(set) var cues: [OfferedCue] = []
  /// The places of a line, by its words: the same words may stand twice.
  private(set) var linesByText: [String: [Int]] = [:]
  private(set) var cuesByLine: [[Int]] = []
  /// For each cue the ids of the codes that answer it, by any rubric of the scenario.
  private(set) var answers: [String: Set<String>] = [:]
  private var beatsByName: [String: Int] = [:]
  private var endingsByName: [String: Int] = [:]

  init(_ scenario: Scenario, rubrics: [Rubric]) {
    self.scenario = scenario
    let speeches =
      scenario.beats.flatMap { $0.opening + $0.rules.flatMap(\.speeches) }
      + scenario.endings.flatMap(\.closing) + scenario.fallback
    // What attune itself says where a scenario has no Fallback stands on no line.
    for line in speeches.flatMap(\.alternatives) where line.line > 0 {
      linesByText[line.text, default: []].append(lines.count)
      cuesByLine.append(Array(cues.count..<(cues.count + line.cues.count)))
      cues += line.cues.map { OfferedCue(line: lines.count, cue: $0) }
      lines.append(line)
    }
    for rubric in rubrics {
      for (cue, codes) in rubric.opportunities { answers[cue, default: []].formUnion(codes) }
      for case .mustAnswer(let cues, let codes, _, _) in rubric.gateRules {
        for cue in cues { answers[cue, default: []].formUnion(codes) }
      }
    }
    for (index, beat) in scenario.beats.enumerated() { beatsByName[beat.name] = index }
    for (index, ending) in scenario.endings.enumerated() { endingsByName[ending.name] = index }
  }

  func beat(named name: String) -> Int? { beatsByName[name] }
  func ending(named name: String) -> Int? { endingsByName[name] }

  func rule(of beat: Int, onLine line: Int) -> Int? {
    scenario.beats[beat].rules.firstIndex { $0.line == line }
  }

  func duty(ofBeat name: String, onLine line: Int) -> (beat: Int, number: Int)? {
    guard let beat = beat(named: name),
      let number = scenario.beats[beat].duties.firstIndex(where: { $0.line == line })
    else { return nil }
    return (beat, number)
  }
}
