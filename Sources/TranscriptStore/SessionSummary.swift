/// What an ended session came to: enough to compare it with others without playing or rating it again.
package struct SessionSummary: Sendable, Hashable {
  package var area: String
  package var phase: String
  /// From 1 to 5.
  package var difficulty: Int
  /// The variation that was played; nil for the author's first words.
  package var variation: String?
  /// What a drill was worth, from 1 to 5; nil for a whole session.
  package var mark: Int?
  package var gate: Gate
  /// In the order in which the session showed them.
  package var ratings: [KeptRating]
  /// Sorted by dimension and cue.
  package var tallies: [CueTally]
  package var indices: [KeptIndex]

  /// All gates of the session as one.
  package enum Gate: String, Sendable, Hashable {
    case pass, fail, open, notApplicable
  }

  package init(
    area: String, phase: String, difficulty: Int, variation: String?, mark: Int? = nil,
    gate: Gate, ratings: [KeptRating], tallies: [CueTally], indices: [KeptIndex]
  ) {
    self.area = area
    self.phase = phase
    self.difficulty = difficulty
    self.variation = variation
    self.mark = mark
    self.gate = gate
    self.ratings = ratings
    self.tallies = tallies
    self.indices = indices
  }
}

/// The level a session reached on one dimension.
package struct KeptRating: Sendable, Hashable {
  /// The rubric's id and title.
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

/// What became of the moments of a session in which the patient offered one cue, on one dimension or
/// gate.
package struct CueTally: Sendable, Hashable {
  package var dimension: String
  package var cue: String
  package var met = 0
  package var half = 0
  package var missed = 0
  package var harmed = 0

  package init(
    dimension: String, cue: String, met: Int = 0, half: Int = 0, missed: Int = 0, harmed: Int = 0
  ) {
    self.dimension = dimension
    self.cue = cue
    self.met = met
    self.half = half
    self.missed = missed
    self.harmed = harmed
  }
}

/// A plain number about a session.
package struct KeptIndex: Sendable, Hashable {
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

/// How hard a drill felt to the trainee.
package enum Strain: String, Sendable, Hashable, CaseIterable {
  case tooEasy = "too easy"
  case useful
  case tooMuch = "too much"
}

/// An ended session with all that is kept about how it went.
package struct SummarisedSession: Sendable, Hashable {
  package var record: SessionRecord
  /// Nil where none was kept, as for sessions of an attune that kept none.
  package var summary: SessionSummary?
  /// Levels from 1 to 5 the trainee gave before seeing any, by dimension.
  package var selfRatings: [String: Int]
  package var strain: Strain?
}
