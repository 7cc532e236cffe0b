/// Everything the command line knows about itself: parser, help, manual and completions come from it.
package struct CommandTable: Sendable {
  package var program: String
  package var summary: String
  /// Titles under which the program's help lists commands, in the order shown.
  package var groups: [String]
  package var commands: [CommandEntry]
  /// Flags that any command takes, and that may stand before the command as well.
  package var globalFlags: [Flag]
  /// Pages of help that belong to no command: `attune help exit-status`.
  package var topics: [HelpTopic]

  package init(
    program: String, summary: String, groups: [String], commands: [CommandEntry],
    globalFlags: [Flag] = [], topics: [HelpTopic] = []
  ) {
    self.program = program
    self.summary = summary
    self.groups = groups
    self.commands = commands
    self.globalFlags = globalFlags
    self.topics = topics
  }
}

/// One command, reached by one word (`check`) or by a noun and a verb (`transcript show`).
///
/// A noun has no entry of its own: its help is made from its verbs.
package struct CommandEntry: Sendable {
  package var path: [String]
  /// One of the table's groups.
  package var group: String
  package var summary: String
  /// Paragraphs for the full help, parted by empty lines; lines that begin with a space stay as they are.
  package var discussion: String
  package var arguments: [Argument]
  package var flags: [Flag]
  /// Lines to type, beginning with the program or with what is piped into it.
  package var examples: [String]
  package var exitStatus: [ExitMeaning]

  package init(
    path: [String], group: String, summary: String, discussion: String = "",
    arguments: [Argument] = [], flags: [Flag] = [], examples: [String] = [],
    exitStatus: [ExitMeaning] = ExitMeaning.usual
  ) {
    self.path = path
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.flags = flags
    self.examples = examples
    self.exitStatus = exitStatus
  }
}

/// Something a command is given without a flag.
package struct Argument: Sendable {
  package enum Count: Sendable { case required, optional, oneOrMore, anyNumber }

  package var name: String
  package var kind: ValueKind
  package var count: Count
  package var help: String
  /// What the command receives when nothing is typed here.
  package var `default`: String?

  package init(
    _ name: String, _ kind: ValueKind = .text, count: Count = .required, help: String,
    default: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.count = count
    self.help = help
    self.default = `default`
  }

  var mayBeMissing: Bool { count == .optional || count == .anyNumber }
  var mayRepeat: Bool { count == .oneOrMore || count == .anyNumber }
}

/// What it means when a command ends with a number.
package struct ExitMeaning: Sendable {
  package var status: Int32
  package var meaning: String

  package init(_ status: Int32, _ meaning: String) {
    self.status = status
    self.meaning = meaning
  }

  package static let usual = [
    ExitMeaning(0, "done"), ExitMeaning(2, "could not do it"), ExitMeaning(64, "wrong usage"),
  ]
}

/// A page of help that is about no single command.
package struct HelpTopic: Sendable {
  package var name: String
  package var summary: String
  /// Laid out like a command's discussion.
  package var text: String

  package init(name: String, summary: String, text: String) {
    self.name = name
    self.summary = summary
    self.text = text
  }
}
