import ResponseCoding
import TranscriptModel

/// What a coder heard in one response: the codes of each sentence with their confidence.
///
/// Evaluation takes nothing else from a coder, so that predictions made in any other way can be
/// measured, too.
package struct HeardCodes: Sendable, Hashable {
  /// Ids of codes with their confidence, 0 to 1; from `leastConfidence` up a code counts as heard.
  package var sentences: [[String: Double]]

  package static let leastConfidence = 0.40

  package init(sentences: [[String: Double]]) { self.sentences = sentences }

  package init(_ response: CodedResponse) {
    sentences = Array(repeating: [:], count: max(1, response.sentences.count))
    for code in response.codes where sentences.indices.contains(code.sentence) {
      let known = sentences[code.sentence][code.code] ?? 0
      sentences[code.sentence][code.code] = max(known, code.confidence)
    }
  }

  /// The codes of the response as a whole, each with its highest confidence.
  package var whole: [String: Double] {
    guard sentences.count > 1 else { return sentences.first ?? [:] }
    return sentences.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }
  }
}

/// Codes each sample as a session would, after what the patient and the trainee said before.
package func hear(_ samples: [CodedSample], with coder: ResponseCoder) -> [HeardCodes] {
  samples.map { HeardCodes(coder.code($0.text, after: $0.context(coder))) }
}
