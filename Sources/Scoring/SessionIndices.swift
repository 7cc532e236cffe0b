import Rubrics
import TranscriptModel

/// Plain numbers about a session, for trends and benchmarks; each nil where it would mislead.
package struct SessionIndices: Sendable, Hashable, Codable {
  package var turns: Int
  /// Sentences that reflect to sentences that ask; nil without questions or below four of both.
  package var reflectionsPerQuestion: Double?
  /// Per cent of questions; nil below four.
  package var openQuestions: Double?
  /// Per cent of reflections; nil below four.
  package var complexReflections: Double?
  package var wordsPerTurn: Double?
  /// Turns with advice nobody asked for, per twenty turns; nil below five turns.
  package var advicePerTwentyTurns: Double?
  /// The trainee's per cent of all words, gestures aside; nil below five turns.
  package var talkShare: Double?
}

let fewestSentences = 4.0
let fewestTurns = 5

/// Names of the codebook that the indices rest on; an index is nil where the codebook lacks its name.
enum IndexCodes {
  static let question = "question"
  static let openQuestion = "open question"
  static let reflection = "reflection"
  static let complexReflection = "complex reflection"
  static let advice = "advice without permission"
}

func indices(of session: HeardSession, codebook: Codebook) -> SessionIndices {
  func count(_ name: String) -> Double? {
    let codes = codebook.codes(named: name)
    return codes.isEmpty ? nil : session.sentences(with: codes).count
  }
  var result = SessionIndices(turns: session.exchanges.count)
  guard !session.exchanges.isEmpty else { return result }

  let (questions, reflections) = (count(IndexCodes.question), count(IndexCodes.reflection))
  if let questions, let reflections, questions > 0, questions + reflections >= fewestSentences {
    result.reflectionsPerQuestion = rounded(reflections / questions)
  }
  if let questions, let open = count(IndexCodes.openQuestion), questions >= fewestSentences {
    result.openQuestions = rounded(100 * open / questions)
  }
  if let reflections, let complex = count(IndexCodes.complexReflection),
    reflections >= fewestSentences
  {
    result.complexReflections = rounded(100 * complex / reflections)
  }
  let words = session.responseWords
  result.wordsPerTurn = rounded(words / session.turns)

  guard session.exchanges.count >= fewestTurns else { return result }
  let advice = codebook.codes(named: IndexCodes.advice)
  if !advice.isEmpty {
    result.advicePerTwentyTurns = rounded(20 * session.turns(with: advice).count / session.turns)
  }
  let heard = session.patientWords
  if heard > 0 { result.talkShare = rounded(100 * words / (words + heard)) }
  return result
}

/// How much the sentences of a session count that reflect and that ask: what the indices rest on. Nil
/// where the codebook lacks the name.
package func sentenceCounts(
  _ exchanges: [Exchange], codebook: Codebook
) -> (reflections: Double?, questions: Double?) {
  let session = HeardSession(exchanges, isOver: true)
  func count(_ name: String) -> Double? {
    let codes = codebook.codes(named: name)
    return codes.isEmpty ? nil : session.sentences(with: codes).count
  }
  return (count(IndexCodes.reflection), count(IndexCodes.question))
}

/// Words outside round brackets, in which gestures stand.
package func spokenWords(_ text: String) -> Int {
  var depth = 0
  var words = 0
  var inWord = false
  for character in text {
    if character == "(" { depth += 1 }
    if character == ")" { depth = max(0, depth - 1) }
    let isPart = character.isLetter || character.isNumber || character == "'" || character == "’"
    if isPart, !inWord, depth == 0 { words += 1 }
    inWord = isPart
  }
  return words
}
