import Progress
import Terminal

/// Progress as people read it: small plots, each with a sentence that says the same.
struct ProgressPage {
  let report: ProgressReport
  let page: Page
  let isPlain: Bool

  private var progress: TraineeProgress { report.progress }
  /// Under this width, and for screen readers, every row is a sentence.
  private var hasColumns: Bool { !isPlain && page.style.width >= 78 }

  func show() throws {
    try page.heading("Progress of \(report.trainee)")
    for line in report.opening { try page.paragraph(line) }
    guard !report.isEmpty else { return }
    if !isPlain, progress.dimensions.contains(where: { !$0.course.isEmpty }) {
      try page.paragraph(
        "A bar is a session, oldest first: ▁ is 1, ▂ 2, ▄ 3, ▆ 4, █ 5.", as: .faint)
    }
    for dimension in progress.dimensions { try show(dimension) }
    try showCues()
    try showIndices()
    if let safety = report.safety {
      try section("Safety")
      try page.paragraph(safety)
    }
    try showDrills()
    try section("Competence")
    try page.paragraph(progress.competence.words)
    for condition in progress.competence.shownConditions {
      try page.item("\(condition.fulfilment.words): \(condition.words)")
    }
    if let note = report.practiceNote { try page.paragraph(note) }
  }

  private func section(_ title: String) throws {
    try page.blank()
    try page.heading(title)
  }

  private func show(_ dimension: DimensionProgress) throws {
    try section(dimension.title)
    if !dimension.course.isEmpty {
      try page.paragraph(plot(dimension.course.map(\.level)), as: isPlain ? nil : .coach)
    }
    try page.paragraph(dimension.courseWords)
    for fact in dimension.facts { try page.item(fact) }
  }

  /// `▂▄▄▆`; digits where nothing is drawn.
  private func plot(_ levels: [Int]) -> String {
    guard !isPlain else { return levels.map(String.init).joined(separator: " ") }
    let bars = ["▁", "▂", "▄", "▆", "█"]
    return levels.map { bars[min(max($0, 1), 5) - 1] }.joined()
  }

  /// The most missed; the page and the JSON tell all.
  private func showCues() throws {
    let missed = progress.cues.filter { $0.missed > 0 }
    guard !missed.isEmpty else { return }
    try section("Moments you miss most")
    let table = TextTable(
      widths: [30, 5, 6, 8, 8, 7, 14],
      heads: ["", "met", "half", "missed", "harmed", "share", "95 %"])
    if hasColumns { try page.write(page.style(table.head, as: .faint) + "\n") }
    for cue in missed.prefix(Self.shownCues) {
      let words = report.words(for: cue.cue)
      if hasColumns { try page.paragraph("When \(words):") }
      for one in cue.dimensions {
        if hasColumns {
          try page.write(
            table.row(
              ["  " + one.title]
                + [one.moments.met, one.moments.half, one.moments.missed, one.moments.harmed]
                .map(String.init)
                + [
                  one.moments.share.map { percent($0) + " %" } ?? "—",
                  one.moments.interval?.percents ?? "—",
                ]))
        } else {
          try page.item(
            "When \(words), on \(one.title): \(one.moments.words); \(one.moments.shareWords)")
        }
      }
    }
    let more = missed.count - Self.shownCues
    if more > 0 {
      try page.paragraph("\(count(more, "more kind")) of moments: --html or --json", as: .faint)
    }
  }

  private static let shownCues = 6

  private func showIndices() throws {
    guard !progress.indices.isEmpty else { return }
    try section("In numbers")
    for index in progress.indices { try page.item(index.words) }
    try page.paragraph(ProgressReport.targetNote, as: .faint)
  }

  private func showDrills() throws {
    guard !progress.drills.isEmpty else { return }
    try section("Drills")
    for drill in progress.drills { try page.item(drill.words) }
  }
}
