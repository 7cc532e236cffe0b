import Supervision
import Terminal

/// A letter as people read it: its text, and below it who signed it and what it replaces.
struct LetterSheet {
  let letter: Letter
  /// Of the session.
  let title: String
  /// When the letter before it was released.
  let replaces: String?

  private var blocks: [LetterBlock] { letterBlocks(letter.text) }

  /// What stands below it.
  var closing: [String] {
    let signed =
      letter.released.map { "\(letter.signer ?? ""), \($0.prefix(10))" }
      ?? "Draft. It is not released, and the trainee does not see it."
    let replaced = replaces.map { "This letter replaces the one of \($0.prefix(10))." }
    return [replaced, signed].compactMap(\.self)
  }

  func show(on page: Page) throws {
    var wasBullet = false
    for (index, block) in blocks.enumerated() {
      var isBullet = false
      if case .bullet = block { isBullet = true }
      if index > 0, !(isBullet && wasBullet) { try page.blank() }
      switch block {
      case .heading(let text, _): try page.heading(text)
      case .paragraph(let text): try page.paragraph(text)
      case .quote(let text): try page.labelled("  ", "“\(text)”")
      case .bullet(let text): try page.item(text)
      }
      wasBullet = isBullet
    }
    try page.blank()
    for line in closing { try page.paragraph(line, as: .faint) }
  }

  /// A draft is only its text, so that it can be edited and taken back.
  var markdown: String {
    let text = escapedMarkup(letter.text)
    guard letter.released != nil else { return text }
    return text + "\n" + closing.map { escapedMarkup($0) + "\n" }.joined(separator: "\n")
  }

  var html: String {
    let (heading, rest) = headed
    return htmlPage(
      shown(heading), LetterSheet.body(rest, closing, below: 1), style: letterStyle)
  }

  /// The letter as a part of a page: with its own heading at this level.
  func part(at level: Int) -> String {
    let (heading, rest) = headed
    return "<h\(level)>\(shown(heading))</h\(level)>\n"
      + LetterSheet.body(rest, closing, below: level)
  }

  /// What stands above it, and the rest.
  private var headed: (heading: String, rest: [LetterBlock]) {
    let blocks = blocks
    guard case .heading(let text, _)? = blocks.first else {
      return ("Feedback on “\(title)”", blocks)
    }
    return (text, Array(blocks.dropFirst()))
  }

  /// Headings become those below `level`.
  private static func body(
    _ blocks: [LetterBlock], _ closing: [String], below level: Int
  ) -> String {
    var lines: [String] = []
    var isList = false
    for block in blocks {
      if case .bullet(let text) = block {
        if !isList { lines.append("<ul>") }
        isList = true
        lines.append("<li>\(shown(text))</li>")
        continue
      }
      if isList { lines.append("</ul>") }
      isList = false
      switch block {
      case .heading(let text, _):
        lines.append("<h\(level + 1)>\(shown(text))</h\(level + 1)>")
      case .quote(let text): lines.append("<blockquote><p>\(shown(text))</p></blockquote>")
      case .paragraph(let text), .bullet(let text): lines.append("<p>\(shown(text))</p>")
      }
    }
    if isList { lines.append("</ul>") }
    let end = closing.map { "<p class=\"note\">\(shown($0))</p>" }
    return "<article class=\"letter\">\n" + (lines + end).joined(separator: "\n")
      + "\n</article>"
  }
}

extension LetterSheet {
  init(_ letter: Letter, among letters: [Letter], title: String) {
    self.init(
      letter: letter, title: title,
      replaces: letters.last { $0.number < letter.number && $0.released != nil }?.released)
  }
}

/// Markdown in which nothing within a line is more than text: no HTML, no links, no pictures.
func escapedMarkup(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if liveMarks.contains(scalar) { result.append("\\") }
    result.append(scalar)
  }
  return String(result)
}

/// What ``escapedMarkup(_:)`` was made from.
func unescapedMarkup(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in text.unicodeScalars {
    if isEscaped {
      if !liveMarks.contains(scalar) { result.append("\\") }
      result.append(scalar)
      isEscaped = false
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      result.append(scalar)
    }
  }
  if isEscaped { result.append("\\") }
  return String(result)
}

private let liveMarks = Set("\\`*_[]!<".unicodeScalars)

/// What pages with letters have beside the look of every page: a letter fits on one sheet of A4.
let letterStyle = """
  <style>
  .letter { max-width: 42rem }
  .letter p { margin: .6rem 0 }
  .letter blockquote + p + p { margin-top: 1.2rem }
  blockquote { margin: .6rem 0; padding: .1rem 0 .1rem 1rem; border-left: 4px solid var(--mark);
    font-style: italic; overflow-wrap: anywhere }
  @page { size: A4; margin: 18mm 20mm }
  @media print {
    .letter { max-width: none }
    .letter, .letter p, .letter li { font-size: 10.5pt; line-height: 1.4 }
    .letter h2, .letter h3 { font-size: 12pt; margin: 1rem 0 .3rem }
    h1 { font-size: 15pt; margin: 0 0 .6rem }
    blockquote { break-inside: avoid }
    .letter p, .letter blockquote, .letter blockquote + p + p { margin-top: .35rem; margin-bottom: .35rem }
  }
  </style>
  """
