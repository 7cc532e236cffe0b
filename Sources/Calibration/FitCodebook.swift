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
package struct CodeOutcome: Sendable {
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

  private struct Outcome: Sendable {
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
    for sample in samples {
      candidates.add(sample.text)
      for utterance in sample.patient { candidates.add(patient: utterance) }
    }
    data = LearningRows(samples, plain, candidates: candidates.found())
    folds = GroupedFolds(samples.map(\.group), count: options.folds)
  }

  /// Fits every code, first so that it can be guessed which code or sentence is meant where people
  /// did not say, then with these guesses.
  package mutating func run() {
    let positions = codebook.codes.indices.filter { codebook.codes[$0].layer != .derived }
    let (labels, open) = data.labels(in: codebook)
    // In the first round the lines written by hand tell which is meant.
    var odds = codebook.codes.indices.map { code in
      var values = [Double](repeating: 0, count: data.rows.count)
      for (row, value) in data.rows.rows(with: data.coder.heard(code)) {
        values[row] = Double(value)
      }
      return values
    }
    for _ in 0..<(open.isEmpty ? 0 : 2) {
      let guess = guessed(labels, open, odds)
      let involved = Set(open.flatMap(\.codes)).sorted()
      let models = inParallel(involved) { [data, options] position in
        Self.fit(
          guess[position], own: data.coder.heard(position), isOut: { _ in false }, data.rows,
          options)
      }
      for (position, model) in zip(involved, models) where !model.weights.isEmpty {
        odds[position] = model.odds(data.rows)
      }
    }
    let known = guessed(labels, open, odds)
    let outcomes = inParallel(positions) { [data, folds, options] position in
      Self.fit(known[position], own: data.coder.heard(position), data, folds, options)
    }
    fits = Array(zip(positions, outcomes))
  }

  /// In each open item the likeliest code at the likeliest sentence is taken to be meant.
  private func guessed(
    _ labels: [[Bool?]], _ open: [LearningRows.OpenItem], _ odds: [[Double]]
  ) -> [[Bool?]] {
    var result = labels
    for item in open {
      var best: (code: Int, row: Int, odds: Double)?
      for code in item.codes {
        for row in item.rows where odds[code][row] > best?.odds ?? -.infinity {
          best = (code, row, odds[code][row])
        }
      }
      if let best { result[best.code][best.row] = true }
    }
    return result
  }

  private static func fit(
    _ labels: [Bool?], own: Int, _ data: LearningRows, _ folds: GroupedFolds,
    _ options: FittingOptions
  ) -> Outcome {
    var outcome = Outcome(positives: labels.count { $0 == true })
    outcome.labels = labels
    guard outcome.positives >= options.leastPositives else { return outcome }
    outcome.odds = Array(repeating: nil, count: data.rows.count)
    for fold in 0...folds.count {
      let isOut = { (row: Int) in fold < folds.count && folds.fold[data.sample[row]] == fold }
      let model = fit(labels, own: own, isOut: isOut, data.rows, options)
      outcome.models.append(model)
      guard fold < folds.count else { continue }
      let odds = model.odds(data.rows)
      for row in labels.indices where isOut(row) && labels[row] != nil {
        outcome.odds[row] = odds[row]
      }
    }
    return outcome
  }

  private static func fit(
    _ labels: [Bool?], own: Int, isOut: (Int) -> Bool, _ rows: SparseRows,
    _ options: FittingOptions
  ) -> LogisticModel {
    let shown = labels.map { $0 ?? false }
    guard shown.count(where: \.self) >= options.leastPositives else { return LogisticModel() }
    var weights = labels.indices.map { labels[$0] != nil && !isOut($0) ? 1.0 : 0.0 }
    weights = balanced(shown, rowWeights: weights, by: options.balance)
    let problem = LogisticProblem(rows, labels: shown, rowWeights: weights)
    // What was written by hand for the code itself is the last to be given up.
    var costs = [Float](repeating: 1, count: rows.featureCount)
    if costs.indices.contains(own) { costs[own] = 0 }
    let choice = chooseFeatures(problem, wished: options.features, factors: costs)
    if costs.indices.contains(own) { costs[own] = 0.1 }
    let factors = choice.factors(from: costs, featureCount: rows.featureCount)
    return fitLogistic(problem, Penalty(options.strength, factors: factors), from: choice.model)
      .model
  }

  // MARK: Codebooks

  /// The codebook fitted to all samples.
  package var fitted: Codebook { codebook(without: folds.count) }

  package var codes: [CodeOutcome] {
    let book = fitted
    return fits.map { position, outcome in
      CodeOutcome(
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
      guard let scaling = ConfidenceScale(odds: odds, labels: labels) else { continue }
      book.codes[position].fitted = weights(outcome.models[fold], scaling)
    }
    return book
  }

  private func weights(_ model: LogisticModel, _ scaling: ConfidenceScale) -> FittedWeights {
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

/// Does the same for each item on all cores; results in the order of the items.
private func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Result
) -> [Result] {
  let results = Results<Result>(count: items.count)
  DispatchQueue.concurrentPerform(iterations: items.count) { number in
    results.set(number, work(items[number]))
  }
  return results.values
}

/// Filled from several threads, each at its own place.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private var kept: [Value?]
  private let queue = DispatchQueue(label: "results")
  init(count: Int) { kept = Array(repeating: nil, count: count) }
  func set(_ number: Int, _ value: Value) { queue.sync { kept[number] = value } }
  var values: [Value] { queue.sync { kept.compactMap(\.self) } }
}
