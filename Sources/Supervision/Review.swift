/// As whom somebody rates a session.
package enum ReviewRole: String, Sendable, Hashable, Codable, CaseIterable {
  case first, second
  /// Settles what the first two differ on, knowing what both gave.
  case adjudicator
}

/// What one person gave one session: an original, never changed once it is submitted.
package struct Review: Sendable, Hashable {
  package var session: String
  package var rater: String
  package var role: ReviewRole
  /// UTC, as everywhere in a store.
  package var begun: String
  /// Nil while it is a draft.
  package var submitted: String?
  /// One for each rubric of the scenario, in the order in which the session shows them.
  package var ratings: [DimensionRating]
  /// Sorted by turn and code.
  package var marks: [CodeMark]
  /// Why an adjudicator settled it so; empty for other raters.
  package var reason: String
  /// Whether an adjudicator talked it over with both raters, instead of being a third person.
  package var isJoint: Bool
  /// Whether the rater had not passed calibration when she submitted it: then it does not count.
  package var isPractice: Bool

  package init(
    session: String, rater: String, role: ReviewRole, begun: String, submitted: String? = nil,
    ratings: [DimensionRating], marks: [CodeMark] = [], reason: String = "", isJoint: Bool = false,
    isPractice: Bool = false
  ) {
    self.session = session
    self.rater = rater
    self.role = role
    self.begun = begun
    self.submitted = submitted
    self.ratings = ratings
    self.marks = marks
    self.reason = reason
    self.isJoint = isJoint
    self.isPractice = isPractice
  }

  /// What was given on a dimension; nil where nothing was yet.
  package func score(on dimension: String) -> GivenScore? {
    ratings.first { $0.dimension == dimension }?.score
  }

  /// Titles of what still has no score, or no evidence for it.
  package var missing: [String] { ratings.filter { !$0.isComplete }.map(\.title) }
}

/// What a rater gave on one rubric, and what shows it.
package struct DimensionRating: Sendable, Hashable {
  /// The rubric's id.
  package var dimension: String
  package var title: String
  /// Whether it is passed or failed, instead of having levels.
  package var isGate: Bool
  /// Of the rubric, as its author numbers it.
  package var version: String
  /// SHA-256 of the rubric's file in hexadecimal.
  package var hash: String
  /// Nil until it is given.
  package var score: GivenScore?
  /// What the rater saw, in a sentence.
  package var evidence: String
  /// The turns in which it can be seen, rising.
  package var turns: [Int]

  package init(
    dimension: String, title: String, isGate: Bool = false, version: String, hash: String,
    score: GivenScore? = nil, evidence: String = "", turns: [Int] = []
  ) {
    self.dimension = dimension
    self.title = title
    self.isGate = isGate
    self.version = version
    self.hash = hash
    self.score = score
    self.evidence = evidence
    self.turns = turns
  }

  /// Whether it may be submitted: what could not be judged needs no evidence, all else does.
  package var isComplete: Bool {
    score == .notApplicable || (score != nil && !evidence.isEmpty && !turns.isEmpty)
  }
}

/// What a rubric's scale can say: a level, a gate's result, or that it could not be judged.
///
/// "Not applicable" is never a 0 or a 3.
package enum GivenScore: Sendable, Hashable, RawRepresentable {
  /// From 1 to 5.
  case level(Int)
  case pass, fail
  case notApplicable

  /// `1` to `5`, `pass`, `fail` or `na`.
  package init?(rawValue: String) {
    switch rawValue {
    case "pass": self = .pass
    case "fail": self = .fail
    case "na": self = .notApplicable
    default:
      guard rawValue.utf8.count == 1, let level = Int(rawValue), (1...5).contains(level) else {
        return nil
      }
      self = .level(level)
    }
  }

  package var rawValue: String {
    switch self {
    case .level(let level): String(level)
    case .pass: "pass"
    case .fail: "fail"
    case .notApplicable: "na"
    }
  }

  /// From 1 to 5; nil for all else.
  package var level: Int? { if case .level(let level) = self { level } else { nil } }
}

/// A code a rater heard in a turn, or says is not there.
package struct CodeMark: Sendable, Hashable {
  package var turn: Int
  /// The short id of the codebook.
  package var code: String
  package var isHeard: Bool

  package init(turn: Int, code: String, isHeard: Bool) {
    self.turn = turn
    self.code = code
    self.isHeard = isHeard
  }
}
