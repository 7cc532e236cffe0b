import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// Kinds, names and number of the sections.
  mutating func checkSections(of tree: ScenarioTree) {
    if let line = tree.preamble.contents.first {
      // Whatever stands there has one cause; most often the first line of the header was forgotten.
      let isHeader =
        tree.outline.front == nil
        && Self.headerNames.contains { line.phrase.split(at: ":")?.0.trimmed.equals($0) == true }
      report(
        isHeader ? .headerNotOpened : .textBeforeSections(line.phrase.text), at: line.phrase,
        fix: isHeader
          ? Fix(inserting: "---" + tree.file.lineBreak, at: line.phrase.span.start) : nil)
    }
    var first: [String: Int] = [:]
    for section in tree.sections {
      let kind = section.outline.kind
      let line = lineNumber(kind)
      if tree.isPart, !section.content.mayBeShared {
        report(UsedFileProblem.sectionOfPart(kind.text), at: kind)
      }
      if section.lacksMark {
        let heading = section.outline.heading.phrase
        report(
          .headingWithoutMark(heading.text), at: heading,
          fix: Fix(inserting: "# ", at: heading.span.start))
      }
      switch section.content {
      case .unknown:
        let nearest = nearestName(to: kind.text, in: ScenarioSection.kinds)
        report(
          .unknownSection(kind.text, nearest: nearest, known: ScenarioSection.kinds), at: kind,
          replacement: nearest)
      case .beat, .ending, .variation, .check:
        if section.name == nil { report(.sectionWithoutName(kind: kind.text), at: kind) }
      default:
        if case .patient = section.content, section.name == nil {
          report(.sectionWithoutName(kind: kind.text), at: kind)
        }
        if let earlier = first[kind.text.lowercased()] {
          report(.sectionTwice(kind.text, firstLine: earlier), at: kind)
        }
        if section.isBare { report(.emptyLine("# \(kind.text)"), at: kind) }
        first[kind.text.lowercased()] = line
      }
    }
  }

  /// What every scenario has.
  mutating func checkRequired() {
    require("Patient", "# Patient: Margaret") { if case .patient = $0 { true } else { false } }
    require("Beat", "# Beat: arrival") { if case .beat = $0 { true } else { false } }
    require("Ending", "# Ending: together") { if case .ending = $0 { true } else { false } }
  }

  /// Said at the end of the file, and not where a heading was only misspelt.
  private mutating func require(
    _ kind: String, _ example: String, _ fits: (ScenarioSection.Content) -> Bool
  ) {
    if sections.contains(where: { fits($0.content) }) { return }
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
    for section in surroundings {
      guard case .state(let lines) = section.content else { continue }
      for line in lines { checkState(line) }
    }
    for section in surroundings {
      guard case .people(let lines) = section.content else { continue }
      for line in lines {
        let between = line.description.file.bytes[line.name.span.end..<line.description.span.start]
        if !line.description.isEmpty, between.elementsEqual(" ".utf8) {
          report(.nameUntilBlank(line.name.text), at: line.name)
        }
        guard let odd = line.odd, nearestName(to: odd.text, in: ["also"]) != nil else { continue }
        report(.personLineWord(odd.text), at: odd, replacement: "also")
      }
    }
    reportRepeats(names.states.map { ("state", $0.name) })
    reportRepeats(names.topicNames)
    reportRepeats(names.variations.map { ("variation", $0) })
    reportRepeats(names.checks.map { ("check", $0) })
    checkAliases()
    var seen: [String: Phrase] = [:]
    for place in names.places {
      let key = place.name.text.lowercased()
      if let first = seen[key] {
        report(
          .duplicateName(place.name.text, first: earlier(first, than: place.name)), at: place.name)
      } else {
        seen[key] = place.name
      }
    }
  }

  /// A word after `also:` that is somebody else's name.
  private mutating func checkAliases() {
    var owners: [String: (kind: String, name: Phrase)] = [:]
    for topic in names.topicNames where owners[topic.name.text.lowercased()] == nil {
      owners[topic.name.text.lowercased()] = topic
    }
    for section in surroundings {
      guard case .people(let lines) = section.content else { continue }
      for line in lines {
        for word in line.words {
          guard let owner = owners[word.text.lowercased()],
            owner.name.text.lowercased() != line.name.text.lowercased()
          else { continue }
          report(
            .aliasTaken(word.text, kind: owner.kind, first: earlier(owner.name, than: word)),
            at: word)
        }
      }
    }
  }

  private mutating func reportRepeats(_ declared: [(kind: String, name: Phrase)]) {
    var seen: [String: Phrase] = [:]
    for (kind, name) in declared {
      let key = name.text.lowercased()
      if let first = seen[key] {
        report(
          .nameTwice(kind: kind, name: name.text, first: earlier(first, than: name)), at: name)
      } else {
        seen[key] = name
      }
    }
  }

  private mutating func checkState(_ line: StateLine) {
    let name = line.name.text
    let isPlain = !name.isEmpty && name.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    let example = "\(isPlain ? name : "trust") 0 to 100, starts 30"
    if let stray = line.stray {
      let word = stray.words.first ?? stray
      let nearest = nearestName(to: word.text, in: ["starts", "settles"])
      report(
        .stateStray(stray.text, nearest: nearest), at: stray,
        fix: nearest.map { Fix(writing: $0, at: word.span) })
      return
    }
    guard let range = line.range, !line.name.isEmpty else {
      report(.stateUnreadable(example: example), at: line.line.phrase)
      return
    }
    guard let start = line.start else {
      report(.stateWithoutStart(example: example), at: line.line.phrase)
      return
    }
    let numbers = [
      (range.lowest, name), (range.highest, "to"), (start, "starts"), (line.settles, "settles"),
    ]
    for case (let phrase?, let what) in numbers where phrase.integer == nil {
      report(.stateNumber(phrase.text, of: what), at: phrase)
      return
    }
    if let settles = line.settles, (settles.integer ?? 0) < 0 {
      report(.stateNumber(settles.text, of: "settles"), at: settles)
    }
    guard let lowest = range.lowest.integer, let highest = range.highest.integer,
      let value = start.integer
    else { return }
    if lowest >= highest {
      report(
        .stateRange(name: name, lowest: lowest, highest: highest),
        at: range.lowest.at(range.lowest.span.start, range.highest.span.end))
    } else if !(lowest...highest).contains(value) {
      report(
        .startOutsideRange(name: name, start: value, lowest: lowest, highest: highest), at: start)
    } else if let settles = line.settles, let amount = settles.integer, amount > highest - lowest {
      report(.settlesTooFar(amount, lowest: lowest, highest: highest), at: settles)
    }
  }
}

extension ScenarioSection {
  /// A fallback in which nobody says anything.
  fileprivate var isBare: Bool {
    if case .fallback(let lines) = content { lines.isEmpty } else { false }
  }
}

extension ScenarioSection.Content {
  /// Whether it may stand in a file that several scenarios use.
  fileprivate var mayBeShared: Bool {
    switch self {
    case .patient, .situation, .check: false
    default: true
    }
  }
}
