/// Where a command's lines come from: a person at a terminal, a pipe, a file, or a test.
package protocol TextInput: AnyObject {
  /// Whether a person can be asked.
  var isTerminal: Bool { get }

  /// Lines read from now on belong to a console: Tab completes its commands, and a history keeps them.
  func begin(_ console: Console)

  /// One line as it was typed. Only a terminal shows the prompt.
  ///
  /// A continued line is speech even if it looks like a command, and is not remembered.
  func readLine(prompt: String, isContinuation: Bool) -> ConsoleInput

  /// The first key that is pressed, without Enter where there is a terminal; Enter alone is an empty
  /// line.
  func readKey(prompt: String) -> ConsoleInput

  /// One line, or word that something was saved while nobody was typing. Without a terminal to ask
  /// at, only the latter.
  func readLine(prompt: String, orChangeIn folders: FolderWatch) -> WatchedInput

  /// Everything that is left, as bytes; more than `limit` of them is an error.
  func readToEnd(limit: Int) throws(InputFailure) -> [UInt8]

  /// The bytes that have come, at least one; none at the end.
  func readSome() throws(InputFailure) -> [UInt8]
}

/// What a console completes and remembers.
package struct Console: Sendable {
  /// With their slash: `/help`.
  package var commands: [String]
  /// The file that keeps the commands used; nil keeps none.
  package var historyFile: String?

  package init(commands: [String], historyFile: String? = nil) {
    self.commands = commands
    self.historyFile = historyFile
  }
}

/// What came of asking for a line.
package enum ConsoleInput: Equatable, Sendable {
  /// A line without its newline; invalid UTF-8 has become U+FFFD. A line longer than 64 KiB is cut.
  case line(String, isCut: Bool = false)
  /// Ctrl-C: the line being typed is dropped.
  case cancelled
  /// Ctrl-D on an empty line, or nothing left to read.
  case endOfInput
}

/// What came of waiting for a line or a saved file.
package enum WatchedInput: Equatable, Sendable {
  case input(ConsoleInput)
  case saved
}

/// Input could not be read to its end.
package enum InputFailure: Error, Equatable, CustomStringConvertible {
  case tooLong(limit: Int)
  case system(Int32)

  package var description: String {
    switch self {
    case .tooLong(let limit): "standard input is longer than \(limit >> 20) MB"
    case .system(let code): "standard input could not be read: " + systemMessage(code)
    }
  }
}

/// The longest line taken, in bytes.
package let longestLine = 64 * 1024

extension TextInput {
  package func readKey(prompt: String) -> ConsoleInput {
    readLine(prompt: prompt, isContinuation: false)
  }

  /// What a person says: one line, or several when a line ends in `\`, joined by spaces.
  ///
  /// `continuation` prompts for the lines after the first.
  package func read(prompt: String, continuation: String = "… ") -> ConsoleInput {
    let first = readLine(prompt: prompt, isContinuation: false)
    guard case .line(var text, var isCut) = first, text.hasSuffix("\\"), !isCut else {
      return first
    }
    while text.hasSuffix("\\") {
      text.removeLast()
      switch readLine(prompt: continuation, isContinuation: true) {
      case .cancelled: return .cancelled
      case .endOfInput: return .line(trimmed(text))
      case .line(let more, let moreIsCut):
        (text, isCut) = cut(trimmed(text) + " " + more)
        if isCut || moreIsCut { return .line(text, isCut: true) }
      }
    }
    return .line(text)
  }

  package func readToEnd() throws(InputFailure) -> [UInt8] { try readToEnd(limit: 64 << 20) }
}

private func trimmed(_ text: String) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return text
}

/// The text, or as many of its characters as fit into `longestLine` bytes.
func cut(_ text: String) -> (text: String, isCut: Bool) {
  guard text.utf8.count > longestLine else { return (text, false) }
  var bytes = Array(text.utf8.prefix(longestLine))
  dropBrokenEnd(of: &bytes)
  return (String(decoding: bytes, as: UTF8.self), true)
}

/// Takes away the beginning of a character whose rest was cut off.
func dropBrokenEnd(of bytes: inout [UInt8]) {
  for back in 1...3 where bytes.count >= back {
    let byte = bytes[bytes.count - back]
    if byte & 0b1100_0000 == 0b1000_0000 { continue }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    if length > back { bytes.removeLast(back) }
    return
  }
}
