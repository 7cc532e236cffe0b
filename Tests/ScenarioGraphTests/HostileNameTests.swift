import Foundation
import FoundationXML
import ScenarioModel
import Testing

@testable import ScenarioGraph

private let hostile = [
  "", " ", "<script>alert(1)</script>", "\"'`", "]]>", "<!-- -->", "--&gt;&amp;", "&", "<\u{301}b",
  "\"\u{301}];", "&\u{308};", "\\", "\\N \\\"", "end", "1. list", "- list", "#quot;", "%%{init}%%",
  "fa:fa-ban", "🙂👩‍👩‍👧", "\u{0}\u{1}\u{8}\u{B}\u{1B}[31m\u{7F}\u{85}", "\u{FFFE}\u{FFFF}\u{1FFFE}",
  "\u{202E}abc", "a\nb\r\nc\td", String(repeating: "Donaudampfschiff", count: 400),
  "e" + String(repeating: "\u{301}", count: 5_000), String(repeating: "a ", count: 5_000),
]

/// One scenario in which every name, word and reason is the same.
private func graph(of text: String) -> ScenarioGraph {
  ScenarioGraph(
    scenario(
      text,
      [
        beat(
          text, text, risks: [text],
          rules: [
            rule(1, text, .beat(1)), rule(2, text, .beat(0)), rule(3, nil, .ending(0)),
          ]), beat(text, text, rules: [rule(4, text, .detour(0)), rule(5, nil, .ending(0))]),
      ], [ending(text, "good", text)]))
}

/// What an XML reader makes of a picture.
private final class Reader: NSObject, XMLParserDelegate {
  var elements: Set<String> = []
  var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

@Suite("Names that are no names")
struct HostileNameTests {
  @Test("SVG is well-formed and holds nothing but its own elements", arguments: hostile)
  func svg(name: String) {
    for showsRules in [false, true] {
      let reader = Reader()
      let parser = XMLParser(data: Data(graph(of: name).svg(showsRules: showsRules).utf8))
      parser.delegate = reader
      let isWellFormed = parser.parse()
      #expect(isWellFormed, "\(parser.parserError.map { "\($0)" } ?? "")")
      #expect(
        reader.elements == [
          "svg", "title", "desc", "style", "defs", "marker", "path", "rect", "g", "text",
        ])
    }
  }

  @Test("a name can be read as it was written")
  func whole() {
    let reader = Reader()
    let parser = XMLParser(data: Data(graph(of: "<b> & \"c\" ]]>").svg().utf8))
    parser.delegate = reader
    #expect(parser.parse())
    #expect(reader.text.contains("<b> & \"c\" ]]>: <b> & \"c\" ]]>"))
  }

  @Test("DOT is quoted: every quotation mark within is escaped", arguments: hostile)
  func dot(name: String) {
    for row in graph(of: name).dot(showsRules: true).unicodeScalars.split(separator: "\n") {
      var isQuoted = false
      var isEscaped = false
      var marks = 0
      for scalar in row {
        if isEscaped {
          isEscaped = false
        } else if scalar == "\\" {
          #expect(isQuoted)
          isEscaped = true
        } else if scalar == "\"" {
          isQuoted.toggle()
          marks += 1
        }
      }
      #expect(!isQuoted && marks % 2 == 0)
    }
  }

  @Test(
    "Mermaid sees letters, digits and its own entities, and no empty string", arguments: hostile)
  func mermaid(name: String) {
    let allowed = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,'#;".unicodeScalars)
    for row in graph(of: name).mermaid(showsRules: true).split(separator: "\n") {
      let parts = row.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
      #expect(parts.count == 1 || parts.count == 3)
      guard parts.count == 3 else { continue }
      #expect(!parts[1].isEmpty)
      let words = String(String.UnicodeScalarView(parts[1])).replacing("<br/>", with: " ")
      #expect(words.unicodeScalars.allSatisfy { !$0.isASCII || allowed.contains($0) })
    }
  }
}
