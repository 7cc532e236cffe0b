import Diagnostics
import Foundation
import Rubrics
import Scoring
import Testing
import TranscriptModel

/// One turn: the cues of the patient's line, and the codes of the response.
///
/// The response takes up a word of the patient's. Sentences are parted by `|`. `RF?` is heard with half certainty, `RF~` is void.
func turn(_ cues: String, _ codes: String, words: Int = 12, better: String? = nil) -> Exchange {
  let names = cues.split(separator: " ").map(String.init)
  let line = Utterance(
    speaker: "Ana", text: "(sighs) These are the five words.", cues: names,
    better: better.map { BetterSentence(sentence: $0, reason: "it helps") })
  var applied: [AppliedCode] = []
  for (sentence, part) in codes.split(separator: "|").enumerated() {
    for written in part.split(separator: " ") {
      let id = String(written.filter { $0 != "?" && $0 != "~" })
      applied.append(
        AppliedCode(
          code: id, name: "name of \(id)", families: [],
          confidence: written.hasSuffix("?") ? 0.5 : 0.9, range: TextRange(0, 1),
          evidence: "words for \(id)", sentence: sentence,
          weight: written.hasSuffix("~") ? 0 : 1))
    }
  }
  return Exchange(
    turn: 0, patient: [line],
    response: CodedResponse(
      text: codes + " five new terms", sentences: [], codes: applied, wordCount: words,
      isUnderstood: true))
}

/// Noise from the keyboard.
func noise(_ cues: String = "") -> Exchange {
  var exchange = turn(cues, "", words: 0)
  exchange.response.isUnderstood = false
  return exchange
}

/// The turns with their numbers.
func session(_ turns: Exchange...) -> [Exchange] { numbered(turns) }

func numbered(_ turns: [Exchange]) -> [Exchange] {
  turns.enumerated().map { index, exchange in
    var exchange = exchange
    exchange.turn = index + 1
    return exchange
  }
}

/// The text of a shipped rubric.
func shippedText(_ name: String) throws -> String {
  let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Rubrics/\(name).rubric")
  return try String(contentsOf: path, encoding: .utf8)
}

/// The rubric of a text that has no problems.
func rubric(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Rubric {
  let result = readRubric(SourceFile(name: "a.rubric", text: text), codebook: iptNames())
  #expect(result.diagnostics == [], sourceLocation: sourceLocation)
  return try #require(result.rubric, sourceLocation: sourceLocation)
}

func shippedRubrics() throws -> [Rubric] {
  try ["validation", "active-listening", "here-and-now", "safety"].map {
    try rubric(try shippedText($0))
  }
}
