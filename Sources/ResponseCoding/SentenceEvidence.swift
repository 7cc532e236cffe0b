import Rubrics
import TranscriptModel

/// A cue found in a sentence, and what may make it no evidence for a code.
struct FoundCue: Sendable {
  var hit: CueHit
  /// Something like "not" or "rather than" stands before it.
  var isNegated: Bool
  /// All its telling words are ones the patient has used.
  var isPatients: Bool

  func counts(for pull: CompiledCodebook.Pull, of code: CompiledCodebook.Code) -> Bool {
    guard pull.weight > 0, !code.exceptions.isEmpty else { return true }
    if isNegated, code.exceptions.contains(.negated) { return false }
    return !(isPatients && code.exceptions.contains(.patientsWords))
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
  private(set) var contest: [Double] = []
  /// Coded examples that a sentence is close to.
  private(set) var near: [NearExample] = []

  init(hits: [FoundCue], patient: [Int], signs: SignSet, coder: ResponseCoder) {
    self.init(hits: hits, patient: patient, signs: signs, atLeast: [], coder.compiled)
  }

  /// Of a response: a cue counts once, and a code's own evidence as in its best sentence.
  init(joining sentences: [SentenceEvidence], coder: ResponseCoder) {
    var seen: Set<Int> = []
    var signs = SignSet()
    var best = [Double](repeating: 0, count: coder.compiled.codes.count)
    for sentence in sentences {
      signs.formUnion(sentence.signs)
      for code in best.indices { best[code] = max(best[code], sentence.byHand[code]) }
    }
    let hits = sentences.flatMap(\.hits).filter { seen.insert($0.hit.cue).inserted }
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
    var odds = book.codes.map(\.base)
    for found in hits {
      for pull in book.cues[found.hit.cue].byHand
      where found.counts(for: pull, of: book.codes[pull.code]) {
        odds[pull.code] += pull.weight
      }
    }
    for cue in patient {
      for pull in book.patientCues[cue].byHand { odds[pull.code] += pull.weight }
    }
    signs.forEach { sign in
      for pull in book.signs[sign] { odds[pull.code] += pull.weight }
    }
    byHand = odds.map(logistic)
    for code in best.indices { byHand[code] = max(byHand[code], best[code]) }
    self.odds = odds
    contest = odds
    fit(book)
  }

  /// Where a code has fitted weights they decide, and its own cues are evidence among others.
  private mutating func fit(_ book: CompiledCodebook) {
    var fitted = book.codes.map { $0.fitted?.base ?? 0 }
    for found in hits {
      for pull in book.cues[found.hit.cue].fitted { fitted[pull.code] += pull.weight }
    }
    for cue in patient {
      for pull in book.patientCues[cue].fitted { fitted[pull.code] += pull.weight }
    }
    signs.forEach { sign in
      for pull in book.fittedSigns[sign] { fitted[pull.code] += pull.weight }
    }
    for (source, pulls) in book.fittedHeard.enumerated() {
      for pull in pulls { fitted[pull.code] += pull.weight * byHand[source] }
    }
    for (position, code) in book.codes.enumerated() {
      guard let calibration = code.fitted else { continue }
      contest[position] = fitted[position]
      odds[position] = calibration.slope * fitted[position] + calibration.shift
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

  private func closest(to code: Int) -> NearExample? {
    near.filter { $0.codes.contains(code) }.max { $0.pull < $1.pull }
  }

  /// That the code, or one of its kind, is there; 0 to 1.
  func confidence(_ position: Int, _ code: CompiledCodebook.Code) -> Double {
    guard !code.kin.isEmpty else { return logistic(odds[position]) }
    return min(0.99, code.kin.reduce(logistic(odds[position])) { $0 + logistic(odds[$1]) })
  }

  /// Every cue, sign and code's evidence that spoke for a code or against it, strongest first.
  ///
  /// With `ofSection` what its own section makes of them, although it has fitted weights.
  func reasons(of position: Int, _ coder: ResponseCoder, ofSection: Bool = false) -> [Reason] {
    let book = coder.compiled
    let isFitted = book.codes[position].fitted != nil && !ofSection
    var reasons: [Reason] = []
    for found in hits {
      let cue = book.cues[found.hit.cue]
      for pull in isFitted ? cue.fitted : cue.byHand
      where pull.code == position && (isFitted || found.counts(for: pull, of: book.codes[position]))
      {
        reasons.append(Reason(sign: cue.shown, pull: pull.weight))
      }
    }
    for number in patient {
      let cue = book.patientCues[number]
      for pull in isFitted ? cue.fitted : cue.byHand where pull.code == position {
        reasons.append(Reason(sign: cue.shown, pull: pull.weight))
      }
    }
    signs.forEach { sign in
      for pull in (isFitted ? book.fittedSigns : book.signs)[sign]
      where pull.code == position {
        reasons.append(Reason(sign: Sign.names[sign], pull: pull.weight))
      }
    }
    for (source, pulls) in book.fittedHeard.enumerated() where isFitted {
      for pull in pulls where pull.code == position {
        reasons.append(
          Reason(
            sign: source == position
              ? Reason.ownCues : Reason.cuesOf + coder.codebook.codes[source].name,
            pull: pull.weight * byHand[source]))
      }
    }
    if !ofSection, let example = closest(to: position) {
      reasons.append(Reason(sign: Reason.closeTo + "“\(example.text)”", pull: example.pull))
    }
    return reasons.sorted { (-abs($0.pull), $0.sign) < (-abs($1.pull), $1.sign) }
  }

  /// The cues that speak most for a code: those with at least half the pull of the strongest.
  func telling(of position: Int, _ coder: ResponseCoder) -> [CueHit] {
    let book = coder.compiled
    var hits: [(hit: CueHit, pull: Double)] = []
    for found in self.hits {
      let cue = book.cues[found.hit.cue]
      for pull in cue.byHand + cue.fitted
      where pull.code == position && pull.weight > 0
        && found.counts(for: pull, of: book.codes[position])
      {
        hits.append((found.hit, pull.weight))
      }
    }
    guard book.codes[position].fitted != nil else { return hits.map(\.hit) }
    let strongest = hits.map(\.pull).max() ?? 0
    return hits.filter { $0.pull * 2 >= strongest }.map(\.hit)
  }
}
