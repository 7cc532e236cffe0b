import Diagnostics
import Outline

/// An anchor transcript as far as it could be read, and everything that is wrong with its file.
package struct CheckedAnchor: Sendable, Hashable {
  /// Nil where a diagnostic is an error.
  package var anchor: AnchorTranscript?
  package var diagnostics: [Diagnostic]
}

/// Reads any bytes as an anchor transcript.
///
/// - Parameter isComplete: Whether `rubrics` are all there are; else an unknown one is passed over.
package func readAnchor(
  _ file: SourceFile, rubrics: [Rubric], isComplete: Bool = true
) -> CheckedAnchor {
  if let problem = file.encodingProblem(code: "R100") {
    return CheckedAnchor(anchor: nil, diagnostics: [problem])
  }
  var reader = AnchorReader(readOutline(file), rubrics, isComplete: isComplete)
  reader.readHeader()
  reader.readSections()
  let diagnostics = reader.diagnostics.inFileOrder()
  return CheckedAnchor(
    anchor: diagnostics.hasErrors ? nil : reader.anchor, diagnostics: diagnostics)
}

/// The lines of the header.
enum AnchorHeader: String, CaseIterable {
  case title, id, version, scenario, strength, rubrics
}

enum AnchorHeading: String, CaseIterable {
  case transcript = "Transcript"
  case gold = "Gold"
}

/// Collects an anchor and its problems section by section.
struct AnchorReader {
  let outline: Outline
  /// By their ids in lower case.
  let rubrics: [String: Rubric]
  let rubricNames: [String]
  let isComplete: Bool
  var anchor = AnchorTranscript()
  /// Rubrics of the header that this library does not have.
  var unknownRubrics: Set<String> = []
  var diagnostics: [Diagnostic] = []

  init(_ outline: Outline, _ rubrics: [Rubric], isComplete: Bool) {
    self.outline = outline
    self.rubrics = Dictionary(rubrics.map { ($0.id.lowercased(), $0) }) { first, _ in first }
    rubricNames = rubrics.map(\.id)
    self.isComplete = isComplete
  }

  mutating func complain(_ problem: AnchorProblem, at phrase: Phrase, replacement: String? = nil) {
    diagnostics.append(Diagnostic(problem, at: phrase.span, replacement: replacement))
  }

  /// Where to point for something that is missing from the whole file: its first words.
  private var firstWords: Phrase {
    let lines = outline.front?.lines ?? outline.preamble + outline.sections.map(\.heading)
    return lines.contents.first?.phrase ?? Phrase(file: outline.file, span: Span(0, 0))
  }

  mutating func readHeader() {
    if let front = outline.front, !front.isClosed { complain(.headerNotClosed, at: firstWords) }
    var seen: Set<AnchorHeader> = []
    var allUnderstood = outline.front?.isClosed ?? true
    for line in outline.front?.entries ?? [] {
      let (key, value) = line.phrase.split(at: ":") ?? (line.phrase, line.phrase.at(0, 0))
      let words = key.trimmed
      guard let header = AnchorHeader.allCases.first(where: { words.equals($0.rawValue) }) else {
        let near = nearestName(to: words.text, in: AnchorHeader.allCases.map(\.rawValue))
        complain(.headerLine(words.text, near: near), at: words, replacement: near)
        allUnderstood = allUnderstood && near == nil
        continue
      }
      guard seen.insert(header).inserted else {
        complain(.headerRepeated(header.rawValue), at: words)
        continue
      }
      if value.trimmed.isEmpty { seen.remove(header) } else { take(header, value.trimmed) }
    }
    let missing = AnchorHeader.allCases.filter { !seen.contains($0) }
    if allUnderstood, !missing.isEmpty {
      complain(.headerMissing(missing.map(\.rawValue)), at: firstWords)
    }
  }

  private mutating func take(_ header: AnchorHeader, _ value: Phrase) {
    switch header {
    case .title: anchor.title = value.oneLine
    case .id: anchor.id = value.oneLine
    case .version: anchor.version = value.oneLine
    case .scenario: anchor.scenario = value.oneLine
    case .strength:
      let strengths = AnchorTranscript.Strength.allCases
      if let strength = strengths.first(where: { value.equals($0.rawValue) }) {
        anchor.strength = strength
      } else {
        let near = nearestName(to: value.text, in: strengths.map(\.rawValue))
        complain(.strengthUnknown(value.text, near: near), at: value, replacement: near)
      }
    case .rubrics:
      for name in value.pieces(between: ",") where !name.isEmpty {
        guard let rubric = rubrics[name.oneLine.lowercased()] else {
          unknownRubrics.insert(name.oneLine.lowercased())
          guard isComplete else { continue }
          let near = nearestName(to: name.oneLine, in: rubricNames)
          complain(.rubricUnknown(name.oneLine, near: near), at: name, replacement: near)
          continue
        }
        if anchor.rubrics.contains(rubric.id) {
          complain(.headerRepeated(rubric.id), at: name)
        } else {
          anchor.rubrics.append(rubric.id)
        }
      }
    }
  }

  mutating func readSections() {
    for line in outline.preamble.contents.prefix(outline.front == nil ? 0 : 1) {
      complain(.outsideHeadings, at: line.phrase)
    }
    var sections: [AnchorHeading: OutlineSection] = [:]
    var isMisspelt = false
    for section in outline.sections {
      let words = section.title
      guard let heading = AnchorHeading.allCases.first(where: { words.equals($0.rawValue) }) else {
        let near = nearestName(to: words.text, in: AnchorHeading.allCases.map(\.rawValue))
        complain(
          .headingUnknown(words.text, near: near),
          at: words.isEmpty ? section.heading.phrase : words, replacement: near)
        isMisspelt = true
        continue
      }
      guard sections[heading] == nil else {
        complain(.headingRepeated(heading.rawValue), at: words)
        continue
      }
      sections[heading] = section
    }
    // Where a heading is misspelt, the one that seems to be missing is most likely that one.
    for heading in AnchorHeading.allCases where sections[heading] == nil && !isMisspelt {
      complain(.headingMissing(heading.rawValue), at: firstWords)
    }
    // The gold names turns: what they are is known first, wherever the sections stand.
    let before = diagnostics.count
    if let transcript = sections[.transcript] { readTranscript(transcript) }
    let isSound = sections[.transcript] != nil && diagnostics.count == before
    if let gold = sections[.gold] { readGold(gold, hasTranscript: isSound) }
  }
}
