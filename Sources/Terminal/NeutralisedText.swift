/// What becomes of line breaks in text that is shown.
package enum LineBreaks: Sendable { case kept, asSpaces }

/// Text that people typed or stored, made harmless to a terminal and to readers.
///
/// Control characters, escape sequences and marks that turn the direction of writing become U+FFFD; a tab
/// becomes a space. Every kind of line break becomes a newline, or a space.
package func neutralised(_ text: String, lineBreaks: LineBreaks = .kept) -> String {
  let newline: Unicode.Scalar = lineBreaks == .kept ? "\n" : " "
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A where previous == "\r": break
    case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append(newline)
    case 0x09: result.append(" ")
    case 0x00...0x1F, 0x7F...0x9F: result.append("\u{FFFD}")
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
    case 0xFFF9...0xFFFB: result.append("\u{FFFD}")  // notes between the lines
    default: result.append(scalar)
    }
    previous = scalar
  }
  return String(result)
}
