import Diagnostics
import Outline
import Rubrics

/// A lesson as far as it could be read, and everything that is wrong with it.
package struct CheckedLesson: Sendable {
  /// Without the lines that could not be read; nil where it has no title or no id.
  package var lesson: Lesson?
  package var diagnostics: [Diagnostic]
}

/// Reads one `.lesson` file; any bytes are accepted.
///
/// Codes are named by id or plain name. Whether an example is heard as it says, and whether what
/// `see:` names exists, other functions of this module tell.
package func readLesson(_ file: SourceFile, codebook: Codebook) -> CheckedLesson {
  var reading = LessonReading(readOutline(file), CodeNames(codebook))
  reading.readHeader()
  reading.readCards()
  let lesson = reading.lesson
  return CheckedLesson(
    lesson: lesson.title.isEmpty || lesson.id.isEmpty ? nil : lesson,
    diagnostics: reading.diagnostics.inFileOrder())
}

let lessonHeaderKeys = ["title", "id", "order"]
/// The heading of such a file.
let lessonKinds = ["Card"]

/// The codes an example may name.
struct CodeNames {
  private let spelling: [String]
  /// By id and plain name, in lower case.
  private let ids: [String: String]

  init(_ codebook: Codebook) {
    // An id goes before a plain name of the same letters.
    let names = codebook.codes.map { ($0.id, $0.id) } + codebook.codes.map { ($0.name, $0.id) }
    spelling = names.map(\.0)
    ids = Dictionary(
      names.map { ($0.0.lowercased(), $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  func id(_ name: String) -> String? { ids[name.lowercased()] }

  func nearest(to name: String) -> String? { nearestName(to: name, in: spelling) }
}

/// The state of reading one file.
struct LessonReading {
  let outline: Outline
  let codes: CodeNames
  var lesson = Lesson()
  var diagnostics: [Diagnostic] = []

  init(_ outline: Outline, _ codes: CodeNames) {
    self.outline = outline
    self.codes = codes
  }

  mutating func report(_ problem: LessonProblem, at span: Span) {
    diagnostics.append(Diagnostic(problem, at: span))
  }

  mutating func readHeader() {
    if let front = outline.front, !front.isClosed, let first = front.lines.first {
      report(.headerNotClosed, at: first.phrase.span)
    }
    var seen: Set<String> = []
    for line in outline.front?.entries ?? [] {
      guard let (key, value) = line.phrase.keyed(lessonHeaderKeys) else {
        let words = (line.phrase.split(at: ":")?.0 ?? line.phrase).trimmed
        report(
          .unknownKey(words.text, nearest: nearestName(to: words.text, in: lessonHeaderKeys)),
          at: words.span)
        continue
      }
      guard seen.insert(key).inserted else {
        report(.saidTwice(key), at: line.phrase.span)
        continue
      }
      switch key {
      case "title": lesson.title = value.text
      case "id": lesson.id = value.text
      default:
        lesson.order = value.integer
        if value.integer == nil {
          report(
            .orderNoNumber(value.text), at: value.isEmpty ? line.phrase.span : value.span)
        }
      }
    }
    let start = Span(0, min(3, outline.file.bytes.count))
    if lesson.title.isEmpty { report(.missingKey("title"), at: start) }
    if lesson.id.isEmpty { report(.missingKey("id"), at: start) }
  }

  mutating func readCards() {
    if let line = outline.preamble.contents.first {
      report(.outsideCards, at: line.phrase.span)
    }
    var titles: Set<String> = []
    for section in outline.sections {
      guard section.kind.equals("card") else {
        let words = section.kind.isEmpty ? section.heading.phrase : section.kind
        report(.unknownHeading(words.text), at: words.span)
        continue
      }
      guard let title = section.name, !title.isEmpty else {
        report(.cardWithoutTitle, at: section.heading.phrase.span)
        continue
      }
      if !titles.insert(title.text.lowercased()).inserted {
        report(.cardTwice(title.text), at: title.span)
      }
      lesson.cards.append(readCard(section, title))
    }
    if outline.sections.isEmpty {
      report(.noCards, at: Span(0, min(1, outline.file.bytes.count)))
    }
  }
}
