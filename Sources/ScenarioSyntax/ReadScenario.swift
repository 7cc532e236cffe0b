import Diagnostics
import Outline

/// Reads any bytes as a scenario file; what cannot be read stays in the tree as it is.
package func readScenario(_ file: SourceFile) -> ScenarioTree {
  let outline = readOutline(file)
  let start = splitAtUnmarked(outline.preamble, isPreamble: true)
  var sections = start.sections
  sections.reserveCapacity(sections.count + outline.sections.count)
  for section in outline.sections {
    let parts = splitAtUnmarked(section.lines, isPreamble: false)
    let own = OutlineSection(
      heading: section.heading, kind: section.kind, name: section.name, lines: parts.lines)
    sections.append(read(own))
    sections += parts.sections
  }
  return ScenarioTree(
    outline: outline, header: header(outline.front), preamble: start.lines, sections: sections)
}

private func header(_ front: FrontMatter?) -> [HeaderLine] {
  (front?.entries ?? []).flatMap { [$0] + $0.children.flattened.contents }
    .map { line in
      let sides = line.phrase.split(at: ":")
      return HeaderLine(
        line: line, name: (sides?.0 ?? line.phrase).trimmed, value: sides?.1.trimmed)
    }
}

private func read(_ section: OutlineSection, lacksMark: Bool = false) -> ScenarioSection {
  let outline = withName(section)
  let lines = outline.lines.contents
  let content: ScenarioSection.Content =
    switch outline.kind.text.lowercased() {
    case "patient": .patient(lines.flattened.contents.map(\.phrase))
    case "situation": .situation(lines.flattened.contents.map(\.phrase))
    case "people": .people(lines.flattened.contents.map(readPerson))
    case "topics": .topics(lines.flattened.contents.map(readTopic))
    case "state": .state(lines.flattened.contents.map(readState))
    case "fallback": .fallback(lines.map(readBeatLine))
    case "beat": .beat(lines.map(readBeatLine))
    case "ending": .ending(lines.map(readBeatLine))
    case "check": .check(lines.flattened.contents.map(readCheckLine))
    case "variation": .variation(lines.flattened.contents.map(readVariationLine))
    default: .unknown
    }
  return ScenarioSection(outline: outline, content: content, lacksMark: lacksMark)
}

private let namedKinds = ["Patient", "Beat", "Ending", "Variation", "Check"]
private let allKinds = namedKinds + otherKinds
/// Of all kinds, in lower case: most lines begin with another and need no closer look.
private let firstLetters = allKinds.compactMap(\.utf8.first).map { $0 | 0x20 }
private let otherKinds = ["Situation", "People", "Topics", "State", "Fallback"]

/// `# Beat Gran` as `# Beat: Gran`.
private func withName(_ section: OutlineSection) -> OutlineSection {
  guard section.name == nil, let kind = section.kind.words.first,
    namedKinds.contains(where: { kind.equals($0) }), kind != section.kind
  else { return section }
  let name = section.kind.at(kind.span.end, section.kind.span.end).trimmed
  return OutlineSection(heading: section.heading, kind: kind, name: name, lines: section.lines)
}

/// The lines up to the first heading without its `#`, and the sections such headings begin.
private func splitAtUnmarked(
  _ lines: [OutlineLine], isPreamble: Bool
) -> (lines: [OutlineLine], sections: [ScenarioSection]) {
  let starts = lines.indices.filter { unmarkedHeading(lines[$0], isPreamble) != nil }
  guard let first = starts.first else { return (lines, []) }
  var sections: [ScenarioSection] = []
  for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
    guard let (kind, name) = unmarkedHeading(lines[start], isPreamble) else { continue }
    let body = lines[start].children + lines[(start + 1)..<end]
    sections.append(
      read(
        OutlineSection(heading: lines[start], kind: kind, name: name, lines: body), lacksMark: true)
    )
  }
  return (Array(lines[..<first]), sections)
}

/// `Beat: arrival` or `People` at the margin. `Patient: …` may be somebody who speaks, so that one
/// counts only above the first heading.
private func unmarkedHeading(_ line: OutlineLine, _ isPreamble: Bool) -> (Phrase, Phrase?)? {
  guard line.kind == .content, line.indent == 0, !line.phrase.isEmpty,
    firstLetters.contains(line.phrase.file.bytes[line.phrase.span.start] | 0x20),
    allKinds.contains(where: { line.phrase.starts(with: $0) })
  else { return nil }
  return headingWords(line.phrase, isPreamble)
}

/// Kind and name of words that begin a section where they stand at the margin.
func headingWords(_ phrase: Phrase, _ isPreamble: Bool) -> (Phrase, Phrase?)? {
  let sides = phrase.split(at: ":").map { ($0.trimmed, $1.trimmed) }
  let kind = sides?.0 ?? phrase
  if let name = sides?.1, !name.isEmpty {
    let named = isPreamble ? namedKinds : Array(namedKinds.dropFirst())
    return named.contains { kind.equals($0) } ? (kind, name) : nil
  }
  return otherKinds.contains { kind.equals($0) } ? (kind, nil) : nil
}
