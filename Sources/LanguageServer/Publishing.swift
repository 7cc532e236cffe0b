import Diagnostics

extension LanguageServer {
  /// What is wrong with a document, as a message of ours.
  func publication(of document: Document) -> JSONValue {
    .notification(
      "textDocument/publishDiagnostics",
      .members([
        "uri": .string(document.uri),
        "version": document.version.map { .integer($0) } ?? .null,
        "diagnostics": .array(diagnostics(document).map { json($0, in: document) }),
      ]))
  }

  func json(_ diagnostic: Diagnostic, in document: Document) -> JSONValue {
    let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
    return [
      "range": document.file.range(diagnostic.span, encoding),
      "severity": .integer(diagnostic.severity.number),
      "code": .string(diagnostic.code),
      "source": "attune",
      "message": .string(diagnostic.message + help),
    ]
  }

  /// The repairs of the problems that touch a range.
  func codeActions(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let asked = span(params["range"], in: document.file, encoding) else {
      throw .unreadableParams
    }
    let wanted = params["context"]["only"].array.compactMap(\.string)
    guard wanted.isEmpty || wanted.contains(where: { "quickfix".hasPrefix($0) }) else { return [] }
    return .array(
      diagnostics(document).compactMap { diagnostic in
        guard let fix = diagnostic.fix, diagnostic.span.start <= asked.end,
          asked.start <= diagnostic.span.end
        else { return nil }
        return [
          "title": .string(fix.title),
          "kind": "quickfix",
          "isPreferred": true,
          "diagnostics": [json(diagnostic, in: document)],
          "edit": workspaceEdit(document, fix.edits),
        ]
      })
  }

  func workspaceEdit(_ document: Document, _ edits: [Edit]) -> JSONValue {
    ["changes": .object([document.uri: textEdits(document, edits)])]
  }

  func textEdits(_ document: Document, _ edits: [Edit]) -> JSONValue {
    .array(
      edits.map { edit in
        ["range": document.file.range(edit.span, encoding), "newText": .string(edit.text)]
      })
  }
}

extension Severity {
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .information: 3
    }
  }
}
