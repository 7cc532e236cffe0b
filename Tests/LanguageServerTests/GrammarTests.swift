import Foundation
import Testing

@testable import LanguageServer

/// The colours for editors, read with the regular expressions of this platform instead of an editor's.
@Suite("The grammar for editors")
struct GrammarTests {
  private static let folder = repository.appending(path: "Sources/attune/Editors/vscode")

  /// Every pattern of a grammar that begins at the start of a line.
  private func patterns(_ name: String) throws -> [NSRegularExpression] {
    let data = try Data(contentsOf: Self.folder.appending(path: "syntaxes/\(name).tmLanguage.json"))
    var found: [NSRegularExpression] = []
    func search(_ value: Any) throws {
      if let members = value as? [String: Any] {
        for key in ["match", "begin", "end"] {
          guard let pattern = members[key] as? String else { continue }
          let expression = try NSRegularExpression(pattern: pattern)
          if key == "match", pattern.hasPrefix("^") { found.append(expression) }
        }
        for inner in members.values { try search(inner) }
      }
      for inner in value as? [Any] ?? [] { try search(inner) }
    }
    try search(try JSONSerialization.jsonObject(with: data))
    return found
  }

  @Test(
    "every first word of the language is coloured",
    arguments: [
      "when advice, not reflection", "Otherwise", "choices", "hint: text",
      "hint after 2 turns: text",
      "supervisor: text", "risk: suicide", "must advice within 2 turns, or go to end",
      "  go to end",
      "  detour to end", "  return", "  at most 3 times, then go to end",
      "  at most 2 times, then return",
      "  trust +10, openness -2", "  trust −10", "Margaret: (nods) Yes.", "once Margaret: Yes.",
      "Margaret: one of", "  cue: hint", "  gist: a | b", "  better: \"x\" — y", "  thinks: x",
      "outcome: good. x",
      "  \"Sample.\" = reflection about Tom", "start at end, with trust 5", "trainee: text",
      "codes: advice", "expect risk open", "walk 20 times, seed 7", "variation one", "# Beat: one",
      "# People", "trust 0 to 100, starts 35", "// a note",
    ])
  func firstWords(line: String) throws {
    let range = NSRange(line.startIndex..., in: line)
    #expect(try patterns("attune").contains { $0.firstMatch(in: line, range: range) != nil })
  }

  @Test("codebooks and rubrics have patterns that can be read")
  func library() throws {
    #expect(try !patterns("attune-library").isEmpty)
  }

  @Test("the extension names files that are there, and the commands of the server")
  func extensionFiles() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "package.json"))
    let package = try #require(JSONValue(data))
    let contributes = package["contributes"]
    let named =
      [package["main"].string]
      + contributes["languages"].array.map(\.["configuration"].string)
      + contributes["grammars"].array.map(\.["path"].string)
    for name in named.compactMap({ $0 }) {
      let file = Self.folder.appending(path: name)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(name)")
    }
    let main = try String(contentsOf: Self.folder.appending(path: "extension.js"), encoding: .utf8)
    for method in [CommandName.playFrom, CommandName.runCheck] + LanguageServer.methods {
      #expect(main.contains("'\(method)'"), "\(method)")
    }
  }
}
