import ResponseCoding
import ScenarioModel
import SessionEngine
import TranscriptModel

/// Looks for what no walk came to: goes back to where a rule was never taken, and tries words whose
/// codes it asks for.
///
/// The same seed finds the same. Everything it reports was said in words, from the beginning.
struct GuidedSearch {
  let ground: Playground
  private(set) var coverage: Coverage
  private(set) var shortest: [Int: NotedWalk] = [:]
  private(set) var goodWithRiskOpen: NotedWalk?
  /// What is still to be come to, in file order.
  private(set) var goals: [SearchGoal] = []
  private(set) var turns = 0

  var memory: CodingMemory
  var dice: SplitMix64
  /// For some codes, which lines of the stock show one of them.
  var shown: [[CodeTerm]: [Bool]] = [:]
  private(set) var places: [SearchPlace] = []
  private var signatures: Set<[Int]> = []
  private let windows: [CodeTerm]
  let distances: [[Int?]]
  private let turnLimit: Int

  /// Candidates weighed for one goal at one place.
  private static let mostLooks = 30

  init(_ ground: Playground, turns: Int, seed: UInt64) {
    self.ground = ground
    turnLimit = turns
    coverage = Coverage(ground.places)
    memory = ground.memory()
    dice = SplitMix64(seed: seed)
    windows = ground.scenario.countedCodes
    distances = ground.scenario.beatDistances
    for (beat, content) in ground.scenario.beats.enumerated() {
      for (rule, content) in content.rules.enumerated() {
        let avoided = ground.scenario.beats[beat].countsAgainst(rule)
        goals.append(SearchGoal(beat: beat, rule: rule, isBound: false, avoided: avoided))
        if content.bound != nil {
          goals.append(SearchGoal(beat: beat, rule: rule, isBound: true, avoided: avoided))
        }
      }
    }
    // With the first, whatever is found can be said again in a check.
    for seed in [Playground.checkSeed, seed &+ 1, seed &+ 2] { start(seed: seed) }
  }

  /// Searches until everything was come to, or the turns are over.
  mutating func run(progress: (Int) -> Void) {
    var idle = 0
    while turns < turnLimit, !goals.isEmpty, idle < 400 {
      progress(turns)
      let before = turns
      guard let (goal, place) = nearest() else { break }
      approach(goal, from: place)
      idle = turns == before ? idle + 1 : 0
    }
    weighTheRest()
  }

  private func condition(of goal: SearchGoal) -> Condition? {
    ground.scenario.beats[goal.beat].rules[goal.rule].condition
  }

  /// Finds out what those goals lack for which no words were ever tried.
  private mutating func weighTheRest() {
    for number in goals.indices where goals[number].lacked == nil {
      let goal = goals[number]
      let near = goal.places.map { places[$0.place] }.filter { $0.beat == goal.beat }.prefix(3)
      for place in near {
        let shortfall = Shortfall(of: condition(of: goal), from: place)
        _ = words(for: shortfall, at: place, taking: goal.rule, noting: number)
      }
    }
  }

  private mutating func start(seed: UInt64) {
    let play = Playthrough(Session(ground.prepared, seed: seed), &memory)
    var entered: Set<Int> = []
    _ = coverage.count(play.opening, in: 0, ground.places, entered: &entered)
    coverage.countHints(of: play.engine)
    keep(SearchPlace(play, ground.places))
  }

  /// The goal and the place from which least is missing.
  private mutating func nearest() -> (goal: Int, place: Int)? {
    var best: (cost: Double, goal: Int, place: Int)?
    for (number, goal) in goals.enumerated() {
      for candidate in goal.places {
        let least = candidate.cost + goal.weariness
        if least >= best?.cost ?? .infinity { break }
        let cost = least + Double(candidate.tries)
        if cost < best?.cost ?? .infinity { best = (cost, number, candidate.place) }
      }
    }
    return best.map { ($0.goal, $0.place) }
  }

  private mutating func approach(_ number: Int, from index: Int) {
    goals[number].noteTry(at: index)
    let (goal, place) = (goals[number], places[index])
    let shortfall = Shortfall(of: condition(of: goal), from: place)
    if place.beat == goal.beat, shortfall.cost < 1.5 {
      if let text = words(for: shortfall, at: place, taking: goal.rule, noting: number) {
        say(text, from: index)
        return
      }
      if shortfall.cost == 0, goal.tries % 3 != 0 { return }
    }
    say(stepTowards(goal, shortfall, from: place), from: index)
  }

  /// Words after which the engine would take this rule; nil where none were found.
  mutating func words(
    for shortfall: Shortfall, at place: SearchPlace, taking rule: Int, avoiding: [CodeTerm] = [],
    noting goal: Int? = nil
  ) -> String? {
    var shortfall = shortfall
    shortfall.unwanted += avoiding
    for text in candidates(for: shortfall, at: place).prefix(Self.mostLooks) {
      let heard = place.play.hear(text, &memory)
      if avoiding.contains(where: heard.shows) { continue }
      // Only what is hoped for is worth asking the engine about, once it is known what is lacking.
      let isHopeful = shortfall.wanted.allSatisfy { $0.contains(where: heard.shows) }
      if !isHopeful, goal.map({ goals[$0].lacked != nil }) ?? true { continue }
      let verdicts = place.play.engine.verdicts(on: heard)
      guard verdicts.indices.contains(rule) else { continue }
      let taken = verdicts.firstIndex { $0.fits }
      if taken == rule { return text }
      if let goal { goals[goal].note(verdicts[rule], ruleTaken: taken) }
    }
    return nil
  }

  private mutating func say(_ text: String, from index: Int) {
    var place = places[index]
    let (beat, latest) = (place.beat, place.play.latest)
    var entered = place.visited
    let events = place.say(text, &memory, ground.places)
    guard !events.isEmpty, let exchange = place.play.exchanges.last else { return }
    turns += 1
    let step = coverage.count(events, in: beat, ground.places, entered: &entered)
    coverage.count(
      exchange.response, to: latest, values: place.play.engine.values, ground.places)
    coverage.countHints(of: place.play.engine)
    if let rule = step.rule {
      goals.removeAll { $0.beat == beat && $0.rule == rule && !$0.isBound }
      if place.play.usesUpBound(rule, of: beat, events) {
        coverage.countBound(rule, of: beat)
        goals.removeAll { $0.beat == beat && $0.rule == rule }
      }
    }
    if let ending = step.ending { note(place.play, ending) } else { keep(place) }
  }

  private mutating func note(_ play: Playthrough, _ ending: Int) {
    var outcome = WalkOutcome(kind: .random, ending: ending, turns: play.exchanges.count)
    outcome.number = turns
    outcome.isRiskOpen = play.isRiskOpen
    guard play.engine.seed == Playground.checkSeed else { return }
    let walk = NotedWalk(outcome: outcome, path: play.path)
    if walk.isBefore(shortest[ending]) { shortest[ending] = walk }
    if outcome.isRiskOpen, ground.scenario.endings[ending].grade == "good",
      walk.isBefore(goodWithRiskOpen)
    {
      goodWithRiskOpen = walk
    }
  }

  /// Keeps a place to come back to, where none like it is known.
  private mutating func keep(_ place: SearchPlace) {
    guard signatures.insert(place.signature(windows)).inserted else { return }
    places.append(place)
    for number in goals.indices {
      guard let way = distances[place.beat][goals[number].beat] else { continue }
      let rule = ground.scenario.beats[goals[number].beat].rules[goals[number].rule]
      var cost = Shortfall(of: rule.condition, from: place).cost + Double(way) * 0.8
      var isClean = true
      for term in goals[number].avoided {
        let count = place.count(of: term)
        cost += 0.3 * Double(count)
        // Said once more, it lets another rule be taken.
        if count > 0, count >= term.times - 1 { isClean = false }
      }
      if goals[number].isBound, let bound = rule.bound {
        let taken = way == 0 ? place.takenHere[goals[number].rule, default: 0] : 0
        cost += Double(max(0, bound.times - taken))
      }
      goals[number].offer(places.count - 1, cost: cost, isClean: isClean)
    }
  }
}

extension Beat {
  /// What must not have been said too often for a rule to be taken: codes it counts itself, negated,
  /// and codes that a rule before it counts.
  fileprivate func countsAgainst(_ rule: Int) -> [CodeTerm] {
    let own = terms(of: rules[rule]).filter(\.isNegated)
    let earlier = rules[..<rule].flatMap(terms).filter { !$0.isNegated }
    return (own + earlier).compactMap { term in
      guard case .code(let code) = term.fact, code.times > 1 || code.window != .session else {
        return nil
      }
      return code
    }
  }

  private func terms(of rule: Rule) -> [Term] { rule.condition?.clauses.flatMap(\.self) ?? [] }
}

/// A rule that was never taken, or never so often that its bound was used up.
struct SearchGoal: Sendable {
  let beat: Int
  let rule: Int
  let isBound: Bool
  /// Codes that would be counted against it if they were said on the way.
  let avoided: [CodeTerm]
  private(set) var tries = 0
  /// The places from which least is missing, nearest first.
  private(set) var places: [Nearby] = []
  /// What the rule lacked when it lacked least.
  private(set) var lacked: [FailingClause]?
  /// A rule that was taken instead although this one would have fitted.
  private(set) var takenInstead: Int?

  struct Nearby: Sendable {
    let place: Int
    let cost: Double
    /// Nothing that counts against the goal was said on the way too often already.
    let isClean: Bool
    var tries = 0
  }

  /// Tried in vain for long: it begins again where nothing counts against it.
  private var wantsClean = false

  /// So many places are remembered for one goal.
  private static let most = 300

  init(beat: Int, rule: Int, isBound: Bool, avoided: [CodeTerm]) {
    self.avoided = avoided
    self.beat = beat
    self.rule = rule
    self.isBound = isBound
  }

  mutating func offer(_ place: Int, cost: Double, isClean: Bool) {
    guard isClean || !wantsClean, cost < .infinity,
      places.count < Self.most || cost < places[places.count - 1].cost
    else {
      return
    }
    let position = places.firstIndex { $0.cost > cost } ?? places.count
    places.insert(Nearby(place: place, cost: cost, isClean: isClean), at: position)
    if places.count > Self.most { places.removeLast() }
  }

  /// What was tried often waits for the others, the more so where another rule was always taken.
  var weariness: Double { Double(tries) * (takenInstead != nil && tries > 40 ? 2 : 0.4) }

  mutating func noteTry(at place: Int) {
    tries += 1
    if tries == 20, takenInstead != nil || lacked == nil {
      wantsClean = true
      places.removeAll { !$0.isClean }
    }
    if let index = places.firstIndex(where: { $0.place == place }) { places[index].tries += 1 }
  }

  mutating func note(_ verdict: RuleVerdict, ruleTaken: Int?) {
    if verdict.fits {
      takenInstead = ruleTaken
      lacked = []
    } else if verdict.failing.count < lacked?.count ?? .max {
      lacked = verdict.failing
    }
  }
}
