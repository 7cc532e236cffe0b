import Arguments
import Diagnostics
import FoundationEssentials
import Terminal
import TranscriptStore

/// One command being carried out: what was typed, and the two streams it writes to.
struct Run {
  let command: ParsedCommand
  let surroundings: Surroundings
  let output: Page
  let errors: Page

  init(_ command: ParsedCommand, _ surroundings: Surroundings) {
    self.command = command
    self.surroundings = surroundings
    let colour = command.string("color").flatMap(ColourChoice.init) ?? .auto
    let isPlain = command.isSet("plain")
    func page(_ output: any TextOutput) -> Page {
      Page(
        output: output, colour: colour, isPlain: isPlain, environment: surroundings.environment)
    }
    output = page(surroundings.streams.output)
    errors = page(surroundings.streams.errors)
  }

  var isPlain: Bool { command.isSet("plain") }
  var wantsJSON: Bool { command.isSet("json") }
  /// Whether a person can be asked something.
  var canAsk: Bool { surroundings.streams.input.isTerminal && !command.isSet("no-input") }

  func library() throws -> Library {
    try openLibrary(findLibrary(named: command.string("library"), surroundings))
  }

  func store() throws -> TranscriptStore { try TranscriptStore(path: storePath()) }

  private func storePath() throws -> String {
    let named =
      command.string("store") ?? surroundings.environment["ATTUNE_STORE"].flatMap(nonEmpty)
    if let named {
      guard !named.hasPrefix("postgres") || !named.contains("://") else {
        throw LibraryError(
          message: "this attune keeps transcripts in SQLite files only",
          help: "name a file with --store")
      }
      return named
    }
    guard let home = BaseFolders(environment: surroundings.environment).dataHome else {
      throw LibraryError(
        message: "there is no home folder to keep transcripts in",
        help: "set HOME, or name a file with --store")
    }
    return home + "/attune/transcripts.sqlite"
  }

  /// Another command in the same surroundings, under the same global flags; its exit status.
  func again(_ words: [String]) -> Int32 {
    var global: [String] = []
    for flag in commandTable.globalFlags {
      if flag.value == nil {
        if command.isSet(flag.long) { global.append("--" + flag.long) }
      } else if let value = command.string(flag.long) {
        global += ["--" + flag.long, value]
      }
    }
    return Program.run(words + global, in: surroundings)
  }

  /// Says on standard error why it cannot be done; 2.
  func fail(_ message: String, help: String?) throws -> Int32 {
    // Not wrapped: names of files stay whole, and a terminal folds long lines by itself.
    func line(_ text: String) -> String { neutralised(text, lineBreaks: .asSpaces) }
    try errors.write(errors.style(line("error: \(message)"), as: .warning) + "\n")
    if let help { try errors.write(line("help: \(help)") + "\n") }
    return 2
  }

  /// Diagnostics with their pictures, on standard error.
  func show(_ diagnostics: [Diagnostic], in file: SourceFile) throws {
    for diagnostic in diagnostics { try errors.write(render(diagnostic, in: file)) }
  }

  /// One JSON value on a line of standard output, keys sorted.
  func writeJSON(_ value: some Encodable) throws { try output.write(jsonText(value)) }

  /// What `writeJSON` writes.
  func jsonText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(value)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

/// A stream as people read it.
struct Page {
  let output: any TextOutput
  let colour: ColourChoice
  let isPlain: Bool
  let environment: [String: String]

  /// Asked for anew each time, because a window may be resized. What is no terminal has 80 columns,
  /// whatever the environment says, so that the same input gives the same bytes.
  var style: Style {
    let style = Style(for: output, colour: colour, isPlain: isPlain, environment: environment)
    guard !output.isTerminal else { return style }
    return Style(usesColour: style.usesColour, isPlain: isPlain, width: 80)
  }

  func write(_ text: String) throws { try output.write(text) }

  func blank() throws { try output.write("\n") }

  func heading(_ text: String) throws { try output.write(style.paragraph(text, as: .heading)) }

  func paragraph(_ text: String, as role: Style.Role? = nil) throws {
    try output.write(style.paragraph(text, as: role))
  }

  /// `Samuel: (looks away) …`, wrapped with its label hanging.
  func labelled(
    _ label: String, as labelRole: Style.Role = .speaker, _ text: String,
    as role: Style.Role? = nil
  ) throws {
    try output.write(style.labelled(label, as: labelRole, text, as: role))
  }

  /// A line of a list, its further lines indented below the words.
  func item(_ text: String) throws { try labelled(style.bullet, as: .faint, text) }
}
