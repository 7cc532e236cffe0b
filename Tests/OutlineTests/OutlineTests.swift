import Diagnostics
import Outline
import Testing

private func outline(_ text: String) -> Outline { readOutline(SourceFile(name: "t", text: text)) }

@Suite("An outline")
struct OutlineTests {
  @Test("keeps every byte of any file")
  func lossless() {
    var random = SeededBytes(seed: 7)
    let alphabet: [UInt8] =
      Array("---\n\n\n  \t#: /when one of\r".utf8) + [0, 0xFF, 0xC3, 0xA9, 0xEF]
    for length in 0..<2_000 {
      let bytes = (0..<length % 97).map { _ in alphabet[random.below(alphabet.count)] }
      #expect(readOutline(SourceFile(name: "t", bytes: bytes)).bytes == bytes)
    }
  }

  @Test("gives a line the deeper-indented lines below it")
  func nesting() {
    let section = outline("# Beat: a\nwhen x\n  one\n    two\n  three\notherwise\n").sections[0]
    #expect(section.lines.map(\.phrase.text) == ["when x", "otherwise"])
    #expect(section.lines[0].children.map(\.phrase.text) == ["one", "three"])
    #expect(section.lines[0].children[0].children.map(\.phrase.text) == ["two"])
  }

  @Test("keeps a comment with the lines around it")
  func comments() {
    let section = outline("# Beat: a\nwhen x\n  // why\n  one\n// next\notherwise\n").sections[0]
    #expect(section.lines.map(\.kind) == [.content, .comment, .content])
    #expect(section.lines[0].children.map(\.kind) == [.comment, .content])
  }

  @Test("ends an unclosed header at the first heading")
  func unclosed() {
    let read = outline("---\ntitle: x\n# Beat: a\n")
    #expect(read.front?.isClosed == false)
    #expect(read.sections.count == 1)
  }

  @Test("survives indentation a thousand levels deep")
  func deep() {
    let text = (0..<1_000).map { String(repeating: " ", count: $0) + "x\n" }.joined()
    let read = outline("# Beat: a\n" + text)
    #expect(read.bytes == Array(("# Beat: a\n" + text).utf8))
  }
}

@Suite("A phrase")
struct PhraseTests {
  private func phrase(_ text: String) -> Phrase {
    let file = SourceFile(name: "t", text: text)
    return Phrase(file: file, span: Span(0, file.bytes.count))
  }

  @Test("splits at marks outside quotes, straight or curly")
  func quotes() {
    #expect(phrase("\"a, b\" = c, d").pieces(between: ",").map(\.text) == ["\"a, b\" = c", "d"])
    #expect(phrase("“a, b” = c, d").pieces(between: ",").map(\.text) == ["“a, b” = c", "d"])
  }

  @Test("finds a keyword only as a whole word")
  func wholeWords() {
    #expect(phrase("order or horror").pieces(betweenWord: "or").map(\.text) == ["order", "horror"])
    #expect(phrase("whenever").after("when") == nil)
    #expect(phrase("When  advice ").after("when")?.text == "advice")
    #expect(phrase("advice here").before("here")?.text == "advice")
    #expect(phrase("where").before("here") == nil)
  }

  @Test("reads numbers and refuses what is none")
  func numbers() {
    #expect(phrase("+5").integer == 5)
    #expect(phrase("99999999999999").integer == nil)
    #expect(phrase("0.35").decimal == 0.35)
    #expect(phrase("nan").decimal == nil)
  }
}

struct SeededBytes {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func below(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
