import Rubrics
import TranscriptModel

/// How a code came to its confidence in one sentence: a list that adds up.
package struct CodeAccount: Sendable, Hashable {
  /// What kind of thing spoke for a code or against it.
  package enum Group: String, Sendable, Hashable, CaseIterable {
    case words
    case form
    case patientsWords = "the patient's words"
    case ownCues = "its own cues"
    case examples = "a coded example"
    case otherCodes = "other codes"
  }

  package struct Feature: Sendable, Hashable {
    package var group: Group
    /// The cue or sign as the codebook writes it.
    package var name: String
    /// In log-odds of the confidence; negative: against the code.
    package var pull: Double
    /// As the codebook has it: without the slope of the code's `confidence` line.
    package var weight: Double
    /// What the code's own section makes of the sentence, where `group` is its own cues.
    package var parts: [Reason] = []
  }

  package var code: String
  package var name: String
  /// From 0.
  package var sentence: Int
  /// Log-odds before any feature.
  package var base: Double
  /// Strongest first.
  package var features: [Feature]
  /// Log-odds: `base` and every pull.
  package var sum: Double
  /// More than that of the sum where codes are of one kind, and where a form is given because a
  /// sentence must have one.
  package var confidence: Double
  /// Names of the codes whose confidence was added because they are one kind with this one.
  package var kin: [String]
  /// What the codebook's weights were multiplied by.
  package var slope: Double

  /// Of the sum alone.
  package var own: Double { logistic(sum) }
}

/// A response with the account of every code.
package struct ExplainedResponse: Sendable {
  package var response: CodedResponse
  /// In the order of the response's codes; nil for a code that a rule about the conversation gave.
  package var given: [CodeAccount?]
  /// In each sentence the strongest that just missed: from .25 up, and not given.
  package var missed: [CodeAccount]
}

extension ResponseCoder {
  /// Below this a code that is not given is not worth a word.
  private static let leastMissed = 0.25

  /// Codes a response like `code`, and accounts for what is heard and for what just missed.
  package func explain(_ text: String, after context: CodingContext) -> ExplainedResponse {
    let response = code(text, after: context)
    let hearing = hearing(of: text, after: context)
    let given = response.codes.map { code in
      heard(code, in: hearing).map { account(of: $0.0, in: $0.1, $0.2, hearing) }
    }
    let taken = Set(response.codes.map { Heard(code: $0.code, sentence: $0.sentence) })
      .union(hearing.heard.map { Heard(code: $0.code.code, sentence: $0.code.sentence) })
    return ExplainedResponse(
      response: response, given: given,
      missed: hearing.sentences.indices.compactMap { missed($0, hearing, taken) })
  }

  private struct Heard: Hashable {
    var code: String
    var sentence: Int
  }

  private func hearing(of text: String, after context: CodingContext) -> Hearing {
    let parsed = ParsedResponse(text, automaton.vocabulary)
    let patient = words(of: context)
    let places = CharacterPlaces(text, parsed.bytes)
    let examples = ExampleSentences(context.examples, positions: positions)
    guard isUnderstandable(parsed, patient) else {
      return Hearing(
        coder: self, parsed: parsed, patient: patient, places: places, examples: examples)
    }
    var hearing = hear(parsed, places, patient, TalkSoFar(context, parsed), examples).hearing
    hearing.hearTurn()
    return hearing
  }

  /// What was heard before the rules about the conversation made this code of it.
  private func heard(
    _ code: AppliedCode, in hearing: Hearing
  ) -> (Int, SentenceEvidence, AppliedCode)? {
    let here = hearing.heard.map(\.code).filter { $0.sentence == code.sentence }
    let source =
      here.first { $0.code == code.code }
      ?? here.first { codebook.code($0.code)?.becomes == code.code && $0.reasons == code.reasons }
    guard let source, let position = positions[source.code] else { return nil }
    let isTurn = codebook.codes[position].unit == .turn
    guard let evidence = isTurn ? hearing.whole : hearing.sentences[safe: code.sentence] else {
      return nil
    }
    return (position, evidence, source)
  }

  private func missed(
    _ sentence: Int, _ hearing: Hearing, _ taken: Set<Heard>
  ) -> CodeAccount? {
    let evidence = hearing.sentences[sentence]
    guard !hearing.parsed.sentences[sentence].isGesture else { return nil }
    var best: (position: Int, confidence: Double)?
    let sought = compiled.ofSentences
    for position in (sought.functions + sought.forms).sorted() {
      let confidence = logistic(evidence.odds[position])
      guard confidence >= Self.leastMissed, confidence < Self.leastConfidence,
        confidence > best?.confidence ?? 0,
        !taken.contains(Heard(code: codebook.codes[position].id, sentence: sentence))
      else { continue }
      best = (position, confidence)
    }
    return best.map { account(of: $0.position, in: evidence, sentence, $0.confidence, []) }
  }

  private func account(
    of position: Int, in evidence: SentenceEvidence, _ applied: AppliedCode, _ hearing: Hearing
  ) -> CodeAccount {
    let code = compiled.codes[position]
    let beside = hearing.heard.filter { other in
      other.code.sentence == applied.sentence && code.notBeside.contains(other.position)
    }
    let isPenalised = code.layer == .form && !code.isFitted
    return account(
      of: position, in: evidence, applied.sentence, applied.confidence,
      isPenalised ? beside.map(\.code.name) : [])
  }

  private func account(
    of position: Int, in evidence: SentenceEvidence, _ sentence: Int, _ confidence: Double,
    _ beside: [String]
  ) -> CodeAccount {
    let (code, definition) = (compiled.codes[position], codebook.codes[position])
    let calibration = compiled.calibrations.first { $0.code == position }
    let slope = calibration?.slope ?? 1
    let signs = Set(definition.fitted?.signs ?? definition.signs)
    var features = evidence.account(of: position, compiled).reasons.map { reason in
      var feature = CodeAccount.Feature(
        group: group(of: reason, signs), name: name(of: reason),
        pull: reason.isExample ? reason.pull : slope * reason.pull, weight: reason.pull)
      if reason.sign == Reason.ownCues {
        feature.parts = evidence.account(of: position, compiled, ofSection: true).reasons
      }
      return feature
    }
    if !beside.isEmpty {
      features.append(
        .init(
          group: .otherCodes, name: "beside " + beside.joined(separator: ", "),
          pull: -Hearing.penaltyBeside, weight: -Hearing.penaltyBeside))
    }
    features = features.filter { $0.pull != 0 }.sorted {
      (-abs($0.pull), $0.name) < (-abs($1.pull), $1.name)
    }
    let base =
      calibration.map { $0.slope * compiled.fittedBases[position] + $0.shift }
      ?? compiled.bases[position]
    return CodeAccount(
      code: definition.id, name: definition.name, sentence: sentence, base: base,
      features: features, sum: features.reduce(base) { $0 + $1.pull }, confidence: confidence,
      kin: code.kin.map { codebook.codes[$0].name }, slope: slope)
  }

  /// Without what its group says already.
  private func name(of reason: Reason) -> String {
    reason.isAboutThePatientsWords
      ? String(reason.sign.dropFirst(Reason.inThePatientsWords.count)) : reason.sign
  }

  private func group(of reason: Reason, _ signs: Set<SignWeight>) -> CodeAccount.Group {
    if let sign = Sign(named: reason.sign),
      signs.contains(SignWeight(sign: sign, weight: reason.pull))
    {
      return sign.isAboutThePatient ? .patientsWords : .form
    }
    if reason.isExample { return .examples }
    if reason.isOwnCues { return reason.sign == Reason.ownCues ? .ownCues : .otherCodes }
    return reason.isAboutThePatientsWords ? .patientsWords : .words
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
