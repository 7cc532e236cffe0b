import Rubrics

/// One response taken apart, before any code is given.
struct ParsedResponse {
  let bytes: [UInt8]
  let words: Words
  let symbols: WordSymbols
  let sentences: [Sentence]
  let questionMarks: Int

  init(_ text: String, _ vocabulary: Vocabulary) {
    bytes = Array(text.utf8)
    words = Words(bytes)
    symbols = WordSymbols(words, vocabulary)
    sentences = splitSentences(bytes, words)
    var marks = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "?"), previous != byte { marks += 1 }
      previous = byte
    }
    questionMarks = marks
  }

  /// The first word that is no opener such as "so" or "well", at most four of them in.
  func start(of sentence: Sentence, _ lexicon: Lexicon) -> Int {
    var index = sentence.firstWord
    let limit = min(sentence.firstWord + 4, sentence.endWord - 1)
    while index < limit, symbols.has(index, lexicon.opener) { index += 1 }
    return index
  }

  func isQuestion(_ sentence: Sentence, _ lexicon: Lexicon) -> Bool {
    if sentence.hasQuestionMark { return true }
    if sentence.isPunctuated || sentence.isGesture { return false }
    let first = start(of: sentence, lexicon)
    guard first + 1 < sentence.endWord else { return false }
    let (word, next) = (words.text(of: first), words.text(of: first + 1))
    if askingWords.contains(word) {
      if word == "when" || word == "where" || word == "who" {
        let third = first + 2 < sentence.endWord ? words.text(of: first + 2) : ""
        return askingVerbs.contains(next) && (word == "who" || askedPersons.contains(third))
      }
      return askingVerbs.contains(next) || askingVerbsAfterWhat.contains(next)
        || (word == "how" && ["long", "many", "much", "often", "old"].contains(next))
    }
    return askingVerbs.contains(word) && askedPersons.contains(next)
  }

  /// Which signs of the codebook a sentence shows.
  func signs(_ sentence: Sentence, _ patient: PatientWords, _ lexicon: Lexicon) -> Set<Sign> {
    if sentence.isGesture { return [.gesture, .statement] }
    var signs: Set<Sign> = [isQuestion(sentence, lexicon) ? .question : .statement]
    let first = words.text(of: start(of: sentence, lexicon))
    if first == "you" || first == "your" { signs.insert(.startsWithYou) }
    if first == "i" { signs.insert(.startsWithI) }

    var content: Set<UInt64> = []
    for index in sentence.firstWord..<sentence.endWord {
      if isYou(index) { signs.insert(.speaksOfYou) }
      guard !symbols.has(index, lexicon.functionWord) else { continue }
      let stem = stem(words.letters(of: index))
      content.insert(stem)
      guard lexicon.isFeeling(index, symbols) else { continue }
      signs.insert(patient.feelings.contains(stem) ? .patientsFeeling : .newFeeling)
    }
    let copied = content.count { patient.content.contains($0) }
    if copied > 0 { signs.insert(.patientsWords) }
    if copied * 2 >= content.count, copied > 0 { signs.insert(.mostlyPatientsWords) }
    let isNew = content.contains {
      !patient.content.contains($0) && !patient.gistContent.contains($0)
    }
    // Without words of the patient nothing can be told to be new.
    if isNew, !patient.content.isEmpty { signs.insert(.newWords) }
    let hasGist = patient.gist.contains { phrase in
      phrase.count { content.contains($0) } * 2 > phrase.count
    }
    if hasGist { signs.insert(.gist) }
    if patient.earlier.lazy.filter({ !$0.isDisjoint(with: content) }).prefix(2).count == 2 {
      signs.insert(.earlierTurns)
    }
    if words.typedCount <= 4 { signs.insert(.fewWords) }
    if words.typedCount > 60, questionMarks == 0 { signs.insert(.manyWords) }
    if words.typedCount > 90 { signs.insert(.tooManyWords) }
    if questionMarks > 1 { signs.insert(.severalQuestions) }
    return signs
  }

  private func isYou(_ index: Int) -> Bool {
    words.isWord(index, "you") || words.isWord(index, "your") || words.isWord(index, "yours")
      || words.isWord(index, "yourself")
  }
}
