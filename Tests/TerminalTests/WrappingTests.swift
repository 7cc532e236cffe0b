import Terminal
import Testing

@Suite("columns")
struct WrappingTests {
  @Test(
    "text takes the columns that terminals give it",
    arguments: [
      ("", 0), ("abc", 3), ("né", 2), ("ne\u{301}", 2), ("日本", 4), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("⚠", 1), ("1️⃣", 2), ("ｶﾞ", 2), ("Ａ", 2),
      ("…", 1), ("│", 1), ("\u{200B}", 0), ("\u{FFFD}", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test("the text hangs below its label")
  func label() {
    #expect(
      wrapped("I have been better.\n\nYou know.", width: 20, label: "Patient:") == [
        "Patient: I have been", "         better.", "", "         You know.",
      ])
    #expect(wrapped("", width: 20, label: "Patient:") == ["Patient:"])
    #expect(
      wrapped("a b", width: 20, label: "A very long name:") == ["A very long name:", "  a b"])
  }

  @Test("a word longer than the line is broken between characters as readers see them")
  func longWords() {
    #expect(
      wrapped("aa " + String(repeating: "b", count: 25), width: 10) == [
        "aa", "bbbbbbbbbb", "bbbbbbbbbb", "bbbbb",
      ])
    #expect(
      wrapped(String(repeating: "日", count: 11), width: 11) == [
        String(repeating: "日", count: 5), String(repeating: "日", count: 5), "日",
      ])
    let family = "👩‍👩‍👧"
    #expect(
      wrapped(String(repeating: family, count: 6), width: 10) == [
        String(repeating: family, count: 5), family,
      ])
    #expect(wrapped(String(repeating: "b", count: 25) + " c", width: 10).last == "bbbbb c")
  }

  @Test("spaces that must not be broken are not, and others become one")
  func spaces() {
    #expect(wrapped("a  b\u{3000}c 10\u{A0}mg", width: 10) == ["a b c", "10\u{A0}mg"])
    #expect(wrapped("  ", width: 10) == [""])
    #expect(wrapped("", width: 10) == [""])
  }

  @Test("no line is longer than asked, whatever the width", arguments: [-1, 0, 9, 10, 17, 40, 80])
  func everyWidth(width: Int) {
    let text = "How long has it been like this — since the move, I mean? 你好吗？ Supercalifragilistic"
    for line in wrapped(text, width: width, label: "You:") {
      #expect(displayWidth(line) <= max(width, 10))
    }
  }

  @Test(
    "a hundred thousand words and one endless word are wrapped in linear time",
    .timeLimit(.minutes(1)))
  func large() {
    #expect(wrapped(String(repeating: "word ", count: 100_000), width: 80).count == 6250)
    #expect(wrapped(String(repeating: "é", count: 400_000), width: 80).count == 5000)
    let piled = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(wrapped(piled, width: 80) == [piled])
  }
}

@Suite("where files belong")
struct BaseFoldersTests {
  @Test("the variables of the specification count, empty and relative ones do not")
  func variables() {
    let folders = BaseFolders(environment: [
      "HOME": "/home/ana", "XDG_DATA_HOME": "/data", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "etc",
    ])
    #expect(folders.dataHome == "/data")
    #expect(folders.stateHome == "/home/ana/.local/state")
    #expect(folders.configHome == "/home/ana/.config")
  }

  @Test("without a home there is no folder")
  func homeless() {
    #expect(BaseFolders(environment: [:]).dataHome == nil)
    #expect(BaseFolders(environment: ["HOME": "here"]).stateHome == nil)
    #expect(BaseFolders(environment: ["HOME": "/"]).configHome == "/.config")
  }
}
