import Arguments
import Diagnostics
import Playtesting

let testEntry = CommandEntry(
  path: ["test"], group: "Writing",
  summary: "Run the checks that scenario files hold.",
  discussion: """
    A Check section says what its author expects of a scenario. Each is carried out, and where \
    something differs you read what was expected and what was found instead. A file with errors is \
    shown its errors; a file without checks is said to have none.
    """,
  arguments: [
    Argument(
      "file", .file, count: .anyNumber,
      help: "Files, folders or names of scenarios; '-' is standard input. (default: the library)")
  ],
  flags: [
    Flag("only", value: FlagValue("words"), help: "Only checks with these words in their name."),
    Flag("json", help: "Print JSON, for other programs."),
    Flag(
      "junit", value: FlagValue("file", .file),
      help: "Also write a report in JUnit's XML, for build servers."),
  ],
  examples: [
    "attune test", "attune test Scenarios/Grief/the-empty-chair.scenario --only 'the gold path'",
    "attune test Scenarios --junit checks.xml",
  ],
  exitStatus: [
    ExitMeaning(0, "all is as expected"), ExitMeaning(1, "something differs"),
    ExitMeaning(2, "could not test"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune test`: what the checks in scenario files expect, and what is the case.
func testScenarios(_ run: Run) throws -> Int32 {
  let only = run.command.string("only")
  var bench = TestBench(run, only: only)
  var tested: [TestedFile] = []
  for source in try bench.sources() {
    let result = try bench.test(source)
    // Where one check was asked for, files without it are not spoken of.
    if only != nil, result.checks.isEmpty, !result.hasErrors { continue }
    tested.append(result)
    if !run.wantsJSON { try show(result, run) }
  }
  if let only, !tested.contains(where: { !$0.checks.isEmpty }), !tested.contains(where: \.hasErrors)
  {
    return try run.fail(
      "no check has '\(only)' in its name", help: "leave out --only to see their names")
  }
  if run.wantsJSON {
    try run.writeJSON(TestJSON(tested))
  } else {
    try run.output.paragraph(verdict(tested))
  }
  if let path = run.command.string("junit") { try write(junitReport(tested), to: path) }
  return tested.allSatisfy(\.isAsExpected) ? 0 : 1
}

private func show(_ tested: TestedFile, _ run: Run) throws {
  let page = run.output
  try page.heading(tested.file.name)
  if tested.hasErrors {
    try run.showProblems(of: tested.entry)
    try page.paragraph(mark(false, run) + "it cannot be played before its errors are mended")
    return
  }
  if tested.checks.isEmpty { try page.item("it has no checks") }
  for check in tested.checks {
    try page.paragraph(
      mark(check.holds, run) + check.name, as: check.holds ? nil : .warning)
    for failure in check.failures {
      try page.write(tested.text(for: failure))
    }
  }
}

/// A tick or a cross; in words where shapes may not be seen.
private func mark(_ holds: Bool, _ run: Run) -> String {
  if run.isPlain { return holds ? "holds: " : "differs: " }
  return holds ? "✓ " : "✗ "
}

private func verdict(_ tested: [TestedFile]) -> String {
  let checks = tested.flatMap(\.checks)
  let broken = tested.count(where: \.hasErrors)
  let differing = checks.count { !$0.holds }
  var parts = ["\(count(tested.count, "scenario")), \(count(checks.count, "check"))"]
  if broken > 0 { parts.append("\(broken) cannot be played") }
  if differing > 0 {
    parts.append("\(differing) \(differing == 1 ? "differs" : "differ")")
  } else if !checks.isEmpty {
    parts.append("all hold")
  }
  return parts.joined(separator: "; ")
}
