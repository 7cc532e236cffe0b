import Agreement
import Terminal

/// Agreement as people read it: columns where there is room, sentences where there is not.
struct AgreementPage {
  let report: AgreementReport
  let page: Page
  let isPlain: Bool

  /// Under this width, and for screen readers, every row is a sentence.
  private var hasColumns: Bool { !isPlain && page.style.width >= 80 }

  func show() throws {
    let people = report.dimensions.filter { $0.people.units > 0 }
    let raters = Set(people.flatMap(\.people.raters)).count
    if !people.isEmpty {
      let sessions = people.map(\.people.units).max() ?? 0
      try page.paragraph(
        "\(count(people.count, "dimension")), up to \(count(sessions, "session")) rated twice, "
          + count(raters, "rater"))
    }
    try showDimensions("Between raters", people.map { ($0.name, $0.people) })
    try showLeniency()
    try showDimensions(
      "Raters and the program's estimate",
      report.dimensions.compactMap { one in one.machine.map { (one.name, $0) } })
    try showCodes("Codes, between raters", report.codes)
    try showCodes("Codes, raters and the program", report.machineCodes)
  }

  private func section(_ title: String) throws {
    try page.blank()
    try page.heading(title)
  }

  private func showDimensions(_ title: String, _ all: [(String, RatedDimension)]) throws {
    guard !all.isEmpty else { return }
    try section(title)
    let told = all.filter { !$0.1.pairsAreTooFew }
    let table = TextTable(
      widths: [18, 5, 6, 7, 9, 6, 9, 12, 8],
      heads: ["", "n", "same", "kappa", "weighted", "AC1", "ICC(2,1)", "95 %", "alpha"])
    if hasColumns, !told.isEmpty { try page.write(page.style(table.head, as: .faint) + "\n") }
    for (name, one) in told {
      if hasColumns {
        try page.write(
          table.row([
            name, String(one.units), hundredths(one.table.agreement),
            hundredths(one.table.cohensKappa()), hundredths(one.table.cohensKappa(.quadratic)),
            hundredths(one.table.gwetsAC1()), one.absoluteWords,
            one.absoluteWords == "too few" ? "" : one.absoluteInterval?.words ?? "—",
            one.alphaWords,
          ]))
      } else {
        try page.item(sentence(name, one))
      }
    }
    for (name, one) in told {
      if let words = one.blockWords { try page.item("\(tame(name)): \(tame(words))") }
    }
    for (name, one) in all where one.pairsAreTooFew {
      try page.item(
        "\(tame(name)): too few; \(one.units) of the \(Fewest.sessions) sessions it takes to tell")
    }
  }

  private func sentence(_ name: String, _ one: RatedDimension) -> String {
    let interval = one.absoluteInterval.map { " (\($0.words))" }
    return
      "\(tame(name)): \(count(one.units, "session")), same \(hundredths(one.table.agreement)), "
      + "within one level \(hundredths(one.withinOne)); "
      + "kappa \(hundredths(one.table.cohensKappa())), "
      + "weighted \(hundredths(one.table.cohensKappa(.quadratic))), "
      + "AC1 \(hundredths(one.table.gwetsAC1())); "
      + "ICC(2,1) \(one.absoluteWords)\(interval ?? ""); alpha \(one.alphaWords)"
  }

  private func showLeniency() throws {
    let raters = report.leniency.filter { $0.units > 0 }
    guard !raters.isEmpty else { return }
    try section("Lenient or strict")
    for one in raters { try page.item("\(tame(one.rater)): \(one.words)") }
  }

  private func showCodes(_ title: String, _ codes: [CodeAgreement]) throws {
    guard !codes.isEmpty else { return }
    try section(title)
    let told = codes.filter { !$0.isTooFew }
    let table = TextTable(
      widths: [18, 6, 6, 6, 5, 5, 7, 6, 9, 8],
      heads: ["", "n", "given", "same", "pos", "neg", "kappa", "AC1", "ICC(2,1)", "alpha"])
    if hasColumns, !told.isEmpty { try page.write(page.style(table.head, as: .faint) + "\n") }
    for one in told {
      if hasColumns {
        try page.write(
          table.row([
            one.code, String(one.table.total), String(one.given), hundredths(one.table.agreement),
            hundredths(one.positiveAgreement), hundredths(one.negativeAgreement),
            hundredths(one.table.cohensKappa()), hundredths(one.table.gwetsAC1()),
            one.correlationWords, hundredths(one.alpha?.value),
          ]))
      } else {
        try page.item(
          "\(tame(one.code)): kappa \(hundredths(one.table.cohensKappa())), "
            + "AC1 \(hundredths(one.table.gwetsAC1())), alpha \(hundredths(one.alpha?.value)); "
            + "given in \(one.given) of \(one.table.total), same \(hundredths(one.table.agreement)), "
            + "positive \(hundredths(one.positiveAgreement)), "
            + "negative \(hundredths(one.negativeAgreement)); "
            + "ICC(2,1) by session \(one.correlationWords)")
      }
    }
    let few = codes.filter(\.isTooFew)
    guard !few.isEmpty else { return }
    try page.paragraph(
      "Too few, given under \(Fewest.givenTurns) times or in under \(Fewest.turns) turns: "
        + few.map { "\(tame($0.code)) \($0.given)" }.joined(separator: ", "))
  }
}

/// A name from somebody's table, with nothing in it that a terminal obeys.
private func tame(_ name: String) -> String { neutralised(name, lineBreaks: .asSpaces) }

extension RatedDimension {
  var absoluteWords: String {
    correlations != nil && !block.isEmpty && blockIsTooFew
      ? "too few" : hundredths(correlations?.absolute?.value)
  }
  /// Whose ratings the correlations are of, where that is not everybody.
  var blockWords: String? {
    guard let correlations, block.count < raters.count, let first = block.first,
      let last = block.last
    else { return nil }
    return "ICC of \(first) and \(last) alone, \(count(correlations.units, "session"))"
  }

  /// Nil where there is none, or where the sessions are too few for one.
  var absoluteInterval: Interval? { blockIsTooFew ? nil : correlations?.absolute?.interval }
  var alphaWords: String { unitsAreTooFew ? "too few" : hundredths(alphaOrdinal?.value) }
}

extension CodeAgreement {
  var correlationWords: String {
    sessionsAreTooFew ? "too few" : hundredths(correlations?.absolute?.value)
  }
}

extension Leniency {
  /// `.42 higher than the others (.12 to .71), 24 sessions; no clear drift (…)`
  var words: String {
    let sessions = count(units, "session")
    guard !isTooFew else {
      return "too few; \(sessions) of the \(Fewest.sessions) it takes to tell"
    }
    guard let difference else { return "—" }
    let size = hundredths(abs(difference.value))
    let side =
      size == ".00"
      ? "as the others" : "\(size) \(difference.value > 0 ? "higher" : "lower") than the others"
    let interval = difference.interval.map { "95 %: \($0.words)" } ?? "always by the same"
    return "\(side) (\(interval)), \(sessions); \(drift?.words ?? "no drift can be told")"
  }
}

extension Drift {
  /// `no clear drift (-.04 to .09 a month)`
  var words: String {
    guard let interval = slope.interval else {
      return "\(signed(slope.value)) a \(step.rawValue), in a straight line"
    }
    let range = "95 %: \(interval.words)"
    guard interval.low > 0 || interval.high < 0 else {
      return "no clear drift (\(signed(slope.value)) a \(step.rawValue), \(range))"
    }
    return "growing \(slope.value > 0 ? "milder" : "stricter"), "
      + "\(signed(slope.value)) a \(step.rawValue) (\(range))"
  }
}
