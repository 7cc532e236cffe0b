/// Streams in memory, so that a whole command runs inside a test.
///
/// With `isTerminal`, prompts and typed lines are recorded too, as a screen would show them.
package final class RecordedStreams {
  private let recordedOutput: RecordedOutput
  private let recordedErrors: RecordedOutput
  private let recordedInput: RecordedInput

  package init(
    input: [ConsoleInput] = [], bytes: [UInt8]? = nil, isTerminal: Bool = false, width: Int = 80
  ) {
    recordedOutput = RecordedOutput(isTerminal: isTerminal, width: width)
    recordedErrors = RecordedOutput(isTerminal: isTerminal, width: width)
    recordedInput = RecordedInput(input, bytes: bytes, screen: isTerminal ? recordedOutput : nil)
  }

  package convenience init(lines: [String], isTerminal: Bool = false, width: Int = 80) {
    self.init(input: lines.map { .line($0) }, isTerminal: isTerminal, width: width)
  }

  package var streams: Streams {
    Streams(input: recordedInput, output: recordedOutput, errors: recordedErrors)
  }

  package var output: String { recordedOutput.text }
  package var errors: String { recordedErrors.text }
  /// What the command told the console to complete and remember.
  package var console: Console? { recordedInput.console }
  /// Lines that the command left unread.
  package var unread: [ConsoleInput] { recordedInput.lines }

  /// Lets every later write to standard output fail.
  package func failOutput(with failure: OutputFailure) { recordedOutput.failure = failure }
}

private final class RecordedOutput: TextOutput {
  let isTerminal: Bool
  let width: Int
  var text = ""
  var failure: OutputFailure?

  init(isTerminal: Bool, width: Int) {
    self.isTerminal = isTerminal
    self.width = width
  }

  func write(_ text: String) throws(OutputFailure) {
    if let failure { throw failure }
    self.text += text
  }
}

private final class RecordedInput: TextInput {
  private(set) var lines: [ConsoleInput]
  private(set) var console: Console?
  private var bytes: [UInt8]?
  private let screen: RecordedOutput?

  init(_ lines: [ConsoleInput], bytes: [UInt8]?, screen: RecordedOutput?) {
    self.lines = lines
    self.bytes = bytes
    self.screen = screen
  }

  var isTerminal: Bool { screen != nil }

  func begin(_ console: Console) { self.console = console }

  func readLine(prompt: String, isContinuation: Bool) -> ConsoleInput {
    let next = lines.isEmpty ? .endOfInput : lines.removeFirst()
    switch next {
    case .line(let text, _): screen?.text += prompt + text + "\n"
    case .cancelled: screen?.text += prompt + "^C\n"
    case .endOfInput: screen?.text += prompt + "\n"
    }
    return next
  }

  func readLine(prompt: String, orChangeIn folders: FolderWatch) -> WatchedInput {
    .input(readLine(prompt: prompt, isContinuation: false))
  }

  func readToEnd(limit: Int) throws(InputFailure) -> [UInt8] {
    if let bytes {
      self.bytes = []
      guard bytes.count <= limit else { throw .tooLong(limit: limit) }
      return bytes
    }
    var text = ""
    for case .line(let line, _) in lines { text += line + "\n" }
    lines = []
    return Array(text.utf8)
  }

  func readSome() throws(InputFailure) -> [UInt8] {
    guard let bytes else { return try readToEnd(limit: .max) }
    // In pieces, as a pipe would give them.
    self.bytes = Array(bytes.dropFirst(100))
    return Array(bytes.prefix(100))
  }
}
