import Glibc

/// The three streams of a program, real or recorded.
package struct Streams {
  package var input: any TextInput
  package var output: any TextOutput
  package var errors: any TextOutput

  package init(input: any TextInput, output: any TextOutput, errors: any TextOutput) {
    self.input = input
    self.output = output
    self.errors = errors
  }

  /// Those of this process; `program` is the name that `~/.inputrc` may ask for.
  package static func standard(program: String, environment: [String: String]) -> Streams {
    Streams(
      input: StandardInput(program: program),
      output: FileOutput(descriptor: STDOUT_FILENO, environment: environment),
      errors: FileOutput(descriptor: STDERR_FILENO, environment: environment))
  }
}

/// Lines edited on a terminal, or read plainly when either side is none.
final class StandardInput: TextInput {
  private let program: String
  private let plain = PlainInput()
  private let canEdit = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  private lazy var editor = LineEditor(program: program)

  init(program: String) { self.program = program }

  var isTerminal: Bool { plain.isTerminal }

  func begin(_ console: Console) {
    if canEdit { editor.begin(console) }
  }

  func readLine(prompt: String, isContinuation: Bool) -> ConsoleInput {
    canEdit
      ? editor.readLine(prompt: prompt, isContinuation: isContinuation)
      : plain.readLine(prompt: prompt, isContinuation: isContinuation)
  }

  func readKey(prompt: String) -> ConsoleInput {
    canEdit
      ? editor.readKey(prompt: prompt) : plain.readLine(prompt: prompt, isContinuation: false)
  }

  func readLine(prompt: String, orChangeIn folders: FolderWatch) -> WatchedInput {
    canEdit
      ? editor.readLine(prompt: prompt, orChangeIn: folders)
      : plain.readLine(prompt: prompt, orChangeIn: folders)
  }

  func readToEnd(limit: Int) throws(InputFailure) -> [UInt8] { try plain.readToEnd(limit: limit) }

  func readSome() throws(InputFailure) -> [UInt8] { try plain.readSome() }
}
