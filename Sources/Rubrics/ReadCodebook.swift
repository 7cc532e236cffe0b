import Diagnostics
import Outline

/// A codebook as far as its file could be read, and everything that is wrong with the file.
package struct CheckedCodebook: Sendable {
  /// Nil only where the file has no code at all; with errors among the diagnostics, do not use it
  /// for coding.
  package let codebook: Codebook?
  package let diagnostics: [Diagnostic]
}

/// Reads the behaviour codes and cues of one `.codebook` file; any bytes are accepted.
package func readCodebook(_ file: SourceFile) -> CheckedCodebook {
  var reading = CodebookReading(readOutline(file))
  reading.readHeader()
  reading.readSections()
  reading.checkNamesUsedOnce()
  if reading.book.codes.isEmpty {
    reading.report(.noCodes, at: Span(0, min(1, file.bytes.count)))
    return CheckedCodebook(codebook: nil, diagnostics: reading.diagnostics.inFileOrder())
  }
  return CheckedCodebook(codebook: reading.book, diagnostics: reading.diagnostics.inFileOrder())
}

let headerKeys = [
  "title", "id", "version", "language", "damping", "turn limit", "routine", "plain statement",
  "echo", "not understood",
]

/// The headings of a codebook, each with a name after it.
let codebookKinds = ["Words", "Code", "Cue", "Weights"]

/// The state of reading one file: first the names it declares, then every line with those names
/// known.
struct CodebookReading {
  let outline: Outline
  var book = Codebook()
  var diagnostics: [Diagnostic] = []
  /// Ids, plain names and families, in lower case, with the ids they stand for.
  var codeNames: [String: [String]] = [:]
  var spelling: [String] = []
  var cueNames: Set<String> = []
  var listNames: Set<String> = []
  var pattern: CuePatternReader

  init(_ outline: Outline) {
    self.outline = outline
    pattern = CuePatternReader(lists: [])
    collectNames()
    pattern = CuePatternReader(lists: listNames)
  }

  mutating func report(_ problem: CodebookProblem, at span: Span) {
    diagnostics.append(Diagnostic(problem, at: span))
  }

  private mutating func collectNames() {
    for section in outline.sections {
      guard let name = section.name, !name.isEmpty else { continue }
      if section.kind.equals("words") { listNames.insert(name.text.lowercased()) }
      if section.kind.equals("cue") { cueNames.insert(name.text) }
      guard section.kind.equals("code") else { continue }
      let id = name.text
      var names = [id]
      for line in section.lines.contents {
        if let value = value(line.phrase, "name") { names.append(value.text) }
        if let value = value(line.phrase, "families") {
          names += value.pieces(between: ",").map(\.text)
        }
      }
      for name in names where !name.isEmpty {
        codeNames[name.lowercased(), default: []].append(id)
        spelling.append(name)
      }
    }
  }

  /// What follows `keyword:`, else nil.
  func value(_ phrase: Phrase, _ keyword: String) -> Phrase? {
    guard let rest = phrase.after(keyword), rest.starts(with: ":") else { return nil }
    return rest.dropping(":").trimmed
  }

  mutating func readHeader() {
    let start = Span(0, min(3, outline.file.bytes.count))
    guard let front = outline.front else {
      for key in ["title", "id"] { report(.missingKey(key), at: start) }
      return
    }
    if !front.isClosed, let first = front.lines.first {
      report(.headerNotClosed, at: first.phrase.span)
    }
    var seen: Set<String> = []
    for line in front.lines.dropFirst().dropLast(front.isClosed ? 1 : 0).contents {
      let key = headerKeys.first { value(line.phrase, $0) != nil }
      guard let key, let value = value(line.phrase, key) else {
        let words = (line.phrase.split(at: ":")?.0 ?? line.phrase).trimmed
        report(
          .unknownKey(words.text, nearest: nearestName(to: words.text, in: headerKeys)),
          at: words.span)
        continue
      }
      guard seen.insert(key).inserted else {
        report(.saidTwice(key), at: line.phrase.span)
        continue
      }
      readHeader(key, value)
    }
    for key in ["title", "id"] where !seen.contains(key) { report(.missingKey(key), at: start) }
  }

  private mutating func readHeader(_ key: String, _ value: Phrase) {
    switch key {
    case "title": book.title = value.text
    case "id": book.id = value.text
    case "version": book.version = value.text
    case "language" where value.text != "en": report(.otherLanguage(value.text), at: value.span)
    case "damping":
      let numbers = value.pieces(between: ",").compactMap(\.decimal)
      guard numbers.count == 5, numbers.allSatisfy({ (0...5).contains($0) }) else {
        report(
          .unreadableValue(of: key, expected: "five numbers from 0 to 5, with commas"),
          at: value.span)
        return
      }
      book.damping = numbers
    case "turn limit":
      guard let number = value.integer, (1...100).contains(number) else {
        report(.unreadableValue(of: key, expected: "a number from 1 to 100"), at: value.span)
        return
      }
      book.turnLimit = number
    case "routine":
      guard let number = value.decimal, (0...1).contains(number) else {
        report(.unreadableValue(of: key, expected: "a number from 0 to 1"), at: value.span)
        return
      }
      book.routine = number
    case "plain statement": book.plainStatement = code(value) ?? ""
    case "echo": book.echo = code(value) ?? ""
    case "not understood": book.notUnderstood = code(value) ?? ""
    default: break
    }
  }

  /// The id of the one code that an id or plain name stands for.
  mutating func code(_ phrase: Phrase) -> String? {
    guard let ids = codeNames[phrase.text.lowercased()], let id = ids.first else {
      let ids = outline.sections.filter { $0.kind.equals("code") }.compactMap { $0.name?.text }
      report(
        .unknownCode(phrase.text, nearest: nearestName(to: phrase.text, in: ids + spelling)),
        at: phrase.span)
      return nil
    }
    return id
  }

  mutating func readSections() {
    var weights: [(OutlineSection, Phrase)] = []
    for line in outline.preamble.contents.prefix(1) {
      report(.outsideSections, at: line.phrase.span)
    }
    var seen: Set<String> = []
    for section in outline.sections {
      guard let kind = codebookKinds.first(where: { section.kind.equals($0) }) else {
        let word = section.kind.text
        report(
          .unknownHeading(word, nearest: nearestName(to: word, in: codebookKinds)),
          at: section.kind.isEmpty ? section.heading.phrase.span : section.kind.span)
        continue
      }
      guard let name = section.name, !name.isEmpty else {
        report(.headingWithoutName(kind: kind), at: section.heading.phrase.span)
        continue
      }
      guard seen.insert(kind + ":" + name.text.lowercased()).inserted else {
        let what = kind == "Words" ? "word list" : kind.lowercased()
        report(.duplicate(kind: what, name: name.text), at: name.span)
        continue
      }
      switch kind {
      case "Words": readWords(section, name)
      case "Code": readCode(section, name)
      case "Weights": weights.append((section, name))
      default: readCue(section, name)
      }
    }
    // They may stand before their codes.
    for (section, name) in weights { readWeights(section, name) }
  }

  private mutating func readWords(_ section: OutlineSection, _ name: Phrase) {
    var words: [String] = []
    func add(_ lines: [OutlineLine], _ reading: inout CodebookReading) {
      for line in lines.contents {
        for piece in reading.quotedOrPlain(line.phrase) {
          switch readWord(piece.text) {
          case .success: words.append(piece.text.lowercased())
          case .failure(let fault):
            let inner = piece.unquoted ?? piece
            let parts = inner.words.map(\.text)
            let readable =
              piece.unquoted != nil && !parts.isEmpty
              && parts.allSatisfy { if case .success = readWord($0) { true } else { false } }
            if readable {
              words.append(parts.joined(separator: " ").lowercased())
            } else {
              reading.report(.unreadablePattern(fault), at: piece.span)
            }
          }
        }
        add(line.children, &reading)
      }
    }
    add(section.lines, &self)
    if words.isEmpty { report(.emptyList(name.text), at: name.span) }
    book.wordLists[name.text.lowercased()] = words
  }

  /// Words between blanks; several in double quotes are one.
  private func quotedOrPlain(_ phrase: Phrase) -> [Phrase] {
    var result: [Phrase] = []
    for (number, part) in parts(phrase, between: UInt8(ascii: "\"")).enumerated() {
      if number % 2 == 0 {
        result += part.words
      } else {
        result.append(phrase.at(part.span.start - 1, min(part.span.end + 1, phrase.span.end)))
      }
    }
    return result
  }

  private func parts(_ phrase: Phrase, between mark: UInt8) -> [Phrase] {
    var result: [Phrase] = []
    var start = phrase.span.start
    for offset in phrase.span.start..<phrase.span.end where phrase.file.bytes[offset] == mark {
      result.append(phrase.at(start, offset))
      start = offset + 1
    }
    return result + [phrase.at(start, phrase.span.end)]
  }
}
