/// A diagnostic as people read it: place and sentence, the line with a caret below the words, help.
///
/// ```
/// visit.scenario:24:6: error S190: 'reflecton' is not a code in the codebook
///   24 | when reflecton about loss
///      |      ^^^^^^^^^
///   help: 'reflection' is close
/// ```
package func render(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
  let place = file.position(at: diagnostic.span.start)
  let line = file.lineSpan(place.line - 1)
  let shown = Span(line.start, max(line.end, line.start))
  let picture = window(
    text: visible(file.text(shown)),
    column: place.column,
    width: max(1, caretWidth(diagnostic.span, within: shown, of: file)))
  let number = String(place.line)
  let margin = String(repeating: " ", count: number.count)

  var text =
    "\(file.name):\(place.line):\(place.column): "
    + "\(mark(diagnostic))\(visible(diagnostic.message))\n"
  text += "  \(number) | \(picture.text)\n"
  text += "  \(margin) | \(picture.carets)\n"
  if let help = diagnostic.help {
    // A help of several lines shows something to paste.
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      text += (index == 0 ? "  help: " : "    ") + visible(String(line)) + "\n"
    }
  }
  return text
}

/// `error S190: `; nothing for what is no fault and has no code, such as an expectation.
private func mark(_ diagnostic: Diagnostic) -> String {
  diagnostic.code.isEmpty ? "" : "\(diagnostic.severity.rawValue) \(diagnostic.code): "
}

/// Characters of the span that lie on its first line.
private func caretWidth(_ span: Span, within line: Span, of file: SourceFile) -> Int {
  file.text(Span(span.start, min(span.end, line.end))).count
}

/// Control characters shown as one visible character each, so that the caret stays below its word.
private func visible(_ text: String) -> String {
  String(
    text.map { character in
      if character == "\t" { return " " }
      let control = character.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      }
      return control ? "\u{FFFD}" : character
    })
}

/// Cuts a long line to a window of 100 columns around the caret.
private func window(text: String, column: Int, width: Int) -> (text: String, carets: String) {
  let limit = 100
  let characters = Array(text)
  guard characters.count > limit else {
    return (text, carets(column - 1, width))
  }
  let start = max(0, min(column - 1 - limit / 3, characters.count - limit))
  let end = min(characters.count, start + limit)
  let before = start > 0 ? "…" : ""
  let after = end < characters.count ? "…" : ""
  let offset = column - 1 - start + before.count
  let caretCount = min(width, max(1, end - (column - 1)))
  return (before + String(characters[start..<end]) + after, carets(offset, caretCount))
}

private func carets(_ indent: Int, _ width: Int) -> String {
  String(repeating: " ", count: max(0, indent)) + String(repeating: "^", count: max(1, width))
}
