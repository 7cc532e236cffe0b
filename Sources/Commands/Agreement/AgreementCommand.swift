import Agreement
import Arguments
import Diagnostics
import Terminal

let agreementEntry = CommandEntry(
  path: ["agreement"], group: "Transcripts",
  summary: "Measure how well raters agree with each other, and with the program.",
  discussion: """
    Without files the ratings of the store are measured, or those that --cohort, --scenario, --since \
    and --before leave. Files are tables with commas between their cells: 'ratings.csv' (session_id, rater, round, \
    dimension, score, and perhaps submitted and counts), 'codes.csv' (session_id, turn, code, source, \
    and perhaps attempt, unit, heard and counts), or both. Only ratings of the rounds 'blind' and \
    'second' count: what was settled together says nothing about agreement. Ratings by those who had \
    not passed calibration are left out, unless --practice is said.

    For each dimension and code you read how many were rated twice, the share of equal ones, kappa, \
    weighted kappa, Gwet's AC1, the intraclass correlation ICC(2,1) with its 95 % interval, and \
    Krippendorff's alpha; then who rates higher than the others, and whether that changes; and \
    people beside the program ('auto'). "too few" stands where a number would say nothing, and a \
    dash where it is not defined.
    """,
  arguments: [
    Argument(
      "file", .file, count: .anyNumber,
      help: "Tables of ratings or codes; '-' is standard input. (without: the store)")
  ],
  flags: [
    Flag("cohort", value: FlagValue("name"), help: "Of the store: only trainees of this cohort."),
    Flag(
      "scenario", value: FlagValue("name", .scenario),
      help: "Of the store: only sessions with this patient."),
    Flag(
      "since", value: FlagValue("day"),
      help: "Of the store: only sessions begun on this day or later."),
    Flag(
      "before", value: FlagValue("day"),
      help: "Of the store: only sessions begun before this day."),
    Flag(
      "draws", value: FlagValue("number", .number(0...100_000)),
      help: "Draws of the bootstrap for intervals of alpha; 0 for none.", default: "1000"),
    Flag("practice", help: "With ratings by those who had not passed calibration."),
    Flag("html", value: FlagValue("file", .file), help: "Also write a page with pictures."),
    Flag(
      "output", value: FlagValue("file", .file),
      help: "Also write the figures as a table, 'agreement.csv'."),
    Flag("force", help: "Replace files that are there."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "attune agreement", "attune agreement --cohort spring --since 2026-03-01",
    "attune agreement ratings.csv codes.csv --html agreement.html",
    "attune agreement ratings.csv --output agreement.csv",
  ],
  exitStatus: [
    ExitMeaning(0, "measured"), ExitMeaning(1, "measured without the rows that could not be used"),
    ExitMeaning(2, "could not measure"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune agreement`: ratings and codes of several people, beside each other.
func measureAgreement(_ run: Run) throws -> Int32 {
  guard !run.command.arguments.isEmpty else { return try measureStore(run) }
  let filters = ["cohort", "scenario", "since", "before"]
  if let filter = filters.first(where: { run.command.string($0) != nil }) {
    _ = try run.fail(
      "--\(filter) chooses sessions of the store, and tables were named",
      help: "leave out one of the two")
    return 64
  }
  var read = ReadRatings()
  var isPartial = false
  for name in run.command.arguments {
    let file =
      name == "-"
      ? SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())
      : try readSource(name)
    let diagnostics = read.read(file)
    try run.show(Array(diagnostics.prefix(20)), in: file)
    if diagnostics.count > 20 {
      try run.errors.write("\(count(diagnostics.count - 20, "further problem"))\n")
    }
    isPartial = isPartial || !diagnostics.isEmpty
  }
  if !run.command.isSet("practice") { read.leaveOutPractice() }
  let report = AgreementReport(read, bootstrap: run.bootstrap)
  guard !report.isEmpty else {
    return try run.fail(
      "nothing here was rated or coded twice",
      help: "agreement takes two ratings of a session, in the rounds 'blind' and 'second'")
  }
  try show(report, run)
  return isPartial ? 1 : 0
}

/// The originals of the store beside each other.
private func measureStore(_ run: Run) throws -> Int32 {
  let store = try run.store()
  guard let filter = try run.cohortFilter(store) else { return 64 }
  let report = AgreementReport(
    try ReadRatings(store, filter, includesPractice: run.command.isSet("practice")),
    bootstrap: run.bootstrap)
  guard !report.isEmpty else {
    return try run.fail(
      "no session here was rated twice, or beside the program's estimate",
      help: "'attune review list --state needs-second-rater' lists those that wait for it")
  }
  try show(report, run)
  return 0
}

extension Run {
  fileprivate var bootstrap: Bootstrap { Bootstrap(draws: command.int("draws") ?? 1000) }
}

private func show(_ report: AgreementReport, _ run: Run) throws {
  if run.wantsJSON {
    try run.writeJSON(AgreementJSON(report))
  } else {
    try AgreementPage(report: report, page: run.output, isPlain: run.isPlain).show()
  }
  if let path = run.command.string("html") {
    try run.keep(AgreementHTML(report: report).text, at: path)
  }
  if let path = run.command.string("output") { try run.keep(agreementCSV(report), at: path) }
}
