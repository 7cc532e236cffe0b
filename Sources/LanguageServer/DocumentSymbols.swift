import Diagnostics
import Outline
import ScenarioSyntax

/// Kinds of symbols as the protocol numbers them; editors show a picture for each.
private enum SymbolKind: Int {
  case file = 1
  case module = 2
  case property = 7
  case function = 12
  case variable = 13
  case object = 19
  case event = 24
}

extension LanguageServer {
  /// The sections of a file with what they declare, as a tree.
  func symbols(_ document: Document) -> JSONValue {
    guard document.isScenario else {
      return .array(readOutline(document.file).sections.map { symbol($0, .module, [], document) })
    }
    return .array(
      document.tree.sections.map { section in
        symbol(section.outline, kind(of: section), children(of: section, document), document)
      })
  }

  private func kind(of section: ScenarioSection) -> SymbolKind {
    switch section.content {
    case .beat: .event
    case .ending: .function
    case .patient, .people: .object
    case .state: .variable
    default: .module
    }
  }

  private func symbol(
    _ section: OutlineSection, _ kind: SymbolKind, _ children: [JSONValue], _ document: Document
  ) -> JSONValue {
    let heading = section.heading.phrase
    let end = section.lines.flattened.contents.map(\.phrase.span.end).max() ?? heading.span.end
    let name = [section.kind.text, section.name?.text ?? ""].filter { !$0.isEmpty }
      .joined(separator: ": ")
    return symbol(
      name, kind, span: Span(heading.span.start, max(end, heading.span.end)), at: heading, children,
      document)
  }

  private func symbol(
    _ name: String, _ kind: SymbolKind, span: Span, at phrase: Phrase, _ children: [JSONValue],
    _ document: Document
  ) -> JSONValue {
    [
      // The protocol wants a name that shows.
      "name": .string(name.isEmpty ? "#" : name),
      "kind": .integer(kind.rawValue),
      "range": document.file.range(span, encoding),
      "selectionRange": document.file.range(phrase.span, encoding),
      "children": .array(children),
    ]
  }

  private func children(of section: ScenarioSection, _ document: Document) -> [JSONValue] {
    switch section.content {
    case .people(let lines), .topics(let lines):
      return lines.filter { !$0.name.isEmpty }.map {
        symbol(
          $0.name.text, .property, span: $0.line.phrase.span, at: $0.name, [], document)
      }
    case .state(let lines):
      return lines.filter { !$0.name.isEmpty }.map {
        symbol(
          $0.name.text, .property, span: $0.line.phrase.span, at: $0.name, [], document)
      }
    case .beat(let lines):
      return lines.compactMap { line in
        guard case .rule = line.content else { return nil }
        let end = line.line.children.flattened.contents.map(\.phrase.span.end).max()
        let phrase = line.line.phrase
        return symbol(
          phrase.text, .property,
          span: Span(phrase.span.start, max(end ?? 0, phrase.span.end)), at: phrase, [], document)
      }
    default: return []
    }
  }
}
