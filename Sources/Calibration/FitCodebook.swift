import ResponseCoding
import Rubrics

/// Fits every code of a codebook that was seen often enough; deterministic.
///
/// Each fit is made once for all samples and once without each fold; folds keep groups together.
/// What a fold hears comes from weights, cues, confidences and decisions that have not seen it.
package struct CodebookFitting {
  package let options: FittingOptions
  let codebook: Codebook
  let samples: [CodedSample]
  let data: LearningRows
  let folds: GroupedFolds
  /// By fold, and last for all: features too rare there.
  private var rare: [[Int]] = []
  private(set) var fits: [CodeFitting] = []
  /// Codes that stand or fall together: forms of one unit, every function by itself.
  private(set) var parties: [[Int]] = []

  package init(_ codebook: Codebook, to samples: [CodedSample], options: FittingOptions = .init()) {
    self.codebook = codebook
    self.samples = samples
    self.options = options
    folds = GroupedFolds(samples.map(\.group), count: options.folds)
    let plain = codebook.byHand
    var candidates = CandidateCues(plain, folds: folds.count)
    candidates.leastSentences = options.leastSentences
    for (sample, fold) in zip(samples, folds.fold) {
      candidates.add(sample.text, fold: fold)
      for utterance in sample.patient { candidates.add(patient: utterance, fold: fold) }
    }
    let found = candidates.found()
    data = LearningRows(samples, plain, candidates: found)
    let numbers = data.coder.numbersOfCues
    rare = (0..<folds.count).map { fold in
      candidates.rare(without: fold).compactMap { numbers[CueKey(found[$0])] }
    }
    rare.append([])
  }

  /// Fits every code, first so that it can be guessed which code or sentence is meant where people
  /// did not say, then with these guesses.
  package mutating func run() {
    let positions = codebook.codes.indices.filter { codebook.codes[$0].layer != .derived }
    let (labels, open) = data.labels(in: codebook)
    let contests = options.together ? contests(labels) : []
    var guesses = Guesses(labels: labels, open: open, contests: contests, data)
    for _ in 0..<(guesses.isOpen ? 2 : 0) {
      let involved = guesses.involved
      let known = guesses.labels
      let models = onAllCores(involved.count) { [data, options, rowWeights] number in
        fitModel(
          known[involved[number]], own: data.coder.heard(involved[number]), data.rows, rowWeights,
          options)
      }
      for (position, models) in zip(involved, models) {
        guard let model = models.first, !model.weights.isEmpty else { continue }
        guesses.odds[position] = model.odds(data.rows)
      }
    }
    let known = guesses.labels
    let weights = rowWeights
    let classes = contests.map { guesses.classes(of: $0) }
    let alone = positions.filter { !contests.joined().contains($0) }
    let rounds = folds.count + 1
    let single = onAllCores(alone.count * rounds) { [data, options, rare, self] number in
      let (place, fold) = number.quotientAndRemainder(dividingBy: rounds)
      return fitModel(
        known[alone[place]], own: data.coder.heard(alone[place]), data.rows, weights, options,
        isOut: { isOut($0, of: fold) }, without: rare[fold])
    }
    let joint = onAllCores(contests.count * rounds) { [data, options, rare, self] number in
      let (place, fold) = number.quotientAndRemainder(dividingBy: rounds)
      return fitModels(
        classes[place], of: contests[place].count,
        own: contests[place].map(data.coder.heard), data.rows, weights, options,
        isOut: { isOut($0, of: fold) }, without: rare[fold])
    }
    let foldOfRow = foldOfRow
    fits = []
    for (place, position) in alone.enumerated() {
      let tried = Array(single[place * rounds..<(place + 1) * rounds])
      let chosen = bestStrengths(of: tried.map { $0.map { [$0] } }, foldOfRow, data.rows) {
        odds, rows in
        let told = rows.filter { known[position][$0] != nil }
        return DecisionThreshold(
          odds: told.map { odds[0][$0] }, labels: told.map { known[position][$0] == true })?.f1 ?? 0
      }
      let models = zip(tried, chosen).map { $0[$1] }
      fits.append(CodeFitting(position, known[position], models, foldOfRow, data.rows, options))
    }
    for (place, contest) in contests.enumerated() {
      let tried = Array(joint[place * rounds..<(place + 1) * rounds])
      let chosen = bestStrengths(of: tried, foldOfRow, data.rows) { odds, rows in
        macroF1(of: odds, classes[place], rows)
      }
      for (number, position) in contest.enumerated() {
        let labels = classes[place].map { $0.map { $0 == number } }
        let models = zip(tried, chosen).map { $0[$1][number] }
        fits.append(CodeFitting(position, labels, models, foldOfRow, data.rows, options))
      }
    }
    fits.sort { $0.position < $1.position }
    parties = contests + alone.map { [$0] }
  }

  /// By row; none for definitions, which every fit may know.
  private var foldOfRow: [Int?] {
    data.sample.map { samples[$0].isDefinition ? nil : folds.fold[$0] }
  }

  private var rowWeights: [Double] {
    data.sample.map { samples[$0].isDefinition ? options.definitionWeight : 1 }
  }

  private func isOut(_ row: Int, of fold: Int) -> Bool {
    fold < folds.count && !samples[data.sample[row]].isDefinition
      && folds.fold[data.sample[row]] == fold
  }

  /// The forms of each unit that were seen often enough, where there are several.
  private func contests(_ labels: [[Bool?]]) -> [[Int]] {
    [CodeDefinition.Unit.sentence, .turn].map { unit in
      codebook.codes.indices.filter { position in
        let code = codebook.codes[position]
        return code.layer == .form && code.unit == unit
          && labels[position].count { $0 != false } >= options.leastPositives
      }
    }.filter { $0.count > 1 }
  }

  /// The codebook fitted without a fold, or to all; codes that are not `chosen` stay as they were.
  func codebook(without fold: Int, chosen: Set<Int>) -> Codebook {
    var book = codebook
    for fit in fits where chosen.contains(fit.position) {
      guard let weights = fit.weights(without: fold, data, codebook, options) else { continue }
      book.codes[fit.position].fitted = weights
    }
    return book
  }
}

/// A cue, whatever its weight.
private struct CueKey: Hashable {
  var places: [CuePattern.Place]
  var text: String

  init(_ cue: CuePattern) { (places, text) = (cue.places, cue.text) }
}

extension FeatureCoder {
  fileprivate var numbersOfCues: [CueKey: Int] {
    var numbers: [CueKey: Int] = [:]
    for number in 0..<featureCount {
      if case .cue(let cue)? = feature(number) { numbers[CueKey(cue)] = number }
    }
    return numbers
  }
}
