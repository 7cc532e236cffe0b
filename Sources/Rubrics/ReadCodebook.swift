import Diagnostics
import Outline

/// A codebook as far as its file could be read, and everything that is wrong with the file.
package struct CheckedCodebook: Sendable {
  /// Nil only where the file has no code at all; with errors among the diagnostics, do not use it
  /// for coding.
  package let codebook: Codebook?
  package let diagnostics: [Diagnostic]
  /// What is wrong with each of the files of words beside it.
  package let inWords: [[Diagnostic]]

  /// Whether anything keeps the codebook from being used for coding.
  package var hasErrors: Bool { diagnostics.hasErrors || inWords.contains(where: \.hasErrors) }
}

/// Reads the behaviour codes and cues of one `.codebook` file, which may name word lists of the
/// `.words` files beside it; any bytes are accepted.
package func readCodebook(_ file: SourceFile, words: [SourceFile] = []) -> CheckedCodebook {
  let outline = readOutline(file)
  let lists = readWordLists(words.map(readOutline), codebook: outline)
  var reading = CodebookReading(outline, lists)
  reading.readHeader()
  reading.readSections()
  reading.checkNamesUsedOnce()
  if reading.book.codes.isEmpty { reading.report(.noCodes, at: Span(0, min(1, file.bytes.count))) }
  return CheckedCodebook(
    codebook: reading.book.codes.isEmpty ? nil : reading.book,
    diagnostics: reading.diagnostics.inFileOrder(), inWords: lists.inFiles)
}

let headerKeys = [
  "title", "id", "version", "language", "damping", "turn limit", "routine", "plain statement",
  "echo", "not understood",
]

/// The headings of a codebook, each with a name after it.
let codebookKinds = ["Words", "More words", "Code", "Cue", "Weights"]

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
  var pattern: CuePatternReader

  init(_ outline: Outline, _ lists: WordListReading) {
    self.outline = outline
    pattern = CuePatternReader(lists: Set(lists.words.keys))
    book.wordLists = lists.words
    diagnostics = lists.inCodebook
    collectNames()
  }

  mutating func report(_ problem: CodebookProblem, at span: Span) {
    diagnostics.append(Diagnostic(problem, at: span))
  }

  private mutating func collectNames() {
    for section in outline.sections {
      guard let name = section.name, !name.isEmpty else { continue }
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
      // Its lists are read with those of the files beside it.
      if kind == "Words" || kind == "More words" { continue }
      guard seen.insert(kind + ":" + name.text.lowercased()).inserted else {
        report(.duplicate(kind: kind.lowercased(), name: name.text), at: name.span)
        continue
      }
      switch kind {
      case "Code": readCode(section, name)
      case "Weights": weights.append((section, name))
      default: readCue(section, name)
      }
    }
    // They may stand before their codes.
    for (section, name) in weights { readWeights(section, name) }
  }
}
