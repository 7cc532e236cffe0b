import ResponseCoding
import Rubrics

/// What came of fitting a codebook: for each code its new weights where they agree with people at
/// least as well as what was there, on samples that they have not seen.
package struct FittedCodebook: Sendable {
  package let codebook: Codebook
  /// In the order of the codebook.
  package let codes: [CodeOutcome]
  /// The codebook as it was, and as it would be where the measured samples had never been seen: not
  /// by the weights, nor by the decision which code takes its new ones.
  package let before: Evaluation
  package let after: Evaluation
  /// What was heard then, by sample.
  package let heard: [HeardCodes]

  /// - Parameter fitting: After its run.
  package init(_ fitting: CodebookFitting, draws: Int = 0) {
    let measured = fitting.samples.indices.filter { !fitting.samples[$0].isDefinition }
    let samples = measured.map { fitting.samples[$0] }
    let foldOf = measured.map { fitting.folds.fold[$0] }
    let fitted = fitting.fits.filter(\.isFitted).map(\.position)
    let old = hear(samples, with: ResponseCoder(fitting.codebook))
    let new = fitting.heard(measured, by: { _ in Set(fitted) })
    var options = EvaluationOptions()
    options.bootstrap.draws = 0

    /// The codes that do not agree less than before, on samples of all folds but one.
    func chosen(without fold: Int) -> Set<Int> {
      let places = samples.indices.filter { foldOf[$0] != fold }
      let those = places.map { samples[$0] }
      let before = evaluate(
        those, heard: places.map { old[$0] }, by: fitting.codebook, options: options)
      let after = evaluate(
        those, heard: places.map { new[$0] }, by: fitting.codebook, options: options)
      let parties = fitting.parties.filter { party in
        let ids = Set(party.map { fitting.codebook.codes[$0].id })
        guard let was = before.agreement(on: ids), let now = after.agreement(on: ids) else {
          return false
        }
        return now >= was
      }
      return Set(parties.joined()).intersection(fitted)
    }

    heard = fitting.heard(measured, by: chosen)
    let kept = chosen(without: fitting.folds.count)
    let book = fitting.codebook(without: fitting.folds.count, chosen: kept)
    codebook = book
    codes = fitting.fits.map { fit in
      CodeOutcome(
        code: book.codes[fit.position].id, positives: fit.positives,
        fate: !fit.isFitted ? .tooFew : kept.contains(fit.position) ? .fitted : .kept,
        weights: kept.contains(fit.position) ? book.codes[fit.position].fitted : nil)
    }
    options.bootstrap.draws = draws
    before = evaluate(samples, heard: old, by: fitting.codebook, options: options)
    after = evaluate(samples, heard: heard, by: fitting.codebook, options: options)
  }

  package subscript(code: String) -> CodeOutcome? { codes.first { $0.code == code } }

  /// Of the names that were measured before and after.
  package var meanKappas: (before: Double, after: Double)? {
    let names = before.names.filter { !$0.isTooFew }.map(\.name.name)
    guard let old = before.meanKappa(of: names), let new = after.meanKappa(of: names) else {
      return nil
    }
    return (old, new)
  }

  /// Whether anything was gained by which the codebook should be replaced.
  package var isBetter: Bool {
    guard let meanKappas, codes.contains(where: { $0.fate == .fitted }) else { return false }
    return meanKappas.after > meanKappas.before
  }
}

extension CodebookFitting {
  /// In each sample what is heard by the codebook that has not seen its fold.
  fileprivate func heard(_ places: [Int], by chosen: (Int) -> Set<Int>) -> [HeardCodes] {
    let coders = (0..<folds.count).map {
      ResponseCoder(codebook(without: $0, chosen: chosen($0)))
    }
    return places.map { hear([samples[$0]], with: coders[folds.fold[$0]])[0] }
  }
}

extension Evaluation {
  /// The mean kappa of these codes, or of families they belong to where the codes themselves were
  /// not looked for; nil where nothing can be told.
  fileprivate func agreement(on codes: Set<String>) -> Double? {
    let told = names.filter { !$0.isTooFew && $0.kappa != nil }
    let own = told.filter { $0.name.id.map(codes.contains) ?? false }
    let kappas = (own.isEmpty ? told.filter { !$0.name.codes.isDisjoint(with: codes) } : own)
      .compactMap(\.kappa)
    return kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
  }
}
