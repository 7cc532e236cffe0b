import Rubrics

/// The models of one code, and what they say of rows they have not seen.
struct CodeFitting: Sendable {
  /// In the codebook.
  let position: Int
  /// Rows that show it.
  let positives: Int
  /// One without each fold, then one of all rows.
  private let models: [LogisticModel]
  /// By fold, and last for all: what makes confidences of odds.
  private let scales: [ConfidenceScale?]

  init(
    _ position: Int, _ labels: [Bool?], _ models: [LogisticModel], _ foldOfRow: [Int?],
    _ rows: SparseRows, _ options: FittingOptions
  ) {
    self.position = position
    self.models = models
    positives = labels.count { $0 == true }
    guard positives >= options.leastPositives else {
      scales = []
      return
    }
    var seen: [(fold: Int, odds: Double, label: Bool)] = []
    for (fold, model) in models.dropLast().enumerated() {
      let odds = model.odds(rows)
      for row in labels.indices where foldOfRow[row] == fold {
        if let label = labels[row] { seen.append((fold, odds[row], label)) }
      }
    }
    // Without a fold, so that nothing of it is in what it hears.
    scales = models.indices.map { fold in
      let others = seen.filter { $0.fold != fold }
      return ConfidenceScale(odds: others.map(\.odds), labels: others.map(\.label))
    }
  }

  var isFitted: Bool { scales.last.flatMap(\.self) != nil && models.last?.weights.isEmpty == false }

  /// Nil where it was seen too seldom.
  func weights(
    without fold: Int, _ data: LearningRows, _ codebook: Codebook, _ options: FittingOptions
  ) -> FittedWeights? {
    guard scales.indices.contains(fold), let scale = scales[fold], !models[fold].weights.isEmpty
    else { return nil }
    // Many small weights need more digits.
    let parts = options.features.map { $0 > 1000 } ?? true ? 1000.0 : 100
    func rounded(_ value: Double) -> Double {
      max(-20, min(20, (value * parts).rounded() / parts))
    }
    var result = FittedWeights()
    result.base = rounded(models[fold].base)
    result.slope = max(0.01, rounded(scale.slope))
    result.shift = rounded(scale.shift)
    for weight in models[fold].weights {
      let value = rounded(weight.value)
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
}
