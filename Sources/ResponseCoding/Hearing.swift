import Glibc
import Rubrics
import TranscriptModel

/// Collects what speaks for each code, sentence by sentence, and decides.
struct Hearing {
  let coder: ResponseCoder
  let parsed: ParsedResponse
  let patient: PatientWords
  let places: CharacterPlaces
  private(set) var applied: [AppliedCode] = []

  /// What a form loses beside a code that it is said not to stand beside, in log-odds.
  private static let penaltyBeside = 4.0

  private var turnHits: [CueHit] = []
  private var turnSigns: Set<Sign> = []

  init(
    coder: ResponseCoder, parsed: ParsedResponse, patient: PatientWords, places: CharacterPlaces
  ) {
    self.coder = coder
    self.parsed = parsed
    self.patient = patient
    self.places = places
  }

  /// Gives a sentence its one form and its functions.
  mutating func hear(
    _ number: Int, _ sentence: Sentence, _ signs: Set<Sign>, _ search: inout CueSearch
  ) {
    let hits = sentence.isGesture ? [] : hits(in: sentence, signs, &search)
    turnHits += hits
    turnSigns.formUnion(signs)
    let codes = coder.codes
    var odds = codes.map(\.base)
    for hit in hits { odds[coder.cues[hit.cue].code] += coder.cues[hit.cue].weight }
    var heard: Set<Int> = []
    for (position, code) in codes.enumerated() where code.unit == .sentence {
      for sign in code.signs where signs.contains(sign.sign) { odds[position] += sign.weight }
      guard code.layer == .function, !sentence.isGesture,
        logistic(odds[position]) >= ResponseCoder.leastConfidence
      else { continue }
      heard.insert(position)
      apply(position, odds[position], hits, signs, number, sentence.start, sentence.end)
    }
    var form: Int?
    for (position, code) in codes.enumerated()
    where code.unit == .sentence && code.layer == .form {
      if !code.notBeside.isDisjoint(with: heard) { odds[position] -= Self.penaltyBeside }
      if form.map({ odds[position] > odds[$0] }) ?? true { form = position }
    }
    if let form {
      apply(form, odds[form], hits, signs, number, sentence.start, sentence.end)
    }
  }

  /// Gives the whole response the codes that are heard across sentences.
  mutating func hearTurn() {
    guard let first = parsed.sentences.first, let last = parsed.sentences.last else { return }
    var seen: Set<Int> = []
    let hits = turnHits.filter { seen.insert($0.cue).inserted }
    for (position, code) in coder.codes.enumerated()
    where code.unit == .turn && code.layer == .function {
      var odds = code.base
      for hit in hits where coder.cues[hit.cue].code == position {
        odds += coder.cues[hit.cue].weight
      }
      for sign in code.signs where turnSigns.contains(sign.sign) { odds += sign.weight }
      guard logistic(odds) >= ResponseCoder.leastConfidence else { continue }
      apply(position, odds, [], turnSigns, 0, first.start, last.end, reasonsFrom: hits)
    }
  }

  private mutating func hits(
    in sentence: Sentence, _ signs: Set<Sign>, _ search: inout CueSearch
  ) -> [CueHit] {
    var seen: Set<Int> = []
    var result: [CueHit] = []
    let start = parsed.start(of: sentence, coder.lexicon)
    if parsed.isQuotation(sentence) { return [] }
    let cues = coder.cues
    search.run(parsed.symbols, sentence.firstWord..<sentence.endWord) { hit in
      guard !seen.contains(hit.cue) else { return }
      let stands = cues[hit.cue].places.allSatisfy { place in
        switch place {
        case .atTheStart: hit.first <= start
        case .atTheStartOfAClause:
          parsed.startsClause(hit.first, in: sentence, coder.lexicon)
        case .atTheEnd: hit.last == sentence.endWord - 1
        case .alone: hit.first <= start && hit.last == sentence.endWord - 1
        case .inAQuestion: signs.contains(.question)
        case .inAStatement: signs.contains(.statement)
        }
      }
      guard stands, counts(hit, in: sentence) else { return }
      seen.insert(hit.cue)
      result.append(hit)
    }
    return result
  }

  /// Words in quotation marks are somebody else's, and what is denied or quoted is not said.
  private func counts(_ hit: CueHit, in sentence: Sentence) -> Bool {
    if !parsed.quotations.isEmpty, parsed.isQuotedWord(hit.first), parsed.isQuotedWord(hit.last) {
      return false
    }
    let cue = coder.cues[hit.cue]
    let exceptions = coder.codes[cue.code].exceptions
    guard cue.weight > 0, !exceptions.isEmpty else { return true }
    if exceptions.contains(.negated), parsed.isNegated(hit.first, in: sentence, coder.lexicon) {
      return false
    }
    guard exceptions.contains(.patientsWords) else { return true }
    let content = (hit.first...hit.last).filter {
      !parsed.symbols.has($0, coder.lexicon.functionWord)
    }
    return content.isEmpty
      || !content.allSatisfy { patient.haveSaid(stem(parsed.words.letters(of: $0))) }
  }

  private mutating func apply(
    _ position: Int, _ odds: Double, _ hits: [CueHit], _ signs: Set<Sign>, _ number: Int,
    _ start: Int, _ end: Int, reasonsFrom all: [CueHit]? = nil
  ) {
    let own = hits.filter { coder.cues[$0.cue].code == position }
    var reasons = (all ?? own).filter { coder.cues[$0.cue].code == position }
      .map { Reason(sign: coder.cues[$0.cue].text, pull: coder.cues[$0.cue].weight) }
    reasons += coder.codes[position].signs.filter { signs.contains($0.sign) }
      .map { Reason(sign: $0.sign.rawValue, pull: $0.weight) }
    reasons.sort { (-abs($0.pull), $0.sign) < (-abs($1.pull), $1.sign) }
    let pieces = evidence(own.filter { coder.cues[$0.cue].weight > 0 }) ?? [(start, end)]
    let range = places.range(pieces[0].0, pieces[pieces.count - 1].1)
    applied.append(
      coder.applied(
        position, confidence: logistic(odds), range: range,
        evidence: pieces.map { places.text($0.0, $0.1) }.joined(separator: "…"),
        reasons: reasons, sentence: number))
  }

  /// The bytes of the words that speak for a code, where they touch or overlap as one piece; nil
  /// where they are small words only, which tell a reader nothing.
  private func evidence(_ hits: [CueHit]) -> [(Int, Int)]? {
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

  private func logistic(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
}
