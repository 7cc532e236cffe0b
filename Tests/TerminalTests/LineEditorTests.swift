import Foundation
import PseudoTerminalKit
import Terminal
import Testing

@Suite("editing lines on a terminal", .timeLimit(.minutes(1)))
struct LineEditorTests {
  /// A probe that shows its prompt.
  private func probe(
    history: String? = nil, environment: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      builtProgram("LineEditorProbe"), history.map { [$0] } ?? [], environment: environment,
      columns: columns)
    try terminal.expect("you> ")
    return terminal
  }

  @Test("the keys that people know move and delete")
  func editingKeys() throws {
    let terminal = try probe()
    terminal.type("world\u{01}hello \u{05}!!\u{7F}\r")
    try terminal.expect("got \"hello world!\" at 80")
    try terminal.expect("you> ")
    terminal.type("one two three\u{17}\u{1B}[D\u{1B}[D\u{0B}\r")
    try terminal.expect("got \"one tw\" at 80")
  }

  @Test(
    "backspace takes a whole character whatever the locale says",
    arguments: [["LANG": "C"], ["LANG": "C.UTF-8"], ["LANG": "", "LC_ALL": "POSIX"]])
  func backspace(environment: [String: String]) throws {
    let terminal = try probe(environment: environment)
    terminal.type("né日e\u{301}\u{7F}\u{7F}\u{7F}ö\r")
    try terminal.expect("got \"nö\"")
  }

  @Test("bytes that are no text become marks")
  func brokenBytes() throws {
    let terminal = try probe()
    terminal.type(bytes: [0x61, 0xFF, 0x62, 0x0D])
    try terminal.expect("got \"a\u{FFFD}b\"")
  }

  @Test("Ctrl-C drops the line and the next one is whole")
  func interrupt() throws {
    let terminal = try probe()
    terminal.type("half a thought")
    try terminal.expect("half a thought")
    terminal.type("\u{03}")
    try terminal.expect("^C\r\n")
    try terminal.expect("cancelled\r\n")
    try terminal.expect("you> ")
    terminal.type("next\r")
    try terminal.expect("got \"next\"")
  }

  @Test("Ctrl-D leaves on an empty line and deletes on another")
  func endOfInput() throws {
    let terminal = try probe()
    terminal.type("ab\u{01}\u{04}\r")
    try terminal.expect("got \"b\"")
    try terminal.expect("you> ")
    terminal.type("\u{04}")
    try terminal.expect("\r\nend\r\n")
    #expect(try terminal.end() == .status(0))
  }

  @Test("a paste with line breaks is one line")
  func paste() throws {
    let terminal = try probe()
    terminal.type("\u{1B}[200~it is\nhard\r\nfor\tyou\u{1B}[201~")
    terminal.type("\r")
    try terminal.expect("got \"it is hard  for you\"")
  }

  @Test("a line pasted beyond 64 KiB is cut, and says so")
  func longPaste() throws {
    let terminal = try probe()
    terminal.type("\u{1B}[200~" + String(repeating: "a", count: longestLine + 10) + "\u{1B}[201~")
    terminal.type("\r")
    let shown = try terminal.expect("\" cut at 80")
    #expect(shown.contains("got \"" + String(repeating: "a", count: longestLine)))
  }

  @Test("a line that ends in a backslash goes on, and a command in it is speech")
  func continuation() throws {
    let terminal = try probe()
    terminal.type("it is \\\r")
    try terminal.expect("… ")
    terminal.type("/help\\\r")
    try terminal.expect("… ")
    terminal.type("you\r")
    try terminal.expect("got \"it is /help you\"")
  }

  @Test("Tab completes commands at the start of a line and nothing else")
  func completion() throws {
    let terminal = try probe()
    terminal.type("/pa\t\r")
    try terminal.expect("got \"/pause \"")
    try terminal.expect("you> ")
    terminal.type("/h\t\t")
    try terminal.expect("/help  /hint")
    terminal.type("i\t\r")
    try terminal.expect("got \"/hint \"")
    try terminal.expect("you> ")
    terminal.type("say /pa\t\r")
    try terminal.expect("got \"say /pa\"")
    try terminal.expect("you> ")
    terminal.type("Tes\t\r")
    try terminal.expect("got \"Tes\"")
    try terminal.expect("you> ")
    terminal.type("\t\tx\r")
    let shown = try terminal.expect("got \"x\"")
    #expect(!shown.contains("/hint"))
  }

  @Test("the history keeps the words of commands, for their owner only")
  func history() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "attune-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "state/history")
    let terminal = try probe(history: file.path)
    for line in ["/help me", "you sound sad", "/sigh yes", "//pause", " /pause", "/hint", "/hint"] {
      terminal.type(line + "\r")
      try terminal.expect("at 80\r\n")
      try terminal.expect("you> ")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == "/help\n/hint\n")
    #expect(try mode(file) == 0o600)
    #expect(try mode(file.deletingLastPathComponent()) == 0o700)

    let later = try probe(history: file.path)
    later.type("\u{1B}[A\u{1B}[A\u{1B}[A\r")
    try later.expect("got \"/help\"")
  }

  @Test("a history holds a thousand lines")
  func longHistory() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let lines = (1...1200).map { "/number-\($0)\n" }.joined()
    try lines.write(to: file, atomically: true, encoding: .utf8)
    let terminal = try probe(history: file.path)
    terminal.type("/hint\r")
    try terminal.expect("at 80\r\n")
    let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(kept.count == 1000)
    #expect(kept.first == "/number-202")
    #expect(kept.last == "/hint")
    #expect(try mode(file) == 0o600)
  }

  @Test("a window made narrower wraps the line at once")
  func resize() throws {
    let terminal = try probe()
    terminal.type("a b")
    try terminal.expect("a b")
    terminal.resize(columns: 40)
    try terminal.expect("you> ")
    terminal.type(String(repeating: "x", count: 50))
    terminal.type("\u{01}")
    // Home is one line up only if the line is known to be longer than the window.
    try terminal.expect("\u{1B}[A")
    terminal.type("\r")
    try terminal.expect("at 40\r\n")
  }

  @Test("a line wraps at the window's edge, colour of the prompt not counted")
  func promptWidth() throws {
    let terminal = try probe(columns: 20)
    terminal.type("12345678\u{01}X")
    terminal.type("\r")
    let short = try terminal.expect("got \"X12345678\"")
    #expect(!short.contains("\u{1B}[A"))
    try terminal.expect("you> ")
    terminal.type("1234567890123456\u{01}")
    try terminal.expect("\u{1B}[A")
  }

  @Test(
    "a signal that ends the program leaves the terminal as it was",
    arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func ending(signal: Int32) throws {
    let terminal = try probe()
    try terminal.holdingOpen { settings in
      #expect(!settings.isCooked)
      terminal.type("half")
      try terminal.expect("half")
      terminal.send(signal)
      try terminal.expect("\u{1B}[?2004l")
      #expect(try terminal.end() == .signal(signal))
      #expect(settings.isCooked)
    }
  }

  @Test("Ctrl-Z stops the program with a usable terminal, and fg goes on with the line")
  func stop() throws {
    let terminal = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: ["PS1": "shell> ", "HISTFILE": "", "PROBE": builtProgram("LineEditorProbe")])
    try terminal.expect("shell> ")
    terminal.type("$PROBE\r")
    try terminal.expect("you> ")
    terminal.type("half a ")
    try terminal.expect("half a ")
    terminal.type("\u{1A}")
    let stopping = try terminal.expect("Stopped")
    #expect(stopping.contains("\u{1B}[?2004l"))
    try terminal.expect("shell> ")
    terminal.type("fg\r")
    try terminal.expect("half a ")
    terminal.type("thought\r")
    try terminal.expect("got \"half a thought\"")
    try terminal.expect("you> ")
    terminal.type("\u{04}")
    try terminal.expect("end\r\n")
    try terminal.expect("shell> ")
    terminal.type("exit\r")
    #expect(try terminal.end() == .status(0))
  }

  @Test("a dumb terminal sees no escape sequences")
  func dumb() throws {
    let terminal = try PseudoTerminal(
      builtProgram("LineEditorProbe"), environment: ["TERM": "dumb"])
    terminal.type("a\r")
    let before = try terminal.expect("got \"a\"")
    #expect(!before.contains("\u{1B}[?"))
  }

  private func mode(_ file: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    return try #require(attributes[.posixPermissions] as? Int)
  }
}
