/// A trainee's response with the behaviour codes heard in it.
package struct CodedResponse: Sendable, Hashable, Codable {
  /// The response exactly as typed.
  package var text: String
  /// The sentences (units of coding), in order, as character ranges of `text`.
  package var sentences: [TextRange]
  /// In order of `range.start`; among equals, the form before the functions.
  package var codes: [AppliedCode]
  /// Unicode words in the response.
  package var wordCount: Int
  /// False when nothing in it could be coded at all (noise, symbols, no words).
  package var isUnderstood: Bool
  /// Names of the declared topics (people, things) the response mentions.
  package var topics: [String]

  package init(
    text: String, sentences: [TextRange], codes: [AppliedCode], wordCount: Int,
    isUnderstood: Bool, topics: [String] = []
  ) {
    self.text = text
    self.sentences = sentences
    self.codes = codes
    self.wordCount = wordCount
    self.isUnderstood = isUnderstood
    self.topics = topics
  }
}

/// A half-open range of characters (Swift `Character`s) in a response.
package struct TextRange: Sendable, Hashable, Codable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// One behaviour code on one sentence, with the words that led to it.
package struct AppliedCode: Sendable, Hashable, Codable {
  /// The short id of the codebook, such as `OQ`.
  package var code: String
  /// The code's name in plain words, such as `open question`.
  package var name: String
  /// The families the code belongs to, sorted; scenario conditions may name any of them.
  package var families: [String]
  /// 0 to 1. From .70 it counts whole, from .40 half, below not at all.
  package var confidence: Double
  /// The characters that show it; never empty.
  package var range: TextRange
  /// Those characters, joined by "…" where they stand apart.
  package var evidence: String
  /// Each cue and sign that spoke for or against it, strongest first.
  package var reasons: [Reason]
  /// Which sentence it was heard in, from 0.
  package var sentence: Int
  /// 1 as heard; 0.5 for a stem used three turns running; 0 where a context rule voids it.
  package var weight: Double
  /// Why `weight` is not 1, in words for the coach: `said before`, `beside minimising` …
  package var remark: String?

  package init(
    code: String, name: String, families: [String], confidence: Double, range: TextRange,
    evidence: String, reasons: [Reason] = [], sentence: Int, weight: Double = 1,
    remark: String? = nil
  ) {
    self.code = code
    self.name = name
    self.families = families
    self.confidence = confidence
    self.range = range
    self.evidence = evidence
    self.reasons = reasons
    self.sentence = sentence
    self.weight = weight
    self.remark = remark
  }

  /// 1, 0.5 or 0: how much the code counts by its confidence, before context rules (`weight`).
  package var certainty: Double {
    confidence >= 0.70 ? 1 : confidence >= 0.40 ? 0.5 : 0
  }

  /// How much the code counts, from 0 to 1.
  package var count: Double { certainty * weight }

  /// Whether a condition or rubric that names `name` (an id, a plain name or a family) means this code.
  package func matches(_ name: String) -> Bool {
    code == name || self.name == name || families.contains(name)
  }
}

/// One piece of evidence: a cue pattern or sign of the codebook that was found, and its pull.
package struct Reason: Sendable, Hashable, Codable {
  /// What was found, as the codebook words it.
  package var sign: String
  /// Positive speaks for the code, negative against; in log-odds.
  package var pull: Double

  package init(sign: String, pull: Double) {
    self.sign = sign
    self.pull = pull
  }
}
