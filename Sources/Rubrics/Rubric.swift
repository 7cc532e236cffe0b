/// A checked rubric: what one dimension is, what counts towards it, and where the levels begin.
package struct Rubric: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Estimated on the scale of its levels.
    case rating
    /// Passed, failed or not applicable.
    case gate
    /// Tasks of a phase and a problem area, done or not done.
    case checklist
  }

  package var id = ""
  package var title = ""
  package var version = ""
  package var kind = Kind.rating
  /// The question a rater answers.
  package var question = ""
  /// For a rating or a checklist five, from the lowest; for a gate pass, fail and not applicable, in this order.
  package var levels: [Level] = []
  /// For each cue, the ids of codes that meet it.
  package var opportunities: [String: [String]] = [:]
  /// For each cue, the ids of codes that go half-way to meeting it.
  package var halfAnswers: [String: [String]] = [:]
  package var terms: [ScoreTerm] = []
  /// Where levels 2, 3, 4 and 5 begin, between 0 and 1, rising.
  package var cutPoints: [Double] = []
  package var caps: [Cap] = []
  /// Fewer opportunities than this, and the dimension is not assessable.
  package var leastOpportunities = 4
  /// For a gate: what a session must and must not show.
  package var gateRules: [GateRule] = []
  /// For a rating: what is scored where nobody marked what the patient offered; nil where nothing is.
  package var unmarked: UnmarkedScore?
  /// For a checklist.
  package var checklist = Checklist()

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
///
/// Rates count turns: a turn counts once, with the most certain of its codes, so that saying a thing
/// three times in one breath earns no more than saying it well. Ratios and shares count sentences.
package enum Measure: Sendable, Hashable {
  /// Mean over the dimension's opportunities of how far each was met: 1, 0.5 or 0.
  case opportunitiesMet
  /// The part of the dimension's opportunities that were harmed.
  case opportunitiesHarmed
  /// The part of turns that have one of the codes; 1 from `full`.
  case perTurn([String], full: Double)
  /// Turns with one of the codes per ten turns, from 0 to 10: for deductions.
  case perTenTurns([String])
  /// Turns with one of the codes per opportunity of the dimension; 1 from `full`.
  case perOpportunity([String], full: Double)
  case ratio(Ratio)
  /// The part of `among` that is `of`; 1 from `full`; 0 where there are none.
  /// Sentences that also show one of `notBeside` are left out.
  case share(of: [String], among: [String], notBeside: [String], full: Double)
  /// The part of stretches of so many turns in which one of the codes occurs. What is left over at the
  /// end is a stretch from half that length on, and else belongs to the last one.
  case everyTurns([String], turns: Int)
  /// 1 for a mean of `from` to `to` words a turn, falling to 0 at `none` and, in proportion, below
  /// `from`; times the part of turns that have one of `countingTurnsWith`, where any are named.
  case wordsPerTurn(from: Double, to: Double, none: Double, countingTurnsWith: [String])
  /// The patient's part of all words; 1 from `full`.
  case patientsWords(full: Double)
  /// Mean of the level of each turn that has one of the codes (the highest in the turn), from `lowest`
  /// to `highest` mapped to 0 to 1; 0 where no turn has one.
  case meanLevel([String: Double], lowest: Double, highest: Double)
}

/// Sentences with some codes to sentences with others.
package struct Ratio: Sendable, Hashable {
  package var of: [String]
  package var to: [String]
  /// Sentences that also show one of these are left out.
  package var notBeside: [String]
  /// The ratio that earns 1.
  package var full: Double
  /// Below this many of `of` per turn the ratio earns nothing.
  package var floor: Double
  /// What is earned at most where there are none of `to` …
  package var alone: Double
  /// … and how many of `of` per turn it takes to earn that.
  package var aloneFullAt: Double

  package init(
    of: [String], to: [String], notBeside: [String] = [], full: Double, floor: Double = 0,
    alone: Double = 1, aloneFullAt: Double = 0.5
  ) {
    self.of = of
    self.to = to
    self.notBeside = notBeside
    self.full = full
    self.floor = floor
    self.alone = alone
    self.aloneFullAt = aloneFullAt
  }
}

/// A ceiling on a rating.
package struct Cap: Sendable, Hashable {
  /// When a cap holds. A turn counts once, however often it shows a code.
  package enum Trigger: Sendable, Hashable {
    /// At least `times` turns show one of the codes. A turn is left out where a code of `repairedBy`
    /// follows it later in the same turn or in the next `withinTurns`.
    case shown([String], times: Int, repairedBy: [String], withinTurns: Int)
    /// No turn shows any of the codes, although these cues were offered at least so often.
    case missing([String], afterCues: [String], times: Int)
    /// Fewer than this part of answers take up what the patient has just said and add to it. Answers are
    /// responses of some words to a line that offers a cue.
    case seldomTakesUp(part: Double)
    /// At least this part of turns show more than so many codes for certain.
    case crowded(moreThan: Int, part: Double)
  }

  package var level: Int
  package var trigger: Trigger
  /// As written, for showing.
  package var text: String

  package init(level: Int, trigger: Trigger, text: String) {
    self.level = level
    self.trigger = trigger
    self.text = text
  }
}

/// One condition of a gate; `text` is the line as written, for showing.
package enum GateRule: Sendable, Hashable {
  /// Every such cue must be answered by one of the codes within its turns.
  case mustAnswer(cues: [String], with: [String], withinTurns: Int, text: String)
  /// The codes fail the gate once a cue of these was offered.
  case mustNot([String], afterCues: [String], text: String)
}
