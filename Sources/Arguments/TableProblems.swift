/// What the table's author got wrong, a sentence each; an empty list is a table fit to ship.
package func problems(in table: CommandTable) -> [String] {
  var found: [String] = []
  if table.program.isEmpty || table.summary.isEmpty { found.append("the program lacks a summary") }
  found += repeated(table.groups).map { "the group '\($0)' is there twice" }
  found += repeated(table.commands.map { $0.path.joined(separator: " ") })
    .map { "the command '\($0)' is there twice" }
  found += repeated(table.topics.map(\.name)).map { "the topic '\($0)' is there twice" }
  for topic in table.topics {
    if topic.summary.isEmpty || topic.text.isEmpty {
      found.append("the topic '\(topic.name)' is empty")
    }
    if table.firstWords.contains(topic.name) {
      found.append("'\(topic.name)' is a command and a topic")
    }
    found += notASCII(topic.name + topic.summary + topic.text, in: "the topic '\(topic.name)'")
  }
  found += problems(ofFlags: table.globalFlags, in: "the global flags")
  found += notASCII(table.program + table.summary + table.groups.joined(), in: "the program")
  for entry in table.commands { found += problems(of: entry, in: table) }
  return found
}

private func problems(of entry: CommandEntry, in table: CommandTable) -> [String] {
  let name = "'" + entry.path.joined(separator: " ") + "'"
  var found: [String] = []
  if !(1...2).contains(entry.path.count) || !entry.path.allSatisfy(isName) {
    found.append("\(name) is not one or two words of small letters, digits and hyphens")
  }
  if entry.path.first == "help" { found.append("'help' is a command of every program") }
  if entry.path.count == 1, !table.verbs(of: entry.path[0]).isEmpty {
    found.append("\(name) is a command and the first word of others")
  }
  if !table.groups.contains(entry.group) { found.append("\(name) is in no group of the table") }
  if entry.summary.isEmpty { found.append("\(name) lacks a summary") }
  found += problems(ofFlags: entry.flags, in: name)
  found += repeated(entry.flags.flatMap(\.written) + table.globalFlags.flatMap(\.written))
    .map { "\(name) has \($0) twice" }
  found += problems(ofArguments: entry.arguments, in: name)
  if entry.exitStatus.isEmpty { found.append("\(name) does not say how it ends") }
  found += repeated(entry.exitStatus.map { String($0.status) })
    .map { "\(name) explains the exit status \($0) twice" }
  let texts = [entry.summary, entry.discussion] + entry.examples + entry.exitStatus.map(\.meaning)
  found += notASCII(texts.joined(), in: name)
  for example in entry.examples where !runs(example, entry, in: table) {
    found.append("\(name) has an example that does not run it: \(example)")
  }
  return found
}

private func problems(ofArguments arguments: [Argument], in place: String) -> [String] {
  var found = repeated(arguments.map(\.name)).map { "\(place) has <\($0)> twice" }
  for (index, argument) in arguments.enumerated() {
    let name = "\(place): <\(argument.name)>"
    let next = arguments.dropFirst(index + 1)
    if !isName(argument.name) { found.append("\(name) is not a name") }
    if argument.help.isEmpty { found.append("\(name) lacks help") }
    if argument.mayRepeat, !next.isEmpty { found.append("\(name) repeats before the end") }
    if argument.mayBeMissing, next.contains(where: { !$0.mayBeMissing }) {
      found.append("\(name) may be missing although others must follow")
    }
    if argument.default != nil, !argument.mayBeMissing || !next.isEmpty {
      found.append("\(name) has a default but is not an optional last argument")
    }
    found += problems(of: argument.kind, default: argument.default, in: name)
    found += notASCII(argument.help, in: name)
  }
  return found
}

private func problems(ofFlags flags: [Flag], in place: String) -> [String] {
  var found = repeated(flags.flatMap(\.written)).map { "\(place): \($0) is there twice" }
  for flag in flags {
    let name = "\(place): --\(flag.long)"
    if !isName(flag.long) { found.append("\(name) is not small letters, digits and hyphens") }
    if let short = flag.short, !short.isASCII || !short.isLetter {
      found.append("\(name): its short form is not a letter")
    }
    if ["help", "version"].contains(flag.long) || flag.short == "h" {
      found.append("\(name) is a flag of every program")
    }
    if flag.help.isEmpty { found.append("\(name) lacks help") }
    if let value = flag.value {
      if !isName(value.name) { found.append("\(name) does not name its value") }
      found += problems(of: value.kind, default: flag.default, in: name)
    } else if flag.default != nil {
      found.append("\(name) is a switch and has a default")
    }
    found += notASCII(flag.help + (flag.default ?? ""), in: name)
  }
  return found
}

private func problems(of kind: ValueKind, default value: String?, in place: String) -> [String] {
  var found: [String] = []
  if case .choice(let words) = kind {
    if words.count < 2 { found.append("\(place) offers no choice") }
    found += repeated(words).map { "\(place) offers '\($0)' twice" }
    if !words.allSatisfy(isName) { found.append("\(place) offers something that is not a name") }
  }
  if let value {
    do throws(UsageProblem) {
      try kind.check(value, place: place)
    } catch {
      found.append("\(place) has a default that it would refuse")
    }
  }
  return found
}

/// Whether the part of a shell line that starts with the program is a call of this command.
private func runs(_ example: String, _ entry: CommandEntry, in table: CommandTable) -> Bool {
  let words = example.split(separator: " ").map(String.init)
  guard let start = words.firstIndex(of: table.program) else { return false }
  let call = words[(start + 1)...].prefix { !["|", "<", ">", ">>", ";", "&&"].contains($0) }
  guard case .run(let command) = parse(unquoted(Array(call)), table: table) else { return false }
  return command.path == entry.path
}

/// Words between double quotation marks put together again.
private func unquoted(_ words: [String]) -> [String] {
  var whole: [String] = []
  var isOpen = false
  for word in words {
    if isOpen, let last = whole.popLast() {
      whole.append(last + " " + word)
    } else {
      whole.append(word)
    }
    if word.count(where: { $0 == "\"" }) % 2 == 1 { isOpen.toggle() }
  }
  return whole.map { $0.filter { $0 != "\"" } }
}

private func isName(_ word: String) -> Bool {
  !word.isEmpty && !word.hasPrefix("-")
    && word.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
}

private func notASCII(_ text: String, in place: String) -> [String] {
  text.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A }
    ? [] : ["\(place) has characters outside ASCII"]
}

/// Each word that stands in the list more than once, in the order met.
private func repeated(_ words: [String]) -> [String] {
  var counts: [String: Int] = [:]
  return words.filter { word in
    counts[word, default: 0] += 1
    return counts[word] == 2
  }
}
