/// In which words a drill is done.
package enum DrillLevel: Int, Sendable, Hashable, CaseIterable {
  case easy, asWritten, hard

  /// The variation an author gives it; nil for the words of the scenario itself.
  package var variation: String? {
    switch self {
    case .easy: "easy"
    case .asWritten: nil
    case .hard: "hard"
    }
  }

  func moved(by step: Int) -> DrillLevel { DrillLevel(rawValue: rawValue + step) ?? self }
}

/// What a trainee asks for on the command line.
package enum LevelWish: Sendable, Hashable { case easier, harder }

/// The variation that is the same moment with another person.
let again = "again"

/// Why a drill is done in the words it is done in.
package enum LevelGround: Sendable, Hashable {
  case wish(LevelWish)
  /// Asked for, and there is no such step.
  case noStep(LevelWish)
  case tooMuch, tooEasy
  /// The last two drills in these words came to 4 or more in the mean.
  case strongMean
  /// They came to 2 or less.
  case weakMean
  case unchanged
}

/// The level of the next drill: by the trainee's word, else one up after a mean of 4 or more over
/// the last two, one down at 2 or less; both have to be at the present level, so that each step
/// takes two drills.
///
/// "Too easy" after a mark of 2 or less moves nothing.
func nextLevel(
  after drills: [PastDrill], wish: LevelWish?
) -> (level: DrillLevel, ground: LevelGround) {
  let levels = levels(of: drills)
  let now = levels.last ?? .asWritten
  func step(_ by: Int, _ ground: LevelGround) -> (DrillLevel, LevelGround) {
    let next = now.moved(by: by)
    if let wish, next == now { return (now, .noStep(wish)) }
    return (next, next == now ? .unchanged : ground)
  }
  if let wish { return step(wish == .easier ? -1 : 1, .wish(wish)) }
  guard let last = drills.last else { return (now, .unchanged) }
  if last.strain == .tooMuch { return step(-1, .tooMuch) }
  if last.strain == .tooEasy, Double(last.mark) > weak { return step(1, .tooEasy) }
  guard levels.count >= 2, levels.suffix(2).allSatisfy({ $0 == now }) else {
    return (now, .unchanged)
  }
  let mean = mean(drills.suffix(2).map(\.mark))
  if mean >= strong { return step(1, .strongMean) }
  if mean <= weak { return step(-1, .weakMean) }
  return (now, .unchanged)
}

/// The words for another person belong to the level that was reached before them.
func levels(of drills: [PastDrill]) -> [DrillLevel] {
  var now = DrillLevel.asWritten
  return drills.map { past in
    if past.variation == nil { now = .asWritten }
    if let level = DrillLevel.allCases.first(where: { $0.variation == past.variation }) {
      now = level
    }
    return now
  }
}

/// The words for a level or, where the drill was last done in just these, those for another person;
/// the author's first words where he gave no such variation.
func variation(
  of drill: Drill, at level: DrillLevel, after drills: [PastDrill]
) -> String? {
  let words = level.variation.flatMap { drill.variations.contains($0) ? $0 : nil }
  let last = drills.last { $0.drill == drill.id }
  guard let last, last.variation == words, drill.variations.contains(again) else { return words }
  return again
}
