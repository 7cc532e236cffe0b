import Dispatch
import ResponseCoding
import Rubrics

/// How a codebook is fitted.
package struct FittingOptions: Sendable, Hashable {
  /// Cues, signs and codes' evidence that may speak for one code.
  package var features = 300
  /// Cost of large weights, in rows.
  package var strength = 10.0
  /// How far rows that show a code count as much as those that do not: 0 not at all, 1 wholly.
  package var balance = 0.5
  /// A code seen in fewer sentences is left as it is.
  package var leastPositives = 15
  package var folds = 5
  /// A cue found in fewer sentences is noise.
  package var leastSentences = 4

  package init() {}
}

/// What fitting gave for one code.
package struct CodeFit: Sendable {
  package var code: String
  /// Rows that show it.
  package var positives: Int
  /// Nil where there were too few.
  package var weights: FittedWeights?
}

/// Fits every code of a codebook that was seen often enough; deterministic.
///
/// Confidences are fitted on rows that the weights were not fitted to, in folds that keep groups
/// together. With `heldOut` also what codebooks fitted without a fold hear in that fold.
package struct CodebookFitting {
  package let options: FittingOptions
  private let codebook: Codebook
  private let samples: [CodedSample]
  private let data: LearningRows
  private let folds: GroupedFolds
  private var fits: [(position: Int, outcome: Outcome)] = []

  private struct Outcome {
    var positives: Int
    /// One for each fold, then one for all rows.
    var models: [LogisticModel] = []
    /// By row, from the model that has not seen it; nil where nothing is known of the code.
    var odds: [Double?] = []
    var labels: [Bool?] = []
  }

  package init(_ codebook: Codebook, to samples: [CodedSample], options: FittingOptions = .init()) {
    self.codebook = codebook
    self.samples = samples
    self.options = options
    var plain = codebook
    for position in plain.codes.indices { plain.codes[position].fitted = nil }
    var candidates = CandidateCues(plain)
    candidates.leastSentences = options.leastSentences
    for sample in samples { candidates.add(sample.text) }
    data = LearningRows(samples, plain, candidates: candidates.found())
    folds = GroupedFolds(samples.map(\.group), count: options.folds)
  }

  /// Fits; `heard` is called with the number of codes that are done.
  package mutating func run(progress: @Sendable (Int) -> Void = { _ in }) {
    let positions = codebook.codes.indices.filter { codebook.codes[$0].layer != .derived }
    let outcomes = Outcomes(count: positions.count)
    let (data, folds, options, book) = (data, folds, options, codebook)
    DispatchQueue.concurrentPerform(iterations: positions.count) { number in
      outcomes.set(number, Self.fit(book.codes[positions[number]], book, data, folds, options))
    }
    fits = zip(positions, outcomes.values).compactMap { position, outcome in
      outcome.map { (position, $0) }
    }
  }

  /// Filled from several threads, each at its own place.
  private final class Outcomes: @unchecked Sendable {
    private var kept: [Outcome?]
    private let queue = DispatchQueue(label: "outcomes")
    init(count: Int) { kept = Array(repeating: nil, count: count) }
    func set(_ number: Int, _ outcome: Outcome) { queue.sync { kept[number] = outcome } }
    var values: [Outcome?] { queue.sync { kept } }
  }

  private static func fit(
    _ code: CodeDefinition, _ codebook: Codebook, _ data: LearningRows, _ folds: GroupedFolds,
    _ options: FittingOptions
  ) -> Outcome {
    var outcome = Outcome(positives: 0)
    outcome.labels = data.labels(of: code, in: codebook)
    outcome.positives = outcome.labels.count { $0 == true }
    guard outcome.positives >= options.leastPositives else { return outcome }
    let bags = data.openBags(of: code, in: codebook)
    outcome.odds = Array(repeating: nil, count: data.rows.count)
    for fold in 0...folds.count {
      let isOut = data.sample.map { fold < folds.count && folds.fold[$0] == fold }
      let model = fit(outcome.labels, bags, isOut, data.rows, options)
      outcome.models.append(model)
      guard fold < folds.count else { continue }
      let odds = model.odds(data.rows)
      for row in isOut.indices where isOut[row] && outcome.labels[row] != nil {
        outcome.odds[row] = odds[row]
      }
    }
    return outcome
  }

  private static func fit(
    _ labels: [Bool?], _ bags: [Range<Int>], _ isOut: [Bool], _ rows: SparseRows,
    _ options: FittingOptions
  ) -> LogisticModel {
    var known = labels
    var model = LogisticModel()
    for round in 0..<(bags.isEmpty ? 1 : 3) {
      if round > 0 {
        // Of a response that shows the code somewhere, its likeliest sentence is taken to show it.
        let odds = model.odds(rows)
        known = labels
        for bag in bags where !isOut[bag.lowerBound] {
          if let best = bag.max(by: { odds[$0] < odds[$1] }) { known[best] = true }
        }
      }
      let shown = known.map { $0 ?? false }
      var weights = zip(known, isOut).map { $0 != nil && !$1 ? 1.0 : 0.0 }
      weights = balanced(shown, rowWeights: weights, by: options.balance)
      let problem = LogisticProblem(rows, labels: shown, rowWeights: weights)
      let choice = chooseFeatures(problem, wished: options.features)
      let factors = choice.factors(featureCount: rows.featureCount)
      model =
        fitLogistic(
          problem, Penalty(options.strength, factors: factors), from: choice.model
        ).model
    }
    return model
  }

  // MARK: Codebooks

  /// The codebook fitted to all samples.
  package var fitted: Codebook { codebook(without: folds.count) }

  package var codes: [CodeFit] {
    let book = fitted
    return fits.map { position, outcome in
      CodeFit(
        code: book.codes[position].id, positives: outcome.positives,
        weights: book.codes[position].fitted)
    }
  }

  /// What is heard in each sample by a codebook that was fitted without its fold.
  package func heldOut() -> [HeardCodes] {
    let coders = (0..<folds.count).map { ResponseCoder(codebook(without: $0)) }
    return samples.indices.map { number in
      hear([samples[number]], with: coders[folds.fold[number]])[0]
    }
  }

  private func codebook(without fold: Int) -> Codebook {
    var book = codebook
    for (position, outcome) in fits {
      book.codes[position].fitted = nil
      guard outcome.models.indices.contains(fold) else { continue }
      var odds: [Double] = []
      var labels: [Bool] = []
      for row in outcome.odds.indices where folds.fold[data.sample[row]] != fold {
        guard let value = outcome.odds[row], let label = outcome.labels[row] else { continue }
        odds.append(value)
        labels.append(label)
      }
      guard let scaling = PlattScaling(odds: odds, labels: labels), scaling.slope > 0 else {
        continue
      }
      book.codes[position].fitted = weights(outcome.models[fold], scaling)
    }
    return book
  }

  private func weights(_ model: LogisticModel, _ scaling: PlattScaling) -> FittedWeights {
    var result = FittedWeights()
    result.base = hundredths(model.base)
    result.slope = max(0.01, hundredths(scaling.slope))
    result.shift = hundredths(scaling.shift)
    for weight in model.weights {
      let value = hundredths(weight.value)
      guard value != 0 else { continue }
      switch data.coder.feature(Int(weight.feature)) {
      case .cue(var cue)?:
        cue.weight = value
        result.cues.append(cue)
      case .sign(let sign)?: result.signs.append(SignWeight(sign: sign, weight: value))
      case .heard(let code)?:
        result.heard.append(CodeWeight(code: codebook.codes[code].id, weight: value))
      case nil: break
      }
    }
    result.cues.sort { (-abs($0.weight), $0.text) < (-abs($1.weight), $1.text) }
    result.signs.sort { (-abs($0.weight), $0.sign.number) < (-abs($1.weight), $1.sign.number) }
    result.heard.sort { (-abs($0.weight), $0.code) < (-abs($1.weight), $1.code) }
    return result
  }

  private func hundredths(_ value: Double) -> Double {
    max(-20, min(20, (value * 100).rounded() / 100))
  }
}
