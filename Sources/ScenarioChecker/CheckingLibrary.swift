import Rubrics

/// What a scenario may name beyond itself.
package struct CheckingLibrary: Sendable {
  package let codebook: Codebook
  /// Ids of the rubrics there are, in the order in which they are reported.
  package let rubrics: [String]
  /// The same rubrics whole; empty where only their ids are known.
  package let wholeRubrics: [Rubric]
  /// Every name a condition may use, sorted, and each by its lower-case spelling.
  let codeNames: [String]
  let canonicalNames: [String: String]
  let cueNames: Set<String>
  /// False where codebook or rubrics could not be read: then no name of theirs is called unknown.
  let isComplete: Bool

  package init(codebook: Codebook, rubrics: [String], isComplete: Bool = true) {
    self.init(codebook, ids: rubrics, whole: [], isComplete: isComplete)
  }

  /// With what answers the cues, so that conditions can ask whether one was met.
  package init(codebook: Codebook, rubrics: [Rubric], isComplete: Bool = true) {
    self.init(codebook, ids: rubrics.map(\.id), whole: rubrics, isComplete: isComplete)
  }

  private init(_ codebook: Codebook, ids: [String], whole: [Rubric], isComplete: Bool) {
    self.codebook = codebook
    self.rubrics = ids
    wholeRubrics = whole
    self.isComplete = isComplete
    codeNames = codebook.names
    canonicalNames = Dictionary(
      codeNames.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    cueNames = Set(codebook.cues.map(\.name))
  }

  /// For each cue, the ids of codes that answer it on any of these rubrics; half answers are none.
  func cueAnswers(by ids: [String]) -> [String: [String]] {
    var answers: [String: Set<String>] = [:]
    for rubric in wholeRubrics where ids.contains(rubric.id) {
      for (cue, codes) in rubric.opportunities { answers[cue, default: []].formUnion(codes) }
      for case .mustAnswer(let cues, let codes, _, _) in rubric.gateRules {
        for cue in cues { answers[cue, default: []].formUnion(codes) }
      }
    }
    return answers.mapValues { $0.sorted() }
  }
}
