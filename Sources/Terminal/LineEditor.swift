// readline's variables are C globals, and so are stdin and stdout.
@preconcurrency import CReadline
@preconcurrency import Glibc

/// What readline's callbacks need: they carry no context, so this has to be global.
///
/// Touched only by the thread that reads lines.
private struct Shared {
  var commands: [String] = []
  var matches: [String] = []
  var result: ConsoleInput?
}
nonisolated(unsafe) private var shared = Shared()

/// Lines edited with readline on a terminal: a person's own keys from `~/.inputrc`, history, completion.
///
/// There is one per process, because readline is one. It uses readline's callback interface: blocking
/// `readline()` loses the key after Ctrl-C.
final class LineEditor: TextInput {
  private let signals = SignalWatch()
  private var console = Console(commands: [])
  private var history: CommandHistory?

  init(program: String) {
    // readline calls setlocale itself, so it is the environment that has to say UTF-8.
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      setenv("LC_ALL", "C.UTF-8", 1)
      setlocale(LC_CTYPE, "")
    }
    rl_readline_name = UnsafePointer(strdup(program))
    rl_catch_signals = 0
    rl_catch_sigwinch = 0
    rl_change_environment = 0
    rl_variable_bind("bell-style", "none")
    rl_attempted_completion_function = { text, start, _ in
      rl_attempted_completion_over = 1  // never file names
      guard start == 0, let text else { return nil }
      let typed = String(cString: text)
      guard typed.hasPrefix("/") else { return nil }
      shared.matches = shared.commands.filter { $0.hasPrefix(typed) }
      return rl_completion_matches(text) { _, index in
        let matches = shared.matches
        // readline frees it.
        return matches.indices.contains(Int(index)) ? strdup(matches[Int(index)]) : nil
      }
    }
    // Before the first line, so that the screen may be measured; this reads ~/.inputrc.
    rl_initialize()
  }

  var isTerminal: Bool { true }

  func begin(_ console: Console) {
    self.console = console
    shared.commands = console.commands.sorted()
    clear_history()
    stifle_history(Int32(CommandHistory.longest))
    history = console.historyFile.map { CommandHistory(path: $0) }
    for line in history?.lines ?? [] { add_history(line) }
  }

  func readLine(prompt: String, isContinuation: Bool) -> ConsoleInput {
    let input = edit(prompt) ?? .endOfInput
    if case .line(let line, _) = input, !isContinuation { remember(line) }
    return input
  }

  func readKey(prompt: String) -> ConsoleInput {
    rl_num_chars_to_read = 1
    defer { rl_num_chars_to_read = 0 }
    return edit(prompt) ?? .endOfInput
  }

  func readLine(prompt: String, orChangeIn folders: FolderWatch) -> WatchedInput {
    edit(prompt, orChangeIn: folders).map(WatchedInput.input) ?? .saved
  }

  func readToEnd(limit: Int) throws(InputFailure) -> [UInt8] {
    try PlainInput().readToEnd(limit: limit)
  }

  func readSome() throws(InputFailure) -> [UInt8] { try PlainInput().readSome() }

  /// Keeps the command's own word: what follows it, or anything that only looks like a command, may be
  /// something a person said.
  private func remember(_ line: String) {
    guard let word = line.split(separator: " ").first.map(String.init), line.hasPrefix("/"),
      console.commands.contains(word)
    else { return }
    add_history(word)
    history?.append(word)
  }

  /// Nil where something was saved before anything was typed.
  private func edit(_ prompt: String, orChangeIn folders: FolderWatch? = nil) -> ConsoleInput? {
    fflush(nil)
    signals.start()
    defer { signals.stop() }
    shared.result = nil
    // The window may have been resized while nobody was typing.
    rl_reset_screen_size()
    rl_callback_handler_install(markingInvisible(prompt)) { raw in
      // Enter, or Ctrl-D on an empty line.
      rl_callback_handler_remove()
      guard let raw else {
        shared.result = .endOfInput
        return
      }
      let (text, isCut) = cut(String(cString: raw))
      shared.result = .line(onOneLine(text), isCut: isCut)
      free(raw)
    }
    while true {
      var ready = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        // Whoever has begun to type is not interrupted: a negative descriptor is not looked at.
        pollfd(
          fd: rl_end == 0 ? folders?.descriptor ?? -1 : -1, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&ready, 3, -1) >= 0 || errno == EINTR else {
        rl_callback_handler_remove()
        return .endOfInput
      }
      while let signal = signals.next() {
        if let end = react(to: signal) { return end }
      }
      if ready[0].revents != 0 {
        rl_callback_read_char()
        if let result = shared.result {
          if result == .endOfInput { startNewLine() }
          return result
        }
      }
      if ready[2].revents != 0, let folders {
        folders.clear()
        rl_callback_handler_remove()
        startNewLine()
        return nil
      }
    }
  }

  /// What a signal makes of the line; nil when editing goes on.
  private func react(to signal: Int32) -> ConsoleInput? {
    switch signal {
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    case SIGTSTP:
      // The terminal has to be as the shell expects it while we are stopped.
      rl_cleanup_after_signal()
      signals.letThrough(SIGTSTP)
      rl_reset_after_signal()
      rl_forced_update_display()
      return nil
    case SIGINT:
      rl_free_line_state()
      rl_callback_sigcleanup()
      fputs("^C", rl_outstream)
      startNewLine()
      rl_callback_handler_remove()
      return .cancelled
    default:
      rl_callback_handler_remove()
      startNewLine()
      signals.letThrough(signal)
      return .endOfInput
    }
  }

  private func startNewLine() {
    fputs("\n", rl_outstream)
    fflush(rl_outstream)
  }
}

/// A line pasted with its line breaks is one line of speech.
private func onOneLine(_ text: String) -> String {
  String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
}

/// Colour codes between the marks that keep readline from counting them as columns.
private func markingInvisible(_ prompt: String) -> String {
  var marked = ""
  var isCode = false
  for character in prompt {
    if character == "\u{1B}" {
      marked += "\u{01}"
      isCode = true
    }
    marked.append(character)
    if isCode, character == "m" {
      marked += "\u{02}"
      isCode = false
    }
  }
  return marked
}
