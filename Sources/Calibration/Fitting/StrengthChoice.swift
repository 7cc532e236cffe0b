/// What makes one strength better than another on bags that were left out.
package enum StrengthCriterion: Sendable, Hashable {
  /// The mean log loss, both answers balanced as in the fit.
  case logLoss
  /// The best F1 that some threshold gives.
  case f1
}

/// A strength with its mark, higher is better.
package struct StrengthMark: Sendable, Hashable {
  package var strength: Double
  package var mark: Double
}

/// The best of the recipe's strengths by cross-validation; nil where no fold could be fitted.
///
/// Each fold in turn is left out of everything, the choice of features too. Of strengths that are
/// as good the greatest. Bags without judgement do not matter, so a fold whose judgements are
/// taken away is no fold.
///
/// - Parameter folds: By bag.
package func chooseStrength(
  _ table: BaggedRows, _ judgements: [Bool?], _ recipe: FitRecipe, folds: [Int]
) -> StrengthMark? {
  let strengths = Set(recipe.strengths.filter { $0.isFinite && $0 >= 0 }).sorted(by: >)
  let usable = zip(judgements, folds).filter { $0.0 != nil }
  var recipe = recipe
  // Rows that stand for their bags are looked for at a middling strength.
  guard let middle = strengths.isEmpty ? nil : strengths[strengths.count / 2] else { return nil }
  recipe.penalty.strength = middle

  var odds = [[Double]](repeating: [], count: strengths.count)
  var labels: [Bool] = []
  for fold in Set(usable.map(\.1)).sorted() {
    let kept = leavingOut(fold, judgements, folds)
    guard let fitting = BagFitting(table, kept, recipe) else { continue }
    let heldOut = zip(judgements.indices, folds).filter { $0.1 == fold }.map(\.0)
      .filter { $0 < table.bags.count && !table.bags[$0].isEmpty && judgements[$0] != nil }
    labels += heldOut.map { judgements[$0] == true }
    let models = fitting.models(at: strengths, until: recipe.stopping)
    for (number, model) in models.enumerated() {
      let highest = table.highest(model.odds(table.rows))
      odds[number] += heldOut.map { highest[$0] ?? 0 }
    }
  }
  guard !labels.isEmpty else { return nil }
  let weights = balanced(labels, by: recipe.balance)
  let marks = zip(strengths, odds).map { strength, odds in
    let mark =
      switch recipe.criterion {
      case .f1: DecisionThreshold(odds: odds, labels: labels)?.f1 ?? 0
      case .logLoss:
        -zip(zip(odds, labels), weights).reduce(0) { sum, item in
          sum + item.1 * logOnePlusExp(item.0.1 ? -item.0.0 : item.0.0)
        } / weights.reduce(0, +)
      }
    return StrengthMark(strength: strength, mark: mark)
  }
  return marks.reduce(nil) { best, next in
    guard let best else { return next }
    return next.mark > best.mark ? next : best
  }
}

/// The judgements without those of one fold.
func leavingOut(_ fold: Int, _ judgements: [Bool?], _ folds: [Int]) -> [Bool?] {
  zip(judgements, folds).map { $1 == fold ? nil : $0 }
}
