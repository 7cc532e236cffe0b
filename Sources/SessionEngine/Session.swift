import ScenarioModel
import TranscriptModel

/// A checked scenario, running: a value that takes coded responses and returns what happened.
///
/// It knows no clock, no files and no screen. A copy is a snapshot; the same scenario, seed and
/// responses give the same events, so a session is restored by giving it its responses again.
package struct Session: Sendable {
  package let scenario: Scenario
  package let seed: UInt64
  /// The present value of each state, in the order of `scenario.states`.
  package private(set) var values: [Int]
  /// Index of the present beat.
  package private(set) var beat = 0
  package private(set) var ending: SessionEnding?
  /// Responses so far.
  package private(set) var turn = 0

  var random: SplitMix64
  var pools: [Int: SpeechPool] = [:]
  var past: [PastResponse] = []
  private var visited: Set<Int> = []
  private var firedHere: [Int: Int] = [:]
  private var firstTurnHere = 0
  private var notUnderstoodInARow = 0

  /// So many responses in a row that cannot be understood are asked about; the next counts as any other.
  private static let patience = 3

  package init(_ scenario: Scenario, seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
    values = scenario.states.map(\.start)
    random = SplitMix64(seed: seed)
  }

  /// What happens before the trainee says anything; to be called once, first.
  package mutating func begin() -> [SessionEvent] {
    [.began(scenario: scenario.facts.id, seed: seed)] + enter(.beat(0))
  }

  /// What happens after a response; nothing once the session has ended.
  package mutating func respond(to response: CodedResponse) -> [SessionEvent] {
    guard ending == nil, scenario.beats.indices.contains(beat) else { return [] }
    turn += 1
    var events: [SessionEvent] = [.responded(turn: turn, response)]

    notUnderstoodInARow = response.isUnderstood ? 0 : notUnderstoodInARow + 1
    past.append(PastResponse(response))
    if !response.isUnderstood, notUnderstoodInARow <= Self.patience {
      return events + [.notUnderstood] + askAgain()
    }
    events += move(by: response)

    guard let index = fittingRule(for: response) else { return events + askAgain() }
    let rule = scenario.beats[beat].rules[index]
    events.append(
      .ruleFired(beat: scenario.beats[beat].name, rule: rule.title, line: rule.line))
    firedHere[index, default: 0] += 1
    if let bound = rule.bound, firedHere[index, default: 0] > bound.times {
      return events + enter(bound.destination)
    }
    events += apply(rule.effects, reason: rule.title)
    let said = rule.speeches.flatMap { say($0) }
    events += said
    if let destination = rule.destination {
      events += enter(destination)
    } else if said.isEmpty {
      events += askAgain()
    }
    return events
  }

  private func fittingRule(for response: CodedResponse) -> Int? {
    scenario.beats[beat].rules.firstIndex { rule in
      guard let condition = rule.condition else { return true }
      return response.isUnderstood && !isSpent(rule) && holds(condition)
    }
  }

  /// Whether a rule has said all it had to say and leads nowhere.
  private func isSpent(_ rule: Rule) -> Bool {
    rule.destination == nil && rule.bound == nil && !rule.speeches.isEmpty
      && rule.speeches.allSatisfy { $0.once && pools[$0.line]?.isSpent == true }
  }

  private mutating func enter(_ destination: Destination) -> [SessionEvent] {
    switch destination {
    // Being built.
    case .back: return []
    case .beat(let index), .detour(let index):
      guard scenario.beats.indices.contains(index) else { return [] }
      beat = index
      visited.insert(index)
      firedHere = [:]
      firstTurnHere = turn
      let entered = scenario.beats[index]
      return [.entered(beat: entered.name)]
        + apply(entered.effects, reason: entered.name)
        + entered.opening.flatMap { say($0) }
    case .ending(let index):
      guard scenario.endings.indices.contains(index) else { return [] }
      let last = scenario.endings[index]
      let closing = last.closing.flatMap { say($0) }
      let outcome = SessionEnding(name: last.name, grade: last.grade, debrief: last.debrief)
      ending = outcome
      return closing + [.ended(outcome)]
    }
  }

  private mutating func askAgain() -> [SessionEvent] {
    for speech in scenario.fallback {
      let said = say(speech)
      if !said.isEmpty { return said }
    }
    return []
  }

  mutating func setValue(_ value: Int, at index: Int) { values[index] = value }

  // MARK: What a host may ask between turns

  /// The present value of each state by name.
  package var state: [String: Int] {
    Dictionary(
      zip(scenario.states.map(\.name), values), uniquingKeysWith: { first, _ in first })
  }

  /// Hints that hold now, in file order.
  package var hints: [String] {
    guard ending == nil, scenario.beats.indices.contains(beat) else { return [] }
    return scenario.beats[beat].hints
      .filter { hint in hint.condition.map { holds($0) } ?? true }
      .map(\.text)
  }

  /// The sample responses of the present beat.
  package var choices: [Choice] {
    ending == nil && scenario.beats.indices.contains(beat) ? scenario.beats[beat].choices : []
  }

  var turnsHere: Int { turn - firstTurnHere }
  func hasVisited(_ index: Int) -> Bool { visited.contains(index) }
}
