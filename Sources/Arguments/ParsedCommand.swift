/// What was typed, checked against the table.
///
/// Looking up a name that no flag has gives nothing.
package struct ParsedCommand: Equatable, Sendable {
  /// Empty when no command was named.
  package let path: [String]
  /// In the order typed, with the default of a last argument that was left out.
  package let arguments: [String]
  /// The flags that were typed, by their long name; a switch holds an empty string.
  package let flags: [String: String]
  /// The values of flags that may be repeated, in the order typed, by the flag's long name.
  let repeated: [String: [String]]
  let defaults: [String: String]

  package func argument(_ index: Int) -> String? {
    arguments.indices.contains(index) ? arguments[index] : nil
  }

  /// Whether the flag was typed; a default does not count.
  package func isSet(_ flag: String) -> Bool { flags[flag] != nil }

  /// Every value of a flag that may be repeated, as typed; without its default.
  package func values(_ flag: String) -> [String] { repeated[flag] ?? [] }

  /// The flag's value as typed, or its default; values of a repeated flag are joined by commas.
  package func string(_ flag: String) -> String? { flags[flag] ?? defaults[flag] }

  package func number(_ flag: String) -> UInt64? { string(flag).flatMap(wholeNumber) }

  /// Nil also for a number that `Int` cannot hold.
  package func int(_ flag: String) -> Int? { number(flag).flatMap { Int(exactly: $0) } }
}

/// Decimal digits only: no sign, no spaces, no other scripts.
func wholeNumber(_ text: String) -> UInt64? {
  text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt64(text) : nil
}
