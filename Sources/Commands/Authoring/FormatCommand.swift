import Arguments
import Diagnostics
import Lessons
import Outline
import Rubrics
import ScenarioSyntax
import Terminal

let formatEntry = CommandEntry(
  path: ["format"], group: "Writing",
  summary: "Bring the files of a library into one layout.",
  discussion: """
    Indentation, blank lines, columns, the blanks around commas and colons, and how keywords are \
    written. No word of yours is changed, comments stay, and a file means what it meant. Files are \
    rewritten where they lie, whole or not at all; '-' reads a scenario from standard input and \
    prints it.
    """,
  arguments: [
    Argument(
      "file", .file, count: .anyNumber,
      help: "Files or folders; '-' is a scenario on standard input. (default: the library)")
  ],
  flags: [Flag("check", help: "Write nothing; print what would change, and exit 1 if anything.")],
  examples: ["attune format Scenarios/Grief/the-chair.scenario", "attune format --check"],
  exitStatus: [
    ExitMeaning(0, "done, or nothing to do"),
    ExitMeaning(1, "with --check: something would change"),
    ExitMeaning(2, "a file could not be read or written"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune format`: one layout for every file.
func formatFiles(_ run: Run) throws -> Int32 {
  let isCheck = run.command.isSet("check")
  let files = try run.namedFiles(orElse: run.libraryOnDisk)
  var changed = 0
  var failed = 0
  var otherBreaks = 0
  for file in files {
    if let problem = file.encodingProblem(code: encodingCode(file)) {
      try run.show([problem], in: file)
      failed += 1
      continue
    }
    let formatted = formattedFile(file)
    if isCheck {
      let text = unifiedDiff(formatted.diff, from: file.name, to: file.name)
      try run.output.write(run.output.output.isTerminal ? neutralised(text) : text)
    } else if file.name == "-" {
      try run.output.write(String(decoding: formatted.bytes, as: UTF8.self))
    }
    guard formatted.isChanged else { continue }
    if isCheck || file.name == "-" {
      changed += 1
    } else if try run.rewrite(file, with: formatted.bytes) {
      changed += 1
      if file.bytes.contains(UInt8(ascii: "\r")) { otherBreaks += 1 }
    } else {
      failed += 1
    }
  }
  if isCheck || files.map(\.name) != ["-"] {
    var verdict = verdict(changed, of: files.count, isCheck: isCheck)
    if otherBreaks > 0 { verdict += "; line breaks of \(count(otherBreaks, "file")) made plain" }
    if failed > 0 { verdict += "; \(count(failed, "file")) left as it was" }
    // The standard output of a check is a patch and nothing else.
    try (isCheck || files.contains { $0.name == "-" } ? run.errors : run.output).paragraph(verdict)
  }
  return failed > 0 ? 2 : isCheck && changed > 0 ? 1 : 0
}

/// A file in the layout of its kind.
func formattedFile(_ file: SourceFile) -> FormattedFile {
  liesInRubrics(file)
    ? formatRubric(file) : isLesson(file.name) ? formatLesson(file) : formatScenario(file)
}

private func liesInRubrics(_ file: SourceFile) -> Bool {
  [".codebook", ".words", ".rubric", ".responses", ".anchor"].contains { file.name.hasSuffix($0) }
}

private func encodingCode(_ file: SourceFile) -> String {
  liesInRubrics(file) || isLesson(file.name) ? LibraryProblem.encoding : "S106"
}

private func verdict(_ changed: Int, of all: Int, isCheck: Bool) -> String {
  let files = count(all, "file")
  if changed == 0 { return "\(files) looked at: nothing to change" }
  return isCheck
    ? "\(changed) of \(files) would change; 'attune format' does it"
    : "\(changed) of \(files) brought into layout"
}
