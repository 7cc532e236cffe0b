import Diagnostics
import Outline

/// Lists inside lists inside lists: no deeper than this.
private let deepestLists = 8
/// So many words all lists have together, at most.
private let mostListed = 200_000

/// The word lists of a codebook and of the files beside it, and what is wrong with them.
struct WordListReading {
  /// By name in lower case; the words are lower case, each once.
  var words: [String: [String]] = [:]
  var inCodebook: [Diagnostic] = []
  /// For each file of words.
  var inFiles: [[Diagnostic]] = []
}

/// Reads `# Words: …`, and `# More words: …`, which adds to a list of any of the files.
///
/// A word in angle brackets stands for all words of that list. Between files a list stands once, but
/// one in the codebook itself goes before that of a file.
func readWordLists(_ files: [Outline], codebook: Outline) -> WordListReading {
  var collection = WordListCollection(files + [codebook])
  collection.collect()
  collection.resolve()
  var result = WordListReading()
  result.words = collection.resolved
  result.inCodebook = collection.diagnostics.last ?? []
  result.inFiles = collection.diagnostics.dropLast().map { $0.inFileOrder() }
  return result
}

private struct WordListCollection {
  struct List {
    var name: Phrase
    var file: Int
    var words: [String] = []
    /// Other lists, each with the file that names it.
    var inside: [(name: Phrase, file: Int)] = []
  }

  /// The last is the codebook.
  let outlines: [Outline]
  var diagnostics: [[Diagnostic]]
  var lists: [String: List] = [:]
  var order: [String] = []
  var resolved: [String: [String]] = [:]
  private var listed = 0

  init(_ outlines: [Outline]) {
    self.outlines = outlines
    diagnostics = Array(repeating: [], count: outlines.count)
  }

  private mutating func report(_ problem: CodebookProblem, at span: Span, in file: Int) {
    diagnostics[file].append(Diagnostic(problem, at: span))
  }

  mutating func collect() {
    var additions: [(section: OutlineSection, name: Phrase, file: Int)] = []
    for (file, outline) in outlines.enumerated() {
      let isCodebook = file == outlines.count - 1
      if !isCodebook { checkRest(of: outline, file) }
      for section in outline.sections {
        let isMore = section.kind.equals("more words")
        guard isMore || section.kind.equals("words") else { continue }
        guard let name = section.name, !name.isEmpty else {
          if !isCodebook {
            report(
              .headingWithoutName(kind: isMore ? "More words" : "Words"),
              at: section.heading.phrase.span, in: file)
          }
          continue
        }
        if isMore {
          additions.append((section, name, file))
        } else {
          add(section, name, file)
        }
      }
    }
    for (section, name, file) in additions {
      let key = name.text.lowercased()
      guard var list = lists[key] else {
        report(
          .unknownList(name.text, nearest: nearestName(to: key, in: lists.keys)), at: name.span,
          in: file)
        continue
      }
      read(section.lines, file, into: &list)
      lists[key] = list
    }
  }

  private mutating func add(_ section: OutlineSection, _ name: Phrase, _ file: Int) {
    let key = name.text.lowercased()
    var list = List(name: name, file: file)
    read(section.lines, file, into: &list)
    if let known = lists[key], known.file == file || file < outlines.count - 1 {
      report(
        known.file == file
          ? .duplicate(kind: "word list", name: name.text)
          : .listInOtherFile(name.text, file: outlines[known.file].file.name),
        at: name.span, in: file)
      return
    }
    if lists.updateValue(list, forKey: key) == nil { order.append(key) }
  }

  /// Header, headings and lines that have no place in a file of words.
  private mutating func checkRest(of outline: Outline, _ file: Int) {
    let keys = ["title", "id", "language", "note"]
    func stray(_ phrase: Phrase, _ names: [String]) {
      let words = (phrase.split(at: ":")?.0 ?? phrase).trimmed
      let shown = words.isEmpty ? phrase : words
      report(
        .notInWords(shown.text, nearest: nearestName(to: shown.text, in: names)), at: shown.span,
        in: file)
    }
    if let front = outline.front, !front.isClosed, let first = front.lines.first {
      report(.headerNotClosed, at: first.phrase.span, in: file)
    }
    for line in outline.front?.entries ?? [] {
      let name = (line.phrase.split(at: ":")?.0 ?? Phrase("")).trimmed
      if !keys.contains(where: { name.equals($0) }) { stray(line.phrase, keys) }
    }
    for line in outline.preamble.contents.prefix(1) {
      report(.outsideSections, at: line.phrase.span, in: file)
    }
    for section in outline.sections
    where !section.kind.equals("words") && !section.kind.equals("more words") {
      stray(section.kind.isEmpty ? section.heading.phrase : section.kind, ["Words", "More words"])
    }
  }

  private mutating func read(_ lines: [OutlineLine], _ file: Int, into list: inout List) {
    for line in lines.contents {
      for piece in quotedOrPlain(line.phrase) {
        if piece.starts(with: "<"), piece.bytes.last == UInt8(ascii: ">"), piece.span.count > 2 {
          list.inside.append((piece.at(piece.span.start + 1, piece.span.end - 1), file))
          continue
        }
        switch readWord(piece.text) {
        case .success: list.words.append(piece.text.lowercased())
        case .failure(let fault):
          let inner = piece.unquoted ?? piece
          let parts = inner.words.map(\.text)
          let isReadable =
            piece.unquoted != nil && !parts.isEmpty
            && parts.allSatisfy { if case .success = readWord($0) { true } else { false } }
          if isReadable {
            list.words.append(parts.joined(separator: " ").lowercased())
          } else {
            report(.unreadablePattern(fault), at: piece.span, in: file)
          }
        }
      }
      read(line.children, file, into: &list)
    }
  }

  mutating func resolve() {
    for key in order {
      let words = words(of: key, inside: [])
      resolved[key] = words
      if words.isEmpty, let list = lists[key] {
        report(.emptyList(list.name.text), at: list.name.span, in: list.file)
      }
    }
  }

  /// `outer` are the lists in which this one stands.
  private mutating func words(of key: String, inside outer: [String]) -> [String] {
    if let known = resolved[key] { return known }
    guard let list = lists[key] else { return [] }
    var seen: Set<String> = []
    var result = list.words.filter { seen.insert($0).inserted }
    for (name, file) in list.inside {
      let other = name.text.lowercased()
      guard lists[other] != nil else {
        if outer.isEmpty {
          report(
            .unknownList(name.text, nearest: nearestName(to: other, in: lists.keys)),
            at: name.span, in: file)
        }
        continue
      }
      guard other != key, !outer.contains(other), outer.count < deepestLists, listed < mostListed
      else {
        report(.unusableList(name.text), at: name.span, in: file)
        continue
      }
      let further = words(of: other, inside: outer + [key])
      result += further.filter { seen.insert($0).inserted }
    }
    listed += result.count + 1
    // Inside another list a circle or the depth may have cut it short.
    if outer.isEmpty || list.inside.isEmpty { resolved[key] = result }
    return result
  }
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
