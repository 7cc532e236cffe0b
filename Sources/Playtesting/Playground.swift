import ResponseCoding
import Rubrics
import ScenarioModel
import Scoring
import SessionEngine
import TranscriptModel

/// What it takes to let trainees play a scenario, made once and used for every walk.
package struct Playground: Sendable {
  let scenario: Scenario
  let prepared: PreparedScenario
  let places: ScenarioPlaces
  let stock: ResponseStock
  let coder: ResponseCoder
  let codebook: Codebook
  /// Those the scenario is rated by.
  let rubrics: [Rubric]
  let rater: SessionRater
  let topics: [DeclaredTopic]
  let examples: StandingExamples

  /// Of them those that rate, in the same order.
  var ratingRubrics: [Rubric] { rubrics.filter { $0.kind == .rating } }

  /// `replies` are coded responses to the scenario's lines.
  package init(
    _ scenario: Scenario, coder: ResponseCoder, rubrics: [Rubric], codebook: Codebook,
    replies: StandingExamples.Replies = [:]
  ) {
    self.scenario = scenario
    prepared = PreparedScenario(scenario)
    self.coder = coder
    self.codebook = codebook
    self.rubrics = rubrics
    rater = SessionRater(rubrics: rubrics, codebook: codebook)
    places = ScenarioPlaces(scenario, rubrics: rubrics)
    stock = ResponseStock(scenario, rubrics: rubrics, coder: coder, codebook: codebook)
    topics = scenario.topics.map { DeclaredTopic(name: $0.name, words: $0.words) }
    examples = scenario.examples(with: replies, codebook)
  }

  /// The seed with which the checks of a scenario file are carried out.
  static let checkSeed: UInt64 = 1

  func memory() -> CodingMemory { CodingMemory(coder, topics: topics, examples: examples) }
}

/// Plays walk after walk and remembers what was heard; one for each thread.
struct WalkPlayer {
  let ground: Playground
  private(set) var coverage: Coverage
  private(set) var memory: CodingMemory
  /// A walk that comes to no end is broken off after so many turns.
  private let longest: Int

  init(_ ground: Playground, longest: Int) {
    self.ground = ground
    self.longest = longest
    coverage = Coverage(ground.places)
    memory = ground.memory()
  }

  /// The walk of this kind and seed, with what was said on it.
  mutating func walk(
    _ kind: TraineeKind, seed: UInt64, isRated: Bool
  ) -> (outcome: WalkOutcome, path: WalkPath) {
    // Drawn from the seed: seeds in a row, or a step of the generator apart, would say nearly the same.
    var dice = SplitMix64(seed: seed)
    var trainee = SimulatedTrainee(kind, seed: dice.next())
    var play = Playthrough(Session(ground.prepared, seed: seed), &memory)
    var entered: Set<Int> = []
    var outcome = WalkOutcome(kind: kind, turns: 0)
    _ = coverage.count(play.opening, in: 0, ground.places, entered: &entered)
    coverage.countHints(of: play.engine)
    let isPlayable = !ground.scenario.beats.isEmpty
    while isPlayable, play.ending == nil, outcome.turns < longest {
      let (beat, latest) = (play.engine.beat, play.latest)
      let text = trainee.reply(to: latest, in: beat, ground.stock)
      let events = play.say(text, &memory)
      guard !events.isEmpty, let exchange = play.exchanges.last else { break }
      outcome.turns += 1
      let step = coverage.count(events, in: beat, ground.places, entered: &entered)
      coverage.count(
        exchange.response, to: latest, values: play.engine.values, ground.places)
      coverage.countHints(of: play.engine)
      if let rule = step.rule, play.usesUpBound(rule, of: beat, events) {
        coverage.countBound(rule, of: beat)
      }
      outcome.ending = step.ending
    }
    outcome.isRiskOpen = play.isRiskOpen
    if isRated { rate(play, &outcome) }
    return (outcome, play.path)
  }

  private func rate(_ play: Playthrough, _ outcome: inout WalkOutcome) {
    let (dimensions, gates) = ground.rater.rate(play.exchanges)
    outcome.levels = dimensions.map(\.estimate.level)
    outcome.indices = dimensions.map(\.index)
    let judged = gates.map(\.result).filter { $0 != .notApplicable }
    outcome.passesGate = judged.isEmpty ? nil : judged.allSatisfy { $0 == .pass }
  }
}
