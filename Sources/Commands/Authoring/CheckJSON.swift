import Diagnostics

/// What `attune check --json` prints; places count from 1, columns in characters.
struct CheckJSON: Encodable {
  let version = 1
  let files: Int
  let diagnostics: [DiagnosticJSON]
  /// The repairs that were made; only with `--fix`.
  let fixed: [RepairJSON]?
  /// What standard input became; only with `--fix`.
  let text: String?

  init(_ found: [CheckedSource], fixed: [Repair]?, text: String?) {
    files = found.count
    diagnostics = found.flatMap { item in
      item.diagnostics.map { DiagnosticJSON($0, in: item.file) }
    }
    self.fixed = fixed?.map(RepairJSON.init)
    self.text = text
  }
}

/// A place where something begins or ends.
struct PlaceJSON: Encodable {
  let line: Int
  let column: Int

  init(_ offset: Int, in file: SourceFile) {
    let position = file.position(at: offset)
    (line, column) = (position.line, position.column)
  }
}

/// One diagnostic for machines.
struct DiagnosticJSON: Encodable {
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
  let fix: FixJSON?

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
    fix = diagnostic.fix.map { FixJSON($0, in: file) }
  }
}

/// A repair that could be made.
struct FixJSON: Encodable {
  struct EditJSON: Encodable {
    let start: PlaceJSON
    let end: PlaceJSON
    let text: String
  }

  let title: String
  let edits: [EditJSON]

  init(_ fix: Fix, in file: SourceFile) {
    title = fix.title
    edits = fix.edits.map { edit in
      EditJSON(
        start: PlaceJSON(edit.span.start, in: file), end: PlaceJSON(edit.span.end, in: file),
        text: edit.text)
    }
  }
}

/// A repair that was made.
struct RepairJSON: Encodable {
  let file: String
  let line: Int
  let code: String
  let title: String

  init(_ repair: Repair) {
    (file, line, code, title) = (repair.file, repair.line, repair.code, repair.title)
  }
}
