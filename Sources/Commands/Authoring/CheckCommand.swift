import Diagnostics
import FoundationEssentials
import Rubrics
import ScenarioChecker

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
    replacement = diagnostic.replacement
  }
}

private struct CheckJSON: Encodable {
  let version = 1
  let files: Int
  let diagnostics: [DiagnosticJSON]
}

private let endings = [".scenario", ".codebook", ".rubric"]

/// `attune check FILE…`: every independent problem, with place, caret and help.
func checkFiles(_ run: Run) throws -> Int32 {
  let files = try filesToCheck(run)
  let libraryFiles = try findLibrary(named: run.command.string("library"), run.surroundings)
  var checker = FileChecker(library: libraryFiles)
  var found: [(file: SourceFile, diagnostics: [Diagnostic])] = []
  for file in files { found.append((file, try checker.diagnostics(of: file))) }

  let all = found.flatMap(\.diagnostics)
  let isWrong = all.hasErrors || run.command.isSet("strict") && !all.isEmpty
  if run.wantsJSON {
    try run.writeJSON(
      CheckJSON(
        files: files.count,
        diagnostics: found.flatMap { item in
          item.diagnostics.map { DiagnosticJSON($0, in: item.file) }
        }))
  } else {
    for item in found { try run.show(item.diagnostics, in: item.file) }
    try run.output.paragraph(verdict(all, files: files.count))
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
  return try named.flatMap { name -> [SourceFile] in
    if name == "-" {
      return [SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())]
    }
    if isFolder(name) {
      let files = try readFiles(in: name, endings: endings)
      guard !files.isEmpty else {
        throw LibraryError(
          message: "'\(name)' holds no scenario, codebook or rubric file",
          help: "their names end in \(endings.joined(separator: ", "))")
      }
      return files
    }
    return [try readSource(name)]
  }
}

/// Checks a file by its ending; codebook and rubrics are read only when something needs them.
private struct FileChecker {
  let library: LibraryFiles
  private var opened: Library?

  init(library: LibraryFiles) { self.library = library }

  mutating func diagnostics(of file: SourceFile) throws -> [Diagnostic] {
    if file.name.hasSuffix(".codebook") { return readCodebook(file).diagnostics }
    if file.name.hasSuffix(".rubric") {
      return readRubric(file, codebook: try codebook(for: file)).diagnostics
    }
    return try open().check(file).checked.diagnostics
  }

  private mutating func open() throws -> Library {
    if let opened { return opened }
    let library = try openLibrary(library)
    opened = library
    return library
  }

  /// A rubric beside a codebook of its own speaks of that one's codes.
  private func codebook(for rubric: SourceFile) throws -> Codebook {
    let folder = rubric.name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let beside = try? readFiles(in: folder.isEmpty ? "." : folder, endings: [".codebook"])
    let files = (beside ?? []) + library.codebooks
    guard let file = files.first, let codebook = readCodebook(file).codebook else {
      throw LibraryError(
        message: "there is no codebook to check '\(rubric.name)' against",
        help: "put a .codebook file beside it, or name a folder with --library")
    }
    return codebook
  }
}
