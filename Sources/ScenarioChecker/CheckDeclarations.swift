import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// Kinds, names and number of the sections.
  mutating func checkSections() {
    for line in tree.outline.preamble.contents {
      report(.textBeforeSections(line.phrase.text), at: line.phrase)
    }
    var first: [String: Int] = [:]
    for section in tree.sections {
      let kind = section.outline.kind
      let line = tree.file.position(at: kind.span.start).line
      switch section.content {
      case .unknown:
        let nearest = nearestName(to: kind.text, in: ScenarioSection.kinds)
        report(
          .unknownSection(kind.text, nearest: nearest, known: ScenarioSection.kinds), at: kind,
          replacement: nearest)
      case .beat, .ending:
        if section.name == nil { report(.sectionWithoutName(kind: kind.text), at: kind) }
      default:
        if case .patient = section.content, section.name == nil {
          report(.sectionWithoutName(kind: kind.text), at: kind)
        }
        if let earlier = first[kind.text.lowercased()] {
          report(.sectionTwice(kind.text, firstLine: earlier), at: kind)
        }
        first[kind.text.lowercased()] = line
      }
    }
    require("Patient", "# Patient: Margaret") { if case .patient = $0 { true } else { false } }
    require("Beat", "# Beat: arrival") { if case .beat = $0 { true } else { false } }
    require("Ending", "# Ending: together") { if case .ending = $0 { true } else { false } }
  }

  /// Said at the end of the file, and not where a heading was only misspelt.
  private mutating func require(
    _ kind: String, _ example: String, _ fits: (ScenarioSection.Content) -> Bool
  ) {
    if tree.sections.contains(where: { fits($0.content) }) { return }
    if names.misspeltSections.contains(where: {
      nearestName(to: $0.kind, in: ScenarioSection.kinds) == kind
    }) {
      return
    }
    let end = Phrase(file: tree.file, span: Span(0, tree.file.lineSpan(0).end))
    report(.missingSection(kind, example: example), at: end)
  }

  /// States, people and topics, and names that are given twice.
  mutating func checkDeclarations() {
    for section in tree.sections {
      guard case .state(let lines) = section.content else { continue }
      for line in lines { checkState(line) }
    }
    reportRepeats(names.states.map { ("state", $0.name) })
    reportRepeats(names.topicNames)
    var seen: [String: Int] = [:]
    for place in names.places {
      let key = place.name.text.lowercased()
      if let line = seen[key] {
        report(.duplicateName(place.name.text, firstLine: line), at: place.name)
      } else {
        seen[key] = tree.file.position(at: place.name.span.start).line
      }
    }
  }

  private mutating func reportRepeats(_ declared: [(kind: String, name: Phrase)]) {
    var seen: [String: Int] = [:]
    for (kind, name) in declared {
      let key = name.text.lowercased()
      if let line = seen[key] {
        report(.nameTwice(kind: kind, name: name.text, firstLine: line), at: name)
      } else {
        seen[key] = tree.file.position(at: name.span.start).line
      }
    }
  }

  private mutating func checkState(_ line: StateLine) {
    let settlesIsFine = line.settles.map { ($0.integer ?? -1) >= 0 } ?? true
    guard let range = line.range, let lowest = range.lowest.integer,
      let highest = range.highest.integer, let start = line.start?.integer,
      !line.name.isEmpty, line.stray == nil, settlesIsFine
    else {
      let example = "\(line.name.isEmpty ? "trust" : line.name.text) 0 to 100, starts 50"
      let place = line.stray ?? line.line.phrase
      report(.stateUnreadable(example: example), at: place)
      return
    }
    if lowest >= highest {
      report(
        .stateRange(name: line.name.text, lowest: lowest, highest: highest),
        at: range.lowest.at(range.lowest.span.start, range.highest.span.end))
    } else if !(lowest...highest).contains(start), let phrase = line.start {
      report(
        .startOutsideRange(name: line.name.text, start: start, lowest: lowest, highest: highest),
        at: phrase)
    }
  }
}
