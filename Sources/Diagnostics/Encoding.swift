/// A file that is not plain text in UTF-8.
private struct NotUTF8: Problem {
  let code: String
  let severity = Severity.error
  let message = "this file is not saved as UTF-8"
  let help: String? =
    "save it as plain text with the encoding UTF-8; "
    + "in Word: 'Save as', 'Plain text', 'Unicode (UTF-8)'"
}

extension SourceFile {
  /// What is wrong with the file's encoding, at the first byte that UTF-8 does not have or no text
  /// holds.
  ///
  /// Nothing else need be said of such a file: every further complaint would follow from this one.
  package func encodingProblem(code: String) -> Diagnostic? {
    guard let offset = firstOddByte else { return nil }
    return Diagnostic(NotUTF8(code: code), at: Span(offset, offset + 1))
  }

  private var firstOddByte: Int? {
    if String(validating: bytes, as: UTF8.self) != nil {
      // Every other byte of UTF-16 is zero.
      return bytes.firstIndex(of: 0)
    }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar):
        if scalar.first == 0 { return offset }
        offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
