import ScenarioModel
import TranscriptModel

extension CodedResponse {
  /// Whether a code is heard, half at least, and about what it should be.
  func has(_ term: CodeTerm) -> Bool {
    (term.topic.map(topics.contains) ?? true)
      && codes.contains { $0.matches(term.name) && (term.isClear ? $0.count == 1 : $0.count > 0) }
  }

  /// What is heard and in which words: `advice (“should”), about Tom`.
  func heardWords(withTopics: Bool) -> String {
    let codes = codes.filter { $0.certainty > 0 }.map { code in
      "\(code.name) (“\(code.evidence)”\(code.count < 1 ? ", not clearly" : ""))"
    }
    let heard = codes.isEmpty ? "nothing that counts" : list(codes)
    guard withTopics else { return heard }
    return heard + (topics.isEmpty ? ", and no topic" : ", about \(list(topics))")
  }
}

/// `a, b and c`
func list(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.joined() }
  return items.dropLast().joined(separator: ", ") + " and " + last
}
