import Foundation
import Supervision
import Terminal
import Testing

@testable import Commands
@testable import TranscriptStore

@Suite("A letter on a session")
struct LetterCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func rated() throws -> String { try desk.ratedSession() }

  private func letter(_ id: String, _ words: String..., as who: String = "ruth") -> Outcome {
    desk.run(["review", "letter", id, "--as", who] + words, lines: [])
  }

  private func latest(_ id: String) throws -> Letter {
    try #require(try TranscriptStore(path: desk.store).letters(of: id).last)
  }

  /// An editor that does `script` with the file, which is `$1`.
  private func useEditor(_ script: String) throws {
    let path = try desk.write("#!/bin/sh\n\(script)\n", to: "editor.sh")
    desk.environment["EDITOR"] = "sh \(path)"
    desk.environment["PATH"] = "/usr/bin:/bin"
    desk.environment["TMPDIR"] = desk.path("tmp")
    try FileManager.default.createDirectory(
      atPath: desk.path("tmp"), withIntermediateDirectories: true)
  }

  private var leftByEditor: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: desk.path("tmp")) }
  }

  @Test("is refused before the ratings are final")
  func early() throws {
    try makeRatedLibrary(at: desk.folder.appending(path: "library"))
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/library"
    _ = desk.run(["practice", "the-second-cup", "--as", "anna"], lines: typedForRecords)
    let id = desk.newest
    _ = desk.attune("trainee", "set", "anna", "--supervisor", "ruth")
    let outcome = letter(id)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: the ratings of session '\(id)' are not final\n"))
    let other = letter(id, as: "quentin")
    #expect(other.errors.hasPrefix("error: the letter on session '\(id)' is for others to write"))
    #expect(desk.attune("letter", id, "--as", "anna").status == 2)
  }

  @Test("is drafted with praise, a correction, a drill and the ratings in words")
  func draft() throws {
    let id = try rated()
    _ = desk.attune(
      "review", "comment", id, "--as", "ruth", "--turn", "1", "You name what she did.")
    _ = desk.attune(
      "review", "comment", id, "--as", "ruth", "--kind", "correction", "--turn", "3",
      "Ask her first.")
    let outcome = letter(id)
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("A draft: "))
    let draft = try latest(id)
    let blocks = letterBlocks(draft.text)
    #expect(blocks.first == .heading("Feedback on “The second cup”", level: 1))
    #expect(blocks.contains(.paragraph("You name what she did.")))
    #expect(blocks.contains(.paragraph("Ask her first.")))
    let quotes = blocks.compactMap { if case .quote(let words) = $0 { words } else { nil } }
    #expect(quotes.count >= 2 && quotes.allSatisfy { !$0.isEmpty })
    #expect(draft.text.contains("- Validation: 4 of 5, "))
    #expect(draft.text.contains("- Safety: passed"))
    #expect(!draft.text.lowercased().contains("you are"))
    #expect(draft.text.count < LetterRule.mostCharacters / 2)
    // A second call drafts nothing anew.
    _ = letter(id)
    #expect(try latest(id) == draft)
  }

  @Test("has a place to fill in where nothing can be quoted, and is not released with it")
  func places() throws {
    let id = try rated()
    _ = letter(id)
    let file = try desk.write("# A\n\n[… why]\n", to: "letter.md")
    let refused = letter(id, "--from", file, "--release", "--yes")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("error: the letter still has something to fill in, in line 3"))
    #expect(try latest(id).released == nil)
    _ = try desk.write("# A\n\nBecause.\n", to: "letter.md")
    #expect(letter(id, "--from", file, "--release").errors.contains("say --yes when you mean it"))
    #expect(letter(id, "--from", file, "--release", "--yes").status == 0)
    #expect(try latest(id).signer == "ruth")
    #expect(
      letter(id, "--release", "--yes").errors.hasPrefix(
        "error: the letter on session '\(id)' is released\n"))
    // What is wrong in it is put right by another.
    let second = letter(id, "--replace", "--from", file, "--release", "--yes")
    #expect(second.output.hasPrefix("Letter 2 on session \(id) is released."))
    #expect(
      letter(id).output.hasSuffix(
        "This letter replaces the one of 2026-03-01.\nruth, 2026-03-01\n"))
  }

  @Test("refuses what is empty, too long, no text, or obeyed by a terminal")
  func refused() throws {
    let id = try rated()
    _ = letter(id)
    let before = try latest(id)
    for (text, message) in [
      (" \n", "the letter is empty"), ("a\nb\u{1B}[2J", "line 2 of the letter has a control"),
      (String(repeating: "a", count: 6_001), "the letter has 6001 characters"),
      (String(repeating: "a", count: 1_000_000), "the letter has 250000 characters"),
    ] {
      let outcome = letter(id, "--from", try desk.write(text, to: "letter.md"))
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("error: \(message)"), "\(outcome.errors)")
    }
    try Data([0xFF, 0xFE, 0x41]).write(to: desk.folder.appending(path: "letter.md"))
    #expect(
      letter(id, "--from", desk.path("letter.md")).errors.hasPrefix(
        "error: the letter is no text in UTF-8"))
    #expect(try latest(id) == before)
  }

  @Test("is edited in an editor, in a private file that is gone afterwards")
  func editor() throws {
    let id = try rated()
    try useEditor(
      """
      stat -c '%a %F' "$1" "$(dirname "$1")" > \(desk.path("modes"))
      cp "$1" "$1~"
      echo 'Only this. <b>' > "$1"
      """)
    let outcome = desk.console(["review", "letter", id, "--as", "ruth", "--edit"], input: [])
    #expect(outcome.status == 0)
    #expect(try latest(id).text == "Only this. <b>\n")
    #expect(try desk.text("modes") == "600 regular file\n700 directory\n")
    #expect(try leftByEditor == [])
    // VISUAL comes first; in the editor stands what is in the store.
    desk.environment["VISUAL"] = "grep -qx 'Only this. <b>' "
    #expect(
      desk.console(["review", "letter", id, "--as", "ruth", "--edit"], input: []).status == 0)
    #expect(try latest(id).text == "Only this. <b>\n")
    #expect(desk.attune("review", "letter", id, "--as", "ruth", "--edit").status == 2)
  }

  @Test("stays as it was when the editor fails, and what cannot be kept can be edited again")
  func failingEditor() throws {
    let id = try rated()
    _ = letter(id)
    let before = try latest(id)
    let edit = ["review", "letter", id, "--as", "ruth", "--edit"]
    for (script, message) in [
      ("echo lost > \"$1\"; exit 3", "the editor ended with 3"),
      ("kill -TERM $$", "the editor ended with "),
      ("rm \"$1\"", "the edited file is gone"),
    ] {
      try useEditor(script)
      let outcome = desk.console(edit, input: [])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("error: \(message)"), "\(outcome.errors)")
      #expect(try leftByEditor == [])
    }
    desk.environment["EDITOR"] = "/nowhere/at-all"
    #expect(desk.console(edit, input: []).errors.contains("could not be started"))
    try useEditor("printf '\\033[2J' > \"$1\"")
    #expect(desk.console(edit, input: [.line("e"), .line("q")]).status == 2)
    #expect(try latest(id) == before)
    // The second time it finds what was typed the first time.
    try useEditor(
      "if grep -q once \"$1\"; then echo twice > \"$1\"; else printf 'once\\0' > \"$1\"; fi")
    #expect(desk.console(edit, input: [.line("e")]).status == 0)
    #expect(try latest(id).text == "twice\n")
    #expect(try leftByEditor == [])
  }

  @Test("is released after it was shown and asked for, for good")
  func release() throws {
    let id = try rated()
    let file = try desk.write("# Well\n\nYou are good.\n\n> You are here.\n", to: "letter.md")
    _ = letter(id, "--from", file)
    let words = ["review", "letter", id, "--as", "ruth", "--release"]
    let no = desk.console(words, input: [.line("n")])
    #expect(no.status == 1 && no.output.contains("You are good."))
    #expect(no.errors.contains("The letter says “you are”."))
    #expect(try latest(id).released == nil)
    #expect(desk.console(words, input: [.line("maybe"), .line("y")]).status == 0)
    #expect(try latest(id).released != nil)
    let audit = desk.attune("review", "audit", id).output.rows.map { $0.dropFirst(21) }
    #expect(
      audit.filter { $0.contains("letter") } == [
        "ruth, drafted: letter 1", "ruth, edited: letter 1", "ruth, released: letter 1",
      ])
  }

  @Test("what people wrote is text on the page, in Markdown and on the screen")
  func hostile() throws {
    let id = try rated()
    let hostile = "<script>alert(1)</script> \u{202E}evil\u{202C} & <img src=x>"
    let file = try desk.write("# \(hostile)\n\n> \(hostile)\n\n- \(hostile)\n", to: "letter.md")
    _ = letter(id, "--from", file, "--release", "--yes")
    for name in ["letter.html", "letter.txt", "back.md"] {
      #expect(letter(id, "--out", desk.path(name)).status == 0)
      let mode = try FileManager.default.attributesOfItem(atPath: desk.path(name))[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    let page = try desk.text("letter.html")
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}"))
    #expect(page.contains("<blockquote><p>&lt;script&gt;"))
    #expect(page.contains("default-src 'none'"))
    #expect(try !desk.text("letter.txt").contains("\u{202E}"))
    #expect(try !desk.text("back.md").contains(" <img"))
    #expect(letter(id, "--out", desk.path("letter.html")).errors.contains("is there already"))
    #expect(letter(id, "--out", desk.path("letter.html"), "--force").status == 0)
    for outcome in [letter(id), desk.attune("letter", id, "--as", "anna")] {
      #expect(outcome.output.contains("<script>") && !outcome.output.contains("\u{202E}"))
    }
  }

  @Test(
    "links, pictures and HTML in it are no more than text in Markdown",
    arguments: [
      (#"\<img src=x>"#, #"\\\<img src=x>"#), ("![a](https://b)", #"\!\[a\](https://b)"#),
      ("*a* _b_ `c`", #"\*a\* \_b\_ \`c\`"#), ("<\u{301}b>", "\\<\u{301}b>"),
      ("# a\n> b\n- c", "# a\n> b\n- c"),
    ])
  func markup(_ text: String, _ markdown: String) {
    #expect(Array(escapedMarkup(text).unicodeScalars) == Array(markdown.unicodeScalars))
    #expect(markdownLine("*\u{301}a").unicodeScalars.first == "\\")
  }

  @Test("any text comes back from Markdown as it was", arguments: UInt64(1)...40)
  func markupRoundTrip(_ seed: UInt64) {
    var generator = Dice(state: seed)
    let scalars = Array("\\\\\\<![]()*_`a &\n\r\u{301}\u{200D}é😀".unicodeScalars)
    for _ in 1...50 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        if let scalar = scalars.randomElement(using: &generator) { text.append(scalar) }
      }
      let back = unescapedMarkup(escapedMarkup(String(text)))
      #expect(Array(back.unicodeScalars) == Array(text))
    }
  }

  @Test("a draft written into a file comes back as it was")
  func roundTrip() throws {
    let id = try rated()
    let file = try desk.write("# A <b>\n\n> c < d \\\\<img> ![x](y)\n\n- e_f*\n", to: "letter.md")
    _ = letter(id, "--from", file)
    let before = try latest(id)
    _ = letter(id, "--out", desk.path("copy.md"))
    _ = letter(id, "--from", desk.path("copy.md"))
    #expect(try latest(id) == before)
  }
}
