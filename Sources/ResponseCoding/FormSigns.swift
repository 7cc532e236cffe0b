import Rubrics

/// The signs of form: how a sentence asks, how long it is, of whom it speaks, what stands around it.
extension ParsedResponse {
  func addFormSigns(
    _ sentence: Sentence, at place: Int, to signs: inout SignSet
  ) {
    let asks = signs.contains(.question)
    let start = start(of: sentence)
    if let (form, word) = questionForm(sentence, isQuestion: asks) {
      signs.insert(form.sign)
      if word - start >= 4 { signs.insert(.asksFarIn) }
    }
    addPlace(place, to: &signs)
    addMarks(sentence, to: &signs)
    addPersons(sentence, to: &signs)
    let length = sentence.endWord - sentence.firstWord
    for (place, limit) in Sign.lengths.enumerated() where length >= limit {
      signs.insert(.length(place))
    }
    if start > sentence.firstWord { signs.insert(.beginsLikeAnAnswer) }
    let clause = MainClause(self, sentence)
    signs.insert(.subject(clause.subject))
    signs.insert(.tense(clause.tense))
    signs.insert(.clause(clause.subject, clause.tense))
  }

  private func addPlace(_ place: Int, to signs: inout SignSet) {
    guard sentences.count > 1 else {
      signs.insert(.onlySentence)
      return
    }
    if place == 0 { signs.insert(.firstSentence) }
    if place == sentences.count - 1 { signs.insert(.lastSentence) }
    if sentences[..<place].contains(where: \.hasQuestionMark) { signs.insert(.questionBefore) }
    if sentences[(place + 1)...].contains(where: \.hasQuestionMark) {
      signs.insert(.questionAfter)
    }
  }

  private func addMarks(_ sentence: Sentence, to signs: inout SignSet) {
    if !sentence.isPunctuated {
      signs.insert(.noMark)
    } else if sentence.end > sentence.start {
      switch bytes[sentence.end - 1] {
      case UInt8(ascii: "!"): signs.insert(.exclaims)
      case 0xA6: signs.insert(.trailsOff)
      case UInt8(ascii: ".")
      where sentence.end - sentence.start > 2
        && bytes[sentence.end - 2] == UInt8(ascii: "."):
        signs.insert(.trailsOff)
      default: break
      }
    }
    guard sentence.endWord > sentence.firstWord else { return }
    let commas = (sentence.firstWord + 1..<sentence.endWord).count { isMarked(before: $0) }
    if commas > 0 { signs.insert(.comma) }
    if commas > 1 { signs.insert(.severalCommas) }
  }

  private func addPersons(_ sentence: Sentence, to signs: inout SignSet) {
    var (you, i, content) = (0, 0, 0)
    for index in sentence.firstWord..<sentence.endWord {
      if symbols.has(index, .youWord) {
        you += 1
      } else if symbols.has(index, .iWord) {
        i += 1
      } else if symbols.has(index, .weWord) {
        signs.insert(.speaksOfWe)
      } else if symbols.has(index, .theyWord) {
        signs.insert(.speaksOfThem)
      } else if symbols.has(index, .negation) {
        signs.insert(.negates)
      }
      if !symbols.has(index, .function) { content += 1 }
    }
    if you > 1 { signs.insert(.speaksOfYouTwice) }
    if i > 0 { signs.insert(.speaksOfI) }
    if i > 1 { signs.insert(.speaksOfITwice) }
    if content == 0 { signs.insert(.noContent) }
  }
}
