/// A file somebody wrote: its name as the user gave it, and its bytes, which need not be valid UTF-8.
///
/// A class because every phrase of a file holds on to it: one count instead of three.
package final class SourceFile: Sendable, Hashable {
  package let name: String
  package let bytes: [UInt8]
  /// The byte offset at which each line starts; never empty.
  package let lineStarts: [Int]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    // Every command goes through a codebook of half a megabyte here.
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] <= UInt8(ascii: "\r") {
        let isFeed = bytes[offset] == UInt8(ascii: "\n")
        // A carriage return alone ended the lines of old Macs.
        let isReturn = bytes[offset] == UInt8(ascii: "\r")
        let isBeforeFeed = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
        if isFeed || isReturn && !isBeforeFeed { starts.append(offset + 1) }
      }
    }
    lineStarts = starts
  }

  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  package static func == (a: SourceFile, b: SourceFile) -> Bool {
    a === b || a.name == b.name && a.bytes == b.bytes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }

  /// The words between two byte offsets; broken UTF-8 is shown as U+FFFD.
  package func text(_ span: Span) -> String {
    let end = min(span.end, bytes.count)
    let start = min(max(span.start, 0), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line, from 0, in which a byte offset lies.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The span of a line, from 0, without its line break.
  package func lineSpan(_ line: Int) -> Span {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Span(start, end)
  }

  /// Line and column as people count them: both from 1, columns in characters.
  package func position(at offset: Int) -> Position {
    let line = line(at: offset)
    let column = text(Span(lineStarts[line], offset)).count + 1
    return Position(line: line + 1, column: column)
  }
}

/// A half-open range of byte offsets in a `SourceFile`.
///
/// Kept in 32 bits each, because a tree holds very many of them: a file has at most 2 GB.
package struct Span: Sendable, Hashable {
  @usableFromInline var from: Int32
  @usableFromInline var to: Int32

  @inlinable
  package init(_ start: Int, _ end: Int) {
    from = Int32(clamping: start)
    to = max(from, Int32(clamping: end))
  }

  @inlinable package var start: Int {
    get { Int(from) }
    set { from = Int32(clamping: newValue) }
  }
  @inlinable package var end: Int {
    get { Int(to) }
    set { to = Int32(clamping: newValue) }
  }

  @inlinable package var isEmpty: Bool { from == to }
  @inlinable package var count: Int { end - start }
}

/// A place in a file, both numbers from 1, the column in characters.
package struct Position: Sendable, Hashable {
  package let line: Int
  package let column: Int
}
