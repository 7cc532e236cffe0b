import Rubrics
import TranscriptModel

/// A plain number about a session with what was counted for it.
package struct IndexScore: Sendable, Hashable, Codable {
  /// As people call it.
  package var name: String
  /// Nil where it would mislead; then `reason` says why.
  package var value: Double?
  /// `%`, or empty.
  package var unit: String
  package var reason: String
  package var counts: [IndexCount]
}

/// One thing that was counted.
package struct IndexCount: Sendable, Hashable, Codable {
  package var name: String
  package var count: Double
  /// The words that were counted; empty where words themselves were.
  package var evidence: [Evidence]
}

/// The numbers of `SessionIndices` with the counts, turns and words they are made of.
package func explainedIndices(_ exchanges: [Exchange], codebook: Codebook) -> [IndexScore] {
  let session = HeardSession(exchanges, isOver: true)
  let values = indices(of: session, codebook: codebook)
  func sentences(_ name: String) -> IndexCount {
    let tally = session.sentences(with: codebook.codes(named: name))
    return IndexCount(name: "\(name) sentences", count: tally.count, evidence: tally.evidence)
  }
  let (questions, reflections) = (sentences(IndexCodes.question), sentences(IndexCodes.reflection))
  let advice = session.turns(with: codebook.codes(named: IndexCodes.advice))
  let turns = IndexCount(name: "turns", count: session.turns, evidence: [])
  let words = IndexCount(name: "your words", count: session.responseWords, evidence: [])
  let heard = IndexCount(
    name: "the patient's words", count: session.patientWords, evidence: [])

  let fewSentences = "below \(Int(fewestSentences)) such sentences it would mislead"
  let fewTurns = "below \(fewestTurns) turns it would mislead"
  func index(
    _ name: String, _ value: Double?, _ unit: String = "", else reason: String,
    _ counts: [IndexCount]
  ) -> IndexScore {
    IndexScore(
      name: name, value: value, unit: unit, reason: value == nil ? reason : "", counts: counts)
  }
  return [
    index(
      "reflections per question", values.reflectionsPerQuestion,
      else: questions.count > 0 ? fewSentences : "nothing was asked", [reflections, questions]),
    index(
      "open questions", values.openQuestions, "%", else: fewSentences,
      [sentences(IndexCodes.openQuestion), questions]),
    index(
      "complex reflections", values.complexReflections, "%", else: fewSentences,
      [sentences(IndexCodes.complexReflection), reflections]),
    index("words per turn", values.wordsPerTurn, else: "there are no turns", [words, turns]),
    index(
      "advice per twenty turns", values.advicePerTwentyTurns, else: fewTurns,
      [
        IndexCount(
          name: "turns with \(IndexCodes.advice)", count: advice.count, evidence: advice.evidence),
        turns,
      ]),
    index(
      "your part of all words", values.talkShare, "%",
      else: session.exchanges.count < fewestTurns ? fewTurns : "the patient said nothing",
      [words, heard]),
  ]
}

extension HeardSession {
  var responseWords: Double { exchanges.reduce(0) { $0 + Double($1.response.wordCount) } }

  var patientWords: Double {
    exchanges.flatMap(\.patient).reduce(0) { $0 + Double(spokenWords($1.text)) }
  }
}
