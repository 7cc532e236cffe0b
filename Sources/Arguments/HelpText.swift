/// What a page of help is about.
package enum HelpSubject: Sendable {
  case program
  /// The first word of commands that have two.
  case noun(String)
  case command(CommandEntry)
  case topic(HelpTopic)

  var path: [String] {
    switch self {
    case .program, .topic: []
    case .noun(let noun): [noun]
    case .command(let entry): entry.path
    }
  }
}

/// `-h` or `--help`.
package enum HelpLength: Sendable { case short, full }

/// A page of help, ending with a newline.
///
/// `width` counts columns, at least 24; beyond 100 lines grow no longer.
package func helpText(
  about subject: HelpSubject, _ length: HelpLength, table: CommandTable, width: Int = 80
) -> String {
  let page = HelpPage(table: table, length: length, width: min(max(width, 24), 100))
  let sections = page.sections(about: subject).filter { !$0.isEmpty }
  return sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
}

/// The usage line in pieces that belong together.
func usagePieces(of subject: HelpSubject, table: CommandTable) -> [String] {
  switch subject {
  case .program, .topic: [table.program, "<command>", "[<option> ...]"]
  case .noun(let noun):
    [table.program, noun, "{" + table.verbs(of: noun).joined(separator: "|") + "}"]
  case .command(let entry):
    [table.program] + entry.path + entry.arguments.map(\.usage)
      + entry.flags.map { "[" + $0.longForm + "]" }
  }
}

private struct HelpPage {
  let table: CommandTable
  let length: HelpLength
  let width: Int

  func sections(about subject: HelpSubject) -> [[String]] {
    switch subject {
    case .program: programSections()
    case .noun(let noun): nounSections(noun)
    case .command(let entry): commandSections(entry)
    case .topic(let topic): [wrapParagraphs(topic.text, width: width)]
    }
  }

  private func programSections() -> [[String]] {
    var sections = [wrap(table.summary, width: width), usage(.program)]
    sections += table.groups.map { group in
      let entries = table.commands.filter { $0.group == group }
      let lines = length == .full ? entries.flatMap(line) : collapsed(entries)
      return titled(group.uppercased(), lines)
    }
    if length == .full {
      sections.append(titled("OPTIONS", (table.globalFlags + [.help, .version]).flatMap(line)))
      let topics = table.topics.flatMap {
        definition("help " + $0.name, $0.summary, width: width)
      }
      sections.append(titled("TOPICS", topics))
    }
    sections.append(wrap("See '\(table.program) help <command>'.", width: width, indent: 2))
    return sections
  }

  private func nounSections(_ noun: String) -> [[String]] {
    let entries = table.commands.filter { $0.path.first == noun }
    return [
      usage(.noun(noun)), titled("COMMANDS", entries.flatMap(line)),
      wrap("See '\(table.program) help \(noun) <command>'.", width: width, indent: 2),
    ]
  }

  private func commandSections(_ entry: CommandEntry) -> [[String]] {
    let name = ([table.program] + entry.path).joined(separator: " ")
    guard length == .full else {
      return [
        wrap(entry.summary, width: width), usage(.command(entry)),
        titled("OPTIONS", entry.flags.flatMap(line)),
        wrap("See '\(name) --help' for more.", width: width, indent: 2),
      ]
    }
    let topics = table.topics.map { "'help \($0.name)'" }
    return [
      wrap(entry.summary, width: width),
      wrapParagraphs(entry.discussion, width: width),
      usage(.command(entry)),
      titled("EXAMPLES", entry.examples.flatMap(example)),
      titled("ARGUMENTS", entry.arguments.flatMap(line)),
      titled("OPTIONS", (entry.flags + table.globalFlags + [.help]).flatMap(line)),
      titled("EXIT STATUS", entry.exitStatus.flatMap(line)),
      topics.isEmpty ? [] : wrap("See \(list(topics)).", width: width, indent: 2),
    ]
  }

  private func titled(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [title] + lines
  }

  private func usage(_ subject: HelpSubject) -> [String] {
    ["USAGE"] + wrap(usagePieces(of: subject, table: table), width: width, indent: 2, hang: 4)
  }

  /// A line too long is broken the way a shell allows, so that it can still be copied.
  private func example(_ text: String) -> [String] {
    let words = ["$"] + text.split(separator: " ").map(String.init)
    return wrap(words, width: width, indent: 2, hang: 4, joint: " \\")
  }

  /// Single commands as they are; the verbs of a noun in one line.
  private func collapsed(_ entries: [CommandEntry]) -> [String] {
    var seen: Set<String> = []
    return entries.flatMap { entry in
      guard entry.path.count > 1, let noun = entry.path.first else { return line(entry) }
      guard seen.insert(noun).inserted else { return [] }
      return definition(noun, list(table.verbs(of: noun)), width: width)
    }
  }

  private func line(_ entry: CommandEntry) -> [String] {
    definition(entry.path.joined(separator: " "), entry.summary, width: width)
  }

  private func line(_ argument: Argument) -> [String] {
    let facts = argument.kind.facts(default: argument.default)
    return definition("<\(argument.name)>", argument.help + facts, width: width)
  }

  private func line(_ flag: Flag) -> [String] {
    let term = (flag.short.map { "-\($0), " } ?? "") + flag.longForm
    let facts = (flag.value?.kind ?? .text).facts(default: flag.default)
    return definition(term, flag.help + facts, width: width)
  }

  private func line(_ exit: ExitMeaning) -> [String] {
    let number = String(exit.status)
    let head = "  " + number + spaces(4 - number.count)
    let lines = wrap(exit.meaning, width: width, indent: head.count)
    return [head + (lines.first?.dropFirst(head.count) ?? "")] + lines.dropFirst()
  }
}

extension Argument {
  fileprivate var usage: String {
    switch count {
    case .required: "<\(name)>"
    case .optional: "[<\(name)>]"
    case .oneOrMore: "<\(name)> ..."
    case .anyNumber: "[<\(name)> ...]"
    }
  }
}

extension Flag {
  fileprivate static let help = Flag("help", short: "h", help: "Show help; -h is the short form.")
  fileprivate static let version = Flag("version", help: "Show the version.")

  fileprivate var longForm: String { "--" + long + (value.map { " <\($0.name)>" } ?? "") }
}

extension ValueKind {
  /// " (coach, quiet or exam; default: coach)", or nothing.
  fileprivate func facts(default value: String?) -> String {
    var facts: [String] = []
    switch self {
    case .choice(let words): facts.append(list(words))
    case .number(let range) where self != .anyNumber:
      facts.append("\(range.lowerBound) to \(range.upperBound)")
    default: break
    }
    if let value { facts.append("default: \(value)") }
    return facts.isEmpty ? "" : " (" + facts.joined(separator: "; ") + ")"
  }
}
