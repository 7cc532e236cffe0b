/// A checked rubric: what one dimension is, what counts towards it, and where the levels begin.
package struct Rubric: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Estimated on the scale of its levels.
    case rating
    /// Passed, failed or not applicable.
    case gate
  }

  package var id = ""
  package var title = ""
  package var version = ""
  package var kind = Kind.rating
  /// The question a rater answers.
  package var question = ""
  /// From the lowest; five for a rating.
  package var levels: [Level] = []
  /// For each cue, the ids of codes that meet it.
  package var opportunities: [String: [String]] = [:]
  package var terms: [ScoreTerm] = []
  /// Where levels 2, 3, 4 and 5 begin, between 0 and 1, rising.
  package var cutPoints: [Double] = []
  package var caps: [Cap] = []
  /// Fewer opportunities than this, and the dimension is not assessable.
  package var leastOpportunities = 4
  /// For a gate: what a session must and must not show.
  package var gateRules: [GateRule] = []

  package init() {}
}

/// One anchored level of a rating.
package struct Level: Sendable, Hashable {
  package var number: Int
  /// One word, such as `accurate`.
  package var name: String
  package var anchor: String

  package init(number: Int, name: String, anchor: String) {
    self.number = number
    self.name = name
    self.anchor = anchor
  }
}

/// One summand of a rating's index: a weight (negative for a deduction) and a measure from 0 to 1.
package struct ScoreTerm: Sendable, Hashable {
  package var weight: Double
  package var measure: Measure
  /// As written, for showing.
  package var text: String

  package init(weight: Double, measure: Measure, text: String) {
    self.weight = weight
    self.measure = measure
    self.text = text
  }
}

/// What is measured; code lists are ids with families already spelt out.
package enum Measure: Sendable, Hashable {
  /// Mean over the dimension's opportunities of how far each was met.
  case opportunitiesMet
  /// Codes per turn; 1 from `full` a turn.
  case perTurn([String], full: Double)
  /// Codes per ten turns, without an upper end: for deductions.
  case perTenTurns([String])
  /// `of` codes to `to` codes; 1 from `full`. 0 below `floor` of them a turn. Where there are none of
  /// `to`: `alone` times the codes per turn over `alonePer`, at most `alone`.
  case ratio(of: [String], to: [String], full: Double, floor: Double, alone: Double, alonePer: Double)
  /// The part of `among` that is `of`; 1 from `full`; 0 where there are none.
  case share(of: [String], among: [String], full: Double)
  /// 1 where one of the codes occurs in every stretch of so many turns, else the part of stretches.
  case everyTurns([String], turns: Int)
  /// 1 for a mean of `from` to `to` words a turn, falling to 0 at `none` and below `from` in proportion.
  case wordsPerTurn(from: Double, to: Double, none: Double)
  /// Mean of the level of each turn that has one of the codes (the highest in the turn), from `lowest`
  /// to `highest` mapped to 0 to 1.
  case meanLevel([String: Double], lowest: Double, highest: Double)
  /// Codes, divided by the number of cues that the dimension answers, times `factor`; at most 1.
  case perOpportunity([String], factor: Double)
}

/// A ceiling on a rating.
package struct Cap: Sendable, Hashable {
  package var level: Int
  /// The codes that lower it, and how many of them it takes.
  package var codes: [String]
  package var times: Int
  /// True for `when no …`: the cap holds where fewer than `times` of the codes occur …
  package var whenMissing: Bool
  /// … although at least `afterCues.times` of these cues were offered.
  package var afterCues: [String]
  package var afterCueTimes: Int
  /// A code of these within so many turns afterwards repairs one occurrence.
  package var repairedBy: [String]
  package var repairTurns: Int
  package var text: String

  package init(
    level: Int, codes: [String], times: Int, whenMissing: Bool = false, afterCues: [String] = [],
    afterCueTimes: Int = 0, repairedBy: [String] = [], repairTurns: Int = 0, text: String
  ) {
    self.level = level
    self.codes = codes
    self.times = times
    self.whenMissing = whenMissing
    self.afterCues = afterCues
    self.afterCueTimes = afterCueTimes
    self.repairedBy = repairedBy
    self.repairTurns = repairTurns
    self.text = text
  }
}

/// One condition of a gate.
package enum GateRule: Sendable, Hashable {
  /// Every such cue must be answered by one of the codes within its turns.
  case mustAnswer(cue: String, with: [String], withinTurns: Int, text: String)
  /// The codes fail the gate once a cue of these was offered.
  case mustNot([String], afterCues: [String], text: String)
}
