import Diagnostics
import Outline

/// A file of coded responses as far as it could be read, and everything that is wrong with it.
package struct CheckedResponses: Sendable {
  /// Without the lines and replies that could not be read.
  package var responses: ResponseFile
  package var diagnostics: [Diagnostic]
}

/// Reads one `.responses` file; any bytes are accepted.
///
/// Codes are named by id or plain name. Whether a response has as many sentences as were coded
/// cannot be told here: `readCodedResponses` of module Calibration does.
package func readResponses(_ file: SourceFile, codebook: Codebook) -> CheckedResponses {
  var reading = ResponseReading(readOutline(file), CodingReader(codebook))
  reading.readHeader()
  reading.readSections()
  return CheckedResponses(
    responses: reading.result, diagnostics: reading.diagnostics.inFileOrder())
}

let responseHeaderKeys = ["title", "id", "language", "note"]
/// The heading of such a file.
let responseKinds = ["Line"]
private let lineKeys = [
  "area", "phase", "shows", "voice", "part", "before", "patient", "response",
]
private let replyKeys = ["codes", "first reader", "second reader"]

/// The state of reading one file.
private struct ResponseReading {
  let outline: Outline
  var coding: CodingReader
  var result = ResponseFile()
  var diagnostics: [Diagnostic] = []

  init(_ outline: Outline, _ coding: CodingReader) {
    self.outline = outline
    self.coding = coding
  }

  private mutating func report(_ problem: ResponseFileProblem, at span: Span) {
    diagnostics.append(Diagnostic(problem, at: span))
  }

  mutating func readHeader() {
    let start = Span(0, min(3, outline.file.bytes.count))
    if let front = outline.front, !front.isClosed, let first = front.lines.first {
      report(.headerNotClosed, at: first.phrase.span)
    }
    var seen: Set<String> = []
    for line in outline.front?.entries ?? [] {
      guard let (key, value) = line.phrase.keyed(responseHeaderKeys) else {
        let words = (line.phrase.split(at: ":")?.0 ?? line.phrase).trimmed
        report(
          .unknownKey(words.text, nearest: nearestName(to: words.text, in: responseHeaderKeys)),
          at: words.span)
        continue
      }
      guard seen.insert(key).inserted else {
        report(.saidTwice(key), at: line.phrase.span)
        continue
      }
      switch key {
      case "title": result.title = value.text
      case "id": result.id = value.text
      case "language" where !value.equals("en"): report(.otherLanguage(value.text), at: value.span)
      case "note": result.note = value.text
      default: break
      }
    }
    for key in ["title", "id"] where !seen.contains(key) { report(.missingKey(key), at: start) }
  }

  mutating func readSections() {
    for line in outline.preamble.contents.prefix(1) {
      report(.outsideSections, at: line.phrase.span)
    }
    var ids: Set<String> = []
    for section in outline.sections {
      guard section.kind.equals("line") else {
        let words = section.kind.isEmpty ? section.heading.phrase : section.kind
        report(.unknownHeading(words.text), at: words.span)
        continue
      }
      guard let name = section.name, !name.isEmpty else {
        report(.lineWithoutID, at: section.heading.phrase.span)
        continue
      }
      let isNew = ids.insert(name.text.lowercased()).inserted
      if !isNew { report(.lineTwice(name.text), at: name.span) }
      let line = readLine(section, name)
      if isNew, !line.patient.isEmpty { result.lines.append(line) }
    }
    if outline.sections.isEmpty {
      report(.noLines, at: Span(0, min(1, outline.file.bytes.count)))
    }
  }

  private mutating func readLine(_ section: OutlineSection, _ name: Phrase) -> PatientLine {
    var line = PatientLine(id: name.text)
    line.place = name.span
    var seen: Set<String> = []
    var texts: Set<String> = []
    for entry in section.lines.contents {
      guard let (key, value) = entry.phrase.keyed(lineKeys) else {
        unknown(entry.phrase, in: "a patient line", lineKeys + replyKeys)
        continue
      }
      if !seen.insert(key).inserted, key != "response" {
        report(.saidTwice(key), at: entry.phrase.span)
        continue
      }
      if key != "response" {
        for child in entry.contents { unknown(child.phrase, in: "'\(key)'", []) }
      }
      switch key {
      case "area": line.area = choice(value, "an area")
      case "phase": line.phase = choice(value, "a phase")
      case "shows": line.shows = value.text
      case "voice": line.voice = value.text
      case "part": line.part = choice(value, "a part") ?? .test
      case "before": line.before = quoted(value, key, entry) ?? ""
      case "patient": line.patient = quoted(value, key, entry) ?? ""
      default:
        let text = quoted(value, key, entry)
        if let text, !texts.insert(text).inserted { report(.replyTwice, at: value.span) }
        let reply = readReply(entry, text ?? "")
        if text != nil, let reply { line.replies.append(reply) }
      }
    }
    for needed in ["patient", "response"] where !seen.contains(needed) {
      report(.missing(needed, of: "'\(line.id)'"), at: name.span)
    }
    return line
  }

  private mutating func readReply(_ entry: OutlineLine, _ text: String) -> CodedReply? {
    var reply = CodedReply(text: text, codes: SentenceCodes([]))
    var seen: Set<String> = []
    var isWhole = true
    for child in entry.contents {
      guard let (key, value) = child.phrase.keyed(replyKeys) else {
        unknown(child.phrase, in: "a response", replyKeys)
        continue
      }
      for grandchild in child.contents { unknown(grandchild.phrase, in: "'\(key)'", []) }
      guard seen.insert(key).inserted else {
        report(.saidTwice(key), at: child.phrase.span)
        continue
      }
      let place = value.isEmpty ? child.phrase : value
      let read = coding.read(value, at: place)
      diagnostics += read.diagnostics
      guard let codes = read.codes else {
        isWhole = false
        continue
      }
      switch key {
      case "codes": reply.codes = codes
      case "first reader": reply.firstReader = codes
      default: reply.secondReader = codes
      }
    }
    if !seen.contains("codes") {
      report(.missing("codes", of: "this response"), at: entry.phrase.span)
      return nil
    }
    return isWhole ? reply : nil
  }

  private mutating func quoted(_ value: Phrase, _ key: String, _ line: OutlineLine) -> String? {
    guard let words = value.unquoted else {
      report(.notQuoted(key), at: value.isEmpty ? line.phrase.span : value.span)
      return nil
    }
    guard !words.trimmed.isEmpty else {
      report(.missing(key, of: "this line"), at: value.span)
      return nil
    }
    return words.text
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: Phrase, _ what: String
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice.allCases.first(where: { value.equals($0.rawValue) }) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      .unknownChoice(
        value.text, of: what, choices: names, nearest: nearestName(to: value.text, in: names)),
      at: value.span)
    return nil
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
