import Agreement
import Cohorts

/// A cohort as one page that needs nothing else, to be handed on: no trainee has a row in it, and
/// figures that fewer than ``FewestOfCohort/shownTrainees`` stand behind are left out.
struct CohortHTML {
  let report: CohortReport

  var text: String {
    let opening = report.completion.map { "<p>\(shown($0))</p>" }.joined(separator: "\n")
    return htmlPage(
      shown(report.heading),
      FewestOfCohort.isShown(report.trainees)
        ? """
        \(opening)
        <p>\(CohortReport.legend)</p>
        <p class="note">\(Self.hiddenNote)</p>
        \(levels)
        \(cues)
        \(scenarios)
        \(raters)
        \(safety)
        """ : "\(opening)\n<p>\(Self.hiddenNote)</p>")
  }

  static let hiddenNote =
    "Figures that fewer than \(FewestOfCohort.shownTrainees) trainees stand behind are not on this "
    + "page: of two, each would know the other's, and of one everybody. “Too few”: under "
    + "\(Fewest.sessions) sessions. A dash: not defined."

  // MARK: - Levels

  private var levels: String {
    guard !report.dimensions.isEmpty else { return "" }
    return
      "<h2>Levels</h2>\n<p>A column is the sessions with one level, the dashed line the mean.</p>\n"
      + report.dimensions.enumerated().map { number, one in
        let title = shown(one.title)
        return """
          <h3>\(title)</h3>
          <div class="pair">
          \(figure(one.ratings, "final ratings by people", title, id: "ratings-\(number)"))
          \(figure(one.estimates, "estimates by the program", title, id: "estimates-\(number)"))
          </div>
          """
      }.joined(separator: "\n") + "\n" + table("Final ratings by people") { $0.ratings } + "\n"
      + table("Estimates by the program, which grade nobody") { $0.estimates }
  }

  private func figure(
    _ one: LevelDistribution, _ kind: String, _ title: String, id: String
  ) -> String {
    let heading = kind.prefix(1).uppercased() + kind.dropFirst()
    guard one.sessions > 0 else { return "<p class=\"note\">\(heading): none yet.</p>" }
    guard FewestOfCohort.isShown(one.trainees) else {
      return "<p class=\"note\">\(heading): not shown, too few trainees.</p>"
    }
    return levelPlot(one, caption: heading, title: "\(title): \(kind)", id: id)
  }

  private func table(
    _ caption: String, _ levels: (CohortReport.Dimension) -> LevelDistribution
  ) -> String {
    let told = report.dimensions.filter { FewestOfCohort.isShown(levels($0).trainees) }
    guard !told.isEmpty else { return "" }
    return htmlTable(
      caption, ["dimension", "sessions", "trainees", "1", "2", "3", "4", "5", "mean", "95 %"],
      told.map { dimension in
        let one = levels(dimension)
        return rowHead(shown(dimension.title)) + cell(grouped(one.sessions))
          + cell(grouped(one.trainees)) + one.counts.map { cell(grouped($0)) }.joined()
          + cell(one.meanWords) + cell(one.intervalWords)
      })
  }

  // MARK: - Cues

  private var cues: String {
    let told = report.cues.filter { FewestOfCohort.isShown($0.trainees) }
    let rare = report.rareCueWords.map { "<p class=\"note\">\($0).</p>" } ?? ""
    guard !told.isEmpty else {
      return rare.isEmpty ? "" : "<h2>Cues missed most</h2>\n\(rare)"
    }
    func name(_ cue: MissedCue) -> String {
      shown("When \(report.words(for: cue.cue)), on \(report.title(ofDimension: cue.dimension))")
    }
    let rows = told.map { cue in
      rowHead(name(cue)) + cell(grouped(cue.missed)) + cell(grouped(cue.offered))
        + cell(cue.share.map { percent($0) + " %" } ?? "—") + cell(grouped(cue.trainees))
    }
    return """
      <h2>Cues missed most</h2>
      <p>Of the moments in which patients offered something: how many were passed over, with harm or \
      without. One moment can count on several dimensions.</p>
      \(missPlot(
        "Share missed, the largest first", told.prefix(12).map { (name($0), report.words($0), $0) }))
      \(htmlTable("Missed, by cue", ["cue", "missed", "offered", "share", "trainees"], rows))
      \(rare)
      """
  }

  // MARK: - Patients

  private var scenarios: String {
    let rows = report.scenarios.map { one in
      let (difficulty, apart) = (one.difficulty, one.discrimination)
      let head =
        rowHead(shown(report.title(of: one.scenario))) + cell(grouped(one.begun))
        + cell(grouped(one.ended))
      guard FewestOfCohort.isShown(difficulty.trainees) else {
        return head + cell("not shown")
          + String(repeating: cell(""), count: 5)
      }
      return head + cell(difficulty.basis.words)
        + cell(grouped(difficulty.sessions)) + cell(difficulty.meanWords)
        + cell(difficulty.deviationWords) + cell(difficulty.failWords)
        + cell(apart.shortWords)
    }
    let told = report.scenarios.filter {
      FewestOfCohort.isShown($0.difficulty.trainees) && !$0.difficulty.isTooFew
    }
    let plot =
      told.isEmpty
      ? ""
      : difficultyPlot(
        "Mean level, and one standard deviation to either side",
        told.map { one in
          let name = "\(report.title(of: one.scenario)), by \(one.difficulty.basis.words)"
          return (shown(name), one.difficulty)
        })
    return """
      <h2>Patients</h2>
      <p>\(CohortReport.discriminationNote) Which of people's ratings and the program's estimates a \
      figure is made of is said beside it: ratings where there are enough.</p>
      \(plot)
      \(htmlTable(
        "How hard each patient is",
        ["patient", "begun", "ended", "by", "sessions", "mean", "SD", "failed", "tells apart"], rows))
      """
  }

  // MARK: - Raters and safety

  private var raters: String {
    let items = report.raters.map { rater in
      "<li><strong>\(shown(rater.name))</strong>: \(report.words(handingOn: rater))</li>"
    }
    return """
      <h2>Raters</h2>
      <p>Sessions \(report.waiting).</p>
      \(items.isEmpty ? "" : "<ul>\n\(items.joined(separator: "\n"))\n</ul>")
      """
  }

  private var safety: String {
    """
    <h2>Safety</h2>
    <ul>
    \(report.safetyWords(isHandedOn: true).map { "<li>\($0)</li>" }.joined(separator: "\n"))
    </ul>
    """
  }
}
