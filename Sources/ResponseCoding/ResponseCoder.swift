import Rubrics
import TranscriptModel

/// Hears the behaviour codes of one codebook in a trainee's response.
///
/// Compile it once and use it for every response. The same response in the same context is always
/// coded alike; the cost grows with the length of the response, not with the codebook.
package struct ResponseCoder: Sendable {
  /// From this confidence up a function is shown and counted.
  static let leastConfidence = 0.40

  package let codebook: Codebook
  let compiled: CompiledCodebook
  let lexicon: Lexicon

  var automaton: CueAutomaton { compiled.automaton }
  var positions: [String: Int] { compiled.positions }

  package init(_ codebook: Codebook) { self.init(codebook, candidates: []) }

  /// `candidates` are looked for too, for fitting; they speak for nothing.
  init(_ codebook: Codebook, candidates: [CuePattern]) {
    self.codebook = codebook
    compiled = CompiledCodebook(codebook, candidates: candidates)
    let symbols = compiled.automaton.listSymbols
    lexicon = Lexicon(
      vocabulary: compiled.automaton.vocabulary,
      classes: GrammarClass.allCases.map { symbols[$0.listName] ?? -1 },
      feeling: symbols["feeling"], stock: symbols["stock"], command: symbols["command"])
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
      text, parsed, CharacterPlaces(text, parsed.bytes), PatientWords(context, self),
      TalkSoFar(context, parsed), ExampleSentences(context.examples, positions: positions),
      topics: mentioned(context.topics, in: parsed.words))
  }

  /// The same, of a response and a conversation that were taken apart before.
  func codeCountingSteps(
    _ text: String, _ parsed: ParsedResponse, _ places: CharacterPlaces, _ patient: PatientWords,
    _ talk: TalkSoFar, _ examples: ExampleSentences, topics: [String]
  ) -> (response: CodedResponse, steps: Int) {
    guard isUnderstandable(parsed, patient) else {
      return (notUnderstood(text, parsed, places), 0)
    }
    var search = CueSearch(automaton)
    var hearing = Hearing(
      coder: self, parsed: parsed, patient: patient, places: places, examples: examples)
    for (number, sentence) in parsed.sentences.enumerated() {
      let signs = parsed.signs(sentence, at: number, patient, talk, lexicon)
      hearing.hear(number, sentence, signs, &search)
    }
    hearing.hearTurn()
    var rules = ContextRules(coder: self, parsed: parsed, patient: patient, talk: talk)
    let codes = rules.apply(to: hearing.applied)
    let response = CodedResponse(
      text: text,
      sentences: parsed.sentences.map { places.range($0.start, $0.end) },
      codes: inOrder(codes), wordCount: parsed.words.typedCount, isUnderstood: true,
      topics: topics)
    return (response, search.steps)
  }

  func applied(
    _ position: Int, confidence: Double, range: TextRange, evidence: String, reasons: [Reason],
    sentence: Int
  ) -> AppliedCode {
    let code = codebook.codes[position]
    return AppliedCode(
      code: code.id, name: code.name, families: code.families, confidence: confidence,
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

  private func inOrder(_ codes: [AppliedCode]) -> [AppliedCode] {
    func key(_ code: AppliedCode) -> (Int, Int, Int) {
      let position = positions[code.code] ?? 0
      let isForm = codebook.codes[position].layer == .form
      return (code.range.start, isForm ? 0 : 1, position)
    }
    return codes.sorted { key($0) < key($1) }
  }

  func mentioned(_ topics: [DeclaredTopic], in words: Words) -> [String] {
    guard !topics.isEmpty else { return [] }
    let stems = (0..<words.count).map { stem(words.letters(of: $0)) }
    return topics.filter { topic in
      ([topic.name] + topic.words).contains { phrase in
        let sought = Words(phrase)
        let parts = (0..<sought.count).map { stem(sought.letters(of: $0)) }
        guard !parts.isEmpty, parts.count <= stems.count else { return false }
        return (0...(stems.count - parts.count)).contains {
          stems[$0..<($0 + parts.count)].elementsEqual(parts)
        }
      }
    }.map(\.name)
  }
}
