import Diagnostics

/// The text after an editor's changes, each of which counts places in what the ones before it left.
///
/// Nil for a change that is no change; a range that ends before it begins inserts at its beginning.
func changed(
  _ file: SourceFile, by changes: [JSONValue], _ encoding: PositionEncoding
) -> [UInt8]? {
  var file = file
  for change in changes {
    guard let text = change["text"].string else { return nil }
    guard !change["range"].isNull else {
      file = SourceFile(name: file.name, text: text)
      continue
    }
    guard let range = span(change["range"], in: file, encoding) else { return nil }
    var bytes = file.bytes
    bytes.replaceSubrange(range.start..<range.end, with: text.utf8)
    file = SourceFile(name: file.name, bytes: bytes)
  }
  return file.bytes
}

/// The span of an editor's range; nil for what is no range.
func span(_ range: JSONValue, in file: SourceFile, _ encoding: PositionEncoding) -> Span? {
  guard let start = byteOffset(range["start"], in: file, encoding),
    let end = byteOffset(range["end"], in: file, encoding)
  else { return nil }
  return Span(start, end)
}

/// The byte offset of an editor's place; nil for what is no place.
func byteOffset(_ position: JSONValue, in file: SourceFile, _ encoding: PositionEncoding) -> Int? {
  guard let line = position["line"].integer, let character = position["character"].integer else {
    return nil
  }
  return file.offset(of: EditorPosition(line: line, character: character), in: encoding)
}

extension SourceFile {
  /// A span as an editor's range.
  func range(_ span: Span, _ encoding: PositionEncoding) -> JSONValue {
    ["start": place(span.start, encoding), "end": place(span.end, encoding)]
  }

  private func place(_ offset: Int, _ encoding: PositionEncoding) -> JSONValue {
    let position = editorPosition(at: offset, in: encoding)
    return ["line": .integer(position.line), "character": .integer(position.character)]
  }
}
