import Diagnostics

extension LanguageServer {
  func definition(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params),
      let declared = document.names.declaration(of: found.target)
    else { return .null }
    return location(document, declared)
  }

  func references(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params) else { return .null }
    let withDeclaration = params["context"]["includeDeclaration"].bool ?? true
    return .array(
      document.names.occurrences(of: found.target)
        .filter { withDeclaration || !$0.isDeclaration }.map { location(document, $0) })
  }

  func highlights(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params) else { return .null }
    return .array(
      document.names.occurrences(of: found.target).map {
        [
          "range": document.file.range($0.phrase.span, encoding),
          // As text that is written, or that is read.
          "kind": $0.isDeclaration ? 3 : 2,
        ]
      })
  }

  /// The name a request is about.
  func occurrence(_ document: Document, _ params: JSONValue) throws(RequestError) -> Occurrence? {
    let offset = try offset(document, params)
    guard document.kind == .scenario else { return nil }
    return document.names.occurrence(at: offset)
  }

  private func location(_ document: Document, _ occurrence: Occurrence) -> JSONValue {
    [
      "uri": .string(document.uri),
      "range": document.file.range(occurrence.phrase.span, encoding),
    ]
  }
}
