import Diagnostics

/// A file of headings and first words as a tree that keeps every byte.
///
/// Scenario, codebook, rubric and responses files share this layer: front matter between two `---`,
/// sections that begin with `# Kind: name`, and lines whose indented followers belong to them.
/// Building it cannot fail; what a line *means* is the business of the module that reads it.
package struct Outline: Sendable, Hashable {
  package let file: SourceFile
  /// The lines between the two `---`, with those two; empty where the file has no front matter.
  package let front: FrontMatter?
  /// What stands before the first heading.
  package let preamble: [OutlineLine]
  package let sections: [OutlineSection]

  /// The text of the tree, byte for byte what was read.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count)
    func append(_ lines: [OutlineLine]) {
      for line in lines {
        result += file.bytes[line.whole.start..<line.whole.end]
        append(line.children)
      }
    }
    if let front { append(front.before + front.lines) }
    append(preamble)
    for section in sections {
      append([section.heading])
      append(section.lines)
    }
    return result
  }
}

/// The header of a file.
package struct FrontMatter: Sendable, Hashable {
  /// Blank lines and comments above the opening `---`.
  package let before: [OutlineLine]
  /// Every line, the opening and the closing `---` among them.
  package let lines: [OutlineLine]
  /// False where the file ends before the closing `---`.
  package let isClosed: Bool

  /// The lines between the two `---` that say something.
  package var entries: [OutlineLine] {
    lines.dropFirst().dropLast(isClosed ? 1 : 0).contents
  }
}

/// A heading and what stands below it.
package struct OutlineSection: Sendable, Hashable {
  package let heading: OutlineLine
  /// The word after `#`, up to a colon.
  package let kind: Phrase
  /// What follows the colon; nil where there is none.
  package let name: Phrase?
  package let lines: [OutlineLine]

  package init(heading: OutlineLine, kind: Phrase, name: Phrase?, lines: [OutlineLine]) {
    self.heading = heading
    self.kind = kind
    self.name = name
    self.lines = lines
  }
}

/// One line, with the deeper-indented lines below it as its children.
package struct OutlineLine: Sendable, Hashable {
  package enum Kind: Sendable, Hashable { case blank, comment, content }

  package let kind: Kind
  /// Every byte of the line with its line break.
  package let whole: Span
  /// The words, without indentation, trailing blanks and line break.
  package let phrase: Phrase
  /// Columns of indentation; a tab reaches to the next multiple of four.
  package let indent: Int
  package var children: [OutlineLine]

  init(kind: Kind, whole: Span, phrase: Phrase, indent: Int, children: [OutlineLine]) {
    self.kind = kind
    self.whole = whole
    self.phrase = phrase
    self.indent = indent
    self.children = children
  }

  /// A line that stands in no file yet.
  package init(reading text: String) {
    let phrase = Phrase(text)
    self.init(kind: .content, whole: phrase.span, phrase: phrase, indent: 0, children: [])
  }

  /// The children that say something: no blank lines, no comments.
  package var contents: [OutlineLine] { children.contents }
}

extension Sequence where Element == OutlineLine {
  /// Every line with all that is nested below it, in file order.
  package var flattened: [OutlineLine] { flatMap { [$0] + $0.children.flattened } }

  /// The lines that say something: no blank lines, no comments.
  package var contents: [OutlineLine] { filter { $0.kind == .content } }
}

extension [OutlineLine] {
  /// The lines that say something; most often all, which then need no copy.
  package var contents: [OutlineLine] {
    allSatisfy { $0.kind == .content } ? self : filter { $0.kind == .content }
  }
}
