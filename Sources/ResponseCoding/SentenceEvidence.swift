import Glibc
import Rubrics
import TranscriptModel

/// A cue found in a sentence, and what may make it no evidence for a code.
struct FoundCue: Sendable {
  var hit: CueHit
  /// Something like "not" or "rather than" stands before it.
  var isNegated: Bool
  /// All its telling words are ones the patient has used.
  var isPatients: Bool

  @inline(__always)
  func counts(for pull: PullTable.Pull, of position: Int, _ book: CompiledCodebook) -> Bool {
    guard isNegated || isPatients, pull.weight > 0 else { return true }
    return !(isNegated && book.codes[position].isNoneWhenNegated)
      && !(isPatients && book.codes[position].isNoneInPatientsWords)
  }
}

/// What one sentence, or a whole response, shows, and the odds of every code that follow from it.
struct SentenceEvidence: Sendable {
  let hits: [FoundCue]
  /// Numbers of cues found in what the patient has just said.
  let patient: [Int]
  let signs: SignSet
  /// For each code what its own section would give it by itself, 0 to 1.
  private(set) var byHand: [Double]
  /// Of each code, in log-odds.
  private(set) var odds: [Double]
  /// By which the forms compete: before confidences were fitted, so that rare forms have a chance.
  private(set) var contest: [Double]
  /// Coded examples that a sentence is close to.
  private(set) var near: [NearExample] = []

  init(hits: [FoundCue], patient: [Int], signs: SignSet, coder: ResponseCoder) {
    self.init(hits: hits, patient: patient, signs: signs, atLeast: [], coder.compiled)
  }

  /// Of a response: a cue counts once, and a code's own evidence as in its best sentence.
  init(joining sentences: [SentenceEvidence], coder: ResponseCoder) {
    if sentences.count == 1, sentences[0].near.isEmpty {
      self = sentences[0]
      return
    }
    var seen = [Bool](repeating: false, count: coder.compiled.cues.count)
    var hits: [FoundCue] = []
    var signs = SignSet()
    var best = [Double](repeating: 0, count: coder.compiled.codes.count)
    for sentence in sentences {
      signs.formUnion(sentence.signs)
      for code in best.indices { best[code] = max(best[code], sentence.byHand[code]) }
      for found in sentence.hits where !seen[found.hit.cue] {
        seen[found.hit.cue] = true
        hits.append(found)
      }
    }
    self.init(
      hits: hits, patient: sentences.first?.patient ?? [], signs: signs, atLeast: best,
      coder.compiled)
  }

  private init(
    hits: [FoundCue], patient: [Int], signs: SignSet, atLeast best: [Double],
    _ book: CompiledCodebook
  ) {
    self.hits = hits
    self.patient = patient
    self.signs = signs
    var odds = book.bases
    for found in hits {
      if found.isNegated || found.isPatients {
        book.byHand.cues.forEach(of: found.hit.cue) { pull in
          let code = Int(pull.code)
          if found.counts(for: pull, of: code, book) { odds[code] += pull.weight }
        }
      } else {
        book.byHand.cues.add(found.hit.cue, to: &odds)
      }
    }
    for cue in patient { book.byHand.patientCues.add(cue, to: &odds) }
    signs.forEach { book.byHand.signs.add($0, to: &odds) }
    byHand = book.confidencesOfBases
    for code in odds.indices where odds[code] != book.bases[code] {
      byHand[code] = logistic(odds[code])
    }
    for code in best.indices { byHand[code] = max(byHand[code], best[code]) }
    contest = odds
    self.odds = odds
    fit(book)
  }

  /// Where a code has fitted weights they decide, and its own cues are evidence among others.
  private mutating func fit(_ book: CompiledCodebook) {
    guard !book.calibrations.isEmpty else { return }
    var fitted = book.fittedBases
    for found in hits { book.fitted.cues.add(found.hit.cue, to: &fitted) }
    for cue in patient { book.fitted.patientCues.add(cue, to: &fitted) }
    signs.forEach { book.fitted.signs.add($0, to: &fitted) }
    for source in book.fittedHeard.rows {
      let own = byHand[source]
      book.fittedHeard.forEach(of: source) { fitted[Int($0.code)] += $0.weight * own }
    }
    for calibration in book.calibrations {
      let value = fitted[calibration.code]
      contest[calibration.code] = value
      odds[calibration.code] = calibration.slope * value + calibration.shift
    }
  }
}

extension SentenceEvidence {
  /// Lets examples speak for their codes; of several with a code the closest does.
  mutating func add(_ examples: [NearExample]) {
    near = examples
    for code in Set(examples.flatMap(\.codes)) {
      guard let pull = closest(to: code)?.pull else { continue }
      odds[code] += pull
      contest[code] += pull
    }
  }

  func closest(to code: Int) -> NearExample? {
    near.filter { $0.codes.contains(code) }.max { $0.pull < $1.pull }
  }

  /// That the code, or one of its kind, is there; 0 to 1.
  func confidence(_ position: Int, _ code: CompiledCodebook.Code) -> Double {
    let own = logistic(odds[position])
    guard !code.kin.isEmpty else { return own }
    // The sum of several may pass 1; company never makes one less sure.
    return max(own, min(0.99, code.kin.reduce(own) { $0 + logistic(odds[$1]) }))
  }

  /// Whether neither the code nor one of its kind can be there.
  func isHopeless(_ position: Int, _ book: CompiledCodebook) -> Bool {
    let limit = book.codes[position].hopeless
    return odds[position] < limit && book.codes[position].kin.allSatisfy { odds[$0] < limit }
  }
}

func logistic(_ odds: Double) -> Double { 1 / (1 + exp(-odds)) }
