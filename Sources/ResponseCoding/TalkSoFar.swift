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
  /// What the response before was like; empty where there was none.
  var last = LastResponse.none

  /// The forms of the response before that matter for the next.
  struct LastResponse: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let none: LastResponse = []
    static let given = LastResponse(rawValue: 1)
    static let asked = LastResponse(rawValue: 2)
    static let spokeOfYou = LastResponse(rawValue: 4)
    static let brief = LastResponse(rawValue: 8)
  }

  func addSigns(to signs: inout SignSet) {
    if !last.contains(.given) { signs.insert(.nothingBefore) }
    if last.contains(.asked) { signs.insert(.askedBefore) }
    if last.contains(.spokeOfYou) { signs.insert(.statedYouBefore) }
    if last.contains(.brief) { signs.insert(.briefBefore) }
  }
}

extension TalkSoFar.LastResponse {
  init(_ response: CodedResponse) {
    let words = Words(response.text)
    self = .given
    if response.text.utf8.contains(UInt8(ascii: "?")) { insert(.asked) }
    guard !contains(.asked) else { return }
    if response.wordCount <= 4 { insert(.brief) }
    if (0..<words.count).contains(where: { words.isWord($0, "you") || words.isWord($0, "your") }) {
      insert(.spokeOfYou)
    }
  }
}

extension TalkSoFar {
  init(_ context: CodingContext, _ parsed: ParsedResponse) {
    let earlier = context.earlierResponses
    lastCodes = earlier.last?.codes ?? []
    hasExplored = earlier.contains(where: \.explores)
    hasSaidThis = earlier.contains {
      $0.wordCount == parsed.words.typedCount && Words($0.text).saySame(as: parsed.words)
    }
    last = earlier.last.map(LastResponse.init) ?? .none
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
    while index < sentence.endWord, openingWords.contains(spelling(of: index)) { index += 1 }
    guard index < sentence.endWord else { return nil }
    let length = isWord(index, "you") ? 3 : 2
    guard index + length <= sentence.endWord else { return nil }
    return (index..<(index + length)).map { text(of: $0) }.joined(separator: " ")
  }
}

private let openingWords = openers.sorted().map { Spelling($0) }
