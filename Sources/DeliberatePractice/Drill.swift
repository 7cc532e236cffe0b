/// A hard moment that can be practised by itself.
package struct Drill: Sendable, Hashable {
  package var id: String
  package var title: String
  /// From 1 to 5.
  package var difficulty: Int
  /// What it may be called beside its skills.
  package var names: [String]
  /// Ids, names and families of the codes it trains.
  package var skills: [String]
  /// What the patient offers in it.
  package var cues: [String]
  /// The ratings towards which its skills count here.
  package var dimensions: [String]
  /// The other words the author gave it.
  package var variations: [String]

  package init(
    id: String, title: String, difficulty: Int, names: [String] = [], skills: [String] = [],
    cues: [String] = [], dimensions: [String] = [], variations: [String] = []
  ) {
    self.id = id
    self.title = title
    self.difficulty = difficulty
    self.names = names
    self.skills = skills
    self.cues = cues
    self.dimensions = dimensions
    self.variations = variations
  }
}

/// What a trainee has practised, each list oldest first; days are counted since 1970.
package struct PracticeHistory: Sendable, Hashable {
  package var drills: [PastDrill]
  /// Whole sessions that came to their end.
  package var sessions: [PastSession]

  package init(drills: [PastDrill] = [], sessions: [PastSession] = []) {
    self.drills = drills
    self.sessions = sessions
  }
}

/// A drill that was done.
package struct PastDrill: Sendable, Hashable {
  /// How it felt.
  package enum Strain: Sendable, Hashable { case tooEasy, useful, tooMuch }

  package var drill: String
  /// The words in which it was done; nil for the author's first ones.
  package var variation: String?
  /// From 1 to 5.
  package var mark: Int
  package var day: Int
  package var strain: Strain?

  package init(
    drill: String, variation: String? = nil, mark: Int, day: Int, strain: Strain? = nil
  ) {
    self.drill = drill
    self.variation = variation
    self.mark = mark
    self.day = day
    self.strain = strain
  }

  /// Whether it went well: what went well is tried again later and not at once.
  var wentWell: Bool { mark >= 4 }
}

/// A whole session that came to its end.
package struct PastSession: Sendable, Hashable {
  /// Moments with one cue that were missed or passed over, on one dimension.
  package struct Misses: Sendable, Hashable {
    package var cue: String
    package var missed: Int
    package var harmed: Int
    /// Whether somebody's safety hung on it; then it is practised before anything else.
    package var isSafety: Bool

    package init(cue: String, missed: Int, harmed: Int = 0, isSafety: Bool = false) {
      self.cue = cue
      self.missed = missed
      self.harmed = harmed
      self.isSafety = isSafety
    }
  }

  package var scenario: String
  package var area: String
  package var difficulty: Int
  /// The levels of its ratings, without what was not assessable.
  package var levels: [Int]
  package var failedGate: Bool
  package var misses: [Misses]

  package init(
    scenario: String, area: String, difficulty: Int, levels: [Int], failedGate: Bool = false,
    misses: [Misses] = []
  ) {
    self.scenario = scenario
    self.area = area
    self.difficulty = difficulty
    self.levels = levels
    self.failedGate = failedGate
    self.misses = misses
  }
}

/// From here on what was practised counts as strong, and the next is harder.
let strong = 4.0
/// Up to here it counts as too hard, and the next is easier.
let weak = 2.0

func mean(_ numbers: [Int]) -> Double {
  numbers.isEmpty ? 0 : numbers.reduce(0) { $0 + Double($1) } / Double(numbers.count)
}
