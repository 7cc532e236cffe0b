import Agreement
import Rubrics
import Supervision
import TranscriptStore

/// The ids of the codes that raters of this store disagree with so often that they are shown as
/// suggestions: they fall below what the codebook says of people's agreement on them.
func suggestions(of store: TranscriptStore, _ codebook: Codebook) throws -> Set<String> {
  suggestions(among: try store.codePrecisions(), codebook)
}

func suggestions(among precisions: [CodePrecision], _ codebook: Codebook) -> Set<String> {
  Set(precisions.filter { $0.isDemoted(in: codebook) }.map(\.code))
}

extension CodePrecision {
  func isDemoted(in codebook: Codebook) -> Bool {
    isDemoted(reliability: codebook.code(code)?.reliability?.kappa)
  }
}

private struct PrecisionLine: Encodable {
  let version = 1
  let code: String
  let name: String
  let agreed: Int
  let decisions: Int
  let precision: Double?
  let low: Double?
  let high: Double?
  /// What the precision is held against.
  let reliability: Double
  let suggestion: Bool
}

/// `attune review codes`: how often raters agreed with what the program heard.
func listCodePrecisions(_ run: Run) throws -> Int32 {
  let codebook = try run.library().codebook
  let precisions = try run.store().codePrecisions()
  for one in precisions {
    let reliability =
      codebook.code(one.code)?.reliability?.kappa ?? CodePrecision.usualReliability
    let isDemoted = one.isDemoted(in: codebook)
    if run.wantsJSON {
      try run.writeJSON(
        PrecisionLine(
          code: one.code, name: one.name, agreed: one.agreed, decisions: one.count,
          precision: one.precision, low: one.interval?.low,
          high: one.interval?.high, reliability: reliability, suggestion: isDemoted))
      continue
    }
    try run.output.labelled(
      "\(one.name):",
      one.words + (isDemoted ? "; only a suggestion, below \(percent(reliability)) %" : ""))
  }
  if precisions.isEmpty, !run.wantsJSON {
    try run.errors.paragraph(
      "nobody has judged a code yet; 'attune review reveal' asks for it")
  } else if !run.wantsJSON {
    try run.errors.paragraph(
      "A code becomes a suggestion from \(CodePrecision.fewestDecisions) decisions on, when even "
        + "the upper end of its 95 % interval lies below the codebook's kappa of two readers "
        + "(\(percent(CodePrecision.usualReliability)) % where it gives none).", as: .faint)
  }
  return 0
}

extension CodePrecision {
  /// `14 of 20 agreed, 70 % (48 to 85 %)`; without a share below the fewest decisions.
  fileprivate var words: String {
    let counts = "\(agreed) of \(count) agreed"
    guard count >= Self.fewestDecisions, let precision, let interval else {
      return counts + ", too few to tell"
    }
    let (low, high) = (percent(interval.low), percent(interval.high))
    return "\(counts), \(percent(precision)) (\(low) to \(high) %)"
  }
}
