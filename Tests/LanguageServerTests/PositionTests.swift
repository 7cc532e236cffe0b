import Diagnostics
import Testing

@testable import LanguageServer

@Suite("Places as editors count them")
struct PositionTests {
  let file = SourceFile(name: "f", text: "a😀ä|e\u{301}\r\nzwei\rdrei\n\nende")

  @Test(
    "an emoji is two units, a combining mark one of its own, and each line break one line",
    arguments: [
      (0, 0, 0), (1, 0, 1), (5, 0, 3), (7, 0, 4), (8, 0, 5), (9, 0, 6), (11, 0, 7), (13, 1, 0),
      (18, 2, 0), (22, 2, 4), (23, 3, 0), (24, 4, 0), (28, 4, 4),
    ])
  func counts(offset: Int, line: Int, character: Int) {
    let position = EditorPosition(line: line, character: character)
    #expect(file.editorPosition(at: offset, in: .utf16) == position)
    #expect(file.offset(of: position, in: .utf16) == offset)
  }

  @Test("a place within a pair of units is the beginning of the character")
  func withinACharacter() {
    #expect(file.offset(of: EditorPosition(line: 0, character: 2), in: .utf16) == 1)
    #expect(file.offset(of: EditorPosition(line: 0, character: 3), in: .utf8) == 1)
  }

  @Test("a place behind a line's end is before its line break, one behind the last line is the end")
  func behindTheEnd() {
    #expect(file.offset(of: EditorPosition(line: 0, character: 900), in: .utf16) == 11)
    #expect(file.offset(of: EditorPosition(line: 1, character: .max), in: .utf16) == 17)
    #expect(file.offset(of: EditorPosition(line: 9, character: 0), in: .utf16) == 28)
    #expect(file.offset(of: EditorPosition(line: -1, character: -1), in: .utf16) == 0)
  }

  @Test("an editor that knows only bytes gets bytes, one that knows UTF-16 gets that")
  func encodings() throws {
    func agreed(_ offered: [String]) -> PositionEncoding { PositionEncoding(offered: offered) }
    #expect(agreed([]) == .utf16)
    #expect(agreed(["utf-8", "utf-16"]) == .utf16)
    #expect(agreed(["utf-8"]) == .utf8)
    #expect(agreed(["utf-32", "utf-8"]) == .utf32)
    #expect(agreed(["ebcdic"]) == .utf16)
    #expect(file.editorPosition(at: 7, in: .utf8) == EditorPosition(line: 0, character: 7))
    #expect(file.editorPosition(at: 7, in: .utf32) == EditorPosition(line: 0, character: 3))
  }

  @Test("a problem behind an emoji and an umlaut is shown where the editor has it")
  func problemBehindAnEmoji() throws {
    let text = smallScenario.replacing(
      "\"So you miss your husband.\" = reflection about husband",
      with: "\"So you sit 😀 zäh.\" = reflecton about husband")
    let expected = [("utf-16", "32:25-32:34"), ("utf-8", "32:28-32:37")]
    for (name, range) in expected {
      let editor = try Editor(text, encodings: [name])
      let told = try #require(editor.published().first)
      #expect(told["diagnostics"].array.map(\.["range"].shortRange) == [range])
    }
  }
}

@Suite("Edits of an editor")
struct TextChangeTests {
  @Test("any edits, one after another, give the text the editor has", arguments: 0..<40)
  func randomEdits(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let editor = try Editor()
    let pieces = ["", "x", "😀", "ä", "e\u{301}", "\n", "\r\n", "# Beat: new\n", "  when ", "\r"]
    var units = Array(editor.text.utf16)
    for step in 0..<30 {
      var changes: [JSONValue] = []
      for _ in 0...chance.below(3) {
        let places = boundaries(units)
        let ends = [places[chance.below(places.count)], places[chance.below(places.count)]].sorted()
        let new = pieces[chance.below(pieces.count)]
        changes.append([
          "range": ["start": position(ends[0], units), "end": position(ends[1], units)],
          "text": .string(new),
        ])
        units.replaceSubrange(ends[0]..<ends[1], with: new.utf16)
      }
      try editor.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": .string(editor.uri), "version": .integer(step + 2)],
          "contentChanges": .array(changes),
        ])
    }
    let whole = String(decoding: units, as: UTF16.self)
    #expect(editor.server.documents[editor.uri]?.file.bytes == Array(whole.utf8))
    let told = try #require(editor.published().first)["diagnostics"]
    #expect(try #require(Editor(whole).published().first)["diagnostics"] == told)
  }

  /// Places between whole characters that are no half of a line break.
  private func boundaries(_ units: [UInt16]) -> [Int] {
    (0...units.count).filter { place in
      guard place > 0, place < units.count else { return true }
      let isHalfBreak = units[place - 1] == 13 && units[place] == 10
      return !UTF16.isTrailSurrogate(units[place]) && !isHalfBreak
    }
  }

  private func position(_ place: Int, _ units: [UInt16]) -> JSONValue {
    var line = 0
    var start = 0
    for index in 0..<place {
      let isReturn = units[index] == 13 && (index + 1 >= units.count || units[index + 1] != 10)
      if units[index] == 10 || isReturn { (line, start) = (line + 1, index + 1) }
    }
    return ["line": .integer(line), "character": .integer(place - start)]
  }
}

/// Numbers by chance that come again with the same seed.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
