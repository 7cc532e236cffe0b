import Playtesting
import ScenarioModel

/// The report of an exploration for other programs.
struct ExploreJSON: Encodable {
  struct Missed: Encodable {
    let beat: String
    let line: Int
    let rule: String
    let isBound: Bool
  }

  struct Ending: Encodable {
    let name: String
    let grade: String
    let walks: Int
    /// What to say to come there, in as few turns as were found; nil where nothing did.
    let shortest: [String]?
  }

  struct State: Encodable {
    let name: String
    let lowest: Int
    let highest: Int
  }

  struct Trainee: Encodable {
    let kind: String
    let walks: Int
    let endings: [String: Int]
    let unfinished: Int
    let ratings: [String: Double]
    /// From 0 to 1, over all rubrics that rate; tells apart what has the same level.
    let meanIndex: Double?
    let gatesPassed: Int
    let gatesFailed: Int
  }

  struct Smell: Encodable {
    let code: String
    let severity: String
    let message: String
  }

  let version = 1
  let scenario: String
  let walkedTurns: Int
  let searchedTurns: Int
  let covered: [CoverageTotal]
  let missed: [Missed]
  let cuesUnanswered: [UnansweredCue]
  let endings: [Ending]
  let states: [State]
  let trainees: [Trainee]
  /// What a teacher would not expect of their ratings and endings.
  let unexpected: [String]
  let goodEndingWithRiskOpen: [String]?
  let smells: [Smell]

  init(_ report: ExploreReport, _ scenario: Scenario) {
    self.scenario = scenario.facts.id
    walkedTurns = report.walkedTurns
    searchedTurns = report.searchedTurns
    covered = report.totals
    missed = report.missed.map {
      let rule = scenario.beats[$0.beat].rules[$0.rule]
      return Missed(
        beat: scenario.beats[$0.beat].name, line: rule.line, rule: rule.title, isBound: $0.isBound)
    }
    cuesUnanswered = report.unanswered
    let walks = report.endingWalks.endings
    endings = scenario.endings.enumerated().map { index, ending in
      Ending(
        name: ending.name, grade: ending.grade, walks: walks[index],
        shortest: report.shortest[index]?.steps)
    }
    states = scenario.states.enumerated().map { index, state in
      State(
        name: state.name, lowest: report.coverage.lowest[index],
        highest: report.coverage.highest[index])
    }
    trainees = TraineeKind.allCases.compactMap { kind in
      report.kinds[kind].map { Trainee(kind, $0, report.rubrics, scenario) }
    }
    unexpected = report.surprises(in: scenario)
    goodEndingWithRiskOpen = report.goodWithRiskOpen?.steps
    smells = report.smells.map {
      Smell(code: $0.code, severity: $0.severity.rawValue, message: $0.message)
    }
  }
}

extension ExploreJSON.Trainee {
  fileprivate init(
    _ kind: TraineeKind, _ tally: KindTally, _ rubrics: [String], _ scenario: Scenario
  ) {
    self.kind = kind.rawValue
    walks = tally.walks
    endings = Dictionary(
      zip(scenario.endings.map(\.name), tally.endings).filter { $0.1 > 0 },
      uniquingKeysWith: { first, _ in first })
    unfinished = tally.unfinished
    ratings = Dictionary(
      rubrics.enumerated().compactMap { index, title in
        tally.meanLevel(index).map { (title, ($0 * 100).rounded() / 100) }
      }, uniquingKeysWith: { first, _ in first })
    meanIndex = tally.meanIndex.map { ($0 * 1000).rounded() / 1000 }
    gatesPassed = tally.gatesPassed
    gatesFailed = tally.gatesFailed
  }
}
