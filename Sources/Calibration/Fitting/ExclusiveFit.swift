import Glibc

/// Fitted together: codes of which every row has just one.
package struct ExclusiveFit: Sendable, Hashable {
  /// The codes that were fitted, rising; the others have too few rows.
  package var codes: [Int]
  /// Of the fitted codes, in their order.
  package var softmax: SoftmaxFit
  /// By code, how many rows have it.
  package var counts: [Int]

  /// By row, by code; 0 for a code that was not fitted.
  package func probabilities(_ rows: SparseRows) -> [[Double]] {
    softmax.probabilities(rows).map { fitted in
      var all = [Double](repeating: 0, count: counts.count)
      for (code, probability) in zip(codes, fitted) { all[code] = probability }
      return all
    }
  }
}

/// Fits codes of which every row has just one, each on the features that set it off from the rest.
///
/// Of the recipe, the L1 share, strengths, criterion and rounds are not used.
///
/// - Parameters:
///   - codes: By row, from 0; nil where nobody looked.
///   - count: How many codes there are.
package func fitExclusive(
  _ rows: SparseRows, codes: [Int?], count: Int, _ recipe: FitRecipe
) -> ExclusiveFit {
  var counts = [Int](repeating: 0, count: max(0, count))
  for case .some(let code) in codes.prefix(rows.count) where counts.indices.contains(code) {
    counts[code] += 1
  }
  let fitted = counts.indices.filter { counts[$0] >= max(1, recipe.fewest) }
  // Their places among the fitted.
  let classes = codes.map { code in code.flatMap { fitted.firstIndex(of: $0) } }
  let known = classes.map { $0 == nil ? 0.0 : 1 }
  let total = known.reduce(0, +)
  let weights = classes.map { number in
    number.map {
      pow(total / (Double(fitted.count) * Double(counts[fitted[$0]])), recipe.balance)
    } ?? 0
  }
  var factors = fitted.map { _ in recipe.penalty.factors }
  if let wished = recipe.wishedFeatures {
    factors = fitted.indices.map { number in
      let labels = classes.map { $0 == number }
      let problem = LogisticProblem(
        rows, labels: labels,
        rowWeights: balanced(labels, rowWeights: known, by: recipe.balance))
      return chooseFeatures(problem, wished: wished, factors: recipe.penalty.factors)
        .factors(from: recipe.penalty.factors, featureCount: rows.featureCount)
    }
  }
  let softmax = fitSoftmax(
    rows, classes: classes, count: fitted.count, rowWeights: weights,
    strength: recipe.penalty.strength, factors: factors, until: recipe.stopping)
  return ExclusiveFit(codes: fitted, softmax: softmax, counts: counts)
}

/// The fit of exclusive codes, and what it says of rows that it was not fitted to.
package struct ExclusiveReport: Sendable, Hashable {
  /// To all rows.
  package var fit: ExclusiveFit
  /// By row, by code, of the fit without the row's fold; nil for a row in no fold.
  package var probabilities: [[Double]?]
  /// By code: what makes its probability, as odds against the rest, one that can be trusted; nil
  /// where it was not fitted.
  package var scalings: [PlattScaling?]

  /// By row, the likeliest code; of codes that are as likely the first.
  package var likeliest: [Int?] {
    probabilities.map { row in
      guard let row, let best = row.max() else { return nil }
      return row.firstIndex(of: best)
    }
  }
}

/// Fits exclusive codes and measures the fit on folds left out, like `crossValidate` of codes.
package func crossValidate(
  _ rows: SparseRows, exclusive codes: [Int?], count: Int, folds: GroupedFolds,
  _ recipe: FitRecipe, workers: Int? = nil
) -> ExclusiveReport {
  let fits = onAllCores(folds.count + 1, workers: workers) { fold in
    let kept = codes.enumerated().map { row, code in
      row < folds.fold.count && folds.fold[row] == fold ? nil : code
    }
    return fitExclusive(rows, codes: kept, count: count, recipe)
  }
  var probabilities = [[Double]?](repeating: nil, count: rows.count)
  for fold in 0..<folds.count where !fits[fold].codes.isEmpty {
    let all = fits[fold].probabilities(rows)
    for row in 0..<min(rows.count, folds.fold.count) where folds.fold[row] == fold {
      probabilities[row] = all[row]
    }
  }
  let whole = fits[folds.count]
  let scalings = whole.counts.indices.map { code -> PlattScaling? in
    guard whole.codes.contains(code) else { return nil }
    let judged = zip(probabilities, codes).compactMap { row, its in
      its.flatMap { its in row.map { (odds: odds(probability: $0[code]), label: its == code) } }
    }
    return PlattScaling(odds: judged.map(\.odds), labels: judged.map(\.label))
  }
  return ExclusiveReport(fit: whole, probabilities: probabilities, scalings: scalings)
}

/// As a natural logarithm; infinite for 0 and 1.
package func odds(probability: Double) -> Double { log(probability) - log1p(-probability) }
