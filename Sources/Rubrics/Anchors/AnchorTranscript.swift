import Diagnostics

/// A conversation with the ratings it deserves and the reasons: what raters are calibrated on.
package struct AnchorTranscript: Sendable, Hashable {
  /// How good the trainee's work in it is; a rater learns it when she has rated.
  package enum Strength: String, Sendable, Hashable, CaseIterable {
    case weak, middle, strong
  }

  package struct Line: Sendable, Hashable {
    package var speaker: String
    package var text: String
  }

  /// What the patient says, and what the trainee answers.
  package struct Turn: Sendable, Hashable {
    package var patient: [Line]
    package var trainee: String
  }

  package var title = ""
  package var id = ""
  package var version = ""
  /// The id of the scenario the conversation was made with.
  package var scenario = ""
  package var strength = Strength.middle
  /// Ids of the rubrics it is rated on, in the order in which they are asked for.
  package var rubrics: [String] = []
  package var turns: [Turn] = []
  /// What the patient says after the last answer.
  package var lastWords: [Line] = []
  /// One for each of `rubrics`, in their order.
  package var gold: [GoldRating] = []

  package init() {}

  package func gold(on rubric: String) -> GoldRating? { gold.first { $0.rubric == rubric } }
}

/// What a transcript deserves on one rubric, and why.
package struct GoldRating: Sendable, Hashable {
  package enum Score: Sendable, Hashable {
    /// From 1 to 5.
    case level(Int)
    case pass, fail
    case notApplicable
  }

  /// The rubric's id.
  package var rubric: String
  package var score: Score
  /// In which it can be seen, rising; empty for what is not applicable.
  package var turns: [Int]
  package var reason: String
}
