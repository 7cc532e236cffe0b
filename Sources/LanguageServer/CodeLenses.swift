import Outline
import ScenarioSyntax

extension LanguageServer {
  /// "Play from here" above each beat and "Run check" above each check.
  func codeLenses(_ document: Document) -> JSONValue {
    guard document.isScenario else { return [] }
    return .array(
      document.tree.sections.compactMap { section in
        guard let name = section.name else { return nil }
        switch section.content {
        case .beat: return lens(document, section, "Play from here", CommandName.playFrom, name)
        case .check: return lens(document, section, "Run check", CommandName.runCheck, name)
        default: return nil
        }
      })
  }

  private func lens(
    _ document: Document, _ section: ScenarioSection, _ title: String, _ command: String,
    _ name: Phrase
  ) -> JSONValue {
    [
      "range": document.file.range(section.outline.heading.phrase.span, encoding),
      "command": [
        "title": .string(title), "command": .string(command),
        "arguments": [.string(document.uri), .string(name.text)],
      ],
    ]
  }

  /// The line to type at a terminal: nothing is run here.
  func execute(_ params: JSONValue) throws(RequestError) -> JSONValue {
    let arguments = params["arguments"].array.compactMap(\.string)
    guard arguments.count == 2 else { throw .unreadableParams }
    guard let path = path(of: arguments[0]) else {
      throw .refused("save the file first; attune reads it from the disk")
    }
    let command: EditorCommand
    switch params["command"].string {
    case CommandName.playFrom: command = .playFrom(path: path, beat: arguments[1])
    case CommandName.runCheck: command = .runCheck(path: path, check: arguments[1])
    default: throw .unknownMethod
    }
    return .string(library.command(command).map(shellQuoted).joined(separator: " "))
  }
}

/// A word as a shell reads it back; plain words stay as they are.
func shellQuoted(_ word: String) -> String {
  let isPlain =
    !word.isEmpty
    && word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./".unicodeScalars.contains($0)
    }
  return isPlain
    ? word
    : "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
}
