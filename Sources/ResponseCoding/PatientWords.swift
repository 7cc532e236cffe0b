import Rubrics
import TranscriptModel

/// What the patient said, as stems to compare a response with.
struct PatientWords: Sendable {
  /// Content words of the last utterances.
  private(set) var content: Set<UInt64> = []
  /// Feeling words among them.
  private(set) var feelings: Set<UInt64> = []
  /// Content words of each gist phrase.
  private(set) var gist: [[UInt64]] = []
  private(set) var gistContent: Set<UInt64> = []
  /// Every word of each last utterance with I and you made one, and how many words it has.
  private(set) var lines: [(all: Set<UInt64>, count: Int)] = []
  /// The same words in order.
  private(set) var sequences: [[UInt64]] = []
  /// Content words of each earlier utterance that still matters.
  var earlier: [Set<UInt64>] = []
  private(set) var cues: Set<String> = []
  private(set) var cuesAreUnknown = false
  /// Words that stand side by side in a last utterance, as one number each.
  private(set) var pairs: Set<UInt64> = []
  private(set) var wordCount = 0
  /// Numbers of the codebook's cues for the patient's words that are found, rising.
  private(set) var cuesFound: [Int] = []
  private(set) var asks = false

  /// Earlier utterances beyond these no longer matter.
  static let memory = 24

  init(_ context: CodingContext, _ coder: ResponseCoder) {
    let lexicon = coder.lexicon
    self.init(latest: context.patient.map { UtteranceWords($0, coder) })
    cuesAreUnknown = context.cuesAreUnknown
    earlier = context.earlierPatient.suffix(Self.memory)
      .map { SpokenWords($0.text, lexicon).content }
  }

  /// Of the last utterances alone.
  init(latest: [UtteranceWords]) {
    for utterance in latest {
      cues.formUnion(utterance.cues)
      cuesFound += utterance.cuesFound
      content.formUnion(utterance.spoken.content)
      feelings.formUnion(utterance.spoken.feelings)
      lines.append((Set(utterance.spoken.alike), utterance.spoken.count))
      let alike = utterance.spoken.alike
      sequences.append(alike)
      for (first, second) in zip(alike, alike.dropFirst()) { pairs.insert(pair(first, second)) }
      wordCount += utterance.spoken.count
      asks = asks || utterance.spoken.asks
      for stems in utterance.gist {
        if !stems.isEmpty { gist.append(Array(stems)) }
        gistContent.formUnion(stems)
      }
    }
    if latest.count > 1 { cuesFound = Set(cuesFound).sorted() }
  }

  /// Whether the patient has used this content word, now or earlier.
  func haveSaid(_ stem: UInt64) -> Bool {
    content.contains(stem) || earlier.contains { $0.contains(stem) }
  }
}

/// One utterance taken apart.
struct UtteranceWords: Sendable {
  let cues: [String]
  let spoken: SpokenWords
  let gist: [Set<UInt64>]
  let cuesFound: [Int]

  init(_ utterance: Utterance, _ coder: ResponseCoder) {
    let lexicon = coder.lexicon
    cues = utterance.cues
    cuesFound = coder.compiled.cues(inThePatients: utterance.text)
    spoken = SpokenWords(utterance.text, lexicon)
    gist = utterance.gist.map { SpokenWords($0, lexicon).content }
  }
}

struct SpokenWords: Sendable {
  private(set) var content: Set<UInt64> = []
  private(set) var feelings: Set<UInt64> = []
  private(set) var alike: [UInt64] = []
  private(set) var count = 0
  private(set) var asks = false

  init(_ text: String, _ lexicon: Lexicon) {
    asks = text.utf8.contains(UInt8(ascii: "?"))
    let words = Words(withoutGestures(Array(text.utf8)))
    let symbols = WordSymbols(words, lexicon.vocabulary)
    count = words.count
    for index in 0..<words.count {
      alike.append(likeWord(words, index))
      guard !symbols.has(index, lexicon.functionWord) else { continue }
      let stem = stem(words.letters(of: index))
      content.insert(stem)
      if lexicon.isFeeling(index, symbols) { feelings.insert(stem) }
    }
  }
}

/// The stem, with I and you, my and your, am and are made one.
func likeWord(_ words: Words, _ index: Int) -> UInt64 {
  let letters = words.letters(of: index)
  if letters.count > 8 { return stem(letters) }
  switch String(decoding: letters, as: UTF8.self) {
  case "i", "me", "we", "us", "you": return 1
  case "my", "mine", "our", "your", "yours", "ours": return 2
  case "myself", "yourself": return 3
  case "am", "are", "is", "was", "were", "'s", "be", "been": return 4
  default: return stem(letters)
  }
}

/// Gestures in round brackets become blanks.
private func withoutGestures(_ text: [UInt8]) -> [UInt8] {
  var result = text
  var depth = 0
  for (offset, byte) in text.enumerated() {
    if byte == UInt8(ascii: "(") { depth += 1 }
    if depth > 0 { result[offset] = UInt8(ascii: " ") }
    if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
  }
  return depth == 0 ? result : text
}

/// The symbols by which kinds of words are told.
struct Lexicon: Sendable {
  let vocabulary: Vocabulary
  /// By the number of the class.
  let classes: [Int32]
  let feeling: Int32?
  let stock: Int32?
  let command: Int32?

  var functionWord: Int32 { classes[GrammarClass.function.rawValue] }
  var opener: Int32 { classes[GrammarClass.opener.rawValue] }
  var negation: Int32 { classes[GrammarClass.negation.rawValue] }

  func has(_ index: Int, _ kind: GrammarClass, _ symbols: WordSymbols) -> Bool {
    symbols.has(index, classes[kind.rawValue])
  }

  /// Whether the codebook says that the word begins pieces of advice.
  func isCommand(_ index: Int, _ symbols: WordSymbols) -> Bool {
    command.map { symbols.has(index, $0) } ?? false
  }

  func isFeeling(_ index: Int, _ symbols: WordSymbols) -> Bool {
    feeling.map { symbols.has(index, $0) } ?? false
  }
}
