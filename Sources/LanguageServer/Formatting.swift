import Diagnostics
import Outline
import Rubrics
import ScenarioSyntax

extension LanguageServer {
  /// The edit that lays the file out; lines at both ends that stay are left alone, so that an editor
  /// keeps its place.
  func formatting(_ document: Document) -> JSONValue {
    let file = document.file
    let formatted = document.isScenario ? formatScenario(file) : formatRubric(file)
    guard formatted.isChanged else { return [] }
    return textEdits(document, edits(from: file, to: formatted.bytes))
  }
}

/// The whole lines between the first and the last that differ.
func edits(from file: SourceFile, to bytes: [UInt8]) -> [Edit] {
  let old = file.bytes
  let same = zip(old, bytes).prefix { $0 == $1 }.count
  let start = old[..<same].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  let room = min(old.count, bytes.count) - start
  let sameEnd = min(room, zip(old.reversed(), bytes.reversed()).prefix { $0 == $1 }.count)
  // Back to the beginning of a line in both.
  let tail =
    old[(old.count - sameEnd)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? old.count
  let newEnd = bytes.count - (old.count - tail)
  return [
    Edit(
      span: Span(start, tail),
      text: String(decoding: bytes[start..<newEnd], as: UTF8.self))
  ]
}
