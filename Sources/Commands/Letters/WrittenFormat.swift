import Terminal

/// How something that people read is written.
enum WrittenFormat: String, CaseIterable {
  case text, markdown, html
}

extension Run {
  /// What `--format` says, else the ending of the file that is written, else text.
  func writtenFormat(to path: String?) -> WrittenFormat {
    if let named = command.string("format").flatMap(WrittenFormat.init) { return named }
    let ending = path?.split(separator: ".").last?.lowercased()
    return switch ending {
    case "html", "htm": .html
    case "md", "markdown": .markdown
    default: .text
    }
  }

  /// What `show` puts on a page of 80 columns without colour.
  func written(_ show: (Page) throws -> Void) throws -> String {
    let text = WrittenText()
    try show(Page(output: text, colour: .never, isPlain: isPlain, environment: [:]))
    return text.text
  }

  /// Writes the text beside what was shown: whole, for its owner's eyes only, and in place of a file
  /// that is there only with `--force`.
  func keep(_ text: String, at path: String) throws {
    try ExportFile(name: path, text: text).writeAlone(mayReplace: command.isSet("force"))
  }

  /// Writes the text into a new file that only its owner can read, which `keep` keeps under its place, or
  /// shows it.
  func put(
    _ text: String, into path: String?, told what: String,
    keep: (_ place: String) throws -> Void
  ) throws {
    guard let path else { return try output.write(text) }
    try ExportFile(name: path, text: text).writeAlone(mayReplace: command.isSet("force")) {
      try keep(pathFromTop(path))
    }
    try errors.paragraph("\(what) is in \(path).", as: .faint)
  }
}

/// Text in memory on its way into a file.
private final class WrittenText: TextOutput {
  let isTerminal = false
  let width = 80
  private(set) var text = ""

  func write(_ text: String) throws(OutputFailure) { self.text += text }
}

/// Words on one line of Markdown that begin nothing but a paragraph, and nothing within it.
func markdownLine(_ text: String) -> String {
  let line = neutralised(text, lineBreaks: .asSpaces).split(separator: " ").joined(separator: " ")
  var result = ""
  // By scalars: an accent that follows one of these does not undo it.
  for scalar in line.unicodeScalars {
    if "\\`*_[]<>#|~".unicodeScalars.contains(scalar) { result.unicodeScalars.append("\\") }
    result.unicodeScalars.append(scalar)
  }
  guard let first = result.first else { return "" }
  if "-+=".contains(first) { return "\\" + result }
  // `1.` would begin a list.
  let digits = result.prefix(while: \.isNumber)
  guard !digits.isEmpty, let mark = result[digits.endIndex...].first, ".)".contains(mark) else {
    return result
  }
  return digits + "\\" + result[digits.endIndex...]
}
