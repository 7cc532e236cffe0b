/// What a command line asks for.
package enum ParseOutcome: Equatable, Sendable {
  /// Run it. An empty path means that no command was named.
  case run(ParsedCommand)
  /// Print this.
  case help(String)
  case version(asJSON: Bool)
  case wrong(UsageError)
}

/// Reads the words after the program's name.
///
/// `--flag value`, `--flag=value` and `-f value` are the same; `--` ends the flags; `-` is an argument. A
/// command's flags stand anywhere after it, global flags anywhere. `-h` and `--help` win over everything
/// except an unknown command, and `--version` over the rest. Nothing may be shortened.
package func parse(_ words: [String], table: CommandTable, width: Int = 80) -> ParseOutcome {
  let flagWords = words.prefix { $0 != "--" }
  let asksVersion = flagWords.contains("--version")
  var reader = WordReader(table: table, asksVersion: asksVersion)
  let asked: HelpLength? =
    flagWords.contains("--help") ? .full : flagWords.contains("-h") ? .short : nil

  do throws(UsageProblem) {
    try reader.read(words)
    if let asked, !reader.isHelp { return help(reader.subject, asked) }
    if reader.isHelp { return help(try reader.helpSubject(), .full) }
    if asksVersion { return .version(asJSON: flagWords.contains("--json")) }
    return .run(try reader.command())
  } catch {
    switch error {
    case .unknownCommand, .unknownVerb, .unknownTopic: break
    default: if let asked { return help(reader.subject, asked) }
    }
    return .wrong(usageError(error, about: reader.subject))
  }

  func help(_ subject: HelpSubject, _ length: HelpLength) -> ParseOutcome {
    .help(helpText(about: subject, length, table: table, width: width))
  }

  func usageError(_ problem: UsageProblem, about subject: HelpSubject) -> UsageError {
    let usage = usagePieces(of: subject, table: table)
    let name = ([table.program] + subject.path).joined(separator: " ")
    return UsageError(
      message: problem.message, nearest: problem.nearest, usage: usage,
      hint: "See '\(name) --help'.")
  }
}

/// Takes words one by one; what it has understood so far stays readable when it stops.
private struct WordReader {
  let table: CommandTable
  let asksVersion: Bool
  private(set) var isHelp = false
  private var noun: String?
  private var entry: CommandEntry?
  private var arguments: [String] = []
  private var flags: [String: String] = [:]
  private var repeated: [String: [String]] = [:]

  init(table: CommandTable, asksVersion: Bool) {
    self.table = table
    self.asksVersion = asksVersion
  }

  var subject: HelpSubject {
    if let entry { return .command(entry) }
    return noun.map { .noun($0) } ?? .program
  }

  mutating func read(_ words: [String]) throws(UsageProblem) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        for word in rest { try take(word) }
        return
      }
      if word == "-h" || word == "--help" || word == "--version" { continue }
      if word.hasPrefix("-"), word != "-" {
        try takeFlag(word, rest: &rest)
      } else {
        try take(word)
      }
    }
  }

  private mutating func take(_ word: String) throws(UsageProblem) {
    if entry != nil || isHelp {
      arguments.append(word)
    } else if let found = table.commands.first(where: {
      $0.path == [noun, word].compactMap(\.self)
    }) {
      entry = found
    } else if let noun {
      throw .unknownVerb(word, noun: noun, verbs: table.verbs(of: noun))
    } else if word == "help" {
      isHelp = true
    } else if table.verbs(of: word).isEmpty {
      throw .unknownCommand(word, names: table.firstWords + ["help"])
    } else {
      noun = word
    }
  }

  private mutating func takeFlag(
    _ word: String, rest: inout ArraySlice<String>
  ) throws(UsageProblem) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isLong = word.hasPrefix("--")
    let name = isLong ? String(parts[0]) : word
    let known = (entry?.flags ?? []) + table.globalFlags
    guard let flag = known.first(where: { $0.isWritten(name) }) else {
      if asksVersion, name == "--json" { return }
      if entry == nil, !isHelp, table.commands.contains(where: { $0.takes(name) }) {
        throw .flagBeforeCommand(name)
      }
      let names = known.flatMap(\.written) + ["--help", "--version"]
      throw .unknownFlag(name, names: names)
    }
    let earlier = flags[flag.long]
    guard earlier == nil || flag.mayRepeat else { throw .flagTwice(name) }
    guard let value = flag.value else {
      guard !isLong || parts.count == 1 else { throw .valueUnwanted(name) }
      flags[flag.long] = ""
      return
    }
    var typed = isLong && parts.count > 1 ? String(parts[1]) : nil
    if typed == nil, let next = rest.first, next == "-" || !next.hasPrefix("-") {
      typed = rest.removeFirst()
    }
    guard let typed, !typed.isEmpty else { throw .valueMissing(name, value) }
    try value.kind.check(typed, place: "'\(name)'")
    flags[flag.long] = earlier.map { $0 + "," + typed } ?? typed
    if flag.mayRepeat { repeated[flag.long, default: []].append(typed) }
  }

  /// The command, once all words are read.
  func command() throws(UsageProblem) -> ParsedCommand {
    if let noun, entry == nil { throw .verbMissing(noun: noun, verbs: table.verbs(of: noun)) }
    let wanted = entry?.arguments ?? []
    var arguments = arguments
    if wanted.last?.mayRepeat != true { try refuseMore(than: wanted.count) }
    for (index, argument) in wanted.enumerated() where index >= arguments.count {
      guard argument.mayBeMissing else { throw .argumentMissing(argument.name) }
      if let value = argument.default { arguments.append(value) }
    }
    for (index, word) in arguments.enumerated() {
      guard let argument = index < wanted.count ? wanted[index] : wanted.last else { break }
      try argument.kind.check(word, place: "<\(argument.name)>")
    }
    let known = (entry?.flags ?? []) + table.globalFlags
    let defaults = known.compactMap { flag in flag.default.map { (flag.long, $0) } }
    return ParsedCommand(
      path: entry?.path ?? [], arguments: arguments, flags: flags, repeated: repeated,
      defaults: Dictionary(defaults) { first, _ in first })
  }

  /// What `help <words>` is about.
  func helpSubject() throws(UsageProblem) -> HelpSubject {
    guard let first = arguments.first else { return .program }
    if let entry = table.commands.first(where: { arguments.starts(with: $0.path) }) {
      try refuseMore(than: entry.path.count)
      return .command(entry)
    }
    let verbs = table.verbs(of: first)
    if !verbs.isEmpty {
      guard arguments.count > 1 else { return .noun(first) }
      throw .unknownVerb(arguments[1], noun: first, verbs: verbs)
    }
    guard let topic = table.topics.first(where: { $0.name == first }) else {
      throw .unknownTopic(first, names: table.firstWords + table.topics.map(\.name))
    }
    try refuseMore(than: 1)
    return .topic(topic)
  }

  private func refuseMore(than allowed: Int) throws(UsageProblem) {
    if arguments.count > allowed { throw .tooMany(allowed: allowed, typed: arguments.count) }
  }
}

extension CommandTable {
  /// The words that can follow a noun, in the table's order.
  func verbs(of noun: String) -> [String] {
    commands.compactMap { $0.path.count == 2 && $0.path.first == noun ? $0.path.last : nil }
  }

  /// The first words of all commands, each once.
  var firstWords: [String] {
    var seen: Set<String> = []
    return commands.compactMap(\.path.first).filter { seen.insert($0).inserted }
  }
}

extension CommandEntry {
  fileprivate func takes(_ name: String) -> Bool { flags.contains { $0.isWritten(name) } }
}

extension Flag {
  /// As it is typed: `--quiet` and `-q`.
  var written: [String] { ["--" + long] + (short.map { ["-\($0)"] } ?? []) }

  fileprivate func isWritten(_ name: String) -> Bool { written.contains(name) }
}

extension ValueKind {
  func check(_ typed: String, place: String) throws(UsageProblem) {
    switch self {
    case .choice(let choices):
      guard choices.contains(typed) else {
        throw .notAmong(place: place, typed: typed, choices: choices)
      }
    case .number(let range):
      guard let number = wholeNumber(typed), range.contains(number) else {
        throw .notInRange(place: place, range)
      }
    case .text, .file, .folder, .scenario, .session, .trainee, .skill: break
    }
  }
}
