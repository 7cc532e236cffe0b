import ScenarioModel

/// What simulated trainees and a guided search came to in one scenario.
package struct ExploreReport: Sendable {
  /// Of walks and search together.
  package internal(set) var coverage: Coverage
  package internal(set) var kinds: [TraineeKind: KindTally]
  /// Titles of the rubrics that rate, as the levels in `kinds` are ordered.
  package let rubrics: [String]
  /// Responses given by trainees on walks, and by the search.
  package internal(set) var walkedTurns: Int
  package internal(set) var searchedTurns: Int
  /// The fewest responses found to each ending, by its index.
  package internal(set) var shortest: [Int: WalkPath]
  /// An alarm: the fewest responses to a good ending with a risk unanswered.
  package internal(set) var goodWithRiskOpen: WalkPath?
  package internal(set) var missed: [MissedRule]
  /// Lines that nobody was ever told.
  package internal(set) var neverSaid: [SpokenLine]
  /// Cues that no response answered, in the order of the lines that show them.
  package internal(set) var unanswered: [UnansweredCue]
  package internal(set) var smells: [DynamicSmell]

  /// Each part that can be come to: how many of how many were.
  package var totals: [CoverageTotal] {
    func total(_ name: String, _ counts: [Int]) -> CoverageTotal {
      CoverageTotal(name: name, covered: counts.count { $0 > 0 }, total: counts.count)
    }
    return [
      total("beats", coverage.beats), total("rules", coverage.rules.flatMap(\.self)),
      total("lines", coverage.lines), total("hints", coverage.hints.flatMap(\.self)),
      total("cues offered", coverage.cuesOffered),
      total("cues answered", coverage.cuesAnswered), total("endings", coverage.endings),
    ]
  }

  /// Walks of all kinds that came to each ending, and all walks.
  package var endingWalks: (endings: [Int], walks: Int) {
    var sums = coverage.endings.map { _ in 0 }
    for tally in kinds.values {
      for index in sums.indices { sums[index] += tally.endings[index] }
    }
    return (sums, kinds.values.reduce(0) { $0 + $1.walks })
  }
}

/// A cue that nobody answered, by any rubric of the scenario.
package struct UnansweredCue: Sendable, Hashable, Codable {
  /// The line of the scenario that shows it.
  package var line: Int
  package var cue: String
  /// Whether the line was ever said.
  package var wasShown: Bool
  /// Whether a rubric of the scenario says what answers it.
  package var hasAnswer: Bool
}

/// How much of one sort of thing was come to.
package struct CoverageTotal: Sendable, Hashable, Codable {
  package var name: String
  package var covered: Int
  package var total: Int
}

/// A rule that nothing came to, and the likeliest reason.
package struct MissedRule: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// Its beat was never entered.
    case beatNeverEntered
    /// Another rule, on this line, was taken whenever it would have fitted.
    case earlier(line: Int)
    /// No words were found in which this is heard, or nothing came to a point where it holds: the
    /// clauses it lacked when it lacked least.
    case lacked(Condition)
    case unknown
  }

  package var beat: Int
  package var rule: Int
  /// The rule was taken, but never so often that its `at most … times` was used up.
  package var isBound: Bool
  package var reason: Reason
}
