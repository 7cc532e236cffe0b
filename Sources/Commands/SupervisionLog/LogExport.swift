import Reports
import Supervision
import TranscriptStore

/// `attune supervision export`: the log as a file, as evidence of hours.
func exportSupervisions(_ run: Run) throws -> Int32 {
  guard let path = run.command.string("out") else {
    _ = try run.fail("it is not said where to", help: "name a new file with --out")
    return 64
  }
  guard let report = try run.logReport() else { return 2 }
  guard !report.entries.isEmpty else {
    return try run.fail(
      "no meeting is chosen", help: "'attune supervision list' shows what is in the log")
  }
  let today = String(run.surroundings.now().prefix(10))
  let text: String
  switch run.logFormat(to: path) {
  case .csv: text = report.csv
  case .html: text = report.html(on: today)
  case .markdown: text = report.markdown(on: today)
  case .text:
    text = try run.written { page in
      try page.heading("Supervision log")
      try page.paragraph("\(report.scope) As of \(today).")
      try page.blank()
      try report.show(on: page)
      try page.blank()
      try page.paragraph(report.verdict)
    }
  }
  let store = try run.store()
  try ExportFile(name: path, text: text).writeAlone(mayReplace: run.command.isSet("force")) {
    try store.keep(
      KeptExport(
        at: run.surroundings.now(), who: run.command.string("as") ?? "somebody", kind: .log,
        place: pathFromTop(path),
        sessions: report.entries.flatMap { $0.sessions.compactMap(\.self) },
        trainees: report.entries.flatMap { $0.trainees.compactMap(\.self) }))
  }
  try run.output.paragraph(
    "\(count(report.entries.count, "meeting")) exported to \(path); it is kept that this was "
      + "done.")
  guard !report.broken.isEmpty else { return 0 }
  try run.errors.paragraph(report.verdict, as: .warning)
  return 1
}

extension Run {
  fileprivate func logFormat(to path: String) -> LogFormat {
    if let named = command.string("format").flatMap(LogFormat.init) { return named }
    if path.lowercased().hasSuffix(".csv") { return .csv }
    return LogFormat(rawValue: writtenFormat(to: path).rawValue) ?? .text
  }
}

extension LogReport {
  private static let heads = [
    "supervisor", "number", "date", "minutes", "trainees", "sessions", "goals", "agreed",
    "corrects", "corrected_by", "kept", "signature", "sound",
  ]

  /// A row an entry; several names in a cell stand apart by `; `.
  var csv: String {
    let rows = entries.map { entry -> [DataCell] in
      func words(_ text: String?) -> DataCell { text.map { .words($0) } ?? .missing }
      func names(_ all: [String?]) -> DataCell {
        let left = all.compactMap(\.self)
        return left.isEmpty ? .missing : .words(left.joined(separator: "; "))
      }
      return [
        .words(entry.supervisor), .whole(entry.number), .words(entry.date),
        .whole(entry.minutes), names(entry.trainees), names(entry.sessions),
        words(entry.goals?.nonEmpty), words(entry.agreed?.nonEmpty),
        entry.corrects.map { .whole($0) } ?? .missing,
        entry.correctedBy.map { .whole($0) } ?? .missing, .words(entry.kept),
        .words(entry.signature), .words(entry.isSound ? "yes" : "no"),
      ]
    }
    let lines = [Self.heads] + rows.map { $0.map { csvCell($0) } }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  func markdown(on today: String) -> String {
    var lines = ["# Supervision log", "\(markdownLine(scope)) As of \(today).", "## Meetings"]
    for entry in entries {
      let facts = ([time(entry.minutes), entry.who] + entry.remarks).joined(separator: ", ")
      lines.append(
        "### \(entry.date), \(markdownLine(entry.supervisor)), entry \(entry.number)")
      lines.append(markdownLine(facts))
      let words = entry.words.map { "- \($0.label) \(markdownLine($0.text))" }
      lines.append(
        (words + [
          "- Signed: \(markdownLine(entry.supervisor)), \(entry.kept), `\(entry.signature)`"
        ])
        .joined(separator: "\n"))
    }
    lines.append("## Hours")
    lines.append(
      hours.map {
        "- \(markdownLine($0.supervisor)) with "
          + markdownLine($0.trainee ?? "those who were erased")
          + ": \(time($0.minutes)) in \(count($0.meetings, "meeting"))"
      }.joined(separator: "\n"))
    lines.append(markdownLine(verdict))
    return lines.joined(separator: "\n\n") + "\n"
  }

  func html(on today: String) -> String {
    let sums = htmlTable(
      "Time of each trainee with each supervisor", ["Supervisor", "Trainee", "Meetings", "Time"],
      hours.map {
        rowHead(shown($0.supervisor))
          + "<td class=\"words\">\(shown($0.trainee ?? "those who were erased"))</td>"
          + cell(String($0.meetings)) + cell(time($0.minutes))
      }, words: [1])
    let meetings = entries.map { entry in
      let facts = ([time(entry.minutes), entry.who] + entry.remarks).joined(separator: ", ")
      let words = entry.words.map {
        "<p><strong>\(shown($0.label))</strong> \(shown($0.text))</p>"
      }
      return """
        <section class="meeting">
        <h3>\(entry.date), \(shown(entry.supervisor)), entry \(entry.number)</h3>
        <p\(entry.isSound ? "" : " class=\"broken\"")>\(shown(facts))</p>
        \(words.joined(separator: "\n"))
        <p class="note">Signed: \(shown(entry.supervisor)), \(entry.kept), \
        <span class="signature">\(entry.signature)</span></p>
        </section>
        """
    }
    return htmlPage(
      "Supervision log",
      """
      <p>\(shown(scope)) As of \(today).</p>
      <h2>Hours</h2>
      \(sums)
      <h2>Meetings</h2>
      \(meetings.joined(separator: "\n"))
      <p\(broken.isEmpty ? "" : " class=\"broken\"")>\(shown(verdict))</p>
      """, style: logStyle)
  }
}

private let logStyle = """
  <style>
  .meeting { break-inside: avoid; max-width: 42rem }
  .meeting p { margin: .3rem 0 }
  th:first-child, th.words, td.words { min-width: 4rem }
  tbody th, td.words { overflow-wrap: anywhere }
  @media (max-width: 30rem) { th, td { padding: .25rem .3rem } }
  .signature { font-family: ui-monospace, monospace; font-size: .8em; overflow-wrap: anywhere }
  @page { size: A4; margin: 18mm 20mm }
  </style>
  """
