import Rubrics

/// In which way a sentence asks.
enum QuestionForm: Sendable, Hashable {
  case openly, forAFact, why, yesOrNo, invitation, tag, markAlone

  var sign: Sign {
    switch self {
    case .openly: .asksOpenly
    case .forAFact: .asksForAFact
    case .why: .asksWhy
    case .yesOrNo: .asksYesOrNo
    case .invitation: .invites
    case .tag: .endsInATag
    case .markAlone: .onlyMarked
    }
  }
}

extension ParsedResponse {
  /// How a sentence asks, and at which word; nil where it neither asks nor invites.
  func questionForm(
    _ sentence: Sentence, isQuestion: Bool
  ) -> (form: QuestionForm, word: Int)? {
    let start = start(of: sentence)
    if isInvitation(sentence, start, isQuestion) { return (.invitation, start) }
    guard isQuestion else { return nil }
    guard let nucleus = nucleus(sentence, start) else {
      let last = words.spelling(of: max(sentence.firstWord, sentence.endWord - 1))
      let isTag = tags.contains(last)
      return (isTag ? .tag : .markAlone, max(start, sentence.endWord - 1))
    }
    if !symbols.has(nucleus, .asking) {
      let isTag = nucleus >= sentence.endWord - 3 && nucleus > sentence.firstWord + 2
      return (isTag ? .tag : .yesOrNo, nucleus)
    }
    let word = words.spelling(of: nucleus)
    let next = nucleus + 1 < sentence.endWord ? words.spelling(of: nucleus + 1) : .none
    if word == "why" || (word == "how" && next == "come") { return (.why, nucleus) }
    let asksForAmount = amounts.contains(next)
    if word == "how" && asksForAmount || (word != "how" && word != "what") {
      return (.forAFact, nucleus)
    }
    return (.openly, nucleus)
  }

  /// Where the asking begins: the last asking word or helping verb before a person.
  private func nucleus(_ sentence: Sentence, _ start: Int) -> Int? {
    var best: (word: Int, asks: Bool)?
    for index in sentence.firstWord..<sentence.endWord {
      let next = index + 1
      let hasNext = next < sentence.endWord
      if symbols.has(index, .asking) {
        let isPerson = hasNext && symbols.has(next, .subject)
        let follows =
          hasNext
          && (symbols.has(next, .helping)
            || askingVerbsAfterWhat.contains(words.spelling(of: next))
            || wordsAfterAsking.contains(words.spelling(of: next)))
        guard follows || (index == start && !isPerson) else { continue }
        if best?.asks == true, best?.word == index - 1 { continue }
        best = (index, true)
      } else if symbols.has(index, .helping), hasNext,
        symbols.has(next, .asked), !words.isWord(index, "'s"), !words.isWord(index, "'d")
      {
        if let best, best.word == index - 1 || best.word == index - 2 { continue }
        let begins =
          index == start || (index > sentence.firstWord && isMarked(before: index))
          || (index > sentence.firstWord
            && wordsBeforeAsking.contains(words.spelling(of: index - 1)))
        guard begins || sentence.hasQuestionMark else { continue }
        guard best?.asks != true || index > (best?.word ?? 0) + 3 else { continue }
        best = (index, false)
      }
    }
    return best?.word
  }

  /// "tell me about …", "could you say more", "I'm curious what …"
  private func isInvitation(_ sentence: Sentence, _ start: Int, _ isQuestion: Bool) -> Bool {
    let limit = isQuestion ? sentence.endWord : min(sentence.endWord, start + 5)
    for index in start..<max(start, limit) {
      let next = index + 1 < sentence.endWord ? words.spelling(of: index + 1) : .none
      switch words.spelling(of: index) {
      case "tell", "walk", "talk", "take", "help":
        if next == "me" || next == "us" { return true }
      case "say", "more", "anything", "what":
        if next == "more" || (next == "about" && words.isWord(index, "more")) { return true }
        if next == "else", isQuestion || words.isWord(index, "anything") { return true }
      case "curious", "wondering", "elaborate", "describe":
        if isQuestion || index == start { return true }
      default: break
      }
    }
    return false
  }
}

private let tags: [Spelling] = ["right", "huh", "yeah", "no", "okay", "ok", "correct", "yes"]
private let amounts: [Spelling] = ["many", "much", "often", "long", "old", "far"]
private let wordsAfterAsking: [Spelling] = ["many", "much", "often", "long", "kind", "sort"]
private let wordsBeforeAsking: [Spelling] = ["and", "so", "or", "but", "then"]
