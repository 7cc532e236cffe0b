/// A word that begins with hyphens: a switch, or, with a value, a setting.
///
/// `--help`, `-h` and `--version` belong to every program and are not written into a table.
package struct Flag: Sendable {
  /// Without the hyphens.
  package var long: String
  package var short: Character?
  /// Nil for a switch.
  package var value: FlagValue?
  package var help: String
  /// The value a command receives when the flag is not given; words about it belong into `help`.
  package var `default`: String?
  /// Whether it may be given more than once; the values are then joined by commas.
  package var mayRepeat: Bool

  package init(
    _ long: String, short: Character? = nil, value: FlagValue? = nil, help: String,
    default: String? = nil, mayRepeat: Bool = false
  ) {
    self.mayRepeat = mayRepeat
    self.long = long
    self.short = short
    self.value = value
    self.help = help
    self.default = `default`
  }
}

/// What follows a flag.
package struct FlagValue: Sendable {
  /// The word shown between angle brackets in help.
  package var name: String
  package var kind: ValueKind

  package init(_ name: String, _ kind: ValueKind = .text) {
    self.name = name
    self.kind = kind
  }
}

/// What a typed value stands for: the parser refuses wrong choices and numbers, and completions offer
/// names of the rest.
package enum ValueKind: Sendable, Equatable {
  case text
  case file
  case folder
  case scenario
  case session
  case trainee
  case skill
  case choice([String])
  case number(ClosedRange<UInt64>)

  /// A whole number without a limit of its own, such as a seed.
  package static let anyNumber = ValueKind.number(0...UInt64.max)
}
