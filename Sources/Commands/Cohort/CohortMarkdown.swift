import Agreement
import Cohorts

/// The figures of a cohort's page in Markdown, to be pasted into a report: the same is left out of it.
struct CohortMarkdown {
  let report: CohortReport

  var text: String {
    var blocks = ["# \(markdownLine(report.heading))"] + report.completion.map(markdownLine)
    blocks.append(markdownLine(CohortHTML.hiddenNote))
    if FewestOfCohort.isShown(report.trainees) {
      blocks.append(markdownLine(CohortReport.legend))
      blocks += levels("Final ratings by people") { $0.ratings }
      blocks += levels("Estimates by the program, which grade nobody") { $0.estimates }
      blocks += cues + scenarios + raters
      blocks += ["## Safety", list(report.safetyWords(isHandedOn: true))]
    }
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func levels(
    _ title: String, _ levels: (CohortReport.Dimension) -> LevelDistribution
  ) -> [String] {
    let told = report.dimensions.filter { FewestOfCohort.isShown(levels($0).trainees) }
    guard !told.isEmpty else { return [] }
    let heads = ["dimension", "sessions", "trainees", "1", "2", "3", "4", "5", "mean", "95 %"]
    let rows = told.map { dimension in
      let one = levels(dimension)
      return [dimension.title, String(one.sessions), String(one.trainees)]
        + one.counts.map(String.init) + [one.meanWords, one.intervalWords]
    }
    return ["## \(title)", table(heads, rows)]
  }

  private var cues: [String] {
    let told = report.cues.filter { FewestOfCohort.isShown($0.trainees) }
    guard !told.isEmpty else { return [] }
    let rows = told.map { cue in
      [
        "When \(report.words(for: cue.cue)), on \(report.title(ofDimension: cue.dimension))",
        String(cue.missed), String(cue.offered), cue.share.map { percent($0) + " %" } ?? "—",
      ]
    }
    return [
      "## Cues missed most", table(["cue", "missed", "offered", "share"], rows),
      report.rareCueWords.map(markdownLine) ?? "",
    ]
  }

  private var scenarios: [String] {
    let heads = [
      "patient", "begun", "ended", "by", "sessions", "mean", "SD", "failed", "tells apart",
    ]
    let rows = report.scenarios.map { one in
      let difficulty = one.difficulty
      let figures =
        FewestOfCohort.isShown(difficulty.trainees)
        ? [
          difficulty.basis.words, String(difficulty.sessions), difficulty.meanWords,
          difficulty.deviationWords, difficulty.failWords, one.discrimination.shortWords,
        ] : ["not shown"] + Array(repeating: "", count: 5)
      return [report.title(of: one.scenario), String(one.begun), String(one.ended)] + figures
    }
    return ["## Patients", markdownLine(CohortReport.discriminationNote), table(heads, rows)]
  }

  private var raters: [String] {
    let lines = report.raters.map { "\($0.name): \(report.words(handingOn: $0))" }
    return ["## Raters", markdownLine("Sessions \(report.waiting)."), list(lines)]
  }

  private func list(_ lines: [String]) -> String {
    lines.map { "- \(markdownLine($0))" }.joined(separator: "\n")
  }

  /// The first column holds words, all others figures.
  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    let rule = ["---"] + Array(repeating: "---:", count: heads.count - 1)
    let body = ([heads] + rows).map { $0.map(markdownLine) }
    return ([body[0], rule] + body.dropFirst()).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }
}
