import Diagnostics
import Outline

/// Words in one pattern, and brackets inside brackets, beyond which a cue is refused.
private let mostWords = 100
private let deepestBrackets = 6

/// Reads the words of one cue; reports the first fault and gives nil then.
struct CuePatternReader {
  let lists: Set<String>
  private(set) var diagnostics: [Diagnostic] = []
  private var pieces: ArraySlice<Phrase> = []
  private var words = 0
  private var failed = false

  init(lists: Set<String>) { self.lists = lists }

  mutating func read(_ phrase: Phrase) -> [PatternElement]? {
    pieces = pieces(of: phrase)[...]
    words = 0
    failed = false
    guard !pieces.isEmpty else { return fail(.empty, at: phrase.span) }
    let elements = sequence(depth: 0, closing: nil)
    guard !failed else { return nil }
    guard !canBeEmpty(elements) else { return fail(.onlyGaps, at: phrase.span) }
    return elements
  }

  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  /// Marks and words, without blanks.
  private func pieces(of phrase: Phrase) -> [Phrase] {
    var result: [Phrase] = []
    for word in phrase.words {
      var start = word.span.start
      for offset in word.span.start..<word.span.end where isMark(phrase.file.bytes[offset]) {
        if offset > start { result.append(phrase.at(start, offset)) }
        result.append(phrase.at(offset, offset + 1))
        start = offset + 1
      }
      if word.span.end > start { result.append(phrase.at(start, word.span.end)) }
    }
    return result
  }

  private func isMark(_ byte: UInt8) -> Bool { "()[]|".utf8.contains(byte) }

  private mutating func sequence(depth: Int, closing: Phrase?) -> [PatternElement] {
    var result: [PatternElement] = []
    while !failed, let piece = pieces.first {
      switch piece.text {
      case "(", "[":
        pieces.removeFirst()
        guard depth < deepestBrackets else {
          fail(.tooDeep, at: piece.span)
          return result
        }
        let branches = alternatives(depth: depth + 1, opening: piece)
        result.append(piece.text == "(" ? .anyOf(branches) : optional(branches))
      case ")", "]":
        if closing == nil { fail(.notOpened(piece.text), at: piece.span) }
        return result
      case "|":
        if closing == nil { fail(.strayBar, at: piece.span) }
        return result
      default:
        pieces.removeFirst()
        if let element = element(piece) { result.append(element) }
      }
    }
    return result
  }

  private mutating func alternatives(depth: Int, opening: Phrase) -> [[PatternElement]] {
    var branches: [[PatternElement]] = []
    while !failed {
      let start = pieces.first
      let branch = sequence(depth: depth, closing: opening)
      guard !failed else { break }
      guard let mark = pieces.popFirst() else {
        fail(.notClosed(opening.text), at: opening.span)
        break
      }
      if branch.isEmpty { fail(.emptyAlternative, at: (start ?? mark).span) }
      branches.append(branch)
      if mark.text == "|" { continue }
      let expected = opening.text == "(" ? ")" : "]"
      if mark.text != expected { fail(.notClosed(opening.text), at: opening.span) }
      break
    }
    return branches
  }

  private func optional(_ branches: [[PatternElement]]) -> PatternElement {
    branches.count == 1 ? .optional(branches[0]) : .optional([.anyOf(branches)])
  }

  private mutating func element(_ piece: Phrase) -> PatternElement? {
    words += 1
    guard words <= mostWords else { return fail(.tooLong(limit: mostWords), at: piece.span) }
    let text = piece.text
    if text == "..." || text == "…" { return .gap }
    if text.hasPrefix("<") {
      guard text.hasSuffix(">"), text.count > 2 else {
        return fail(.notClosed("<"), at: piece.span)
      }
      let name = String(text.dropFirst().dropLast()).lowercased()
      guard lists.contains(name) else {
        diagnostics.append(
          Diagnostic(
            CodebookProblem.unknownList(name, nearest: nearestName(to: name, in: lists)),
            at: piece.span))
        failed = true
        return nil
      }
      return .list(name)
    }
    switch readWord(text) {
    case .success(let element): return element
    case .failure(let fault): return fail(fault, at: piece.span)
    }
  }

  private func canBeEmpty(_ elements: [PatternElement]) -> Bool {
    elements.allSatisfy {
      switch $0 {
      case .gap, .optional: true
      case .anyOf(let branches): branches.contains(where: canBeEmpty)
      case .word, .prefix, .list: false
      }
    }
  }

  @discardableResult
  private mutating func fail<Result>(_ fault: PatternFault, at span: Span) -> Result? {
    if !failed {
      diagnostics.append(Diagnostic(CodebookProblem.unreadablePattern(fault), at: span))
    }
    failed = true
    return nil
  }

  private mutating func fail(_ fault: PatternFault, at span: Span) {
    let _: Never? = fail(fault, at: span)
  }
}

extension PatternFault: Error {}

/// One word of a pattern or a word list: `angry`, `frighten*`.
func readWord(_ text: String) -> Result<PatternElement, PatternFault> {
  // Nearly all words are plain; the general way below asks Unicode about every letter.
  if text.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }), !text.isEmpty {
    return .success(.word(text))
  }
  let word = text.lowercased()
  let stem = word.hasSuffix("*") ? String(word.dropLast()) : word
  guard !stem.contains("*") else { return .failure(.starInside(text)) }
  let inside = stem.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || $0.properties.numericType != nil
      || "'’-".unicodeScalars.contains($0)
  }
  let hasLetter = stem.unicodeScalars.contains {
    $0.properties.isAlphabetic || $0.properties.numericType != nil
  }
  guard inside, hasLetter else { return .failure(.notAWord(text)) }
  return .success(word.hasSuffix("*") ? .prefix(stem) : .word(stem))
}
