import Supervision

private struct LogLine: Encodable {
  let version = 1
  let supervisor: String
  let number: Int
  let date: String
  let minutes: Int
  /// Null for one who was erased.
  let trainees: [String?]
  let sessions: [String?]
  let goals: String?
  let agreed: String?
  let kept: String
  let corrects: Int?
  let correctedBy: Int?
  let signature: String
  let sound: Bool
}

/// `attune supervision list`: what was held, and whether it still is as it was signed.
func listSupervisions(_ run: Run) throws -> Int32 {
  guard let report = try run.logReport() else { return 2 }
  if run.wantsJSON {
    for entry in report.entries {
      try run.writeJSON(
        LogLine(
          supervisor: entry.supervisor, number: entry.number, date: entry.date,
          minutes: entry.minutes, trainees: entry.trainees, sessions: entry.sessions,
          goals: entry.goals, agreed: entry.agreed, kept: entry.kept, corrects: entry.corrects,
          correctedBy: entry.correctedBy, signature: entry.signature, sound: entry.isSound))
    }
  } else if report.entries.isEmpty {
    try run.errors.paragraph("no meeting is in the log")
  } else {
    try report.show(on: run.output)
  }
  guard !report.broken.isEmpty else { return 0 }
  try run.errors.paragraph(report.verdict, as: .warning)
  return 1
}

extension LogReport {
  /// Entries, then hours.
  func show(on page: Page) throws {
    for entry in entries {
      try page.labelled(
        "\(entry.date) \(entry.supervisor) \(entry.number):",
        ([time(entry.minutes), entry.who] + entry.remarks).joined(separator: ", "))
      for (label, text) in entry.words { try page.labelled("  \(label)", text) }
      try page.labelled("  Signed:", "\(entry.supervisor), \(entry.kept), \(entry.signature)")
    }
    try page.blank()
    try page.heading("Hours")
    for sum in hours {
      try page.labelled(
        "\(sum.supervisor) with \(sum.trainee ?? "those who were erased"):",
        "\(time(sum.minutes)) in \(count(sum.meetings, "meeting"))")
    }
  }
}
