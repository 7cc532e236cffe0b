import TranscriptModel

/// A coder that remembers: the same response after the same words is heard once.
///
/// What is heard is to the last digit what `ResponseCoder.code` hears; only faster, where many
/// sessions of one scenario are played. Not for use by two threads at a time.
package struct CodingMemory {
  let coder: ResponseCoder
  private let topics: [DeclaredTopic]
  private let examples: StandingExamples
  private var standings = Numbering<Standing>()
  private var compared: [ComparedExamples] = []
  private var texts = Numbering<String>()
  private var taken: [RememberedText] = []
  private var wordings = Numbering<String>()
  private var utterances = Numbering<Spoken>()
  private var spoken: [UtteranceWords] = []
  /// To each of these utterances.
  private var replies: [[CodedExample]] = []
  private var moments = Numbering<[Int]>()
  private var patients: [PatientWords] = []
  private var heard: [Moment: Heard] = [:]
  /// The codes that let another one follow them with permission, each with its bit.
  private let permitting: [String: UInt64]

  /// What is heard in a response depends on these alone.
  private struct Moment: Hashable {
    var text: Int
    var latest: Int
    /// Which words of the response the patient has used before.
    var usedBefore: UInt64
    /// In which sentences there are words of two earlier turns.
    var earlierTurns: UInt64
    var permits: UInt64
    /// Which sentences begin as in the two turns before.
    var worn: UInt64
    var hasExplored: Bool
    var hasSaidThis: Bool
    var last: TalkSoFar.LastResponse
    /// Which it was compared with; nil where it is close to none of them.
    var examples: Int?
  }

  /// What decides which examples there are.
  private struct Standing: Hashable {
    /// Nil where a place has none of its own.
    var place: Int?
    /// The lines of the patient that were answered before.
    var lines: [Int]
  }

  private struct ComparedExamples {
    var sentences: ExampleSentences
    /// By text, whether a sentence of it is close to an example.
    var isNear: [Int: Bool] = [:]
  }

  /// An utterance that is found by its words.
  private struct Spoken: Hashable {
    var utterance: Utterance
    func hash(into hasher: inout Hasher) { hasher.combine(utterance.text) }
  }

  private struct Heard {
    var response: CodedResponse
    var permits: UInt64
    var explores: Bool
  }

  /// So many responses are kept; a longer search begins again.
  private static let most = 100_000

  package init(
    _ coder: ResponseCoder, topics: [DeclaredTopic], examples: StandingExamples = .none
  ) {
    self.coder = coder
    self.topics = topics
    self.examples = examples
    let ids = Set(coder.codebook.codes.flatMap(\.permittedBy)).sorted()
    permitting = Dictionary(
      ids.enumerated().map { ($1, $0 < 64 ? 1 << UInt64($0) : 0) }, uniquingKeysWith: { a, _ in a })
  }

  /// Adds what the patient says to a conversation.
  package mutating func add(_ utterance: Utterance, to talk: inout RememberedTalk) {
    let number = utterances.number(of: Spoken(utterance: utterance))
    if number == spoken.count {
      spoken.append(coder.words(of: utterance))
      replies.append(examples.replies(to: utterance.text))
    }
    talk.latest.append(number)
  }

  /// What is heard in a response, were it given now.
  package mutating func hear(_ text: String, in talk: RememberedTalk) -> CodedResponse {
    let number = remember(text)
    return hear(number, at: moment(number, talk), talk).response
  }

  /// Gives the response that was heard; what the patient had said becomes earlier.
  package mutating func respond(_ text: String, in talk: inout RememberedTalk) -> CodedResponse {
    let number = remember(text)
    let result = hear(number, at: moment(number, talk), talk)
    talk.earlier += talk.latest
    if talk.earlier.count > PatientWords.memory {
      talk.earlier.removeFirst(talk.earlier.count - PatientWords.memory)
    }
    talk.latest = []
    talk.permits = result.permits
    talk.lastCodes = result.response.codes
    talk.last = TalkSoFar.LastResponse(result.response)
    talk.hasExplored = talk.hasExplored || result.explores
    talk.wordings.append(taken[number].wording)
    talk.lastTexts = talk.lastTexts.suffix(1) + [number]
    return result.response
  }

  private mutating func remember(_ text: String) -> Int {
    let number = texts.number(of: text)
    if number == taken.count {
      var new = RememberedText(text, coder)
      new.topics = coder.mentioned(topics, in: new.parsed)
      new.wording = wordings.number(of: new.spelling)
      taken.append(new)
    }
    return number
  }

  private mutating func moment(_ number: Int, _ talk: RememberedTalk) -> Moment {
    let latest = moments.number(of: talk.latest)
    if latest == patients.count {
      patients.append(PatientWords(latest: talk.latest.map { spoken[$0] }))
    }
    var usedBefore: UInt64 = 0
    var once: UInt64 = 0
    var twice: UInt64 = 0
    for line in talk.earlier {
      let shared = sharedWords(number, line)
      guard shared != 0 else { continue }
      usedBefore |= shared
      for (sentence, content) in taken[number].content.enumerated() where content & shared != 0 {
        let bit: UInt64 = 1 << UInt64(sentence)
        twice |= once & bit
        once |= bit
      }
    }
    return Moment(
      text: number, latest: latest, usedBefore: usedBefore, earlierTurns: twice,
      permits: talk.permits, worn: worn(number, talk), hasExplored: talk.hasExplored,
      hasSaidThis: talk.wordings.contains(taken[number].wording), last: talk.last,
      examples: nearExamples(number, talk))
  }

  private mutating func nearExamples(
    _ number: Int, _ talk: RememberedTalk
  ) -> Int? {
    guard !examples.isEmpty else { return nil }
    let standing = Standing(
      place: examples.choices(at: talk.place).isEmpty ? nil : talk.place,
      lines: talk.latest.filter { !replies[$0].isEmpty })
    guard standing.place != nil || !standing.lines.isEmpty else { return nil }
    let set = standings.number(of: standing)
    if set == compared.count {
      let all = examples.choices(at: talk.place) + standing.lines.flatMap { replies[$0] }
      compared.append(
        ComparedExamples(sentences: ExampleSentences(all, positions: coder.positions)))
    }
    if let known = compared[set].isNear[number] { return known ? set : nil }
    let isNear = taken[number].parsed.sentences.contains { sentence in
      compared[set].sentences.nearest(taken[number].parsed.words, sentence) != nil
    }
    compared[set].isNear[number] = isNear
    return isNear ? set : nil
  }

  private func worn(_ number: Int, _ talk: RememberedTalk) -> UInt64 {
    guard talk.lastTexts.count == 2 else { return 0 }
    var result: UInt64 = 0
    for (sentence, opening) in taken[number].opening.enumerated() {
      guard let opening else { continue }
      if talk.lastTexts.allSatisfy({ taken[$0].openings.contains(opening) }) {
        result |= 1 << UInt64(sentence)
      }
    }
    return result
  }

  private mutating func sharedWords(_ text: Int, _ line: Int) -> UInt64 {
    if line < taken[text].shared.count, taken[text].shared[line] != .max {
      return taken[text].shared[line]
    }
    let bits = taken[text].bits(in: spoken[line].spoken.content)
    while taken[text].shared.count <= line { taken[text].shared.append(.max) }
    taken[text].shared[line] = bits
    return bits
  }

  private mutating func hear(_ number: Int, at moment: Moment, _ talk: RememberedTalk) -> Heard {
    let isWithinBounds = taken[number].isWithinBounds && permitting.count <= 64
    if isWithinBounds, let known = heard[moment] { return known }
    let text = taken[number]
    var patient = patients[moment.latest]
    patient.earlier = talk.earlier.map { spoken[$0].spoken.content }
    let so = TalkSoFar(
      lastCodes: talk.lastCodes, hasExplored: talk.hasExplored, hasSaidThis: moment.hasSaidThis,
      openings: talk.lastTexts.map { taken[$0].openings }, last: talk.last)
    let response = coder.codeCountingSteps(
      text.text, text.parsed, text.places, patient, so,
      moment.examples.map { compared[$0].sentences } ?? .none, topics: text.topics
    ).response
    let permits = response.codes.filter { $0.certainty > 0 }
      .reduce(0) { $0 | permitting[$1.code, default: 0] }
    let result = Heard(response: response, permits: permits, explores: response.explores)
    if isWithinBounds {
      if heard.count >= Self.most { heard.removeAll(keepingCapacity: true) }
      heard[moment] = result
    }
    return result
  }
}

/// What was said in one session, as a `CodingMemory` numbers it: a copy is a snapshot.
package struct RememberedTalk: Sendable {
  fileprivate var latest: [Int] = []
  fileprivate var earlier: [Int] = []
  fileprivate var wordings: [Int] = []
  fileprivate var lastTexts: [Int] = []
  fileprivate var lastCodes: [AppliedCode] = []
  fileprivate var permits: UInt64 = 0
  fileprivate var hasExplored = false
  fileprivate var last = TalkSoFar.LastResponse.none

  /// Where the conversation stands: of which choices there are examples.
  package var place = 0

  package init() {}
}

/// A number for each value, from 0 in the order in which they came.
private struct Numbering<Value: Hashable> {
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let known = numbers[value] { return known }
    numbers[value] = numbers.count
    return numbers.count - 1
  }
}

/// A response taken apart, with its words numbered by bits.
private struct RememberedText {
  let text: String
  let parsed: ParsedResponse
  let places: CharacterPlaces
  let opening: [String?]
  let openings: Set<String>
  /// For each sentence its content words.
  private(set) var content: [UInt64] = []
  private var bit: [UInt64: UInt64] = [:]
  private(set) var isWithinBounds = true
  var topics: [String] = []
  var wording = 0
  /// Which of its words each line of the patient has; `.max` where that is not known yet.
  var shared: [UInt64] = []

  init(_ text: String, _ coder: ResponseCoder) {
    self.text = text
    parsed = ParsedResponse(text, coder.automaton.vocabulary)
    places = CharacterPlaces(text, parsed.bytes)
    opening = parsed.sentences.map(parsed.words.opening)
    openings = Set(opening.compactMap(\.self))
    for stem in parsed.stems {
      if bit[stem] == nil { bit[stem] = bit.count < 63 ? 1 << UInt64(bit.count) : 0 }
    }
    isWithinBounds = bit.count <= 63 && parsed.sentences.count <= 64
    for sentence in parsed.sentences.prefix(64) {
      var bits: UInt64 = 0
      for index in sentence.firstWord..<sentence.endWord
      where !parsed.symbols.has(index, .function) {
        bits |= bit[parsed.stems[index], default: 0]
      }
      content.append(bits)
    }
  }

  func bits(in words: StemSet) -> UInt64 {
    bit.reduce(0) { words.contains($1.key) ? $0 | $1.value : $0 }
  }

  /// Alike for two responses in the same words.
  var spelling: String {
    let words = (0..<parsed.words.count).map { parsed.words.text(of: $0) }
    return "\(parsed.words.typedCount) " + words.joined(separator: " ")
  }
}
