import Diagnostics
import FoundationEssentials

/// One diagnostic for machines; places count from 1, columns in characters.
private struct DiagnosticJSON: Encodable {
  let file: String
  let line: Int
  let column: Int
  let endLine: Int
  let endColumn: Int
  let severity: Severity
  let code: String
  let message: String
  let help: String?
  let replacement: String?

  init(_ diagnostic: Diagnostic, in file: SourceFile) {
    let (start, end) = (
      file.position(at: diagnostic.span.start), file.position(at: diagnostic.span.end)
    )
    self.file = file.name
    (line, column, endLine, endColumn) = (start.line, start.column, end.line, end.column)
    severity = diagnostic.severity
    code = diagnostic.code
    message = diagnostic.message
    help = diagnostic.help
    replacement =
      diagnostic.fix.flatMap { fix in
        fix.edits.count == 1 && fix.edits[0].span == diagnostic.span ? fix.edits[0].text : nil
      }
  }
}

private struct CheckJSON: Encodable {
  let version = 1
  let files: Int
  let diagnostics: [DiagnosticJSON]
}

/// So many problems of one file are shown; whoever has more mends the first ones first.
private let mostShown = 100

private let endings = [".scenario", ".part", ".codebook", ".rubric"]

/// `attune check FILE…`: every independent problem, with place, caret and help.
func checkFiles(_ run: Run) throws -> Int32 {
  let files = try filesToCheck(run)
  let folder = run.command.string("library")
  let found = try FileChecker.check(files, isNamed: folder != nil || run.command.arguments.isEmpty)
  {
    try findLibrary(named: folder, run.surroundings)
  }

  let all = found.flatMap(\.diagnostics)
  let isWrong = all.hasErrors || run.command.isSet("strict") && !all.isEmpty
  if run.wantsJSON {
    try run.writeJSON(
      CheckJSON(
        files: found.count,
        diagnostics: found.flatMap { item in
          item.diagnostics.map { DiagnosticJSON($0, in: item.file) }
        }))
  } else {
    for item in found {
      try run.show(Array(item.diagnostics.prefix(mostShown)), in: item.file)
      let more = item.diagnostics.count - mostShown
      if more > 0 { try run.output.paragraph("\(more) more in \(item.file.name)") }
    }
    try run.output.paragraph(verdict(all, files: found.count))
    if let first = all.first(where: { $0.severity == .error }) ?? all.first {
      try run.output.paragraph("'attune explain \(first.code)' says more about the first.")
    }
  }
  return isWrong ? 1 : 0
}

private func verdict(_ diagnostics: [Diagnostic], files: Int) -> String {
  let checked = "\(count(files, "file")) checked"
  guard !diagnostics.isEmpty else { return "\(checked): nothing is wrong" }
  let errors = diagnostics.count { $0.severity == .error }
  let parts = [(errors, "error"), (diagnostics.count - errors, "warning")]
  return "\(checked): "
    + parts.filter { $0.0 > 0 }.map { count($0.0, $0.1) }.joined(separator: ", ")
}

private func filesToCheck(_ run: Run) throws -> [SourceFile] {
  let named = run.command.arguments
  guard !named.isEmpty else {
    let files = try findLibrary(named: run.command.string("library"), run.surroundings)
    return files.codebooks + files.rubrics + files.scenarios
  }
  var seen: Set<String> = []
  return try named.flatMap { name -> [SourceFile] in
    if name == "-" {
      return [SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())]
    }
    if isFolder(name) {
      let files = try readFiles(in: name, endings: endings)
      guard !files.isEmpty else {
        throw LibraryError(
          message: "'\(name)' holds no scenario, part, codebook or rubric file",
          help: "their names end in \(endings.joined(separator: ", "))")
      }
      return files
    }
    return [try readSource(name)]
  }.filter { seen.insert($0.name).inserted }
}
