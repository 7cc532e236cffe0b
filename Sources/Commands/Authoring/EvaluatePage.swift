import Calibration
import Terminal

/// An evaluation as people read it: columns where there is room, lists where there is not.
struct EvaluationPage {
  let report: EvaluationReport
  let page: Page
  let isPlain: Bool

  /// Under this width, and for screen readers, every row is a sentence.
  private var hasColumns: Bool { !isPlain && page.style.width >= 78 }

  func show() throws {
    let (evaluation, book) = (report.evaluation, report.codebook)
    try page.paragraph(
      "\(book.title) \(book.version) on \(count(evaluation.samples, "response")) in "
        + "\(count(evaluation.groups, "group"))")
    try showNames("Families", report.families)
    try showNames("Codes", report.codes)
    try showUncounted()
    try showForms()
    try showMistakes()
    try showCalibration()
    if let sessions = report.sessions { try showSessions(sessions) }
    try showExamples()
  }

  private func section(_ title: String) throws {
    try page.blank()
    try page.heading(title)
  }

  private func showNames(_ title: String, _ names: [NameFigures]) throws {
    guard !names.isEmpty else { return }
    try section(title)
    guard hasColumns else {
      for figures in names { try page.item(sentence(figures)) }
      return
    }
    let table = TextTable(
      widths: [26, 6, 6, 5, 5, 5, 6, 13, 6],
      heads: ["", "n", "given", "prec", "rec", "F1", "kappa", "95 %", "AC1"])
    try page.write(page.style(table.head, as: .faint) + "\n")
    for one in names {
      try page.write(
        table.row([
          one.name.shortLabel, String(one.n), String(one.given), hundredths(one.precision),
          hundredths(one.recall), hundredths(one.f1), hundredths(one.kappa),
          one.kappaInterval?.words ?? "—", hundredths(one.ac1),
        ]))
    }
  }

  private func sentence(_ figures: NameFigures) -> String {
    let interval = figures.kappaInterval.map { " (\($0.words))" } ?? ""
    return "\(figures.name.label): kappa \(hundredths(figures.kappa))\(interval); "
      + "given in \(figures.given) of \(figures.n); precision \(hundredths(figures.precision)), "
      + "recall \(hundredths(figures.recall)), F1 \(hundredths(figures.f1)), "
      + "AC1 \(hundredths(figures.ac1))"
  }

  private func showUncounted() throws {
    if !report.tooFew.isEmpty {
      try section("Too few to tell")
      try page.paragraph("Given under 10 times, or looked for in under 50 responses:")
      try page.paragraph(report.tooFew.map { "\($0.name.label) \($0.given)" }.joined(", "))
    }
    let partly = report.evaluation.partlyJudged
    if !partly.isEmpty {
      try section("Not measured")
      try page.paragraph(
        "Some of their codes were not looked for, or occur nowhere in the file; if they were looked "
          + "for, say so with --whole-codebook:")
      try page.paragraph(partly.joined(", "))
    }
  }

  private func showForms() throws {
    guard let confusion = report.evaluation.forms else { return }
    try section("Forms: given, and what was heard instead")
    let ids = confusion.forms.map { $0.id ?? $0.name } + ["none"]
    let table = TextTable(widths: [26] + ids.map { _ in 6 }, heads: ["given"] + ids)
    guard hasColumns, table.width <= page.style.width else {
      for (form, counts) in zip(confusion.forms, confusion.counts) {
        let total = counts.reduce(0, +)
        guard total > 0 else { continue }
        let heard = counts.enumerated().filter { $0.element > 0 }
          .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
          .map {
            "\($0.offset < ids.count - 1 ? confusion.forms[$0.offset].name : "none") \($0.element)"
          }
        try page.item("\(form.name), given \(total) times: " + heard.joined(", "))
      }
      return
    }
    try page.write(page.style(table.head, as: .faint) + "\n")
    for (form, counts) in zip(confusion.forms, confusion.counts)
    where counts.contains(where: { $0 > 0 }) {
      try page.write(table.row([form.shortLabel] + counts.map { $0 == 0 ? "·" : String($0) }))
    }
  }

  private func showMistakes() throws {
    let names = (report.families + report.codes).filter { !$0.mistakenFor.isEmpty }
    guard !names.isEmpty else { return }
    try section("Heard where it was given and missed")
    for one in names {
      let mistakes = one.mistakenFor.prefix(3).map { "\($0.name) \($0.count)" }
      try page.item(
        "\(one.name.label), missed \(one.given - one.table[0, 0]) times: " + mistakes.joined(", "))
    }
  }

  private func showCalibration() throws {
    let curve = report.evaluation.calibration
    guard curve.count > 0 else { return }
    try section("Confidence")
    let table = TextTable(
      widths: [14, 8, 8, 8], heads: ["confidence", "heard", "mean", "right"])
    if hasColumns { try page.write(page.style(table.head, as: .faint) + "\n") }
    for (index, bin) in curve.bins.enumerated() where bin.count > 0 {
      let range = "\(hundredths(Double(index) / 10)) to \(hundredths(Double(index + 1) / 10))"
      if hasColumns {
        try page.write(
          table.row([
            range, String(bin.count), hundredths(bin.meanConfidence), hundredths(bin.shareRight),
          ]))
      } else {
        try page.item(
          "\(range): \(bin.count) heard, mean \(hundredths(bin.meanConfidence)), "
            + "right \(hundredths(bin.shareRight))")
      }
    }
    for promise in report.promises { try page.paragraph(promise.words) }
    try page.paragraph("Expected calibration error: \(hundredths(curve.expectedError))")
  }

  private func showSessions(_ sessions: SessionFigures) throws {
    try section("By conversation")
    let kinds = sessions.qualities
    try page.paragraph(
      "\(count(sessions.sessions, "conversation")); correlations are of the share of responses with "
        + "a name, as given and as heard"
        + (kinds.map { "; AUC: how well the share heard tells '\($0.better)' from '\($0.other)'" }
          ?? ""))
    let table = TextTable(
      widths: [26, 6, 7, 7, 8, 9] + (kinds == nil ? [] : [5, 12]),
      heads: ["", "n", "given", "heard", "Pearson", "Spearman"]
        + (kinds == nil ? [] : ["AUC", "95 %"]))
    if hasColumns { try page.write(page.style(table.head, as: .faint) + "\n") }
    for one in sessions.names where one.isWorthShowing {
      if hasColumns {
        try page.write(
          table.row(
            [
              one.name.shortLabel, one.n > 0 ? String(one.n) : "",
              one.n > 0 ? String(one.given) : "", String(one.heard),
              hundredths(one.pearson), hundredths(one.spearman),
            ] + (kinds == nil ? [] : [hundredths(one.area), one.areaInterval?.words ?? "—"])))
      } else {
        let area =
          kinds == nil ? "" : ", AUC \(hundredths(one.area)) (\(one.areaInterval?.words ?? "—"))"
        let found =
          one.n == 0
          ? "heard \(one.heard)"
          : "given \(one.given), heard \(one.heard) in \(count(one.n, "conversation")); "
            + "Pearson \(hundredths(one.pearson)), Spearman \(hundredths(one.spearman))"
        try page.item("\(one.name.label): \(found)\(area)")
      }
    }
  }

  private func showExamples() throws {
    for one in report.evaluation.names where !(one.missed + one.falseAlarms).isEmpty {
      try section("Wrong: \(one.name.label)")
      for (what, positions) in [("missed", one.missed), ("not given", one.falseAlarms)] {
        for position in positions {
          let sample = report.samples[position]
          try page.item(
            "\(what), \(sample.id): “\(neutralised(sample.text, lineBreaks: .asSpaces))”")
        }
      }
    }
  }
}

extension EvaluationReport {
  struct Promise: Sendable {
    let words: String
    let isKept: Bool
  }

  /// What the handbook promises of confidence, and whether it is so here.
  var promises: [Promise] {
    let curve = evaluation.calibration
    func promise(_ bin: CalibrationCurve.Bin, _ range: String, atLeast tenths: Int) -> Promise? {
      guard let share = bin.shareRight else { return nil }
      let isKept = bin.right * 10 >= bin.count * tenths
      return Promise(
        words: "Heard with confidence \(range): \(bin.right) of \(bin.count) right "
          + "(\(hundredths(share))), \(isKept ? "at least" : "less than") \(tenths) in 10",
        isKept: isKept)
    }
    return [
      promise(curve.sure, ".70 or more", atLeast: 7),
      promise(curve.unsure, ".40 up to .70", atLeast: 4),
    ].compactMap { $0 }
  }
}

extension SessionFigures.Name {
  /// What nobody looked for is told where it was heard often enough to tell sessions apart.
  var isWorthShowing: Bool { n > 0 ? given + heard > 0 : heard >= 30 }
}

extension Sequence<String> {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
