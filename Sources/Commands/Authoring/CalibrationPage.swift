import Calibration
import Rubrics
import Terminal

/// What came of fitting, as the text and the JSON tell it.
struct CalibrationReport {
  let name: String
  let fitted: FittedCodebook
  let samples: [CodedSample]
  let options: FittingOptions

  struct Row {
    let before: NameFigures
    let after: NameFigures
    /// Nil for a family.
    let outcome: CodeOutcome?
  }

  /// Names that were given often enough to be measured.
  var rows: [Row] {
    fitted.before.names.filter { !$0.isTooFew }.compactMap { before in
      fitted.after.names.first { $0.name == before.name }.map {
        Row(before: before, after: $0, outcome: before.name.id.flatMap { fitted[$0] })
      }
    }
  }

  func codes(_ fate: CodeOutcome.Fate) -> [CodeOutcome] {
    fitted.codes.filter { $0.fate == fate }
  }
}

/// A calibration as people read it: columns where there is room, lists where there is not.
struct CalibrationPage {
  let report: CalibrationReport
  let page: Page
  let isPlain: Bool

  private var hasColumns: Bool { !isPlain && page.style.width >= 78 }

  func show() throws {
    let (fitted, folds) = (report.fitted, report.options.folds)
    try page.paragraph(
      "\(fitted.codebook.title) \(fitted.codebook.version), fitted to "
        + "\(count(report.samples.count, "response")) in "
        + "\(count(fitted.before.groups, "group")), measured on each of \(folds) parts of them by "
        + "what was learned from the others")
    for (title, isFamily) in [("Families", true), ("Codes", false)] {
      try show(title, report.rows.filter { $0.before.name.isFamily == isFamily })
    }
    if let means = fitted.meanKappas {
      try page.blank()
      try page.paragraph(
        "Mean kappa: \(hundredths(means.before)) before, \(hundredths(means.after)) after")
    }
    try showOthers()
  }

  private func show(_ title: String, _ rows: [CalibrationReport.Row]) throws {
    guard !rows.isEmpty else { return }
    try page.blank()
    try page.heading(title)
    let isFamily = rows.allSatisfy(\.before.name.isFamily)
    let table = TextTable(
      widths: [27, 6, 7, 7, 6, 7, 6] + (isFamily ? [] : [6, 7]),
      heads: ["", "n", "given", "kappa", "after", "F1", "after"]
        + (isFamily ? [] : ["cues", ""]))
    if hasColumns { try page.write(page.style(table.head, as: .faint) + "\n") }
    for row in rows {
      let (old, new) = (row.before, row.after)
      let fate = row.outcome?.fate == .kept ? "kept" : row.outcome?.fate == .tooFew ? "few" : ""
      if hasColumns {
        try page.write(
          table.row(
            [
              old.name.shortLabel, String(old.n), String(old.given), hundredths(old.kappa),
              hundredths(new.kappa), hundredths(old.f1), hundredths(new.f1),
            ] + (isFamily ? [] : [row.outcome?.weights.map { String($0.pulls) } ?? "—", fate])))
      } else {
        let cues = row.outcome?.weights.map {
          "; \($0.pulls) cues and signs"
        }
        let said =
          row.outcome?.fate == .kept
          ? "; keeps what it had" : row.outcome?.fate == .tooFew ? "; too few to fit" : ""
        try page.item(
          "\(old.name.label): kappa \(hundredths(old.kappa)) before, \(hundredths(new.kappa)) "
            + "after; F1 \(hundredths(old.f1)) before, \(hundredths(new.f1)) after; given in "
            + "\(old.given) of \(old.n)\(cues ?? "")\(said)")
      }
    }
  }

  private func showOthers() throws {
    let kept = report.codes(.kept)
    if !kept.isEmpty {
      try page.blank()
      try page.heading("Kept as they were")
      try page.paragraph(
        "What was learned agreed less with people, or they were given too seldom to tell: "
          + names(kept))
    }
    let few = report.codes(.tooFew).filter { $0.positives > 0 }
    if !few.isEmpty {
      try page.blank()
      try page.heading("Too few to fit")
      try page.paragraph("Given fewer than \(report.options.leastPositives) times: " + names(few))
    }
  }

  private func names(_ codes: [CodeOutcome]) -> String {
    codes.map { "\($0.code) \($0.positives)" }.joined(separator: ", ")
  }
}

extension FittedWeights {
  /// All that has a weight.
  var pulls: Int { cues.count + signs.count + heard.count }
}

/// A calibration for other programs; null where a figure is not defined.
struct CalibrationJSON: Encodable {
  struct Name: Encodable {
    let name: String
    /// Null for a family.
    let id: OrNull<String>
    let n: Int
    let given: Int
    let before: Figures
    let after: Figures
    /// `fitted`, `kept` or `tooFew`; null for a family.
    let fate: OrNull<String>
    /// Cues and signs with a weight.
    let cues: OrNull<Int>
  }

  struct Figures: Encodable {
    let heard: Int
    let both: Int
    let kappa: OrNull<Double>
    let f1: OrNull<Double>

    init(_ figures: NameFigures) {
      heard = figures.heard
      both = figures.table[0, 0]
      kappa = OrNull(rounded: figures.kappa)
      f1 = OrNull(rounded: figures.f1)
    }
  }

  struct Code: Encodable {
    let code: String
    let positives: Int
  }

  let version = 1
  let codebook: String
  let codebookVersion: String
  let samples: Int
  let groups: Int
  let folds: Int
  let isBetter: Bool
  let meanKappaBefore: OrNull<Double>
  let meanKappaAfter: OrNull<Double>
  let names: [Name]
  let kept: [Code]
  let tooFew: [Code]

  init(_ report: CalibrationReport) {
    let fitted = report.fitted
    codebook = fitted.codebook.id
    codebookVersion = fitted.codebook.version
    samples = report.samples.count
    groups = fitted.before.groups
    folds = report.options.folds
    isBetter = fitted.isBetter
    meanKappaBefore = OrNull(rounded: fitted.meanKappas?.before)
    meanKappaAfter = OrNull(rounded: fitted.meanKappas?.after)
    names = report.rows.map { row in
      Name(
        name: row.before.name.name, id: OrNull(row.before.name.id), n: row.before.n,
        given: row.before.given, before: Figures(row.before), after: Figures(row.after),
        fate: OrNull(row.outcome.map { "\($0.fate)" }),
        cues: OrNull(row.outcome?.weights?.pulls))
    }
    kept = report.codes(.kept).map { Code(code: $0.code, positives: $0.positives) }
    tooFew = report.codes(.tooFew).map { Code(code: $0.code, positives: $0.positives) }
  }
}

/// What was heard in one response, by id of the code; its words are not repeated.
struct HeardJSON: Encodable {
  let id: String
  let group: String
  let codes: [String: Double]
}
