/// An ended session as progress looks at it: what it came to, and nothing of what was said in it.
package struct PastSession: Sendable, Hashable {
  package var id: String
  package var day: CalendarDay
  package var scenario: String
  package var title: String
  package var area: String
  /// From 1 to 5.
  package var difficulty: Int
  package var isExam: Bool
  /// Whether it is one hard moment and not a whole session.
  package var isDrill: Bool
  /// What a drill was worth, from 1 to 5.
  package var mark: Int?
  package var gate: Gate
  /// In the order in which the session showed them.
  package var ratings: [Rating]
  /// Levels from 1 to 5 the trainee gave before seeing any, by dimension.
  package var selfRatings: [String: Int]
  package var tallies: [Tally]
  package var indices: [Index]

  /// All safety gates of the session as one.
  package enum Gate: Sendable, Hashable {
    case pass, fail, open, notApplicable
  }

  /// The level reached on one dimension.
  package struct Rating: Sendable, Hashable {
    package var dimension: String
    package var title: String
    /// From 1 to 5; nil where it was not assessable.
    package var level: Int?

    package init(dimension: String, title: String, level: Int?) {
      self.dimension = dimension
      self.title = title
      self.level = level
    }
  }

  /// What became of the moments with one cue, on one dimension.
  package struct Tally: Sendable, Hashable {
    package var dimension: String
    package var cue: String
    package var moments: MomentTally

    package init(dimension: String, cue: String, moments: MomentTally) {
      self.dimension = dimension
      self.cue = cue
      self.moments = moments
    }
  }

  /// A plain number about the session.
  package struct Index: Sendable, Hashable {
    package var name: String
    /// Nil where it would mislead.
    package var value: Double?
    /// `%`, or empty.
    package var unit: String

    package init(name: String, value: Double?, unit: String) {
      self.name = name
      self.value = value
      self.unit = unit
    }
  }

  package init(
    id: String, day: CalendarDay, scenario: String, title: String, area: String = "",
    difficulty: Int = 1, isExam: Bool = false, isDrill: Bool = false, mark: Int? = nil,
    gate: Gate = .notApplicable, ratings: [Rating] = [], selfRatings: [String: Int] = [:],
    tallies: [Tally] = [], indices: [Index] = []
  ) {
    self.id = id
    self.day = day
    self.scenario = scenario
    self.title = title
    self.area = area
    self.difficulty = difficulty
    self.isExam = isExam
    self.isDrill = isDrill
    self.mark = mark
    self.gate = gate
    self.ratings = ratings
    self.selfRatings = selfRatings
    self.tallies = tallies
    self.indices = indices
  }
}
