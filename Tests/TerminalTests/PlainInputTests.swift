import Glibc
import Terminal
import Testing

@Suite("reading lines that are not typed at a terminal")
struct PlainInputTests {
  /// Input whose bytes come from a file without a name.
  private func input(_ bytes: [UInt8]) throws -> PlainInput {
    let file = try #require(tmpfile())
    fwrite(bytes, 1, bytes.count, file)
    rewind(file)
    return PlainInput(descriptor: fileno(file))
  }

  private func lines(_ bytes: [UInt8]) throws -> [ConsoleInput] {
    let input = try input(bytes)
    var lines: [ConsoleInput] = []
    while true {
      let next = input.readLine(prompt: "you> ", isContinuation: false)
      if next == .endOfInput { return lines }
      lines.append(next)
    }
  }

  private func lines(_ text: String) throws -> [ConsoleInput] { try lines(Array(text.utf8)) }

  @Test("a last line without a newline is kept, empty lines too")
  func lastLine() throws {
    #expect(try lines("a\n\nb") == [.line("a"), .line(""), .line("b")])
    #expect(try lines("a\n") == [.line("a")])
    #expect(try lines("") == [])
  }

  @Test("lines from Windows lose their carriage return and the file its byte-order mark")
  func windows() throws {
    #expect(try lines("\u{FEFF}a\r\nb\rc\r\n") == [.line("a"), .line("b\rc")])
  }

  @Test("bytes that are no UTF-8 become marks")
  func brokenBytes() throws {
    #expect(
      try lines([0x61, 0xFF, 0x00, 0xC3, 0x0A, 0xA9]) == [
        .line("a\u{FFFD}\0\u{FFFD}"), .line("\u{FFFD}"),
      ])
  }

  @Test("a line over 64 KiB is cut between characters, says so, and the next one is whole")
  func longLine() throws {
    let whole = String(repeating: "a", count: longestLine)
    #expect(try lines(whole + "\nb\n") == [.line(whole), .line("b")])
    #expect(try lines(whole + "x\nb\n") == [.line(whole, isCut: true), .line("b")])
    let almost = String(repeating: "a", count: longestLine - 2)
    #expect(try lines(almost + "日本\nb") == [.line(almost, isCut: true), .line("b")])
    let long = String(repeating: "é", count: 500_000)
    #expect(try lines(long) == [.line(String(repeating: "é", count: longestLine / 2), isCut: true)])
  }

  @Test("a line that ends in a backslash goes on, up to the end of input")
  func continuation() throws {
    let input = try input(Array("it is\\\n  hard \\\nx\nlast \\".utf8))
    #expect(input.read(prompt: "") == .line("it is   hard x"))
    #expect(input.read(prompt: "") == .line("last"))
    #expect(input.read(prompt: "") == .endOfInput)
  }

  @Test("lines that go on for ever are cut")
  func endlessContinuation() throws {
    let line = String(repeating: "a", count: 999)
    let input = try input(Array(String(repeating: line + "\\\n", count: 100).utf8))
    guard case .line(let text, true) = input.read(prompt: "") else {
      Issue.record("not cut")
      return
    }
    #expect(text.utf8.count == longestLine)
  }

  @Test("what is left after some lines can be read to its end")
  func readToEnd() throws {
    let input = try input(Array("first\nsecond\nthird".utf8))
    _ = input.readLine(prompt: "", isContinuation: false)
    #expect(try input.readToEnd() == Array("second\nthird".utf8))
    #expect(try input.readToEnd() == [])
  }

  @Test("input beyond the limit and input that cannot be read are errors")
  func failures() throws {
    #expect(throws: InputFailure.tooLong(limit: 10)) {
      try input(Array("eleven byte".utf8)).readToEnd(limit: 10)
    }
    let folder = open("/", O_RDONLY)
    defer { close(folder) }
    #expect(throws: InputFailure.system(EISDIR)) { try PlainInput(descriptor: folder).readToEnd() }
    #expect(PlainInput(descriptor: folder).read(prompt: "") == .endOfInput)
  }
}
