import Arguments
import LanguageServer
import Terminal

let languageServerEntry = CommandEntry(
  path: ["language-server"], group: "Writing",
  summary: "Serve an editor: problems as you type, completion, renaming.",
  discussion: """
    An editor starts this by itself and speaks the Language Server Protocol with it over standard \
    input and output. The handbook's page Editors says how to set up Visual Studio Code, Neovim and \
    Emacs. A file is checked with the codebook and the rubrics of the library it lies in, as \
    'attune check' does.
    """,
  flags: [Flag("stdio", help: "Accepted because some editors give it; nothing else is spoken.")],
  examples: ["attune language-server"],
  exitStatus: [
    ExitMeaning(0, "the editor ended it"), ExitMeaning(1, "the editor went away"),
    ExitMeaning(2, "could not do it"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune language-server`: an editor's messages from standard input to its answers on standard
/// output.
func serveEditor(_ run: Run) throws -> Int32 {
  let input = run.surroundings.streams.input
  guard !input.isTerminal else {
    return try run.fail(
      "'language-server' speaks with an editor, not with people",
      help: "the handbook's page Editors says how to set one up")
  }
  let server = LanguageServer(EditorLibraries(run).forEditor)
  var frames = MessageFrames()
  func send(_ messages: [[UInt8]]) throws {
    guard !messages.isEmpty else { return }
    try run.output.write(String(decoding: messages.flatMap(framed), as: UTF8.self))
  }
  while true {
    let bytes = try input.readSome()
    if bytes.isEmpty { return server.exitStatus }
    frames.append(bytes)
    while let frame = frames.next() {
      switch frame {
      case .message(let message): try send(server.receive(message))
      case .broken: try send(server.receiveBroken())
      }
      if server.hasExited { return server.exitStatus }
    }
    try send(server.settle())
  }
}
