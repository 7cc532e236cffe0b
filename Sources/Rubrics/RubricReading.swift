import Diagnostics
import Outline

/// A rubric as far as it could be read, with everything that is wrong with its file.
package struct CheckedRubric: Sendable, Hashable {
  /// Nil where a diagnostic is an error.
  package var rubric: Rubric?
  package var diagnostics: [Diagnostic]
}

/// Reads any bytes as a rubric; the codebook says which codes and cues there are.
package func readRubric(_ file: SourceFile, codebook: Codebook) -> CheckedRubric {
  if let problem = file.encodingProblem(code: "R100") {
    return CheckedRubric(rubric: nil, diagnostics: [problem])
  }
  var reader = RubricReader(readOutline(file), codebook)
  reader.readHeader()
  reader.readSections()
  let diagnostics = reader.diagnostics.inFileOrder()
  return CheckedRubric(
    rubric: diagnostics.hasErrors ? nil : reader.rubric, diagnostics: diagnostics)
}

/// Collects a rubric and its problems section by section; each section's lines have a file of their own.
struct RubricReader {
  let outline: Outline
  let codeNames: [String: [String]]
  let cueNames: [String]
  var rubric = Rubric()
  /// Nil where the header does not say it: then nothing that depends on it is complained about.
  var kind: Rubric.Kind?
  var diagnostics: [Diagnostic] = []
  /// The nearest code for each unknown name so far; nil where none is near.
  var nearestCodes: [String: String?] = [:]

  init(_ outline: Outline, _ codebook: Codebook) {
    self.outline = outline
    codeNames = Dictionary(
      uniqueKeysWithValues: codebook.names.map { ($0, codebook.codes(named: $0)) })
    cueNames = Set(codebook.cues.map(\.name)).sorted()
  }

  mutating func complain(_ problem: RubricProblem, at phrase: Phrase, replacement: String? = nil) {
    diagnostics.append(Diagnostic(problem, at: phrase.span, replacement: replacement))
  }

  /// Where to point for something that is missing from the whole file: its first words.
  var firstWords: Phrase {
    let lines = outline.front?.lines ?? outline.preamble + outline.sections.map(\.heading)
    return lines.contents.first?.phrase ?? Phrase(file: outline.file, span: Span(0, 0))
  }

  mutating func readSections() {
    // Without a header its lines stand there, and the missing header says it.
    for line in outline.preamble.contents.prefix(outline.front == nil ? 0 : 1) {
      complain(.outsideHeadings, at: line.phrase)
    }
    var seen: Set<RubricHeading> = []
    for section in outline.sections {
      guard let heading = RubricHeading(section) else {
        let words = section.title
        let near = nearestName(to: words.text, in: allowedHeadings)
        complain(
          .headingUnknown(words.text, near: near, allowed: allowedHeadings),
          at: words.isEmpty ? section.heading.phrase : words, replacement: near)
        continue
      }
      if let kind, !heading.kinds.contains(kind) {
        complain(
          .headingOfOtherKind(heading.rawValue, kind: kind.rawValue, allowed: allowedHeadings),
          at: section.title)
        continue
      }
      guard seen.insert(heading).inserted || heading == .tasks else {
        complain(.headingRepeated(heading.rawValue), at: section.title)
        continue
      }
      read(heading, section)
    }
    // Where a heading is misspelt, the one that seems to be missing is most likely that one.
    let misspelt = outline.sections.contains { RubricHeading($0) == nil }
    if let kind, !misspelt {
      let missing = RubricHeading.allCases
        .filter { $0.kinds.contains(kind) && !$0.isOptional && !seen.contains($0) }
      if !missing.isEmpty {
        complain(.headingMissing(missing.map { "'# \($0.rawValue)'" }), at: firstWords)
      }
    }
  }

  private var allowedHeadings: [String] {
    RubricHeading.allCases
      .filter { heading in kind.map(heading.kinds.contains) ?? true }
      .map(\.rawValue)
  }

  private mutating func read(_ heading: RubricHeading, _ section: OutlineSection) {
    switch heading {
    case .levels: readLevels(section)
    case .opportunities: readOpportunities(section)
    case .score: readScore(section)
    case .cutPoints: readCutPoints(section)
    case .caps: readCaps(section)
    case .gate: readGate(section)
    case .unmarked: readUnmarkedScore(section)
    case .tasks: readTasks(section)
    case .points: readPoints(section)
    case .proscribed: readProscribed(section)
    }
  }
}

/// The headings of a rubric file.
enum RubricHeading: String, CaseIterable {
  case levels = "Levels"
  case opportunities = "Opportunities"
  case score = "Score"
  case cutPoints = "Cut points"
  case caps = "Caps"
  case gate = "Gate"
  case unmarked = "Without marked moments"
  case tasks = "Tasks"
  case points = "Points"
  case proscribed = "Proscribed"

  init?(_ section: OutlineSection) {
    let title = section.title
    guard
      let heading = Self.allCases.first(where: {
        title.equals($0.rawValue) || $0 == .tasks && section.kind.equals($0.rawValue)
      })
    else { return nil }
    self = heading
  }

  var kinds: Set<Rubric.Kind> {
    switch self {
    case .levels: [.rating, .gate, .checklist]
    case .cutPoints: [.rating, .checklist]
    case .opportunities, .score, .caps, .unmarked: [.rating]
    case .tasks, .points, .proscribed: [.checklist]
    case .gate: [.gate]
    }
  }

  /// Whether a rubric may do without it.
  var isOptional: Bool {
    switch self {
    case .caps, .unmarked, .points, .proscribed: true
    default: false
    }
  }
}

extension OutlineSection {
  /// All words after `#`.
  var title: Phrase {
    name.map { kind.at(kind.span.start, max(kind.span.end, $0.span.end)) } ?? kind
  }

  /// Each line with the deeper-indented lines that carry it on.
  var statements: [Phrase] {
    lines.contents.map { line in
      line.phrase.at(line.phrase.span.start, line.end)
    }
  }
}

extension OutlineLine {
  fileprivate var end: Int { contents.last?.end ?? phrase.span.end }
}
