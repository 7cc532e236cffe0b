/// What a patient said in one breath, with what its author said about it.
package struct Utterance: Sendable, Hashable, Codable {
  package var speaker: String
  /// The words as written; gestures stand in round brackets.
  package var text: String
  /// Names of the cues the line offers (`self-blame`, `hint` …); they are what a trainee can meet.
  package var cues: [String]
  /// Short phrases for what the line says and means, against which a reflection is recognised.
  package var gist: [String]
  /// A sentence the author would have liked to hear in answer.
  package var better: BetterSentence?
  /// What the patient thought and did not say; never shown before the line was answered.
  package var thought: String?

  package init(
    speaker: String, text: String, cues: [String] = [], gist: [String] = [],
    better: BetterSentence? = nil, thought: String? = nil
  ) {
    self.speaker = speaker
    self.text = text
    self.cues = cues
    self.gist = gist
    self.better = better
    self.thought = thought
  }
}

/// A sentence worth saying, and why it helps.
package struct BetterSentence: Sendable, Hashable, Codable {
  package var sentence: String
  package var reason: String

  package init(sentence: String, reason: String) {
    self.sentence = sentence
    self.reason = reason
  }

  /// Whether four of five of its words, at least, were said in `response`: then it would be offered to
  /// somebody who has just said it.
  package func isSaid(in response: String) -> Bool {
    func words(_ text: String) -> Set<Substring> {
      Set(text.lowercased().split { !$0.isLetter && !$0.isNumber })
    }
    let (own, said) = (words(sentence), words(response))
    return !own.isEmpty && Double(own.intersection(said).count) >= 0.8 * Double(own.count)
  }
}
