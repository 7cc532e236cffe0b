import Diagnostics

/// Deeper indentation than this counts as this deep, so that no file can exhaust the stack.
private let deepest = 24

/// Reads any bytes as an outline.
///
/// A line that begins with `#` is a heading, blanks before it or not; one that begins with `//` is
/// a comment.
package func readOutline(_ file: SourceFile) -> Outline {
  var lines: [OutlineLine] = []
  lines.reserveCapacity(file.lineStarts.count)
  for number in file.lineStarts.indices {
    let start = file.lineStarts[number]
    let end = number + 1 < file.lineStarts.count ? file.lineStarts[number + 1] : file.bytes.count
    // A file that ends in a line break has an empty last "line" that is no line of its own.
    if start == end, number > 0 { break }
    lines.append(readLine(Span(start, end), of: file))
  }

  var rest = lines[...]
  let front = takeFrontMatter(&rest)
  let preamble = nested(take(&rest, until: isHeading))
  var sections: [OutlineSection] = []
  while let heading = rest.popFirst() {
    let body = nested(take(&rest, until: isHeading))
    sections.append(section(heading, body))
  }
  return Outline(file: file, front: front, preamble: preamble, sections: sections)
}

private func readLine(_ whole: Span, of file: SourceFile) -> OutlineLine {
  var start = whole.start
  var indent = 0
  // A byte-order mark at the very start is part of the line, not of its words.
  if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  scan: while start < whole.end {
    switch file.bytes[start] {
    case UInt8(ascii: " "): indent += 1
    case UInt8(ascii: "\t"): indent = (indent / 4 + 1) * 4
    // The blank of a word processor that does not break: two bytes, one column.
    case 0xC2 where start + 1 < whole.end && file.bytes[start + 1] == 0xA0:
      indent += 1
      start += 1
    default: break scan
    }
    start += 1
  }
  let phrase = Phrase(file: file, span: Span(start, whole.end)).trimmed
  let kind: OutlineLine.Kind =
    phrase.isEmpty ? .blank : phrase.starts(with: "//") ? .comment : .content
  return OutlineLine(kind: kind, whole: whole, phrase: phrase, indent: indent, children: [])
}

private func isHeading(_ line: OutlineLine) -> Bool {
  line.kind == .content && line.phrase.starts(with: "#")
}

private func isFence(_ line: OutlineLine) -> Bool {
  line.indent == 0 && Outline.isFence(line.phrase.text)
}

extension Outline {
  /// Three hyphens or more, or the dash that a word processor makes of them.
  static func isFence(_ text: String) -> Bool {
    guard (1...80).contains(text.utf8.count), text.allSatisfy({ "-–—―".contains($0) }) else {
      return false
    }
    return text.utf8.count >= 3
  }
}

private func take(
  _ rest: inout ArraySlice<OutlineLine>, until stop: (OutlineLine) -> Bool
) -> ArraySlice<OutlineLine> {
  let taken = rest.prefix { !stop($0) }
  rest = rest.dropFirst(taken.count)
  return taken
}

private func takeFrontMatter(_ rest: inout ArraySlice<OutlineLine>) -> FrontMatter? {
  let before = rest.prefix { $0.kind != .content }
  guard let first = rest.dropFirst(before.count).first, isFence(first) else { return nil }
  rest.removeFirst(before.count + 1)
  // A heading ends the header too, so that a forgotten fence does not swallow the file.
  let inside = Array(take(&rest) { isFence($0) || isHeading($0) })
  guard let last = rest.first, isFence(last) else {
    return FrontMatter(before: Array(before), lines: [first] + inside, isClosed: false)
  }
  rest.removeFirst()
  return FrontMatter(
    before: Array(before), lines: [first] + inside + [last], isClosed: true)
}

/// Gives every line the deeper-indented lines that follow it; blank lines and comments never own
/// any.
private func nested(_ lines: ArraySlice<OutlineLine>) -> [OutlineLine] {
  var rest = lines
  return children(&rest, deeperThan: -1, depth: 0)
}

private func children(
  _ rest: inout ArraySlice<OutlineLine>, deeperThan parent: Int, depth: Int
) -> [OutlineLine] {
  var result: [OutlineLine] = []
  while let line = rest.first {
    if line.kind != .content {
      // They belong where the next line with words belongs, so that a comment stays with its rule.
      let silent = rest.prefix { $0.kind != .content }
      guard rest.dropFirst(silent.count).first?.indent ?? 0 > parent else { return result }
      result += silent
      rest.removeFirst(silent.count)
      continue
    }
    guard line.indent > parent else { return result }
    rest.removeFirst()
    var owner = line
    if depth < deepest {
      owner.children = children(&rest, deeperThan: line.indent, depth: depth + 1)
    }
    result.append(owner)
  }
  return result
}

private func section(_ heading: OutlineLine, _ lines: [OutlineLine]) -> OutlineSection {
  var title = heading.phrase
  while title.starts(with: "#") { title = title.dropping("#") }
  title = title.trimmed
  guard let (kind, name) = title.split(at: ":") else {
    return OutlineSection(heading: heading, kind: title, name: nil, lines: lines)
  }
  return OutlineSection(
    heading: heading, kind: kind.trimmed, name: name.trimmed, lines: lines)
}
