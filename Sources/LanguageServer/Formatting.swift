extension LanguageServer {
  /// The edits that lay the file out; none until there is a layout.
  func formatting(_ document: Document) -> JSONValue { [] }
}
