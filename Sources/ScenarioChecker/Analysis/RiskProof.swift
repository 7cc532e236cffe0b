import Diagnostics
import Outline
import ScenarioModel

extension ScenarioAnalysis {
  /// Proves for every beat with a risk that no good ending is reached before the risk is met, or
  /// shows the shortest way on which one is.
  mutating func checkRisks() {
    let risky = scenario.beats.indices.filter { beat in
      !scenario.beats[beat].risks.isEmpty && !scenario.beats[beat].duties.isEmpty
    }
    guard !risky.isEmpty, scenario.endings.contains(where: { $0.grade == "good" }) else { return }
    let reached = places(withIdleRules: false)
    var stepsLeft = 200_000
    for beat in risky where reached.contains(.beat(beat)) {
      var search = RiskSearch(
        self, beat: beat, jumps: penaltyWays(outside: beat), stepsLeft: stepsLeft)
      search.run()
      stepsLeft = search.stepsLeft
      entailment = search.analysis.entailment
      let name = scenario.beats[beat].name
      if search.isTooLarge || entailment.isExhausted {
        report(.riskNotProved(beat: name), at: heading(ofBeat: beat))
        continue
      }
      for found in search.found {
        let check = search.check(for: found)
        report(
          .goodEndingWithRisk(
            risk: scenario.beats[beat].risks.joined(separator: ", "), beat: name,
            ending: scenario.endings[found.ending].name, check: check, cause: found.cause),
          at: beatFiles[found.beat].line(found.line))
      }
      entailment = search.analysis.entailment
    }
  }

  /// Where duties of other beats may lead from each beat, once they are missed.
  private func penaltyWays(outside beat: Int) -> [Int: [Way]] {
    var result: [Int: [Way]] = [:]
    var everywhere: [Way] = []
    var searches = 0
    for other in scenario.beats.indices where other != beat {
      let missed = ways(from: other).filter { $0.rule == nil }
      if missed.isEmpty { continue }
      searches += 1
      // Where there are very many, each may lead on from anywhere: still nothing is overlooked.
      guard searches <= 16 else {
        everywhere += missed
        continue
      }
      let later = places(from: other)
      for index in scenario.beats.indices where later.contains(.beat(index)) {
        result[index, default: []] += missed
      }
    }
    guard !everywhere.isEmpty else { return result }
    var seen: Set<Destination> = []
    let distinct = everywhere.filter { seen.insert($0.destination).inserted }
    for later in scenario.beats.indices { result[later, default: []] += distinct }
    return result
  }
}

/// A search of everything that can happen after a beat with a risk until the risk is met.
///
/// A position knows less than a session: states stand anywhere in their range, and what was said
/// before is forgotten. So it finds ways that no session can go, but overlooks none.
struct RiskSearch {
  var analysis: ScenarioAnalysis
  let start: Int
  let duties: [Duty]
  let jumps: [Int: [Way]]
  private(set) var stepsLeft: Int
  private(set) var isTooLarge = false
  private(set) var found: [OpenRiskFound] = []

  private(set) var positions: [RiskPosition] = []
  /// How each position was first come to.
  private(set) var steps: [RiskStep?] = []
  private var known: Set<RiskPosition> = []
  /// False where responses without sense are followed as well.
  private(set) var understandsAll = true
  /// What was found out about responses, by what was asked.
  var possible: [Question: Condition?] = [:]
  private let detouring: [Int]
  private let longestStays: [Int?]
  /// For each beat, the number of responses beyond which no rule of it cares for their number.
  let lastTurn: [Int]

  /// Whether a response can fit a rule and meet these duties and not those.
  struct Question: Hashable {
    let beat: Int
    let rule: Int?
    let met: [Int]
    let unmet: [Int]
    let turns: Int?
  }

  init(_ analysis: ScenarioAnalysis, beat: Int, jumps: [Int: [Way]], stepsLeft: Int) {
    longestStays = analysis.scenario.beats.map(\.longestStay)
    lastTurn = analysis.scenario.beats.map(\.lastTurnThatMatters)
    self.analysis = analysis
    start = beat
    self.jumps = jumps
    self.stepsLeft = stepsLeft
    let all = analysis.scenario.beats[beat].duties
    let leading = all.filter { if case .goTo = $0.penalty { true } else { false } }
    duties = leading.isEmpty ? all : leading
    detouring = analysis.scenario.beats.indices.filter { beat in
      analysis.ways(from: beat).contains {
        if case .detour = $0.destination { true } else { false }
      }
    }
  }

  /// Looks first at trainees who can be understood, because that is the likelier way, then at all.
  mutating func run() {
    guard duties.count <= 5 else {
      isTooLarge = true
      return
    }
    follow()
    guard found.isEmpty, !isTooLarge else { return }
    understandsAll = false
    (positions, steps, known, possible) = ([], [], [], [:])
    follow()
  }

  /// Breadth first, so that what is found first took the fewest responses.
  private mutating func follow() {
    visit(
      RiskPosition(
        beat: start, turns: 0, duties: duties.map { .open(max(1, $0.turns)) }), by: nil)
    var next = 0
    while next < positions.count, !isTooLarge, found.count < 5 {
      expand(next)
      next += 1
    }
  }

  private mutating func visit(_ position: RiskPosition, by step: RiskStep?) {
    guard known.insert(position).inserted else { return }
    stepsLeft -= 1
    if stepsLeft <= 0 { isTooLarge = true }
    positions.append(position)
    steps.append(step)
  }

  private mutating func expand(_ index: Int) {
    let position = positions[index]
    let open = duties.indices.filter { if case .open = position.duties[$0] { true } else { false } }
    for met in subsets(of: open) {
      let unmet = open.filter { !met.contains($0) }
      let after = progress(position.duties, met: met)
      // Once every duty is met the risk is closed for good.
      guard after.contains(where: { $0 != .met }) else { continue }
      if let late = unmet.first(where: { isDue(position, duty: $0) }),
        case .goTo(let place) = duties[late].penalty
      {
        if let condition = response(position, rule: nil, met: met, unmet: unmet) {
          go(
            to: place, index, after, .missing(condition), line: duties[late].line, in: start,
            cause: .duty)
        }
        continue
      }
      for way in jumps[position.beat] ?? [] {
        if let condition = response(position, rule: nil, met: met, unmet: unmet) {
          go(
            to: way.destination, index, after, .missing(condition), line: way.line, in: way.beat,
            cause: .duty)
        }
      }
      for rule in analysis.scenario.beats[position.beat].rules.indices {
        guard analysis.idle[RulePlace(beat: position.beat, rule: rule)] == nil,
          let condition = response(position, rule: rule, met: met, unmet: unmet)
        else { continue }
        take(rule, index, after, .rule(rule, condition))
      }
    }
    if !understandsAll { babble(index, open) }
  }

  /// What cannot be understood is asked about three times in a row, which takes turns of the beat but
  /// of no duty and no bound; then it is answered by `otherwise`, whatever other rules wait for.
  private mutating func babble(_ index: Int, _ open: [Int]) {
    let position = positions[index]
    let after = progress(position.duties, met: [])
    if let late = open.first(where: { isDue(position, duty: $0) }),
      case .goTo(let place) = duties[late].penalty
    {
      go(to: place, index, after, .notUnderstood, line: duties[late].line, in: start, cause: .duty)
      return
    }
    let rules = analysis.scenario.beats[position.beat].rules
    if let otherwise = rules.firstIndex(where: { $0.condition == nil }) {
      take(otherwise, index, after, .notUnderstood)
    }
  }

  private mutating func take(
    _ number: Int, _ index: Int, _ after: [RiskPosition.Progress], _ step: RiskStep.Response
  ) {
    let position = positions[index]
    let rule = analysis.scenario.beats[position.beat].rules[number]
    let cause = rule.condition == nil ? OpenRiskCause.otherwise : .rule
    if let destination = rule.destination {
      go(to: destination, index, after, step, line: rule.line, in: position.beat, cause: cause)
      return
    }
    if let bound = rule.bound, position.turns.map({ $0 >= bound.times }) ?? true {
      go(
        to: bound.destination, index, after, step, line: rule.line, in: position.beat, cause: cause)
    }
    if rule.bound?.times != 0, canStay(position) { stay(index, after, step) }
  }

  /// Whether the rules of a beat allow one response more without leaving it.
  private func canStay(_ position: RiskPosition) -> Bool {
    guard let turns = position.turns, let longest = longestStays[position.beat] else { return true }
    return turns + 1 < longest
  }

  private mutating func stay(
    _ index: Int, _ after: [RiskPosition.Progress], _ step: RiskStep.Response
  ) {
    var position = positions[index]
    // In a very long beat the number is given up.
    let last = lastTurn[position.beat]
    position.turns = last > 60 ? nil : position.turns.map { min($0 + 1, last) }
    position.duties = after
    visit(position, by: RiskStep(from: index, response: step))
  }

  private mutating func go(
    to destination: Destination, _ index: Int, _ after: [RiskPosition.Progress],
    _ step: RiskStep.Response, line: Int, in beat: Int, cause: OpenRiskCause
  ) {
    let scenario = analysis.scenario
    func enter(_ beat: Int, turns: Int?) {
      visit(
        RiskPosition(beat: beat, turns: turns, duties: after),
        by: RiskStep(from: index, response: step))
    }
    switch destination {
    case .beat(let beat), .detour(let beat):
      if scenario.beats.indices.contains(beat) { enter(beat, turns: 0) }
    case .back:
      stay(index, after, step)
      for beat in detouring { enter(beat, turns: nil) }
    case .ending(let ending):
      guard scenario.endings.indices.contains(ending), scenario.endings[ending].grade == "good",
        !found.contains(where: { ($0.line, $0.beat, $0.ending) == (line, beat, ending) })
      else { return }
      found.append(
        OpenRiskFound(
          ending: ending, line: line, beat: beat, cause: cause, position: index, step: step))
    }
  }

  private func isDue(_ position: RiskPosition, duty: Int) -> Bool {
    position.duties[duty] == .open(1) && duties[duty].leadsOn
  }

  private func progress(
    _ before: [RiskPosition.Progress], met: [Int]
  ) -> [RiskPosition.Progress] {
    before.enumerated().map { index, duty in
      guard case .open(let left) = duty else { return duty }
      if met.contains(index) { return .met }
      return left > 1 ? .open(left - 1) : .missed
    }
  }
}
