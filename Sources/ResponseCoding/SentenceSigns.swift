import Rubrics

/// One response taken apart, before any code is given.
struct ParsedResponse {
  let bytes: [UInt8]
  let words: Words
  let symbols: WordSymbols
  let sentences: [Sentence]
  let questionMarks: Int
  /// Of each word: its stem, and the same with I and you made one.
  let stems: [UInt64]
  let alike: [UInt64]
  /// Somebody's words in quotation marks.
  let quotations: [Range<Int>]

  init(_ text: String, _ vocabulary: Vocabulary) {
    bytes = Array(text.utf8)
    words = Words(bytes)
    symbols = WordSymbols(words, vocabulary)
    stems = words.stems
    alike = words.alike(stems)
    sentences = splitSentences(bytes, words)
    quotations = ResponseCoding.quotations(in: bytes)
    var marks = 0
    var previous: UInt8 = 0
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "?"), previous != byte, !isQuoted(offset, quotations) { marks += 1 }
      previous = byte
    }
    questionMarks = marks
  }

  /// The first word that is no opener such as "so" or "well", at most four of them in.
  func start(of sentence: Sentence) -> Int {
    var index = sentence.firstWord
    let limit = min(sentence.firstWord + 4, sentence.endWord - 1)
    while index < limit, symbols.has(index, .opener) { index += 1 }
    return index
  }

  /// Whether a word stands in quotation marks.
  func isQuotedWord(_ index: Int) -> Bool { isQuoted(words.words[index].sourceStart, quotations) }

  /// Whether all of a sentence does.
  func isQuotation(_ sentence: Sentence) -> Bool {
    guard !quotations.isEmpty, sentence.firstWord < sentence.endWord else { return false }
    return isQuotedWord(sentence.firstWord) && isQuotedWord(sentence.endWord - 1)
      && (sentence.firstWord..<sentence.endWord).allSatisfy(isQuotedWord)
  }

  func isQuestion(_ sentence: Sentence) -> Bool {
    if isQuotation(sentence) { return false }
    if sentence.hasQuestionMark {
      guard !quotations.isEmpty else { return true }
      let marks = (sentence.start..<sentence.end).filter { bytes[$0] == UInt8(ascii: "?") }
      return marks.isEmpty || marks.contains { !isQuoted($0, quotations) }
    }
    if sentence.isPunctuated || sentence.isGesture { return false }
    let first = start(of: sentence)
    if asks(from: first, in: sentence) { return true }
    // "if the anger could talk, what would it say"
    return (first + 1..<max(first + 1, sentence.endWord)).contains {
      isMarked(before: $0) && askingWords.contains(words.spelling(of: $0))
        && asks(from: $0, in: sentence)
    }
  }

  /// Whether words without a mark at their end ask, when they begin here.
  private func asks(from first: Int, in sentence: Sentence) -> Bool {
    guard first + 1 < sentence.endWord else { return false }
    let (word, next) = (words.spelling(of: first), words.spelling(of: first + 1))
    if askingWords.contains(word) {
      if word == "which", sentence.endWord - first >= 4, next != "is" { return true }
      if word == "when" || word == "where" || word == "who" {
        let third = first + 2 < sentence.endWord ? words.spelling(of: first + 2) : .none
        if word == "who", next == "else" { return true }
        return askingVerbs.contains(next) && (word == "who" || askedPersons.contains(third))
      }
      return askingVerbs.contains(next) || askingVerbsAfterWhat.contains(next)
        || (word == "how" && amounts.contains(next))
        || (word == "what" && asksAfterWhat(first + 1, sentence))
    }
    if word == "want" || word == "fancy" { return next == "to" }
    return askingVerbs.contains(word) && askedPersons.contains(next)
  }

  /// "what feels so hard about that" asks; "what you need is rest" and "what a week" do not.
  private func asksAfterWhat(_ next: Int, _ sentence: Sentence) -> Bool {
    let word = words.spelling(of: next)
    guard !askedPersons.contains(word), !noVerbs.contains(word) else {
      return false
    }
    return !(next + 1..<max(next + 1, sentence.endWord)).contains { words.isWord($0, "is") }
  }

  /// Which signs of the codebook a sentence shows.
  func signs(
    _ sentence: Sentence, at place: Int, _ patient: PatientWords, _ talk: TalkSoFar
  ) -> SignSet {
    if sentence.isGesture { return SignSet(.gesture, .statement) }
    var signs = SignSet(isQuestion(sentence) ? .question : .statement)
    let first = words.spelling(of: start(of: sentence))
    if first == "you" || first == "your" { signs.insert(.startsWithYou) }
    if first == "i" { signs.insert(.startsWithI) }

    var content = StemSet()
    var isStock = true
    for index in sentence.firstWord..<sentence.endWord {
      if isYou(index) { signs.insert(.speaksOfYou) }
      guard !symbols.has(index, .function) else { continue }
      if !symbols.has(index, .stock) { isStock = false }
      let stem = stems[index]
      content.insert(stem)
      guard symbols.has(index, .feeling) else { continue }
      signs.insert(patient.feelings.contains(stem) ? .patientsFeeling : .newFeeling)
    }
    if isStock { signs.insert(.stockWords) }
    let copied = content.stems.count { patient.content.contains($0) }
    if copied > 0 { signs.insert(.patientsWords) }
    if isQuotation(sentence) { signs.insert(.quoted) }
    if copied * 2 >= content.count, copied > 0 { signs.insert(.mostlyPatientsWords) }
    let isNew = content.stems.contains {
      !patient.content.contains($0) && !patient.gistContent.contains($0)
    }
    // Without words of the patient nothing can be told to be new.
    if isNew, !patient.content.isEmpty { signs.insert(.newWords) }
    let hasGist = patient.gist.contains { phrase in
      phrase.count { content.contains($0) } * 2 > phrase.count
    }
    if hasGist { signs.insert(.gist) }
    if !hasGist, copied == 0, !signs.contains(.speaksOfYou) { signs.insert(.nothingOfThePatient) }
    if patient.earlier.lazy.filter({ !$0.isDisjoint(with: content) }).prefix(2).count == 2 {
      signs.insert(.earlierTurns)
    }
    if words.typedCount <= 4 { signs.insert(.fewWords) }
    if words.typedCount > 60, questionMarks == 0 { signs.insert(.manyWords) }
    if words.typedCount > 90 { signs.insert(.tooManyWords) }
    if questionMarks > 1 { signs.insert(.severalQuestions) }
    addFormSigns(sentence, at: place, to: &signs)
    addRelationSigns(sentence, patient, content: content.count, copied: copied, to: &signs)
    talk.addSigns(to: &signs)
    return signs
  }

  /// Whether a word begins the sentence or a part of it after a mark, small words aside, and nothing
  /// before it tells what somebody does: "you come home, put the coat away" is a story.
  func startsClause(_ word: Int, in sentence: Sentence) -> Bool {
    var index = word
    while index > sentence.firstWord {
      if isMarked(before: index) { return !tellsOfSomebody(sentence.firstWord..<index) }
      let isSmall =
        symbols.has(index - 1, .opener)
        || wordsBeforeAClause.contains(words.spelling(of: index - 1))
      guard isSmall else { return false }
      index -= 1
    }
    return true
  }

  func isMarked(before index: Int) -> Bool {
    let gap = words.words[index - 1].sourceEnd..<words.words[index].sourceStart
    var hasDash = false
    for offset in gap {
      let byte = bytes[offset]
      if byte >= 0x80 || isMark(byte) { return true }
      if byte == UInt8(ascii: "-") { hasDash = true }
    }
    return hasDash && gap.count >= 3
  }

  private func tellsOfSomebody(_ range: Range<Int>) -> Bool {
    var tells = false
    for index in range {
      switch words.spelling(of: index) {
      case "if", "when", "whenever", "once", "next", "before", "after", "should", "can", "could",
        "need", "must":
        return false
      case "you", "he", "she", "they", "we", "it": tells = true
      default: break
      }
    }
    return tells
  }

  /// Whether a negation stands up to four words before a word, in the same clause.
  func isNegated(_ word: Int, in sentence: Sentence) -> Bool {
    var index = word
    while index > sentence.firstWord, word - index < 4 {
      let gap = words.words[index - 1].sourceEnd..<words.words[index].sourceStart
      if gap.contains(where: { isMark(bytes[$0]) }) { return false }
      index -= 1
      if symbols.has(index, .negation) { return true }
      if words.isWord(index, "but") || words.isWord(index, "so") { return false }
    }
    return false
  }

  private func isYou(_ index: Int) -> Bool {
    words.isWord(index, "you") || words.isWord(index, "your") || words.isWord(index, "yours")
      || words.isWord(index, "yourself")
  }
}

/// A mark inside a sentence.
private func isMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
}

private let amounts: [Spelling] = ["long", "many", "much", "often", "old"]
private let noVerbs: [Spelling] = ["a", "an", "the", "my", "matters"]
private let wordsBeforeAClause: [Spelling] = ["just", "please", "simply", "or", "maybe"]

private func isQuoted(_ offset: Int, _ quotations: [Range<Int>]) -> Bool {
  quotations.contains { $0.contains(offset) }
}
