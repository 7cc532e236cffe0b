/// Lines of at most `width` columns, where words allow it; ASCII, so a character is a column.
///
/// `indent` stands before every line, `hang` is added to all but the first.
func wrap(_ text: String, width: Int, indent: Int = 0, hang: Int = 0) -> [String] {
  wrap(text.split(separator: " ").map(String.init), width: width, indent: indent, hang: hang)
}

/// The same for pieces that must not be broken, such as `[--as <name>]`; `joint` ends a broken line.
func wrap(
  _ pieces: [String], width: Int, indent: Int = 0, hang: Int = 0, joint: String = ""
) -> [String] {
  var lines: [String] = []
  var line = ""
  for piece in pieces {
    let margin = indent + (lines.isEmpty ? 0 : hang)
    if !line.isEmpty, margin + line.count + 1 + piece.count + joint.count > width {
      lines.append(spaces(margin) + line + joint)
      line = piece
    } else {
      line += (line.isEmpty ? "" : " ") + piece
    }
  }
  if !line.isEmpty { lines.append(spaces(indent + (lines.isEmpty ? 0 : hang)) + line) }
  return lines
}

/// Paragraphs wrapped, and lines that begin with a space left alone.
func wrapParagraphs(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var paragraph: [Substring] = []
  func finish() {
    lines += wrap(paragraph.joined(separator: " "), width: width)
    paragraph = []
  }
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty || line.hasPrefix(" ") {
      finish()
      lines.append(String(line))
    } else {
      paragraph.append(line)
    }
  }
  finish()
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

/// A term and its explanation: side by side where there is room, else the explanation below.
func definition(_ term: String, _ text: String, width: Int) -> [String] {
  let column = 23
  let head = "  " + term
  guard width >= 60 else { return [head] + wrap(text, width: width, indent: 6) }
  let lines = wrap(text, width: width, indent: column)
  guard head.count + 2 <= column, let first = lines.first else { return [head] + lines }
  return [head + first.dropFirst(head.count)] + lines.dropFirst()
}

func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
