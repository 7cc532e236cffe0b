/// A code's fit, and what it says of bags that it was not fitted to.
package struct CodeReport: Sendable, Hashable {
  /// To all bags.
  package var fit: CodeFit
  /// With one fold left out, by fold.
  package var foldFits: [CodeFit]
  /// By row, of the fit without the row's fold; nil where that had too few bags.
  package var rowOdds: [Double?]
  /// By bag, of its likeliest row.
  package var odds: [Double?]
  /// What makes probabilities out of odds: fitted to the odds of all judged bags.
  package var scaling: PlattScaling?
  /// Where on the same odds F1 is best.
  package var threshold: DecisionThreshold?
  /// By bag; the scaling is fitted to other folds, so nothing of a bag's fold is in its figure.
  package var probabilities: [Double?]
}

/// Fits codes and measures each fit on folds left out; codes share rows and folds.
///
/// - Parameters:
///   - codes: By code, by bag, whether it has the code; nil where nobody looked.
///   - folds: By bag; see `GroupedFolds`.
///   - workers: Threads; nil for one on each core. Results do not depend on it.
package func crossValidate(
  _ table: BaggedRows, codes: [[Bool?]], folds: GroupedFolds, _ recipe: FitRecipe,
  workers: Int? = nil
) -> [CodeReport] {
  // A bag beyond the folds is in none.
  let foldOfBag = table.bags.indices.map { $0 < folds.fold.count ? folds.fold[$0] : -1 }
  let rounds = folds.count + 1
  let fits = onAllCores(codes.count * rounds, workers: workers) { number -> CodeFit in
    let (code, fold) = number.quotientAndRemainder(dividingBy: rounds)
    let judgements = fold == folds.count ? codes[code] : leavingOut(fold, codes[code], foldOfBag)
    return fitCode(table, judgements, recipe, folds: foldOfBag)
  }
  return codes.indices.map { code in
    let fits = fits[code * rounds..<(code + 1) * rounds]
    return CodeReport(
      table, codes[code], foldOfBag, fit: fits.last, foldFits: Array(fits.dropLast()))
  }
}

extension CodeReport {
  fileprivate init(
    _ table: BaggedRows, _ judgements: [Bool?], _ foldOfBag: [Int], fit: CodeFit?,
    foldFits: [CodeFit]
  ) {
    self.fit = fit ?? .tooFew(positives: 0, negatives: 0)
    self.foldFits = foldFits
    rowOdds = [Double?](repeating: nil, count: table.rows.count)
    for (fold, fit) in foldFits.enumerated() {
      guard let odds = fit.fitted?.model.odds(table.rows) else { continue }
      for (bag, its) in zip(table.bags, foldOfBag) where its == fold {
        for row in bag { rowOdds[row] = odds[row] }
      }
    }
    let highest = table.highest(rowOdds)
    odds = highest

    func judged(without fold: Int?) -> (odds: [Double], labels: [Bool]) {
      var result: (odds: [Double], labels: [Bool]) = ([], [])
      for (bag, judgement) in zip(table.bags.indices, judgements) where foldOfBag[bag] != fold {
        guard let judgement, let odds = highest[bag] else { continue }
        result.odds.append(odds)
        result.labels.append(judgement)
      }
      return result
    }
    let all = judged(without: nil)
    scaling = PlattScaling(odds: all.odds, labels: all.labels)
    threshold = DecisionThreshold(odds: all.odds, labels: all.labels)
    let scalings = foldFits.indices.map { fold in
      let others = judged(without: fold)
      return PlattScaling(odds: others.odds, labels: others.labels)
    }
    probabilities = zip(highest, foldOfBag).map { odds, fold in
      guard let odds, scalings.indices.contains(fold) else { return nil }
      return scalings[fold]?.probability(odds: odds)
    }
  }
}

/// Of codes of which just one applies, the likeliest, by bag; nil where none has a probability.
///
/// Of codes that are as likely the first.
package func likeliest(_ reports: [CodeReport]) -> [Int?] {
  let count = reports.map(\.probabilities.count).max() ?? 0
  return (0..<count).map { bag in
    var best: (code: Int, probability: Double)?
    for (code, report) in reports.enumerated() where bag < report.probabilities.count {
      guard let probability = report.probabilities[bag] else { continue }
      if probability > best?.probability ?? -1 { best = (code, probability) }
    }
    return best?.code
  }
}
