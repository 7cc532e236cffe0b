import TranscriptModel

/// A coded response in the shape that other programs read: one JSON object a line.
package struct CodedLine: Encodable, Sendable, Hashable {
  package struct Code: Encodable, Sendable, Hashable {
    package var code: String
    package var name: String
    package var families: [String]
    /// 0 to 1, in hundredths.
    package var confidence: Double
    /// Characters of the response, half-open.
    package var start: Int
    package var end: Int
    package var evidence: String
    /// Number of the sentence, from 0.
    package var sentence: Int

    package init(_ applied: AppliedCode) {
      code = applied.code
      name = applied.name
      families = applied.families
      confidence = (applied.confidence * 100).rounded() / 100
      start = applied.range.start
      end = applied.range.end
      evidence = applied.evidence
      sentence = applied.sentence
    }
  }

  package var id: String
  package var codes: [Code]
  /// The characters of each sentence, half-open, as start and end.
  package var sentences: [[Int]]

  /// Holds the codes from a confidence of .40 up, the ones that count.
  package init(id: String, _ response: CodedResponse) {
    self.id = id
    codes = response.codes.filter { $0.certainty > 0 }.map(Code.init)
    sentences = response.sentences.map { [$0.start, $0.end] }
  }
}
