import Progress

/// Progress as one page that needs nothing else: pictures, each with its sentence and its table.
struct ProgressHTML {
  let report: ProgressReport

  private var progress: TraineeProgress { report.progress }

  var text: String {
    let opening = report.opening.map { "<p>\(shown($0))</p>" }.joined(separator: "\n")
    return htmlPage(
      "Progress of \(shown(report.trainee))",
      report.isEmpty
        ? opening
        : """
        \(opening)
        \(competence)
        \(dimensions)
        \(cues)
        \(indices)
        \(safety)
        \(drills)
        """)
  }

  private var dimensions: String {
    progress.dimensions.enumerated().map { number, one in
      let heading = "<h2>\(shown(one.title))</h2>\n<p>\(shown(one.courseWords))</p>"
      guard !one.course.isEmpty else { return heading }
      let hasOwn = one.course.contains { $0.selfRating != nil }
      let rows = one.course.reversed().map { rated in
        rowHead("\(rated.day.text), \(shown(rated.title))\(rated.isExam ? " (exam)" : "")")
          + cell(String(rated.level))
          + (hasOwn ? cell(rated.selfRating.map(String.init) ?? "—") : "")
      }
      return """
        \(heading)
        \(list(one.facts))
        \(timeline(one, id: "level-\(number)"))
        \(htmlTable(
          "\(shown(one.title)), newest first", ["session", "level"] + (hasOwn ? ["your own"] : []), rows))
        """
    }.joined(separator: "\n") + moments
  }

  private var moments: String {
    let offered = progress.dimensions.filter { $0.moments.count > 0 }
    guard !offered.isEmpty else { return "" }
    return """

      <h2>Moments</h2>
      <p>Of the moments the patients offered: the share that was met, what was half met counting \
      half. A bar is where the share lies in 95 of 100 cases like these.</p>
      \(sharePlot(
        "Moments met, by dimension",
        [ShareGroup(rows: offered.map { (shown($0.title), $0.moments) })]))
      \(htmlTable(
        "Moments, by dimension", momentHeads,
        offered.map { rowHead(shown($0.title)) + momentCells($0.moments) }))
      """
  }

  private var cues: String {
    guard !progress.cues.isEmpty else { return "" }
    let groups = progress.cues.map { cue in
      ShareGroup(
        heading: "When \(shown(report.words(for: cue.cue)))",
        rows: cue.dimensions.map { (shown($0.title), $0.moments) })
    }
    let rows = groups.flatMap { group in
      group.rows.map { row in
        rowHead("\(group.heading ?? ""): \(row.name)") + momentCells(row.moments)
      }
    }
    return """
      <h3>By what the patient does</h3>
      <p>What you miss most comes first. One moment can count on several dimensions.</p>
      \(sharePlot("Moments met, by what the patient does", groups))
      \(htmlTable("Moments, by what the patient does", momentHeads, rows))
      """
  }

  private let momentHeads = ["moments", "met", "half met", "missed", "harmed", "share met", "95 %"]

  private func momentCells(_ moments: MomentTally) -> String {
    [moments.met, moments.half, moments.missed, moments.harmed].map { cell(grouped($0)) }.joined()
      + cell(moments.share.map { percent($0) + " %" } ?? "—")
      + cell(moments.interval?.percents ?? "—")
  }

  private var indices: String {
    guard !progress.indices.isEmpty else { return "" }
    let rows = progress.indices.map { one in
      [
        rowHead(shown(one.name)), "<td>\(sparkline(one))</td>", cell(String(one.course.count)),
        cell(one.course.last.map(one.figure) ?? "—"),
        cell(one.mean.map { one.figure($0.mean) } ?? "—"),
        cell(one.mean?.interval.map(one.range) ?? "—"), leftCell(one.targetWords),
      ].joined()
    }
    return """
      <h2>In numbers</h2>
      \(list(progress.indices.map(\.words)))
      <p class="note">\(ProgressReport.targetNote)</p>
      \(htmlTable(
        "Numbers about your sessions",
        ["number", "course", "sessions", "last", "mean", "95 %", "target"], rows, words: [6]))
      """
  }

  private var safety: String {
    report.safety.map { "<h2>Safety</h2>\n<p>\($0)</p>" } ?? ""
  }

  private var drills: String {
    guard !progress.drills.isEmpty else { return "" }
    let rows = progress.drills.map { one in
      [
        rowHead(shown(one.title)), leftCell(one.marks),
        cell(one.attempts.last?.day.text ?? "—"), cell(one.nextRetest?.text ?? "—"),
      ].joined()
    }
    return """
      <h2>Drills</h2>
      <p>Marks from 1 to 5, oldest first.</p>
      \(htmlTable("Drills", ["drill", "marks", "last on", "due on"], rows, words: [1]))
      """
  }

  private var competence: String {
    let statement = progress.competence
    return """
      <h2>Competence</h2>
      <p>\(statement.words)</p>
      \(list(statement.shownConditions.map { "\($0.fulfilment.words): \($0.words)" }))
      \(report.practiceNote.map { "<p>\($0)</p>" } ?? "")
      """
  }

  private func list(_ items: [String]) -> String {
    guard !items.isEmpty else { return "" }
    return "<ul>\n" + items.map { "<li>\(shown($0))</li>\n" }.joined() + "</ul>"
  }

  private func leftCell(_ text: String) -> String { "<td class=\"words\">\(text)</td>" }
}
