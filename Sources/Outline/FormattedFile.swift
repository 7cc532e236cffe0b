import Diagnostics

/// A file in the one layout, line by line, with the lines it came from.
package struct FormattedFile: Sendable {
  /// One line of the new layout, without its line break.
  package struct Line: Sendable, Hashable {
    /// The line of the file, from 0, that this one was; nil for a blank line that is new.
    package let source: Int?
    package let text: String
  }

  package let file: SourceFile
  package let lines: [Line]
  /// What the file is to hold: every line with a line feed after it.
  package let bytes: [UInt8]

  package var isChanged: Bool { bytes != file.bytes }

  /// A file that is left as it is, because it is no text in UTF-8.
  package init(unchanged file: SourceFile) {
    self.file = file
    lines = []
    bytes = file.bytes
  }

  init(_ file: SourceFile, _ lines: [Line]) {
    var lines = lines
    // A mark of byte order goes, unless what follows would be taken for one.
    if let first = lines.first, first.text.utf8.starts(with: "\u{FEFF}".utf8) {
      lines[0] = Line(source: first.source, text: "\u{FEFF}" + first.text)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count + lines.count)
    for line in lines {
      bytes += line.text.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    self.file = file
    self.lines = lines
    self.bytes = bytes
  }
}

/// How the lines of a file are to be spelt, by the offset at which each begins.
package struct LineSpelling: Sendable {
  /// Lines that are spelt otherwise than in the file, without indentation.
  package var texts: [Int: String] = [:]
  /// Lines of no indentation level that would mean something else at the margin.
  package var offMargin: Set<Int> = []

  package init() {}
}
