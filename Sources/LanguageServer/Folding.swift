import Diagnostics
import Outline

extension LanguageServer {
  /// Header, sections and lines with others below them, by their lines.
  func foldingRanges(_ document: Document) -> JSONValue {
    let outline = readOutline(document.file)
    var ranges: [(first: Int, last: Int)] = []
    func fold(_ first: OutlineLine, to last: OutlineLine?) {
      guard let last else { return }
      let lines = (
        document.file.line(at: first.whole.start), document.file.line(at: last.whole.start)
      )
      if lines.0 < lines.1 { ranges.append(lines) }
    }
    func foldInner(_ lines: [OutlineLine]) {
      for line in lines {
        fold(line, to: line.children.flattened.contents.last)
        foldInner(line.children)
      }
    }
    if let front = outline.front, let first = front.lines.first {
      fold(first, to: front.lines.last)
    }
    foldInner(outline.preamble)
    for section in outline.sections {
      fold(section.heading, to: section.lines.flattened.contents.last)
      foldInner(section.lines)
    }
    return .array(
      ranges.map { ["startLine": .integer($0.first), "endLine": .integer($0.last)] })
  }
}
