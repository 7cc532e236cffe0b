import Rubrics
import TranscriptModel

/// A code that is heard, with its position in the codebook.
struct HeardCode {
  var position: Int
  var code: AppliedCode
}

/// Decides, sentence by sentence, which codes are heard.
struct Hearing {
  let coder: ResponseCoder
  let parsed: ParsedResponse
  let patient: PatientWords
  let places: CharacterPlaces
  let examples: ExampleSentences
  private(set) var heard: [HeardCode] = []
  private(set) var sentences: [SentenceEvidence] = []
  /// Nil where no code is heard across sentences.
  private(set) var whole: SentenceEvidence?

  /// What a form loses beside a code that it is said not to stand beside, in log-odds.
  static let penaltyBeside = 4.0

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
    decide(
      coder.compiled.ofSentences, evidence, isGesture: sentence.isGesture,
      Place(sentence: number, start: sentence.start, end: sentence.end, showsWords: true))
  }

  /// Gives the whole response the codes that are heard across sentences.
  mutating func hearTurn() {
    guard coder.compiled.hasTurnCodes, let first = parsed.sentences.first,
      let last = parsed.sentences.last
    else { return }
    var evidence = SentenceEvidence(joining: sentences, coder: coder)
    if !examples.isEmpty { evidence.add(sentences.flatMap(\.near)) }
    whole = evidence
    decide(
      coder.compiled.ofTurns, evidence, isGesture: false,
      Place(sentence: 0, start: first.start, end: last.end, showsWords: false))
  }

  /// Which sentence codes are given to, and where it stands.
  private struct Place {
    var sentence: Int
    var start: Int
    var end: Int
    var showsWords: Bool
  }

  private mutating func decide(
    _ sought: CompiledCodebook.Heard, _ evidence: SentenceEvidence, isGesture: Bool, _ place: Place
  ) {
    let codes = coder.compiled.codes
    let least = ResponseCoder.leastConfidence
    var functions: [Int] = []
    for position in isGesture ? [] : sought.functions {
      guard !evidence.isHopeless(position, coder.compiled) else { continue }
      let own = logistic(evidence.odds[position])
      let confidence = evidence.confidence(position, codes[position])
      // Of codes of one kind the likeliest is given, and others only for their own sake.
      let isLikeliest = codes[position].kin.allSatisfy { other in
        let odds = evidence.odds[other]
        return odds < evidence.odds[position]
          || (odds == evidence.odds[position] && position < other)
      }
      guard own >= least || (isLikeliest && confidence >= least) else { continue }
      functions.append(position)
      apply(position, confidence, evidence, place)
    }
    var form: (position: Int, odds: Double)?
    for position in sought.forms {
      var odds = evidence.contest[position]
      if !codes[position].isFitted, codes[position].notBeside.contains(where: functions.contains) {
        odds -= Self.penaltyBeside
      }
      if form.map({ odds > $0.odds }) ?? true { form = (position, odds) }
    }
    guard let form else { return }
    // A sentence has a form, however unsure: at its least it counts half.
    let confidence =
      codes[form.position].isFitted
      ? max(least, evidence.confidence(form.position, codes[form.position]))
      : logistic(form.odds)
    apply(form.position, confidence, evidence, place)
  }

  private mutating func hits(
    in sentence: Sentence, _ signs: SignSet, _ search: inout CueSearch
  ) -> [FoundCue] {
    if sentence.isGesture || parsed.isQuotation(sentence) { return [] }
    var result: [FoundCue] = []
    let start = parsed.start(of: sentence)
    let conditions = coder.compiled.conditions
    search.run(parsed.symbols, sentence.firstWord..<sentence.endWord) { hit in
      let condition = conditions[hit.cue]
      if condition.hasPlaces, !stands(hit, condition, in: sentence, start, signs) { return false }
      if isQuoted(hit) { return false }
      let minds = condition.hasExceptions
      result.append(
        FoundCue(
          hit: hit, isNegated: minds && parsed.isNegated(hit.first, in: sentence),
          isPatients: minds && isPatients(hit)))
      return true
    }
    return result
  }

  private func stands(
    _ hit: CueHit, _ condition: CueCondition, in sentence: Sentence, _ start: Int, _ signs: SignSet
  ) -> Bool {
    if condition.has(.inThePatientsWords) { return false }
    if condition.has(.inAQuestion), !signs.contains(.question) { return false }
    if condition.has(.inAStatement), !signs.contains(.statement) { return false }
    let isAtStart = hit.first <= start
    let isAtEnd = hit.last == sentence.endWord - 1
    if condition.has(.atTheStart), !isAtStart { return false }
    if condition.has(.atTheEnd), !isAtEnd { return false }
    if condition.has(.alone), !(isAtStart && isAtEnd) { return false }
    return !condition.has(.atTheStartOfAClause) || parsed.startsClause(hit.first, in: sentence)
  }

  /// Words in quotation marks are somebody else's.
  private func isQuoted(_ hit: CueHit) -> Bool {
    !parsed.quotations.isEmpty && parsed.isQuotedWord(hit.first) && parsed.isQuotedWord(hit.last)
  }

  /// Whether all its telling words are ones the patient has used.
  private func isPatients(_ hit: CueHit) -> Bool {
    var tells = false
    for index in hit.first...hit.last where !parsed.symbols.has(index, .function) {
      guard patient.haveSaid(parsed.stems[index]) else { return false }
      tells = true
    }
    return tells
  }

  private mutating func apply(
    _ position: Int, _ confidence: Double, _ evidence: SentenceEvidence, _ place: Place
  ) {
    let book = coder.compiled
    let account = evidence.account(of: position, book)
    let words = place.showsWords ? shownWords(account.telling) : nil
    let pieces = words ?? [(place.start, place.end)]
    let range = places.range(pieces[0].0, pieces[pieces.count - 1].1)
    var shown = places.text(pieces[0].0, pieces[0].1)
    for piece in pieces.dropFirst() { shown += "…" + places.text(piece.0, piece.1) }
    heard.append(
      HeardCode(
        position: position,
        code: coder.applied(
          position, confidence: confidence, range: range, evidence: shown,
          reasons: account.reasons, sentence: place.sentence)))
  }

  /// The bytes of the words that speak for a code, where they touch or overlap as one piece; nil
  /// where they are small words only, which tell a reader nothing.
  private func shownWords(_ hits: [CueHit]) -> [(Int, Int)]? {
    var hits = hits.filter { hit in
      hit.last > hit.first + 1
        || (hit.first...hit.last).contains { !parsed.symbols.has($0, .function) }
    }
    guard !hits.isEmpty else { return nil }
    hits.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    var pieces: [(first: Int, last: Int)] = []
    for hit in hits {
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
