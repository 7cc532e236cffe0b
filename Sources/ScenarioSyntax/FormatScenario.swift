import Diagnostics
import Outline

/// The column at which the values of a header begin: one blank after the longest usual name.
private let headerColumn = "population: ".count

/// Brings a scenario file into the one layout.
///
/// What the file means stays the same, and so does every word of it; a line that cannot be read
/// keeps its words as they are.
package func formatScenario(_ file: SourceFile) -> FormattedFile {
  let tree = readScenario(file)
  var spelling = LineSpelling()
  if let front = tree.outline.front {
    spelling.texts = front.spelled(column: headerColumn, lists: ["rubrics", "use"])
  }
  for section in tree.outline.sections {
    spelling.texts[section.heading.whole.start] = section.spelledHeading(ScenarioSection.kinds)
  }
  for section in tree.sections {
    let lines = section.outline.lines
    switch section.content {
    case .people(let entries): spelling.align(entries, readPerson)
    case .topics(let entries): spelling.align(entries, readTopic)
    case .state(let states): spelling.align(states)
    case .fallback, .beat, .ending: spelling.spell(lines, .beat)
    case .check: spelling.spell(lines, .check)
    case .variation: spelling.spell(lines, .variation)
    case .patient, .situation, .unknown: break
    }
  }
  spelling.keepOffMargin(tree.outline.preamble, isPreamble: true)
  for section in tree.outline.sections {
    spelling.keepOffMargin(section.lines, isPreamble: false)
  }
  return formatOutline(tree.outline, spelling)
}

extension LineSpelling {
  /// An indented line that would begin a section at the margin stays away from it.
  fileprivate mutating func keepOffMargin(_ lines: [OutlineLine], isPreamble: Bool) {
    for line in lines where line.kind == .content && line.indent > 0 {
      if headingWords(line.phrase, isPreamble) != nil { offMargin.insert(line.whole.start) }
    }
  }

  /// Sets another spelling, unless one of the two could be taken for a heading or a comment.
  mutating func set(_ text: String, for line: OutlineLine) {
    let isSaid = !text.isEmpty && !text.hasPrefix("#") && !text.hasPrefix("//")
    guard text != line.phrase.text, isSaid else { return }
    let mayBeginSection = [Phrase(text), line.phrase].contains { phrase in
      headingWords(phrase, true) != nil || headingWords(phrase, false) != nil
    }
    if !mayBeginSection { texts[line.whole.start] = text }
  }

  fileprivate mutating func spell(_ lines: [OutlineLine], _ place: LinePlace) {
    for line in lines.contents {
      let spelled = spellLine(line, place)
      if spelled.text != line.phrase.text {
        // A spelling that would be read otherwise, or spelt otherwise again, is none.
        let again = spellLine(OutlineLine(reading: spelled.text), place)
        if again.text == spelled.text, again.says == spelled.says { set(spelled.text, for: line) }
      }
      spell(line.children, spelled.below)
    }
  }
}
