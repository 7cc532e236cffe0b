import Diagnostics
import Outline

/// A scenario file read line by line: what each line is, with the words it is made of.
///
/// Nothing is looked up here; a name is still the `Phrase` somebody typed. Every line of the
/// outline is in the tree, an unreadable one as `.unknown`.
package struct ScenarioTree: Sendable, Hashable {
  package let outline: Outline
  package let header: [HeaderLine]
  /// What stands before the first heading.
  package let preamble: [OutlineLine]
  package let sections: [ScenarioSection]

  package var file: SourceFile { outline.file }
  /// The tree as text, byte for byte what was read.
  package var bytes: [UInt8] { outline.bytes }
}

/// One line of the front matter.
package struct HeaderLine: Sendable, Hashable {
  package let line: OutlineLine
  package let name: Phrase
  /// Nil where the line has no colon.
  package let value: Phrase?
}

/// A section by its kind.
package struct ScenarioSection: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case patient([Phrase])
    case situation([Phrase])
    case people([EntryLine])
    case topics([EntryLine])
    case state([StateLine])
    case fallback([BeatLine])
    case beat([BeatLine])
    case ending([BeatLine])
    case check([CheckLine])
    case variation([VariationLine])
    case unknown
  }

  package let outline: OutlineSection
  package let content: Content
  /// Whether its heading stands there without the `#`.
  package let lacksMark: Bool

  /// Without quotes around it.
  package var name: Phrase? {
    outline.name.map { $0.unquoted ?? $0 }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The kinds of section there are, as an author writes them.
  package static let kinds = [
    "Patient", "Situation", "People", "Topics", "State", "Fallback", "Beat", "Ending", "Variation",
    "Check",
  ]
}

/// A person or a topic: a name, what is said about it, and the words that mention it.
package struct EntryLine: Sendable, Hashable {
  package let line: OutlineLine
  package let name: Phrase
  package let description: Phrase
  package let words: [Phrase]
  /// A word with a colon that is none of those a person's line may have, such as `aslo:`.
  package let odd: Phrase?
}

/// A state with its range and start; a number is nil where it cannot be read.
package struct StateLine: Sendable, Hashable {
  package let line: OutlineLine
  package let name: Phrase
  package let range: (lowest: Phrase, highest: Phrase)?
  package let start: Phrase?
  package let settles: Phrase?
  /// The first piece that is none of these.
  package let stray: Phrase?

  package static func == (a: StateLine, b: StateLine) -> Bool { a.line == b.line }
  package func hash(into hasher: inout Hasher) { hasher.combine(line) }
}
