import Diagnostics

extension LanguageServer {
  func definition(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params),
      let declared = names(of: document).declaration(of: found.target)
    else { return .null }
    return location(document, declared)
  }

  func references(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params) else { return .null }
    let withDeclaration = params["context"]["includeDeclaration"].bool ?? true
    return .array(
      names(of: document).occurrences(of: found.target)
        .filter { withDeclaration || !$0.isDeclaration }.map { location(document, $0) })
  }

  func highlights(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params) else { return .null }
    return .array(
      names(of: document).occurrences(of: found.target)
        .filter { $0.phrase.file === document.file }.map {
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
    guard document.isScenario else { return nil }
    return names(of: document).occurrence(at: offset)
  }

  private func location(_ document: Document, _ occurrence: Occurrence) -> JSONValue {
    let file = occurrence.phrase.file
    return [
      "uri": .string(file === document.file ? document.uri : address(of: file.name)),
      "range": file.range(occurrence.phrase.span, encoding),
    ]
  }
}
