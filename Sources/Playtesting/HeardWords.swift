import Rubrics
import ScenarioModel
import TranscriptModel

extension CodedResponse {
  /// Whether a code is heard, half at least, and about what it should be.
  func has(_ term: CodeTerm) -> Bool {
    (term.topic.map(topics.contains) ?? true)
      && codes.contains { $0.matches(term.name) && (term.isClear ? $0.count == 1 : $0.count > 0) }
  }

  /// What is heard and in which words: `advice (“should”), about Tom`.
  ///
  /// A plain statement, of which nothing can be unclear, is named only where nothing else is heard.
  func heardWords(withTopics: Bool, _ codebook: Codebook) -> String {
    let counting = codes.filter { $0.certainty > 0 }
    let telling = counting.filter { $0.code != codebook.plainStatement }
    let names = (telling.isEmpty ? Array(counting.prefix(1)) : telling).map { code in
      let isUnclear = code.count < 1 && !telling.isEmpty
      return "\(code.name) (“\(code.evidence)”\(isUnclear ? ", not clearly" : ""))"
    }
    let heard = names.isEmpty ? "nothing that counts" : list(names)
    guard withTopics else { return heard }
    return heard + (topics.isEmpty ? ", and no topic" : ", about \(list(topics))")
  }
}

/// `a, b and c`
func list(_ items: [String]) -> String {
  guard let last = items.last, items.count > 1 else { return items.joined() }
  return items.dropLast().joined(separator: ", ") + " and " + last
}
