/// Lines of at most `width` columns, the first beginning with a label, the rest indented to match it.
///
/// Paragraphs stay apart, runs of spaces become one, and a word longer than a line is broken between
/// characters as a reader sees them. A label wider than half a line has the text indented by two below it.
/// Widths under 10 count as 10.
package func wrapped(_ text: String, width: Int, label: String = "") -> [String] {
  let width = max(width, 10)
  let labelWidth = label.isEmpty ? 0 : displayWidth(label) + 1
  let fits = labelWidth <= width / 2
  let indent = String(repeating: " ", count: fits ? labelWidth : 2)
  let room = width - indent.utf8.count

  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    lines += filled(paragraph, room: room)
  }
  if fits, !label.isEmpty, let first = lines.first {
    return [first.isEmpty ? label : label + " " + first]
      + lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
  }
  return (label.isEmpty ? [] : [label]) + lines.map { $0.isEmpty ? "" : indent + $0 }
}

/// One paragraph; an empty one is an empty line.
private func filled(_ paragraph: Substring, room: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in paragraph.split(whereSeparator: isBreakingSpace) {
    for piece in pieces(of: word, room: room) {
      let isNewWord = piece.startIndex == word.startIndex
      let gap = isNewWord && used > 0 ? 1 : 0
      let width = displayWidth(String(piece))
      if used > 0, used + gap + width > room {
        lines.append(line)
        (line, used) = (String(piece), width)
      } else {
        line += (gap == 1 ? " " : "") + piece
        used += gap + width
      }
    }
  }
  return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
}

/// A word, or the parts of it that each fill a line.
private func pieces(of word: Substring, room: Int) -> [Substring] {
  var pieces: [Substring] = []
  var start = word.startIndex
  var used = 0
  for index in word.indices {
    let width = displayWidth(word[index])
    if used > 0, used + width > room {
      pieces.append(word[start..<index])
      (start, used) = (index, 0)
    }
    used += width
  }
  return pieces + [word[start...]]
}

private func isBreakingSpace(_ character: Character) -> Bool {
  switch character {
  case "\u{A0}", "\u{2007}", "\u{202F}": false
  default: character.isWhitespace
  }
}
