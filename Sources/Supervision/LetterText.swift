/// A part of a letter.
package enum LetterBlock: Sendable, Hashable {
  case heading(String, level: Int)
  case paragraph(String)
  case quote(String)
  case bullet(String)

  package var text: String {
    switch self {
    case .heading(let text, _), .paragraph(let text), .quote(let text), .bullet(let text): text
    }
  }
}

/// Reads the Markdown of a letter: headings, paragraphs, quotes and bullets, and nothing within a line.
///
/// Lines that follow one another without a blank line are one block.
package func letterBlocks(_ text: String) -> [LetterBlock] {
  var blocks: [LetterBlock] = []
  // What the next line may go on with.
  var isOpen = false
  for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    let words = trimmed(line)
    guard !words.isEmpty else {
      isOpen = false
      continue
    }
    if let block = beginning(of: words) {
      if case .quote(let more) = block, isOpen, case .quote(let before)? = blocks.last {
        blocks[blocks.count - 1] = .quote(joined(before, more))
      } else {
        blocks.append(block)
      }
      if case .heading = block { isOpen = false } else { isOpen = true }
      continue
    }
    let more = String(words)
    switch blocks.last {
    case .paragraph(let before)? where isOpen:
      blocks[blocks.count - 1] = .paragraph(before + " " + more)
    case .quote(let before)? where isOpen:
      blocks[blocks.count - 1] = .quote(joined(before, more))
    case .bullet(let before)? where isOpen:
      blocks[blocks.count - 1] = .bullet(before + " " + more)
    default:
      blocks.append(.paragraph(more))
    }
    isOpen = true
  }
  return blocks.filter { !$0.text.isEmpty }
}

/// Nil for a line of a paragraph.
private func beginning(of line: Substring) -> LetterBlock? {
  let hashes = line.prefix { $0 == "#" }.count
  if (1...6).contains(hashes) {
    let rest = line.dropFirst(hashes)
    if rest.isEmpty || rest.first == " " { return .heading(String(trimmed(rest)), level: hashes) }
  }
  if line.first == ">" { return .quote(String(trimmed(line.dropFirst()))) }
  if line == "-" || line == "*" { return .bullet("") }
  if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("• ") {
    return .bullet(String(trimmed(line.dropFirst(2))))
  }
  return nil
}

private func joined(_ before: String, _ more: String) -> String {
  before.isEmpty ? more : more.isEmpty ? before : before + " " + more
}

private func trimmed(_ text: Substring) -> Substring {
  var text = text.drop(while: \.isWhitespace)
  while text.last?.isWhitespace == true { text.removeLast() }
  return text
}

/// What a letter may be.
package enum LetterRule {
  /// In characters; about a page and a half.
  package static let mostCharacters = 6_000
  /// What begins a place that the supervisor has to fill in; it ends with `]`.
  package static let place = "[…"

  /// The text as it is kept: line breaks as newlines, one at its end; throws what is wrong with it.
  package static func checked(_ text: String) throws(LetterRefusal) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    var line = 1
    for scalar in text.unicodeScalars {
      let isBreak = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
      if scalar == "\n", previous == "\r" {
        // One break with the `\r` before it.
      } else if isBreak {
        scalars.append("\n")
        line += 1
      } else if scalar == "\t" {
        scalars.append(" ")
      } else if scalar.properties.generalCategory == .control {
        throw .controlCharacter(line: line)
      } else {
        scalars.append(scalar)
      }
      previous = scalar
    }
    var kept = String(scalars)[...]
    while kept.last?.isWhitespace == true { kept.removeLast() }
    kept = kept.drop(while: \.isNewline)
    guard kept.count <= mostCharacters else { throw .tooLong(count: kept.count) }
    guard !letterBlocks(String(kept)).isEmpty else { throw .empty }
    return kept + "\n"
  }

  /// Throws why the text may not be released.
  package static func checkRelease(of text: String) throws(LetterRefusal) {
    let kept = try checked(text)
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let open = zip(1..., lines).filter { $1.contains(place) || $1.contains("[...") }.map(\.0)
    guard open.isEmpty else { throw .placesLeft(lines: open) }
  }
}
