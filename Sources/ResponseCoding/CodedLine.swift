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
    /// Nil unless asked for, and for a code that a rule about the conversation gave.
    package var reasons: Reasons?

    package init(_ applied: AppliedCode, _ account: CodeAccount? = nil) {
      code = applied.code
      name = applied.name
      families = applied.families
      confidence = hundredths(applied.confidence)
      start = applied.range.start
      end = applied.range.end
      evidence = applied.evidence
      sentence = applied.sentence
      reasons = account.map(Reasons.init)
    }
  }

  /// What spoke for a code and against it: `base` and every `pull` make `sum`, all in log-odds and in
  /// hundredths.
  package struct Reasons: Encodable, Sendable, Hashable {
    package struct Feature: Encodable, Sendable, Hashable {
      package var group: String
      package var feature: String
      package var pull: Double
      /// As the codebook has it; `pull` is this times `slope`.
      package var weight: Double
      /// Of a code's own cues the single ones, with the weights of its section.
      package var parts: [Part]?
    }

    package struct Part: Encodable, Sendable, Hashable {
      package var feature: String
      package var weight: Double
    }

    package var base: Double
    package var features: [Feature]
    package var sum: Double
    package var slope: Double

    package init(_ account: CodeAccount) {
      base = hundredths(account.base)
      sum = hundredths(account.sum)
      slope = hundredths(account.slope)
      features = account.features.map { feature in
        Feature(
          group: feature.group.rawValue, feature: feature.name, pull: hundredths(feature.pull),
          weight: hundredths(feature.weight),
          parts: feature.parts.isEmpty
            ? nil
            : feature.parts.map { Part(feature: $0.sign, weight: hundredths($0.pull)) })
      }
    }
  }

  /// A code that was not given, but nearly.
  package struct Missed: Encodable, Sendable, Hashable {
    package var code: String
    package var name: String
    package var confidence: Double
    package var sentence: Int
    package var reasons: Reasons
  }

  package var id: String
  package var codes: [Code]
  /// The characters of each sentence, half-open, as start and end.
  package var sentences: [[Int]]
  /// In each sentence the strongest from .25 up; nil unless asked for.
  package var missed: [Missed]?

  /// Holds the codes from a confidence of .40 up, the ones that count.
  package init(id: String, _ response: CodedResponse) {
    self.id = id
    codes = response.codes.filter { $0.certainty > 0 }.map { Code($0) }
    sentences = response.sentences.map { [$0.start, $0.end] }
  }
  /// The same with reasons.
  package init(id: String, _ explained: ExplainedResponse) {
    self.init(id: id, explained.response)
    codes = zip(explained.response.codes, explained.given).filter { $0.0.certainty > 0 }
      .map { Code($0, $1) }
    missed = explained.missed.map {
      Missed(
        code: $0.code, name: $0.name, confidence: hundredths($0.confidence),
        sentence: $0.sentence, reasons: Reasons($0))
    }
  }
}

private func hundredths(_ number: Double) -> Double { (number * 100).rounded() / 100 }
