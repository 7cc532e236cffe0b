import Glibc
import Rubrics
import TranscriptModel

/// Decides, sentence by sentence, which codes are heard.
struct Hearing {
  let coder: ResponseCoder
  let parsed: ParsedResponse
  let patient: PatientWords
  let places: CharacterPlaces
  let examples: ExampleSentences
  private(set) var applied: [AppliedCode] = []

  /// What a form loses beside a code that it is said not to stand beside, in log-odds.
  static let penaltyBeside = 4.0

  private(set) var sentences: [SentenceEvidence] = []
  /// Nil where no code is heard across sentences.
  private(set) var whole: SentenceEvidence?

  init(
    coder: ResponseCoder, parsed: ParsedResponse, patient: PatientWords, places: CharacterPlaces,
    examples: ExampleSentences
  ) {
    self.coder = coder
    self.parsed = parsed
    self.patient = patient
    self.places = places
    self.examples = examples
  }

  /// Gives a sentence its one form and its functions.
  mutating func hear(
    _ number: Int, _ sentence: Sentence, _ signs: SignSet, _ search: inout CueSearch
  ) {
    var evidence = SentenceEvidence(
      hits: hits(in: sentence, signs, &search), patient: patient.cuesFound, signs: signs,
      coder: coder)
    if !examples.isEmpty, !sentence.isGesture, !parsed.isQuotation(sentence),
      let example = examples.nearest(parsed.words, sentence)
    {
      evidence.add([example])
    }
    sentences.append(evidence)
    decide(.sentence, evidence, isGesture: sentence.isGesture) { position, confidence, hearing in
      hearing.apply(
        position, confidence, evidence, number, sentence.start, sentence.end)
    }
  }

  /// Gives the whole response the codes that are heard across sentences.
  mutating func hearTurn() {
    guard let first = parsed.sentences.first, let last = parsed.sentences.last,
      coder.compiled.codes.contains(where: { $0.unit == .turn })
    else { return }
    var evidence = SentenceEvidence(joining: sentences, coder: coder)
    if !examples.isEmpty { evidence.add(sentences.flatMap(\.near)) }
    whole = evidence
    decide(.turn, evidence, isGesture: false) { position, confidence, hearing in
      hearing.apply(
        position, confidence, evidence, 0, first.start, last.end, showsWords: false)
    }
  }

  private mutating func decide(
    _ unit: CodeDefinition.Unit, _ evidence: SentenceEvidence, isGesture: Bool,
    apply: (Int, Double, inout Hearing) -> Void
  ) {
    let codes = coder.compiled.codes
    let least = ResponseCoder.leastConfidence
    var heard: Set<Int> = []
    for (position, code) in codes.enumerated()
    where code.unit == unit && code.layer == .function && !isGesture {
      let own = logistic(evidence.odds[position])
      let confidence = evidence.confidence(position, code)
      // Of codes of one kind the likeliest is given, and others only for their own sake.
      let isLikeliest = code.kin.allSatisfy { other in
        let odds = evidence.odds[other]
        return odds < evidence.odds[position]
          || (odds == evidence.odds[position] && position < other)
      }
      guard own >= least || (isLikeliest && confidence >= least) else { continue }
      heard.insert(position)
      apply(position, confidence, &self)
    }
    var form: (position: Int, odds: Double)?
    for (position, code) in codes.enumerated() where code.unit == unit && code.layer == .form {
      var odds = evidence.contest[position]
      if code.fitted == nil, !code.notBeside.isDisjoint(with: heard) { odds -= Self.penaltyBeside }
      if form.map({ odds > $0.odds }) ?? true { form = (position, odds) }
    }
    guard let form else { return }
    // A sentence has a form, however unsure: at its least it counts half.
    let confidence =
      codes[form.position].fitted == nil
      ? logistic(form.odds) : max(least, evidence.confidence(form.position, codes[form.position]))
    apply(form.position, confidence, &self)
  }

  private mutating func hits(
    in sentence: Sentence, _ signs: SignSet, _ search: inout CueSearch
  ) -> [FoundCue] {
    if sentence.isGesture || parsed.isQuotation(sentence) { return [] }
    var result: [FoundCue] = []
    let start = parsed.start(of: sentence, coder.lexicon)
    let cues = coder.compiled.cues
    search.run(parsed.symbols, sentence.firstWord..<sentence.endWord) { hit in
      let stands = cues[hit.cue].places.allSatisfy { place in
        switch place {
        case .atTheStart: hit.first <= start
        case .atTheStartOfAClause:
          parsed.startsClause(hit.first, in: sentence, coder.lexicon)
        case .atTheEnd: hit.last == sentence.endWord - 1
        case .alone: hit.first <= start && hit.last == sentence.endWord - 1
        case .inAQuestion: signs.contains(.question)
        case .inAStatement: signs.contains(.statement)
        case .inThePatientsWords: false
        }
      }
      guard stands, !isQuoted(hit) else { return false }
      let minds = cues[hit.cue].hasExceptions
      result.append(
        FoundCue(
          hit: hit, isNegated: minds && parsed.isNegated(hit.first, in: sentence, coder.lexicon),
          isPatients: minds && isPatients(hit)))
      return true
    }
    return result
  }

  /// Words in quotation marks are somebody else's.
  private func isQuoted(_ hit: CueHit) -> Bool {
    !parsed.quotations.isEmpty && parsed.isQuotedWord(hit.first) && parsed.isQuotedWord(hit.last)
  }

  /// Whether all its telling words are ones the patient has used.
  private func isPatients(_ hit: CueHit) -> Bool {
    var tells = false
    for index in hit.first...hit.last where !parsed.symbols.has(index, coder.lexicon.functionWord) {
      guard patient.haveSaid(stem(parsed.words.letters(of: index))) else { return false }
      tells = true
    }
    return tells
  }

  private mutating func apply(
    _ position: Int, _ confidence: Double, _ evidence: SentenceEvidence, _ number: Int,
    _ start: Int, _ end: Int, showsWords: Bool = true
  ) {
    let words = showsWords ? shownWords(evidence.telling(of: position, coder)) : nil
    let pieces = words ?? [(start, end)]
    let range = places.range(pieces[0].0, pieces[pieces.count - 1].1)
    applied.append(
      coder.applied(
        position, confidence: confidence, range: range,
        evidence: pieces.map { places.text($0.0, $0.1) }.joined(separator: "…"),
        reasons: evidence.reasons(of: position, coder), sentence: number))
  }

  /// The bytes of the words that speak for a code, where they touch or overlap as one piece; nil
  /// where they are small words only, which tell a reader nothing.
  private func shownWords(_ hits: [CueHit]) -> [(Int, Int)]? {
    let hits = hits.filter { hit in
      hit.last > hit.first + 1
        || (hit.first...hit.last).contains { !parsed.symbols.has($0, coder.lexicon.functionWord) }
    }
    guard !hits.isEmpty else { return nil }
    var pieces: [(first: Int, last: Int)] = []
    for hit in hits.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
      if let open = pieces.last, hit.first <= open.last + 1 {
        pieces[pieces.count - 1].last = max(open.last, hit.last)
      } else {
        pieces.append((hit.first, hit.last))
      }
    }
    let words = parsed.words.words
    return pieces.map { piece in
      var (first, last) = piece
      // The parts of "isn't" are shown as one.
      while first > 0, words[first - 1].sourceEnd == words[first].sourceStart { first -= 1 }
      while last + 1 < words.count, words[last + 1].sourceStart == words[last].sourceEnd {
        last += 1
      }
      return (words[first].sourceStart, words[last].sourceEnd)
    }
  }
}

func logistic(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
