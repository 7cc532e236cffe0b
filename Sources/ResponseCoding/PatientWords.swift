import Rubrics
import TranscriptModel

/// What the patient said, as stems to compare a response with.
struct PatientWords: Sendable {
  /// Content words of the last utterances.
  private(set) var content = StemSet()
  /// Feeling words among them.
  private(set) var feelings = StemSet()
  /// Content words of each gist phrase.
  private(set) var gist: [[UInt64]] = []
  private(set) var gistContent = StemSet()
  /// Every word of each last utterance with I and you made one, and how many words it has.
  private(set) var lines: [(all: StemSet, count: Int)] = []
  /// The same words in order.
  private(set) var sequences: [[UInt64]] = []
  /// The same with I and you kept apart.
  private(set) var literals: [[UInt64]] = []
  /// Content words of each earlier utterance that still matters.
  var earlier: [StemSet] = []
  private(set) var cues: Set<String> = []
  var cuesAreUnknown = false
  /// Words that stand side by side in a last utterance, as one number each.
  private(set) var pairs = StemSet()
  private(set) var wordCount = 0
  /// Numbers of the codebook's cues for the patient's words that are found, rising.
  private(set) var cuesFound: [Int] = []
  private(set) var asks = false

  /// Earlier utterances beyond these no longer matter.
  static let memory = 24

  /// Of the last utterances alone.
  init(latest: [UtteranceWords]) {
    for utterance in latest {
      cues.formUnion(utterance.cues)
      cuesFound += utterance.cuesFound
      content.formUnion(utterance.spoken.content)
      feelings.formUnion(utterance.spoken.feelings)
      lines.append((StemSet(utterance.spoken.alike), utterance.spoken.count))
      let alike = utterance.spoken.alike
      sequences.append(alike)
      literals.append(utterance.spoken.stems)
      for (first, second) in zip(alike, alike.dropFirst()) { pairs.insert(pair(first, second)) }
      wordCount += utterance.spoken.count
      asks = asks || utterance.spoken.asks
      for stems in utterance.gist {
        if !stems.isEmpty { gist.append(stems.stems) }
        gistContent.formUnion(stems)
      }
    }
    if latest.count > 1 { cuesFound = Set(cuesFound).sorted() }
  }

  mutating func addEarlier(_ utterances: [Utterance], _ book: CompiledCodebook) {
    earlier = utterances.suffix(Self.memory).map { SpokenWords($0.text, book).content }
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
  let gist: [StemSet]
  let cuesFound: [Int]

  init(_ utterance: Utterance, _ book: CompiledCodebook, _ room: inout CodingRoom) {
    let bytes = Array(utterance.text.utf8)
    let words = Words(bytes)
    cues = utterance.cues
    cuesFound = book.cues(inThePatients: words, &room.patientSearch)
    spoken = SpokenWords(bytes, words, book)
    gist = utterance.gist.map { SpokenWords($0, book).content }
  }
}

struct SpokenWords: Sendable {
  private(set) var content = StemSet()
  private(set) var feelings = StemSet()
  let stems: [UInt64]
  let alike: [UInt64]
  let count: Int
  let asks: Bool

  init(_ text: String, _ book: CompiledCodebook) {
    let bytes = Array(text.utf8)
    self.init(bytes, Words(bytes), book)
  }

  /// `words` are those of the whole text.
  init(_ text: [UInt8], _ words: Words, _ book: CompiledCodebook) {
    asks = text.contains(UInt8(ascii: "?"))
    let words = text.contains(UInt8(ascii: "(")) ? Words(withoutGestures(text)) : words
    let symbols = WordSymbols(words, book.automaton.vocabulary)
    stems = words.stems
    count = words.count
    alike = words.alike(stems)
    for index in 0..<words.count where !symbols.has(index, .function) {
      content.insert(stems[index])
      if symbols.has(index, .feeling) { feelings.insert(stems[index]) }
    }
  }
}

/// Gestures in round brackets become blanks.
func withoutGestures(_ text: [UInt8]) -> [UInt8] {
  var result = text
  var depth = 0
  for (offset, byte) in text.enumerated() {
    if byte == UInt8(ascii: "(") { depth += 1 }
    if depth > 0 { result[offset] = UInt8(ascii: " ") }
    if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
  }
  return depth == 0 ? result : text
}

/// The symbols by which small words are told.
struct Lexicon: Sendable {
  let functionWord: Int32
  let opener: Int32
}
