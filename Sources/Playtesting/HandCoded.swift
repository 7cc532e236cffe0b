import Rubrics
import ScenarioModel
import TranscriptModel

extension Codebook {
  /// A response in which exactly these codes are heard, each beyond doubt.
  ///
  /// A family stands for its first code. What the codebook does not know is left out.
  func response(with terms: [CodeTerm]) -> CodedResponse {
    let text = terms.map { term in
      term.topic.map { "\(term.name) about \($0)" } ?? term.name
    }.joined(separator: ", ")
    let whole = TextRange(0, text.count)
    let codes = terms.compactMap { term -> AppliedCode? in
      guard let code = definition(named: term.name) else { return nil }
      return AppliedCode(
        code: code.id, name: code.name, families: code.families.sorted(), confidence: 1,
        range: whole, evidence: term.name, sentence: 0)
    }
    var topics: [String] = []
    for topic in terms.compactMap(\.topic) where !topics.contains(topic) { topics.append(topic) }
    return CodedResponse(
      text: text, sentences: [whole], codes: codes,
      wordCount: text.split(separator: " ").count,
      isUnderstood: !codes.contains { $0.code == notUnderstood }, topics: topics)
  }

  private func definition(named name: String) -> CodeDefinition? {
    codes.first { $0.id == name || $0.name == name }
      ?? codes.first { $0.families.contains(name) }
  }
}
