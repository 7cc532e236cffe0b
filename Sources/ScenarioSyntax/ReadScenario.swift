import Diagnostics
import Outline

/// Reads any bytes as a scenario file; what cannot be read stays in the tree as it is.
package func readScenario(_ file: SourceFile) -> ScenarioTree {
  let outline = readOutline(file)
  return ScenarioTree(
    outline: outline,
    header: header(outline.front),
    sections: outline.sections.map(section))
}

private func header(_ front: FrontMatter?) -> [HeaderLine] {
  guard let front else { return [] }
  return front.lines.flattened.contents
    .filter { $0.phrase.text != "---" }
    .map { line in
      let sides = line.phrase.split(at: ":")
      return HeaderLine(
        line: line, name: (sides?.0 ?? line.phrase).trimmed, value: sides?.1.trimmed)
    }
}

private func section(_ outline: OutlineSection) -> ScenarioSection {
  let lines = outline.lines.contents
  let content: ScenarioSection.Content =
    switch outline.kind.text.lowercased() {
    case "patient": .patient(lines.flattened.contents.map(\.phrase))
    case "situation": .situation(lines.flattened.contents.map(\.phrase))
    case "people": .people(lines.flattened.contents.map(personLine))
    case "topics": .topics(lines.flattened.contents.map(topicLine))
    case "state": .state(lines.flattened.contents.map(stateLine))
    case "fallback": .fallback(lines.map(readBeatLine))
    case "beat": .beat(lines.map(readBeatLine))
    case "ending": .ending(lines.map(readBeatLine))
    default: .unknown
    }
  return ScenarioSection(outline: outline, content: content)
}

/// The name ends at two blanks or a tab; where there are none, at the first blank.
private func nameAndRest(_ phrase: Phrase) -> (Phrase, Phrase) {
  for mark in ["  ", "\t", " "] {
    if let (name, rest) = phrase.split(at: mark) { return (name.trimmed, rest.trimmed) }
  }
  return (phrase, phrase.at(phrase.span.end, phrase.span.end))
}

private func personLine(_ line: OutlineLine) -> EntryLine {
  let (name, rest) = nameAndRest(line.phrase)
  var words: [Phrase] = []
  var description = rest
  if let (before, also) = rest.split(at: "also:") {
    words = also.pieces(between: ",").flatMap { $0.pieces(between: ";") }.filter { !$0.isEmpty }
    description = before.trimmed
    if let unended = description.before(";") { description = unended }
  }
  return EntryLine(line: line, name: name, description: description, words: words)
}

private func topicLine(_ line: OutlineLine) -> EntryLine {
  let (name, rest) = nameAndRest(line.phrase)
  let words = rest.pieces(between: ",").filter { !$0.isEmpty }
  return EntryLine(line: line, name: name, description: rest, words: words)
}

/// `trust 0 to 100, starts 35[, settles 1]`
private func stateLine(_ line: OutlineLine) -> StateLine {
  let pieces = line.phrase.pieces(between: ",")
  let first = pieces[0]
  var name = first
  var range: (lowest: Phrase, highest: Phrase)?
  if let (before, highest) = first.split(atWord: "to"), let lowest = before.words.last {
    let end = lowest.span.start
    name = first.at(first.span.start, end).trimmed
    range = (lowest, highest)
  }
  var start: Phrase?
  var settles: Phrase?
  var stray: Phrase?
  for piece in pieces.dropFirst() {
    if let number = piece.after("starts"), start == nil {
      start = number
    } else if let number = piece.after("settles"), settles == nil {
      settles = number
    } else if stray == nil {
      stray = piece
    }
  }
  return StateLine(
    line: line, name: name, range: range, start: start, settles: settles, stray: stray)
}
