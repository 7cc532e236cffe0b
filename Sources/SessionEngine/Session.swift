import ScenarioModel
import TranscriptModel

/// A checked scenario, running: a value that takes coded responses and returns what happened.
///
/// It knows no clock, no files and no screen. A copy is a snapshot and cheap; the same scenario, seed
/// and responses give the same events, so a session is restored by giving it its responses again.
package struct Session: Sendable, Equatable {
  let prepared: PreparedScenario
  package let seed: UInt64
  /// The variation in whose words the scenario is; nil for the author's first.
  package let variation: String?
  /// The present value of each state, in the order of `scenario.states`.
  package internal(set) var values: [Int]
  package private(set) var ending: SessionEnding?
  /// Responses so far.
  package private(set) var turn = 0

  var here = Visit(beat: 0, number: 0)
  /// Visits that detours interrupted, the latest last.
  var interrupted: [Visit] = []
  /// How many visits there were.
  var visits = 0
  /// Beats entered so far.
  var visited: NumberSet
  var random: SplitMix64
  var pools: [Int: SpeechPool] = [:]
  var running: [RunningDuty] = []
  var metDuties: NumberSet
  /// Numbers of the cues the patient has shown since the last response that was taken up.
  var offeredCues: [Int] = []
  private(set) var latestCue: CueAnswer = .none
  private(set) var isSilent = false
  var past: HeardRows
  private(set) var responses: [CodedResponse] = []
  private var notUnderstoodInARow = 0

  /// What became of what the patient had shown before the latest response.
  enum CueAnswer { case none, met, missed }

  /// So many responses in a row that cannot be understood are asked about; the next counts as any other.
  private static let patience = 3

  /// `variation` names the words in which `scenario` already is.
  package init(_ scenario: Scenario, seed: UInt64, variation: String? = nil) {
    self.init(PreparedScenario(scenario), seed: seed, variation: variation)
  }

  package init(_ prepared: PreparedScenario, seed: UInt64, variation: String? = nil) {
    self.prepared = prepared
    self.seed = seed
    self.variation = variation
    values = prepared.scenario.states.map(\.start)
    random = SplitMix64(seed: seed)
    visited = NumberSet(limit: prepared.beats.count)
    metDuties = NumberSet(limit: prepared.duties.count)
    past = HeardRows(bits: prepared.listened.bits)
  }

  /// What happens before the trainee says anything; to be called once, first.
  ///
  /// A session can begin in another beat than the first (an index of `scenario.beats`) and with
  /// other values; values are kept within the range of their state, unknown states passed over.
  package mutating func begin(
    at beat: Int? = nil, with starts: [StateValue] = []
  ) -> [SessionEvent] {
    var events: [SessionEvent] = [
      .began(scenario: prepared.scenario.facts.id, seed: seed, variation: variation)
    ]
    for start in starts {
      guard let index = prepared.scenario.states.firstIndex(where: { $0.name == start.state })
      else { continue }
      set(index, to: start.value, reason: "begins with it", &events)
    }
    go(to: .beat(beat ?? 0), &events)
    return events
  }

  /// What happens after a response; nothing once the session has ended.
  package mutating func respond(to response: CodedResponse) -> [SessionEvent] {
    guard ending == nil, prepared.beats.indices.contains(here.beat) else { return [] }
    var events: [SessionEvent] = []
    events.reserveCapacity(8)
    switch take(response, &events) {
    case .asksAgain: askAgain(&events)
    case .leaves(let destination): go(to: destination, &events)
    case .looksAtRules(let isUnderstood):
      if let index = fittingRule(isUnderstood: isUnderstood) {
        follow(index, &events)
      } else {
        askAgain(&events)
      }
    }
    return events
  }

  /// What comes of a response before any rule is looked at.
  enum Reception {
    case asksAgain
    /// A duty was missed.
    case leaves(Destination)
    case looksAtRules(isUnderstood: Bool)
  }

  /// Hears a response, moves states by the codebook and counts it for duties.
  mutating func take(_ response: CodedResponse, _ events: inout [SessionEvent]) -> Reception {
    turn += 1
    here.turns += 1
    events.append(.responded(turn: turn, response))
    isSilent = response.isSilence
    let isUnderstood = response.isUnderstood || isSilent
    notUnderstoodInARow = isUnderstood ? 0 : notUnderstoodInARow + 1
    past.append(visit: here.number)
    responses.append(response)
    prepared.listened.mark(response, in: &past)
    markMovingCodes(of: response)
    if !isUnderstood, notUnderstoodInARow <= Self.patience {
      // What the patient had shown can still be answered.
      latestCue = .none
      events.append(.notUnderstood)
      return .asksAgain
    }
    latestCue =
      offeredCues.isEmpty
      ? .none
      : offeredCues.contains { prepared.cueAnswers[$0].contains { past.latestHas($0) } }
        ? .met : .missed
    offeredCues = []
    move(by: response, &events)
    if let destination = passDuties(isUnderstood: isUnderstood, &events) {
      return .leaves(destination)
    }
    return .looksAtRules(isUnderstood: isUnderstood)
  }

  private func fittingRule(isUnderstood: Bool) -> Int? {
    prepared.beats[here.beat].rules.firstIndex { rule in
      guard let condition = rule.condition else { return true }
      return isUnderstood && holds(condition) && !isSpent(rule)
    }
  }

  /// Does what a rule says.
  private mutating func follow(_ index: Int, _ events: inout [SessionEvent]) {
    let beat = prepared.beats[here.beat]
    let rule = beat.rules[index]
    events.append(.ruleFired(beat: beat.name, rule: rule.title, line: rule.line))
    if let bound = rule.bound {
      let times = here.timesTaken[index, default: 0] + 1
      here.timesTaken[index] = times
      if times > bound.times {
        if !go(to: bound.destination, &events) { askAgain(&events) }
        return
      }
    }
    apply(rule.effects, reason: rule.title, &events)
    let hasSpoken = say(rule.speeches, &events)
    let hasMoved = rule.destination.map { go(to: $0, &events) } ?? false
    if !hasSpoken, !hasMoved { askAgain(&events) }
  }

  mutating func end(_ outcome: SessionEnding) { ending = outcome }

  // MARK: What a host may ask between turns

  package var scenario: Scenario { prepared.scenario }

  /// Index of the present beat.
  package var beat: Int { here.beat }

  /// The present value of each state by name.
  package var state: [String: Int] {
    Dictionary(
      zip(scenario.states.map(\.name), values), uniquingKeysWith: { first, _ in first })
  }

  /// Hints that hold now, in file order.
  package var hints: [String] {
    guard ending == nil, prepared.beats.indices.contains(beat) else { return [] }
    return prepared.beats[beat].hints
      .filter { hint in hint.condition.map { holds($0) } ?? true }
      .map(\.text)
  }

  /// The sample responses of the present beat.
  package var choices: [Choice] {
    ending == nil && scenario.beats.indices.contains(beat) ? scenario.beats[beat].choices : []
  }
}
