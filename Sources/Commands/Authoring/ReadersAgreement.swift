import Calibration
import Rubrics
import Terminal

/// How well two people agree who coded the same responses without seeing each other's codes.
struct ReadersAgreement {
  let codebook: Codebook
  /// What the first gave, and the second in the place of what was heard.
  let evaluation: Evaluation

  private var told: [NameFigures] { evaluation.names.filter { !$0.isTooFew } }

  func show(on page: Page, isPlain: Bool) throws {
    try page.paragraph(
      "Two readers of \(codebook.title) \(codebook.version), "
        + "\(count(evaluation.samples, "response")) to "
        + "\(count(evaluation.groups, "patient line")), before they settled what they differed in")
    let (families, codes) = (told.filter(\.name.isFamily), told.filter { !$0.name.isFamily })
    for (title, names) in [("Families", families), ("Codes", codes)] where !names.isEmpty {
      try page.blank()
      try page.heading(title)
      try show(names, on: page, isPlain: isPlain)
      if let mean = evaluation.meanKappa(of: names.map { $0.name.id ?? $0.name.name }) {
        try page.paragraph("mean kappa: \(hundredths(mean))")
      }
    }
    let few = evaluation.names.filter(\.isTooFew)
    if !few.isEmpty {
      try page.blank()
      try page.heading("Too few to tell")
      try page.paragraph("Given under 10 times by the first reader, or in under 50 responses:")
      try page.paragraph(
        few.map { "\($0.name.shortLabel) \($0.given)/\($0.heard)" }.joined(separator: ", "))
    }
  }

  private func show(_ names: [NameFigures], on page: Page, isPlain: Bool) throws {
    let table = TextTable(
      widths: [26, 7, 7, 7, 6, 13, 6],
      heads: ["", "first", "second", "both", "kappa", "95 %", "AC1"])
    let hasColumns = !isPlain && page.style.width >= 78
    if hasColumns { try page.write(page.style(table.head, as: .faint) + "\n") }
    for one in names {
      let interval = one.kappaInterval?.words
      if hasColumns {
        try page.write(
          table.row([
            one.name.shortLabel, String(one.given), String(one.heard), String(one.table[0, 0]),
            hundredths(one.kappa), interval ?? "—", hundredths(one.ac1),
          ]))
      } else {
        try page.item(
          "\(one.name.shortLabel): kappa \(hundredths(one.kappa))"
            + "\(interval.map { " (\($0))" } ?? ""); given by the first \(one.given) times, by the "
            + "second \(one.heard), by both \(one.table[0, 0]); AC1 \(hundredths(one.ac1))")
      }
    }
  }
}

/// The agreement of two readers for other programs; null where a figure is not defined.
struct ReadersJSON: Encodable {
  struct Name: Encodable {
    let name: String
    /// Null for a family.
    let id: OrNull<String>
    let n: Int
    let first: Int
    let second: Int
    let both: Int
    let tooFew: Bool
    let kappa: OrNull<Double>
    let kappaLow: OrNull<Double>
    let kappaHigh: OrNull<Double>
    let ac1: OrNull<Double>
  }

  let version = 1
  let codebook: String
  let codebookVersion: String
  let samples: Int
  let groups: Int
  let names: [Name]

  init(_ agreement: ReadersAgreement) {
    codebook = agreement.codebook.id
    codebookVersion = agreement.codebook.version
    samples = agreement.evaluation.samples
    groups = agreement.evaluation.groups
    names = agreement.evaluation.names.map { one in
      Name(
        name: one.name.name, id: OrNull(one.name.id), n: one.n, first: one.given,
        second: one.heard, both: one.table[0, 0], tooFew: one.isTooFew,
        kappa: OrNull(rounded: one.kappa), kappaLow: OrNull(rounded: one.kappaInterval?.low),
        kappaHigh: OrNull(rounded: one.kappaInterval?.high), ac1: OrNull(rounded: one.ac1))
    }
  }
}
