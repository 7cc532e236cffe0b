import Diagnostics

extension FormattedFile {
  /// What the layout changes, line by line: each line of the file stands against the one it became.
  package var diff: [DiffLine] {
    var result: [DiffLine] = []
    var added: [DiffLine] = []
    var next = 0
    for line in lines {
      let source = line.source ?? next
      // Blank lines that went.
      while next < source { result.append(old(next, .removed)); next += 1 }
      guard line.source != nil else {
        added.append(DiffLine(.added, line.text))
        continue
      }
      let before = old(next, .removed)
      next += 1
      if before.text == line.text, before.hasLineFeed {
        result += added
        added = []
        result.append(DiffLine(.kept, line.text))
      } else {
        // Lines that went stand above those that came in their place.
        result.append(before)
        added.append(DiffLine(.added, line.text))
      }
    }
    while next < file.lineCount { result.append(old(next, .removed)); next += 1 }
    return result + added
  }

  private func old(_ line: Int, _ change: DiffLine.Change) -> DiffLine {
    let start = file.lineStarts[line]
    let end = line + 1 < file.lineCount ? file.lineStarts[line + 1] : file.bytes.count
    let hasLineFeed = end > start && file.bytes[end - 1] == UInt8(ascii: "\n")
    // A carriage return is part of the line, because it goes.
    let text = file.text(Span(start, hasLineFeed ? end - 1 : end))
    let isLast = end == file.bytes.count
    return DiffLine(change, text, hasLineFeed: hasLineFeed || !isLast)
  }
}

extension SourceFile {
  /// Without the empty rest after the last line break.
  fileprivate var lineCount: Int {
    lineStarts.last == bytes.count ? lineStarts.count - 1 : lineStarts.count
  }
}
