import ScenarioModel

/// How one walk of a simulated trainee came out.
struct WalkOutcome: Sendable {
  /// Its place among all walks, by which the first of several equal ones is chosen.
  var number = 0
  var kind: TraineeKind
  /// Index of the ending; nil where the walk was broken off.
  var ending: Int?
  var turns: Int
  /// The level on each rubric that rates, in the order of the rubrics; nil where not assessable.
  var levels: [Int?] = []
  /// The index on each of them, from 0 to 1, from which its level is cut; nil where not assessable.
  var indices: [Double?] = []
  /// Nil where no gate was called for.
  var passesGate: Bool?
  var isRiskOpen = false

  /// Of the dimensions that could be assessed.
  var meanLevel: Double? {
    let known = levels.compactMap(\.self)
    return known.isEmpty ? nil : Double(known.reduce(0, +)) / Double(known.count)
  }
}

/// What walks of one kind of trainee came to.
package struct KindTally: Sendable, Hashable {
  package private(set) var walks = 0
  package private(set) var endings: [Int]
  /// Broken off before an ending.
  package private(set) var unfinished = 0
  /// For each rubric that rates the sum of levels, and the walks that could be assessed.
  package private(set) var levelSums: [Int]
  package private(set) var assessed: [Int]
  private var indexSum = 0.0
  package private(set) var gatesPassed = 0
  package private(set) var gatesFailed = 0
  package private(set) var turns = 0

  init(endings: Int, rubrics: Int) {
    self.endings = Array(repeating: 0, count: endings)
    levelSums = Array(repeating: 0, count: rubrics)
    assessed = levelSums
  }

  /// Mean level on a rubric; nil where no walk could be assessed.
  package func meanLevel(_ rubric: Int) -> Double? {
    assessed[rubric] > 0 ? Double(levelSums[rubric]) / Double(assessed[rubric]) : nil
  }

  /// Mean over all dimensions and walks.
  package var meanLevel: Double? {
    let count = assessed.reduce(0, +)
    return count > 0 ? Double(levelSums.reduce(0, +)) / Double(count) : nil
  }

  /// Mean of the indices, from 0 to 1, over all dimensions and walks. It tells apart what has the same
  /// level; caps do not lower it.
  package var meanIndex: Double? {
    let count = assessed.reduce(0, +)
    return count > 0 ? indexSum / Double(count) : nil
  }

  mutating func count(_ outcome: WalkOutcome) {
    walks += 1
    turns += outcome.turns
    if let ending = outcome.ending { endings[ending] += 1 } else { unfinished += 1 }
    for (rubric, level) in outcome.levels.enumerated() {
      guard let level else { continue }
      levelSums[rubric] += level
      assessed[rubric] += 1
    }
    indexSum += outcome.indices.reduce(0) { $0 + ($1 ?? 0) }
    if let passes = outcome.passesGate {
      if passes { gatesPassed += 1 } else { gatesFailed += 1 }
    }
  }

  mutating func add(_ other: KindTally) {
    walks += other.walks
    unfinished += other.unfinished
    gatesPassed += other.gatesPassed
    gatesFailed += other.gatesFailed
    turns += other.turns
    for index in endings.indices { endings[index] += other.endings[index] }
    indexSum += other.indexSum
    for index in levelSums.indices {
      levelSums[index] += other.levelSums[index]
      assessed[index] += other.assessed[index]
    }
  }
}

/// A walk worth showing; of two the shorter one, of equal ones that which came first.
struct NotedWalk: Sendable {
  var outcome: WalkOutcome
  var path: WalkPath

  func isBefore(_ other: NotedWalk?) -> Bool {
    guard let other else { return true }
    return (outcome.turns, outcome.number) < (other.outcome.turns, other.outcome.number)
  }
}

/// What many walks came to, all kinds together and each by itself.
struct WalkTally: Sendable {
  var coverage: Coverage
  private(set) var kinds: [TraineeKind: KindTally] = [:]
  /// The shortest walk to each ending.
  private(set) var shortest: [Int: NotedWalk] = [:]
  private(set) var goodWithRiskOpen: NotedWalk?
  private(set) var longest: NotedWalk?
  /// Turns of the longest walk to a good ending.
  private(set) var longestGood: Int?
  /// The best mean level among walks to a good ending, whatever their length.
  private(set) var bestGoodLevel: Double?

  init(_ coverage: Coverage) { self.coverage = coverage }

  mutating func count(_ walk: NotedWalk, _ ground: Playground) {
    let outcome = walk.outcome
    kinds[
      outcome.kind,
      default: KindTally(
        endings: ground.scenario.endings.count, rubrics: ground.ratingRubrics.count)
    ].count(outcome)
    if let ending = outcome.ending {
      if walk.isBefore(shortest[ending]) { shortest[ending] = walk }
      if ground.scenario.endings[ending].grade == "good" {
        if outcome.isRiskOpen, walk.isBefore(goodWithRiskOpen) { goodWithRiskOpen = walk }
        bestGoodLevel = larger(bestGoodLevel, outcome.meanLevel)
        longestGood = larger(longestGood, outcome.turns)
      }
    }
    noteLongest(walk)
  }

  mutating func add(_ other: WalkTally) {
    coverage.add(other.coverage)
    for (kind, tally) in other.kinds { kinds[kind]?.add(tally) ?? (kinds[kind] = tally) }
    for (ending, walk) in other.shortest where walk.isBefore(shortest[ending]) {
      shortest[ending] = walk
    }
    if let walk = other.goodWithRiskOpen, walk.isBefore(goodWithRiskOpen) {
      goodWithRiskOpen = walk
    }
    bestGoodLevel = larger(bestGoodLevel, other.bestGoodLevel)
    longestGood = larger(longestGood, other.longestGood)
    if let walk = other.longest { noteLongest(walk) }
  }

  private mutating func noteLongest(_ walk: NotedWalk) {
    guard let known = longest?.outcome else {
      longest = walk
      return
    }
    if (-walk.outcome.turns, walk.outcome.number) < (-known.turns, known.number) { longest = walk }
  }
}

private func larger<Number: Comparable>(_ a: Number?, _ b: Number?) -> Number? {
  guard let a, let b else { return a ?? b }
  return max(a, b)
}
