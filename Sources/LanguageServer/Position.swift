import Diagnostics

/// A place as editors count it: lines and units of a line, both from 0.
package struct EditorPosition: Sendable, Hashable, Codable {
  package var line: Int
  /// In the units agreed upon: UTF-16 unless an editor knows only others.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

/// What an editor counts within a line.
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf16 = "utf-16"
  case utf8 = "utf-8"
  case utf32 = "utf-32"

  /// UTF-16 where the editor knows it or does not say; else the first it offers that we know.
  init(offered: [String]) {
    self =
      offered.isEmpty || offered.contains("utf-16")
      ? .utf16 : offered.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16
  }

  /// Units that the character beginning with this byte takes; 0 within a character.
  fileprivate func units(_ byte: UInt8) -> Int {
    switch self {
    case .utf8: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}

extension SourceFile {
  /// A byte offset as an editor counts it.
  package func editorPosition(at offset: Int, in encoding: PositionEncoding) -> EditorPosition {
    let offset = min(max(0, offset), bytes.count)
    let line = line(at: offset)
    let units = bytes[lineStarts[line]..<offset].reduce(0) { $0 + encoding.units($1) }
    return EditorPosition(line: line, character: units)
  }

  /// The byte offset of an editor's place.
  ///
  /// A place behind the end of its line is its end, one behind the last line the end of the file, one
  /// within a character the beginning of that character.
  package func offset(of position: EditorPosition, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineStarts.count else { return bytes.count }
    let line = lineSpan(position.line)
    var units = 0
    var offset = line.start
    while offset < line.end {
      var next = offset + 1
      while next < line.end, bytes[next] & 0xC0 == 0x80 { next += 1 }
      units += bytes[offset..<next].reduce(0) { $0 + encoding.units($1) }
      if units > position.character { return offset }
      offset = next
    }
    return line.end
  }
}
