import Diagnostics

/// Brings a file into the one layout of everything that is an outline.
///
/// Two blanks for each level of indentation, one blank line before each heading and the comment that
/// stands directly above it, nowhere more than one, none around the header's `---`; no blanks at the
/// end of a line; line feeds only. What a line says is the business of its `spelling`.
package func formatOutline(_ outline: Outline, _ spelling: LineSpelling) -> FormattedFile {
  guard outline.file.encodingProblem(code: "") == nil else {
    return FormattedFile(unchanged: outline.file)
  }
  var placing = LinePlacing(spelling)
  if let front = outline.front { placing.add(front) }
  placing.add(outline.preamble, isStart: outline.front == nil)
  for section in outline.sections {
    placing.addHeading(section.heading)
    placing.add(section.lines, isStart: false)
  }
  return FormattedFile(outline.file, placing.lines(of: outline.file))
}

/// The lines that say something, with the place each of them gets.
private struct LinePlacing {
  private enum Role { case openingFence, closingFence, heading, comment, words }

  private struct Placed {
    let line: OutlineLine
    let role: Role
    let column: Int
    var hasBlankBefore: Bool
  }

  private let spelling: LineSpelling
  private var placed: [Placed] = []
  private var sawBlank = false

  init(_ spelling: LineSpelling) { self.spelling = spelling }

  mutating func add(_ front: FrontMatter) {
    for line in front.before { add(line, .words, column: 0) }
    for (index, line) in front.lines.enumerated() {
      let isLast = index == front.lines.count - 1
      if index == 0 {
        add(line, .openingFence, column: 0)
      } else if isLast, front.isClosed {
        add(line, .closingFence, column: 0)
      } else {
        add(line, .words, column: line.indent > 0 && line.isRule ? 2 : 0)
      }
    }
  }

  mutating func addHeading(_ line: OutlineLine) { add(line, .heading, column: 0) }

  /// The lines of a section, or those before the first one.
  mutating func add(_ lines: [OutlineLine], isStart: Bool) {
    // Lines that must not come to the margin keep those above them off it as well.
    let last = lines.lastIndex { line in
      spelling.offMargin.contains(line.whole.start) || isStart && line.indent > 0 && line.isRule
    }
    let edge = last.map { $0 + 1 } ?? 0
    let flat =
      lines[..<edge].flatMap { $0.withLevels(0, from: 2) }
      + lines[edge...].flatMap { $0.withLevels(0, from: 0) }
    var next: [LeveledLine?] = []
    var following: LeveledLine?
    for line in flat.reversed() {
      next.append(following)
      if line.line.kind == .content { following = line }
    }
    next.reverse()

    /// The indentation, in the file, of the last line with words and of those it belongs to.
    var open: [Int] = []
    var margin = 0
    for (line, next) in zip(flat, next) {
      switch line.line.kind {
      case .blank: sawBlank = true
      case .content:
        open.removeLast(max(0, open.count - line.level))
        open.append(line.line.indent)
        margin = line.margin
        add(line.line, .words, column: line.column)
      case .comment:
        let (above, below) = (open.count - 1, next?.level ?? 0)
        if let next, below >= above {
          add(line.line, .comment, column: next.column)
        } else {
          // At the end of what belongs together a comment stays on the level where it stands.
          let own = open.count { $0 < line.line.indent }
          let level = min(max(own, below), max(above, 0))
          add(line.line, .comment, column: margin + 2 * level)
        }
      }
    }
  }

  private mutating func add(_ line: OutlineLine, _ role: Role, column: Int) {
    guard line.kind != .blank else {
      sawBlank = true
      return
    }
    let role = line.kind == .comment ? .comment : role
    placed.append(Placed(line: line, role: role, column: column, hasBlankBefore: sawBlank))
    sawBlank = false
  }

  func lines(of file: SourceFile) -> [FormattedFile.Line] {
    var placed = placed
    for index in placed.indices {
      let isAtFence =
        index == 0 || [.openingFence, .closingFence].contains(placed[index - 1].role)
        || placed[index].role == .closingFence
      if isAtFence { placed[index].hasBlankBefore = false }
      guard placed[index].role == .heading else { continue }
      var top = index
      while top > 0, !placed[top].hasBlankBefore, placed[top - 1].role == .comment,
        placed[top - 1].column == 0
      {
        top -= 1
      }
      if top > 0, placed[top - 1].role != .closingFence { placed[top].hasBlankBefore = true }
    }
    var result: [FormattedFile.Line] = []
    for item in placed {
      let source = file.line(at: item.line.whole.start)
      if item.hasBlankBefore { result.append(blank(above: source, in: file)) }
      result.append(FormattedFile.Line(source: source, text: text(of: item)))
    }
    return result
  }

  private func text(of item: Placed) -> String {
    let words =
      switch item.role {
      case .openingFence, .closingFence: "---"
      case .comment, .heading, .words:
        spelling.texts[item.line.whole.start] ?? item.line.phrase.text
      }
    return String(repeating: " ", count: item.column) + words
  }

  /// The blank line that stands there already, or a new one.
  private func blank(above line: Int, in file: SourceFile) -> FormattedFile.Line {
    let isBlank = line > 0 && Phrase(file: file, span: file.lineSpan(line - 1)).trimmed.isEmpty
    return FormattedFile.Line(source: isBlank ? line - 1 : nil, text: "")
  }
}

/// A line with the level it stands on, and the column at which level 0 begins.
private struct LeveledLine {
  let line: OutlineLine
  let level: Int
  let margin: Int

  var column: Int { margin + 2 * level }
}

extension OutlineLine {
  fileprivate func withLevels(_ level: Int, from margin: Int) -> [LeveledLine] {
    [LeveledLine(line: self, level: level, margin: margin)]
      + children.flatMap { $0.withLevels(level + 1, from: margin) }
  }

  /// Whether it looks like the `---` around a header.
  fileprivate var isRule: Bool { Outline.isFence(phrase.text) }
}
