import TranscriptModel

extension SimulatedTrainee {
  /// What somebody says who wants a high rating and does not listen.
  mutating func cheat(_ latest: [Utterance], _ stock: ResponseStock) -> String {
    let own = stock.own[kind] ?? []
    switch kind {
    case .echo: return echo(of: latest) ?? one(of: own)
    case .stockPhrase: return habit ?? one(of: own)
    case .oneSentence: return habit ?? one(of: stock.better)
    case .phraseStuffer: return several(5 + dice.below(3), of: own)
    case .keywordSalad:
      return (0..<14).map { _ in one(of: stock.keywords + saladWords) }.joined(separator: " ") + "."
    case .stemAndWord: return one(of: cheatingStems) + " \(patientsWord(latest))."
    case .guesser:
      let feeling = one(of: stock.feelings)
      let beginning = one(of: guessingStems).replacing("<feeling>", with: feeling)
      return beginning + " the \(patientsWord(latest))."
    case .wrongMoment:
      let right = latest.compactMap { $0.better?.sentence }
      return one(of: unsaid(stock.better.filter { !right.contains($0) }))
    case .preacher: return several(2, of: own) + " " + one(of: stock.own[.adviser] ?? [])
    default: return one(of: unsaid(own))
    }
  }

  private mutating func several(_ count: Int, of lines: [String]) -> String {
    (0..<count).map { _ in one(of: unsaid(lines)) }.joined(separator: " ")
  }

  /// The patient's last sentence, turned round.
  private func echo(of latest: [Utterance]) -> String? {
    let words = spokenWords(of: latest).map { word in turned[word.lowercased()] ?? word }
    return words.isEmpty ? nil : "So \(words.joined(separator: " "))."
  }

  private mutating func patientsWord(_ latest: [Utterance]) -> String {
    let words = latest.flatMap { spokenWords(of: [$0]) }.filter { $0.count > 4 }
    return words.isEmpty ? "that" : one(of: words).lowercased()
  }

  /// Words of the last sentence somebody said.
  private func spokenWords(of latest: [Utterance]) -> [String] {
    guard let text = latest.last?.text else { return [] }
    let sentences = withoutGestures(text).split { ".?!…".contains($0) }
    let last = sentences.last { $0.contains(where: \.isLetter) } ?? ""
    return last.split { $0.isWhitespace || ",;:—–".contains($0) }.map(String.init)
      .filter { $0.contains(where: \.isLetter) }
  }
}

private let turned = [
  "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are",
  "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "we": "you", "our": "your",
  "you": "I", "your": "my",
]

let stockPhrases = [
  "It sounds like you feel sad.", "That makes sense.", "I hear you, that must be so hard.",
  "How does that make you feel?", "Tell me more about that.",
  "What is it like for you right now, as you say that?",
  "It makes sense that you feel this way, with all that has happened.",
  "I notice something shifted between us just now.",
]

let openQuestions = [
  "What was that like for you?", "How did that come about?", "What happened next?",
  "How do you see it yourself?", "What did you make of that?", "What goes through your mind then?",
  "How has this week been for you?", "What would you like to be different?",
  "What matters most to you in all this?", "How do you manage on days like that?",
]

private let saladWords = [
  "sounds", "like", "you", "feel", "sense", "right", "now", "between", "us", "because", "notice",
  "together", "understand", "part", "of", "it", "makes", "what", "how",
]

private let cheatingStems = [
  "It sounds like you feel", "You feel so much about", "It seems to be about",
  "I hear how much there is in", "So for you it is", "Part of you feels", "You are left with",
  "What hurts is",
]

private let guessingStems = [
  "It sounds like you feel <feeling> about", "You must have been <feeling> because of",
  "So you were left <feeling> with", "I imagine it is <feeling> for you, with",
  "Part of you is <feeling> when you think of", "You seem <feeling>, and it has to do with",
]
