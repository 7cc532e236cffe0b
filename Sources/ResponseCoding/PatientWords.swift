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

  /// Earlier utterances beyond these no longer matter.
  static let memory = 24

  init(_ context: CodingContext, _ lexicon: Lexicon) {
    self.init(latest: context.patient.map { UtteranceWords($0, lexicon) })
    earlier = context.earlierPatient.suffix(Self.memory)
      .map { SpokenWords($0.text, lexicon).content }
  }

  /// Of the last utterances alone.
  init(latest: [UtteranceWords]) {
    for utterance in latest {
      cues.formUnion(utterance.cues)
      content.formUnion(utterance.spoken.content)
      feelings.formUnion(utterance.spoken.feelings)
      lines.append((Set(utterance.spoken.alike), utterance.spoken.count))
      sequences.append(utterance.spoken.alike)
      for stems in utterance.gist {
        if !stems.isEmpty { gist.append(Array(stems)) }
        gistContent.formUnion(stems)
      }
    }
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

  init(_ utterance: Utterance, _ lexicon: Lexicon) {
    cues = utterance.cues
    spoken = SpokenWords(utterance.text, lexicon)
    gist = utterance.gist.map { SpokenWords($0, lexicon).content }
  }
}

struct SpokenWords: Sendable {
  private(set) var content: Set<UInt64> = []
  private(set) var feelings: Set<UInt64> = []
  private(set) var alike: [UInt64] = []
  private(set) var count = 0

  init(_ text: String, _ lexicon: Lexicon) {
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
  let functionWord: Int32
  let opener: Int32
  let negation: Int32
  let feeling: Int32?
  let stock: Int32?

  func isFeeling(_ index: Int, _ symbols: WordSymbols) -> Bool {
    feeling.map { symbols.has(index, $0) } ?? false
  }
}
