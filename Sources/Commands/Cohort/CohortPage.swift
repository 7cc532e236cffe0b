import Agreement
import Cohorts
import Terminal

/// A cohort as people read it: columns where there is room, sentences where there is not.
struct CohortPage {
  let report: CohortReport
  let page: Page
  let isPlain: Bool

  /// Under this width, and for screen readers, every row is a sentence.
  private var hasColumns: Bool { !isPlain && page.style.width >= 80 }

  func show() throws {
    try page.heading(tame(report.heading))
    for line in report.completion { try page.paragraph(line) }
    guard report.begun > 0 else { return }
    try page.paragraph(CohortReport.legend, as: .faint)
    try showLevels("Final ratings by people") { $0.ratings }
    try showLevels("Estimates by the program") { $0.estimates }
    try showCues()
    try showScenarios()
    try showRaters()
    try section("Safety")
    for line in report.safetyWords(isHandedOn: false) { try page.item(line) }
    try showTrainees()
  }

  private func section(_ title: String) throws {
    try page.blank()
    try page.heading(title)
  }

  private func row(_ table: TextTable, _ cells: [String]) throws {
    try page.write(table.row(cells))
  }

  private func head(_ table: TextTable) throws {
    try page.write(page.style(table.head, as: .faint) + "\n")
  }

  private func showLevels(
    _ title: String, _ levels: (CohortReport.Dimension) -> LevelDistribution
  ) throws {
    try section(title)
    let told = report.dimensions.filter { levels($0).sessions > 0 }
    guard !told.isEmpty else { return try page.paragraph("None yet.") }
    let table = TextTable(
      widths: [19, 7, 6, 5, 5, 5, 5, 5, 8, 13],
      heads: ["", "n", "by", "1", "2", "3", "4", "5", "mean", "95 %"])
    if hasColumns { try head(table) }
    for dimension in told {
      let one = levels(dimension)
      if hasColumns {
        try row(
          table,
          [dimension.title, String(one.sessions), String(one.trainees)]
            + one.counts.map(String.init)
            + [one.meanWords, one.intervalWords])
      } else {
        try page.item("\(tame(dimension.title)): \(one.words)")
      }
    }
    if hasColumns {
      try page.paragraph("n counts sessions, “by” the trainees they are of.", as: .faint)
    }
  }

  private func showCues() throws {
    guard !report.cues.isEmpty || report.rareCues > 0 else { return }
    try section("Cues missed most")
    for cue in report.cues.prefix(Self.shownCues) {
      try page.item(
        "When \(tame(report.words(for: cue.cue))), on \(tame(report.title(ofDimension: cue.dimension))): "
          + report.words(cue))
    }
    let more = report.cues.count - Self.shownCues
    if more > 0 { try page.paragraph("\(more) more: --html or --json", as: .faint) }
    if let rare = report.rareCueWords { try page.paragraph(rare, as: .faint) }
  }

  private static let shownCues = 8

  private func showScenarios() throws {
    try section("Patients")
    let table = TextTable(
      widths: [20, 6, 6, 9, 6, 8, 5, 7, 12],
      heads: ["", "begun", "ended", "by", "n", "mean", "SD", "failed", "tells apart"])
    if hasColumns { try head(table) }
    for one in report.scenarios {
      let (title, difficulty) = (report.title(of: one.scenario), one.difficulty)
      if hasColumns {
        let apart = one.discrimination
        try row(
          table,
          [
            title, String(one.begun), String(one.ended), difficulty.basis.words,
            String(difficulty.sessions), difficulty.meanWords, difficulty.deviationWords,
            difficulty.failWords,
            apart.figure
              + (apart.basis == difficulty.basis || apart.figure == "too few" ? "" : " *"),
          ])
      } else {
        try page.item(
          "\(tame(title)): \(one.begun) begun, \(one.ended) ended; \(difficulty.words); "
            + one.discrimination.words)
      }
    }
    try page.paragraph(
      CohortReport.discriminationNote + (hasColumns ? " A * is by the program's estimates." : ""),
      as: .faint)
  }

  private func showRaters() throws {
    try section("Raters")
    try page.paragraph("Sessions \(report.waiting).")
    for rater in report.raters {
      try page.item("\(tame(rater.name)): \(report.words(rater))")
    }
  }

  private func showTrainees() throws {
    guard !report.rows.isEmpty else { return }
    try section("Trainees, by pseudonym")
    let table = TextTable(
      widths: [26, 8, 8, 8, 9, 11, 9],
      heads: ["", "begun", "ended", "rated", "mean", "estimated", "mean"])
    if hasColumns { try head(table) }
    for one in report.rows {
      let rated = one.mean(one.rated, one.ratedMean)
      let estimated = one.mean(one.estimated, one.estimatedMean)
      if hasColumns {
        try row(
          table,
          [
            one.trainee, String(one.begun), String(one.ended), String(one.rated), rated,
            String(one.estimated), estimated,
          ])
      } else {
        try page.item(
          "\(tame(one.trainee)): \(one.begun) begun, \(one.ended) ended; rated \(one.rated), mean "
            + "\(rated); estimated \(one.estimated), mean \(estimated)")
      }
    }
  }
}

/// A name from the store, with nothing in it that a terminal obeys.
private func tame(_ name: String) -> String { neutralised(name, lineBreaks: .asSpaces) }
