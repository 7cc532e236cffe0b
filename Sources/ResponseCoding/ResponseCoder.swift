import Rubrics
import TranscriptModel

/// Hears the behaviour codes of one codebook in a trainee's response.
///
/// Compile it once and use it for every response. The same response in the same context is always
/// coded alike; the cost grows with the length of the response, not with the codebook.
package struct ResponseCoder: Sendable {
  /// From this confidence up a function is shown and counted.
  static let leastConfidence = 0.40

  let compiled: CompiledCodebook
  private let rooms: CodingRooms

  package var codebook: Codebook { compiled.codebook }
  var automaton: CueAutomaton { compiled.automaton }
  var positions: [String: Int] { compiled.positions }

  /// The symbols by which small words are told.
  var lexicon: Lexicon {
    let symbols = automaton.listSymbols
    return Lexicon(
      functionWord: symbols[GrammarClass.function.listName] ?? -1,
      opener: symbols[GrammarClass.opener.listName] ?? -1)
  }

  package init(_ codebook: Codebook) { self.init(codebook, candidates: []) }

  /// `candidates` are looked for too, for fitting; they speak for nothing.
  init(_ codebook: Codebook, candidates: [CuePattern]) {
    compiled = CompiledCodebook(codebook, candidates: candidates)
    rooms = CodingRooms(compiled)
  }

  /// Codes one response: the form and the functions of each sentence, with evidence and reasons.
  package func code(_ text: String, after context: CodingContext) -> CodedResponse {
    codeCountingSteps(text, after: context).response
  }

  /// The same, with the number of arrows of the cue automaton that were looked at.
  func codeCountingSteps(
    _ text: String, after context: CodingContext
  ) -> (response: CodedResponse, steps: Int) {
    let parsed = ParsedResponse(text, automaton.vocabulary)
    return codeCountingSteps(
      text, parsed, CharacterPlaces(text, parsed.bytes), words(of: context),
      TalkSoFar(context, parsed), ExampleSentences(context.examples, positions: positions),
      topics: mentioned(context.topics, in: parsed))
  }

  /// The same, of a response and a conversation that were taken apart before.
  func codeCountingSteps(
    _ text: String, _ parsed: ParsedResponse, _ places: CharacterPlaces, _ patient: PatientWords,
    _ talk: TalkSoFar, _ examples: ExampleSentences, topics: [String]
  ) -> (response: CodedResponse, steps: Int) {
    guard isUnderstandable(parsed, patient) else {
      return (notUnderstood(text, parsed, places), 0)
    }
    var (hearing, steps) = hear(parsed, places, patient, talk, examples)
    hearing.hearTurn()
    let rules = ContextRules(
      coder: self, parsed: parsed, patient: patient, talk: talk, sentences: hearing.sentences)
    let response = CodedResponse(
      text: text,
      sentences: parsed.sentences.map { places.range($0.start, $0.end) },
      codes: inOrder(rules.apply(to: hearing.heard)), wordCount: parsed.words.typedCount,
      isUnderstood: true, topics: topics)
    return (response, steps)
  }

  /// What is heard in each sentence, and how many arrows were looked at.
  func hear(
    _ parsed: ParsedResponse, _ places: CharacterPlaces, _ patient: PatientWords,
    _ talk: TalkSoFar, _ examples: ExampleSentences
  ) -> (hearing: Hearing, steps: Int) {
    rooms.use { room in
      let before = room.search.steps
      var hearing = Hearing(
        coder: self, parsed: parsed, patient: patient, places: places, examples: examples)
      for (number, sentence) in parsed.sentences.enumerated() {
        let signs = parsed.signs(sentence, at: number, patient, talk)
        hearing.hear(number, sentence, signs, &room.search)
      }
      return (hearing, room.search.steps - before)
    }
  }

  /// The patient's words of a conversation.
  func words(of context: CodingContext) -> PatientWords {
    rooms.use { $0.patient(context, compiled) }
  }

  func words(of utterance: Utterance) -> UtteranceWords {
    rooms.use { UtteranceWords(utterance, compiled, &$0) }
  }

  func applied(
    _ position: Int, confidence: Double, range: TextRange, evidence: String, reasons: [Reason],
    sentence: Int
  ) -> AppliedCode {
    let name = compiled.names[position]
    return AppliedCode(
      code: name.id, name: name.name, families: name.families, confidence: confidence,
      range: range, evidence: evidence, reasons: reasons, sentence: sentence)
  }

  private func notUnderstood(
    _ text: String, _ parsed: ParsedResponse, _ places: CharacterPlaces
  ) -> CodedResponse {
    var response = CodedResponse(
      text: text, sentences: [], codes: [], wordCount: parsed.words.typedCount,
      isUnderstood: false)
    let whole = places.range(0, parsed.bytes.count)
    if whole.start < whole.end, let position = positions[codebook.notUnderstood] {
      response.sentences = [whole]
      response.codes = [
        applied(
          position, confidence: 1, range: whole, evidence: text, reasons: [], sentence: 0)
      ]
    }
    return response
  }

  private func inOrder(_ codes: [HeardCode]) -> [AppliedCode] {
    func key(_ heard: HeardCode) -> (Int, Int, Int) {
      let isForm = compiled.codes[heard.position].layer == .form
      return (heard.code.range.start, isForm ? 0 : 1, heard.position)
    }
    let keys = codes.map(key)
    return codes.indices.sorted { keys[$0] < keys[$1] }.map { codes[$0].code }
  }

  func mentioned(_ topics: [DeclaredTopic], in response: ParsedResponse) -> [String] {
    guard !topics.isEmpty else { return [] }
    let stems = response.stems
    return topics.filter { topic in
      ([topic.name] + topic.words).contains { phrase in
        let parts = Words(phrase).stems
        guard !parts.isEmpty, parts.count <= stems.count else { return false }
        return (0...(stems.count - parts.count)).contains {
          stems[$0..<($0 + parts.count)].elementsEqual(parts)
        }
      }
    }.map(\.name)
  }
}
