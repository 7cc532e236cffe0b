import Diagnostics
import ScenarioSyntax

/// Names of token types as editors know them, by the numbers below.
let semanticTokenTypes = ["class", "variable", "type", "function", "enumMember", "macro"]

extension LanguageServer {
  /// The names of a scenario, coloured by what they stand for.
  func semanticTokens(_ document: Document) -> JSONValue {
    guard document.isScenario else { return ["data": []] }
    var data: [JSONValue] = []
    var (line, character) = (0, 0)
    var last = 0
    for occurrence in names(of: document).occurrences.sorted(by: inFileOrder) {
      guard occurrence.phrase.file === document.file else { continue }
      let span = occurrence.phrase.span
      let start = document.file.editorPosition(at: span.start, in: encoding)
      let end = document.file.editorPosition(at: span.end, in: encoding)
      guard start.line == end.line, !span.isEmpty, span.start >= last else { continue }
      last = span.end
      let isSameLine = start.line == line
      data += [
        .integer(start.line - line),
        .integer(isSameLine ? start.character - character : start.character),
        .integer(end.character - start.character), .integer(occurrence.target.tokenType), 0,
      ]
      (line, character) = (start.line, start.character)
    }
    return ["data": .array(data)]
  }
}

private func inFileOrder(_ a: Occurrence, _ b: Occurrence) -> Bool {
  (a.phrase.span.start, a.phrase.span.end) < (b.phrase.span.start, b.phrase.span.end)
}

extension NameTarget {
  fileprivate var tokenType: Int {
    switch self {
    case .place, .variation: 0
    case .state: 1
    case .topic, .patient: 2
    case .code: 3
    case .cue, .risk: 4
    case .rubric: 5
    }
  }
}
