import Rubrics
import TranscriptModel

/// A coder that shows what it sees instead of deciding: the evidence a fit learns from is the very
/// evidence that coding uses.
package struct FeatureCoder: Sendable {
  /// One thing that can speak for a code.
  package enum Feature: Sendable, Hashable {
    case cue(CuePattern)
    case sign(Sign)
    /// What the section of the code at this place of the codebook would give by itself.
    case heard(code: Int)
  }

  /// The number of a feature, and 1, or a confidence where it is a code's own evidence.
  package typealias Seen = [(feature: Int32, value: Float)]

  private let coder: ResponseCoder
  private let patterns: [CuePattern]

  package init(_ codebook: Codebook, candidates: [CuePattern]) {
    coder = ResponseCoder(codebook, candidates: candidates)
    var patterns: [CuePattern] = []
    for cue in coder.compiled.cues + coder.compiled.patientCues {
      patterns.append(
        CuePattern(weight: 0, places: cue.places, text: cue.text, elements: cue.elements))
    }
    self.patterns = patterns
  }

  package var featureCount: Int {
    patterns.count + Sign.names.count + coder.codebook.codes.count
  }

  package func feature(_ number: Int) -> Feature? {
    if patterns.indices.contains(number) { return .cue(patterns[number]) }
    let rest = number - patterns.count
    if let sign = Sign(number: rest) { return .sign(sign) }
    let code = rest - Sign.names.count
    return coder.codebook.codes.indices.contains(code) ? .heard(code: code) : nil
  }

  /// The feature that is the evidence of the code at this place of the codebook.
  package func heard(_ code: Int) -> Int { patterns.count + Sign.names.count + code }

  /// What each sentence shows, and what the response as a whole does; empty where it cannot be
  /// understood.
  package func see(
    _ text: String, after context: CodingContext
  ) -> (sentences: [Seen], response: Seen) {
    let parsed = ParsedResponse(text, coder.automaton.vocabulary)
    let patient = coder.words(of: context)
    guard isUnderstandable(parsed, patient) else { return ([], []) }
    let hearing = coder.hear(
      parsed, CharacterPlaces(text, parsed.bytes), patient, TalkSoFar(context, parsed), .none
    ).hearing
    let whole = SentenceEvidence(joining: hearing.sentences, coder: coder)
    return (hearing.sentences.map(seen), seen(whole))
  }

  private func seen(_ evidence: SentenceEvidence) -> Seen {
    var result: Seen = []
    for found in evidence.hits { result.append((Int32(found.hit.cue), 1)) }
    let own = coder.compiled.cues.count
    for cue in evidence.patient { result.append((Int32(own + cue), 1)) }
    evidence.signs.forEach { result.append((Int32(patterns.count + $0), 1)) }
    for (code, value) in evidence.byHand.enumerated() where value > 0.01 {
      result.append((Int32(patterns.count + Sign.names.count + code), Float(value)))
    }
    return result.sorted { $0.feature < $1.feature }
  }
}
