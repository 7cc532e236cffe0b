import Rubrics

/// Subject and tense of a sentence's main clause, told by its first finite verb.
///
/// Light: it knows classes of small words and endings, passes over clauses that begin with "if",
/// "when" … up to their comma, and over nouns after "the" or "my".
struct MainClause: Sendable {
  var subject = Sign.Subject.none
  var tense = Sign.Tense.none

  init(_ parsed: ParsedResponse, _ sentence: Sentence) {
    var reader = MainClauseReader(parsed: parsed, sentence: sentence)
    subject = reader.subject()
    tense = reader.tense()
  }
}

private struct MainClauseReader {
  let parsed: ParsedResponse
  let sentence: Sentence

  private func has(_ index: Int, _ kind: GrammarClass) -> Bool {
    index < sentence.endWord && parsed.symbols.has(index, kind)
  }

  private func ends(_ index: Int, _ ending: Spelling, from length: Int) -> Bool {
    let word = parsed.words.words[index]
    guard word.end - word.start >= length else { return false }
    return Spelling(parsed.words.letters, (word.end - ending.count)..<word.end) == ending
  }

  func subject() -> Sign.Subject {
    for index in parsed.start(of: sentence)..<sentence.endWord {
      if parsed.words.isWord(index, "i") { return .i }
      if has(index, .youWord) { return .you }
      if parsed.words.isWord(index, "we") || parsed.words.isWord(index, "let") { return .we }
      if parsed.words.isWord(index, "there") { return .there }
      guard has(index, .subject) else { continue }
      return has(index, .theyWord) ? .they : .it
    }
    return .none
  }

  mutating func tense() -> Sign.Tense {
    var first = sentence.firstWord
    if has(first, .joining),
      let comma = (first + 1..<max(first + 1, sentence.endWord))
        .first(where: { parsed.isMarked(before: $0) })
    {
      first = comma
    }
    var isRelative = false
    var index = first
    while index < sentence.endWord {
      defer { index += 1 }
      if index > first, !isRelative, !has(index - 1, .subject), index + 1 < sentence.endWord,
        relatives.contains(parsed.words.spelling(of: index))
      {
        isRelative = true
        continue
      }
      let isVerb = has(index, .helping) || has(index, .past) || ends(index, "ed", from: 4)
      if isRelative, isVerb {
        isRelative = false
        continue
      }
      if index > first, has(index - 1, .before), !has(index, .helping) { continue }
      if let tense = tense(at: index, first) { return tense }
    }
    return .none
  }

  private func tense(at index: Int, _ first: Int) -> Sign.Tense? {
    let words = parsed.words
    let (one, two) = following(index)
    if words.isWord(index, "will") || words.isWord(index, "shall") { return .future }
    if words.isWord(index, "'d") {
      guard let one else { return .modal }
      return ends(one, "ed", from: 4) || words.isWord(one, "been") ? .past : .modal
    }
    if has(index, .modal) { return .modal }
    if presentForms.contains(words.spelling(of: index)) {
      if words.isWord(index, "'s"), index > first {
        if words.isWord(index - 1, "let") { return .imperative }
        let isVerb =
          has(index - 1, .subject) || has(index - 1, .asking) || words.isWord(index - 1, "here")
        guard isVerb else { return nil }
        if let one, perfectForms.contains(words.spelling(of: one)) { return .perfect }
      }
      if let one, words.isWord(one, "going"), let two, words.isWord(two, "to") { return .future }
      return .present
    }
    if pastForms.contains(words.spelling(of: index)) { return .past }
    if words.isWord(index, "have") || words.isWord(index, "has") {
      var next = one
      while let place = next, has(place, .subject) || words.isWord(place, "ever") {
        next = place + 1 < sentence.endWord ? place + 1 : nil
      }
      guard let next else { return .present }
      let isDone =
        has(next, .participle) || ends(next, "en", from: 4)
        || (ends(next, "ed", from: 4) && !has(next, .state))
      return isDone ? .perfect : .present
    }
    if words.isWord(index, "do") || words.isWord(index, "does") {
      let orders = index == first && one.map { !has($0, .subject) } ?? false
      return orders && words.isWord(index, "do") ? .imperative : .present
    }
    return fullVerb(index, first)
  }

  private func fullVerb(_ index: Int, _ first: Int) -> Sign.Tense? {
    if has(index, .past) { return .past }
    if ends(index, "ed", from: 4), !has(index, .state), !(index > first && has(index - 1, .helping))
    {
      return .past
    }
    if index == first, !has(index, .subject),
      has(index, .plain) || has(index, .inviting) || parsed.symbols.has(index, .command)
    {
      return .imperative
    }
    let isFunction = parsed.symbols.has(index, .function)
    guard index > first else { return nil }
    if has(index - 1, .subject) || has(index - 1, .between) {
      if has(index, .plain) || ends(index, "s", from: 3) { return .present }
      let isPlural = plurals.contains(parsed.words.spelling(of: index - 1))
      if isPlural, !isFunction { return .present }
    }
    let follows = !parsed.symbols.has(index - 1, .function)
    return follows && has(index, .plain) ? .present : nil
  }

  /// The next two words that are no "not", "really" …, where they stand close.
  private func following(_ index: Int) -> (Int?, Int?) {
    var one: Int?
    for next in index + 1..<max(index + 1, min(index + 5, sentence.endWord))
    where !has(next, .between) {
      if let one { return (one, next) }
      one = next
    }
    return (one, nil)
  }
}

private let relatives: [Spelling] = ["that", "which", "who", "whom", "where"]
private let presentForms: [Spelling] = ["am", "is", "are", "'s"]
private let perfectForms: [Spelling] = ["been", "had", "got"]
private let pastForms: [Spelling] = ["was", "were", "did", "had"]
private let plurals: [Spelling] = ["i", "you", "we", "they"]
