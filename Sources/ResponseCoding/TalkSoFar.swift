import TranscriptModel

/// What of the trainee's earlier responses matters for hearing the next one.
struct TalkSoFar: Sendable {
  /// The codes of the response before.
  var lastCodes: [AppliedCode] = []
  /// Whether the trainee has asked or reflected before giving an answer.
  var hasExplored = false
  /// Whether a response in the same words was given before.
  var hasSaidThis = false
  /// How the statements of the two responses before began, one set for each of them.
  var openings: [Set<String>] = []
}

extension TalkSoFar {
  init(_ context: CodingContext, _ parsed: ParsedResponse) {
    let earlier = context.earlierResponses
    lastCodes = earlier.last?.codes ?? []
    hasExplored = earlier.contains(where: \.explores)
    hasSaidThis = earlier.contains {
      $0.wordCount == parsed.words.typedCount && Words($0.text).saySame(as: parsed.words)
    }
    openings = earlier.suffix(2).map { response in
      let bytes = Array(response.text.utf8)
      let words = Words(bytes)
      return words.openings(of: splitSentences(bytes, words))
    }
  }
}

extension CodedResponse {
  /// Whether it asks or reflects.
  var explores: Bool {
    codes.contains {
      $0.certainty > 0 && ($0.families.contains("question") || $0.families.contains("reflection"))
    }
  }
}

extension Words {
  func saySame(as other: Words) -> Bool {
    count == other.count
      && (0..<count).allSatisfy { letters(of: $0).elementsEqual(other.letters(of: $0)) }
  }

  func openings(of sentences: [Sentence]) -> Set<String> {
    Set(sentences.compactMap(opening))
  }

  /// "it sounds", "that must": the first two words of a statement, three where the first is "you".
  func opening(of sentence: Sentence) -> String? {
    guard !sentence.hasQuestionMark, !sentence.isGesture else { return nil }
    var index = sentence.firstWord
    while index < sentence.endWord, openers.contains(text(of: index)) { index += 1 }
    guard index < sentence.endWord else { return nil }
    let length = isWord(index, "you") ? 3 : 2
    guard index + length <= sentence.endWord else { return nil }
    return (index..<(index + length)).map { text(of: $0) }.joined(separator: " ")
  }
}
