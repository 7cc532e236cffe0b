import Diagnostics
import Outline

let cardKeys = ["patient", "see"]
let exampleKeys = ["good", "poor"]
let answerKeys = ["shows", "because"]

/// Reading what stands below the title of a card.
extension LessonReading {
  mutating func readCard(_ section: OutlineSection, _ title: Phrase) -> LessonCard {
    var card = LessonCard(title: title.text, place: title.span)
    var text = CardText()
    var seen = false
    // What could not be read is complained about; the card is not empty as well.
    var isEmpty = true
    let last = section.lines.lastIndex { $0.kind == .content }
    for (number, line) in section.lines.enumerated() where line.kind != .comment {
      guard line.kind == .content else {
        text.endBlock()
        continue
      }
      if let (key, value) = line.phrase.keyed(cardKeys) {
        card.parts += text.taken()
        if key == "patient" {
          isEmpty = false
          if let example = readExample(line, value) { card.parts.append(.example(example)) }
        } else if seen {
          report(.saidTwice("see"), at: line.phrase.span)
        } else {
          seen = true
          card.see = readReferences(line, value)
        }
        continue
      }
      isEmpty = false
      let isAfterExample =
        if case .example? = card.parts.last { text.isEmpty } else { false }
      if misplaced(line.phrase, isAfterExample: isAfterExample) { continue }
      if text.isAtStart, let (word, near) = slip(line.phrase, isLast: number == last) {
        report(
          .unknownLine(word.text, in: "a card", nearest: near, allowed: cardKeys), at: word.span)
        continue
      }
      add(line, to: &text)
    }
    card.parts += text.taken()
    if isEmpty { report(.emptyCard(title.text), at: title.span) }
    return card
  }

  /// A line of text with what stands below it and further in, which is text too.
  private mutating func add(_ line: OutlineLine, to text: inout CardText) {
    text.add(line.phrase)
    for child in line.children.flattened where child.kind != .comment {
      if child.kind == .blank {
        text.endBlock()
      } else if let (key, value) = child.phrase.keyed(cardKeys + exampleKeys + answerKeys),
        value.unquoted != nil || !["patient", "good", "poor"].contains(key)
      {
        report(.misplaced(key), at: child.phrase.span)
      } else {
        text.add(child.phrase)
      }
    }
  }

  /// Whether the line belongs into an example and stands beside it; says so.
  private mutating func misplaced(_ phrase: Phrase, isAfterExample: Bool) -> Bool {
    guard let (key, value) = phrase.keyed(exampleKeys + answerKeys),
      isAfterExample || exampleKeys.contains(key) && value.unquoted != nil
    else { return false }
    report(.misplaced(key), at: phrase.span)
    return true
  }

  /// A misspelt `patient:` or `see:`, which would otherwise be read as text.
  private func slip(_ phrase: Phrase, isLast: Bool) -> (Phrase, String)? {
    guard let (before, after) = phrase.split(at: ":") else { return nil }
    let word = before.trimmed
    guard word.words.count == 1 else { return nil }
    let isQuoted = after.trimmed.unquoted != nil
    let meant = (isQuoted ? ["patient"] : []) + (isLast && !isQuoted ? ["see"] : [])
    return nearestName(to: word.text, in: meant).map { (word, $0) }
  }

  private mutating func readExample(_ line: OutlineLine, _ value: Phrase) -> LessonExample? {
    let patient = quoted(value, "patient", line)
    var answers: [LessonExample.Answer] = []
    var isWhole = true
    for child in line.contents {
      guard let (key, value) = child.phrase.keyed(exampleKeys) else {
        unknown(child.phrase, in: "an example", exampleKeys)
        continue
      }
      let answer = readAnswer(child, LessonExample.Kind(rawValue: key) ?? .good, value)
      if let answer { answers.append(answer) } else { isWhole = false }
    }
    if answers.isEmpty, isWhole {
      report(.missing("good", of: "this example"), at: line.phrase.span)
    }
    guard let patient, !answers.isEmpty else { return nil }
    return LessonExample(patient: patient, answers: answers)
  }

  private mutating func readAnswer(
    _ line: OutlineLine, _ kind: LessonExample.Kind, _ value: Phrase
  ) -> LessonExample.Answer? {
    let text = quoted(value, kind.rawValue, line)
    var answer = LessonExample.Answer(
      kind: kind, text: text ?? "", shows: [], because: "", place: value.span)
    var seen: Set<String> = []
    for child in line.contents {
      guard let (key, value) = child.phrase.keyed(answerKeys) else {
        unknown(child.phrase, in: "an answer", answerKeys)
        continue
      }
      guard seen.insert(key).inserted else {
        report(.saidTwice(key), at: child.phrase.span)
        continue
      }
      if value.isEmpty { report(.missing(key, of: "this answer"), at: child.phrase.span) }
      if key == "because" {
        // A reason may go on further in.
        let more = child.children.flattened.contents.map(\.phrase.text)
        answer.because = ([value.text] + more).joined(separator: " ")
      } else {
        for grandchild in child.contents { unknown(grandchild.phrase, in: "'shows'", []) }
        answer.shows = readCodes(value)
      }
    }
    for key in answerKeys where !seen.contains(key) {
      report(.missing(key, of: "this answer"), at: line.phrase.span)
    }
    return text == nil ? nil : answer
  }

  private mutating func readCodes(_ value: Phrase) -> [String] {
    value.pieces(between: ",").filter { !$0.isEmpty }.compactMap { name in
      if let id = codes.id(name.text) { return id }
      report(.unknownCode(name.text, nearest: codes.nearest(to: name.text)), at: name.span)
      return nil
    }
  }

  private mutating func readReferences(_ line: OutlineLine, _ value: Phrase) -> [LessonReference] {
    // The list may go on further in.
    let pieces = ([value] + line.children.flattened.contents.map(\.phrase))
      .flatMap { $0.pieces(between: ",") }.filter { !$0.isEmpty }
    if pieces.isEmpty { report(.missing("see", of: "this line"), at: line.phrase.span) }
    return pieces.map { LessonReference(name: $0.text, place: $0.span) }
  }

  private mutating func quoted(_ value: Phrase, _ key: String, _ line: OutlineLine) -> String? {
    guard let words = value.unquoted else {
      report(.notQuoted(key), at: value.isEmpty ? line.phrase.span : value.span)
      return nil
    }
    guard !words.trimmed.isEmpty else {
      report(.missing(key == "patient" ? key : "good", of: "this line"), at: value.span)
      return nil
    }
    return words.text
  }

  private mutating func unknown(_ phrase: Phrase, in section: String, _ allowed: [String]) {
    let shown = phrase.unknownKey
    report(
      .unknownLine(
        shown.text, in: section, nearest: nearestName(to: shown.text, in: allowed),
        allowed: allowed),
      at: shown.span)
  }
}

/// Paragraphs and lists as they come, line by line.
private struct CardText {
  private var parts: [LessonCard.Part] = []
  /// The paragraph or item being read.
  private var lines: [String] = []
  private var isItem = false

  /// Whether the next line begins something new.
  var isAtStart: Bool { lines.isEmpty }
  var isEmpty: Bool { lines.isEmpty && parts.isEmpty }

  mutating func add(_ phrase: Phrase) {
    guard let bullet = ["- ", "• ", "* "].first(where: { phrase.starts(with: $0) }) else {
      lines.append(phrase.text)
      return
    }
    endBlock()
    isItem = true
    lines.append(phrase.dropping(bullet).trimmed.text)
  }

  mutating func endBlock() {
    guard !lines.isEmpty else { return }
    let text = lines.joined(separator: " ")
    if isItem, case .list(let items)? = parts.last {
      parts[parts.count - 1] = .list(items + [text])
    } else {
      parts.append(isItem ? .list([text]) : .paragraph(text))
    }
    lines = []
    isItem = false
  }

  mutating func taken() -> [LessonCard.Part] {
    endBlock()
    defer { parts = [] }
    return parts
  }
}
