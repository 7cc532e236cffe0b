import Rubrics
import TranscriptModel

/// What a session is worth by some rubrics, and why: every number comes with the turns behind it.
package struct SessionScore: Sendable, Hashable, Codable {
  /// One for each rubric that rates, in the order given.
  package var dimensions: [DimensionScore]
  /// One for each rubric that is a gate, in the order given.
  package var gates: [GateScore]
  /// One for each checklist, in the order given.
  package var checklists: [ChecklistScore]
  package var indices: SessionIndices

  package init(
    dimensions: [DimensionScore], gates: [GateScore], checklists: [ChecklistScore] = [],
    indices: SessionIndices
  ) {
    self.dimensions = dimensions
    self.gates = gates
    self.checklists = checklists
    self.indices = indices
  }

  /// All gates as one: failed where any is.
  package var gate: GateResult {
    let results = Set(gates.map(\.result))
    return [.fail, .open, .pass].first(where: results.contains) ?? .notApplicable
  }
}

/// One dimension of one session.
package struct DimensionScore: Sendable, Hashable, Codable {
  /// The rubric's id.
  package var id: String
  package var title: String
  /// The sum of the terms, kept between 0 and 1; nil where the dimension is not assessable.
  package var index: Double?
  package var estimate: Estimate
  /// Whether it rests on what can be told where nobody marked what the patient offered.
  package var isWithoutMarks = false
  package var terms: [TermScore]
  /// The caps that hold, whether or not they lower the level.
  package var caps: [CapScore]
  package var opportunities: [Opportunity]
}

/// One summand of an index.
package struct TermScore: Sendable, Hashable, Codable {
  /// The measure as the rubric words it.
  package var text: String
  package var weight: Double
  package var value: Double
  /// Weight times value.
  package var contribution: Double
  package var evidence: [Evidence]
}

/// A cap that holds.
package struct CapScore: Sendable, Hashable, Codable {
  package var level: Int
  /// The cap as the rubric words it.
  package var text: String
  /// The turns that lead to it: those with the codes, or those with the cues that were offered.
  package var turns: [Int]
  package var evidence: [Evidence]
}

/// The words of a turn that show a code.
package struct Evidence: Sendable, Hashable, Codable {
  package var turn: Int
  /// The code's short id.
  package var code: String
  package var name: String
  /// As the trainee typed them.
  package var words: String

  package init(turn: Int, code: String, name: String, words: String) {
    self.turn = turn
    self.code = code
    self.name = name
    self.words = words
  }

  init(_ code: AppliedCode, turn: Int) {
    self.init(turn: turn, code: code.code, name: code.name, words: code.evidence)
  }
}
