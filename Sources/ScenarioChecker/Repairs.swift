import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension Fix {
  /// Further text, where nothing is taken away.
  init(inserting text: String, at offset: Int, title: String? = nil) {
    let shown = text.split { $0.isNewline }.map { $0.drop { $0 == " " } }.joined(separator: " / ")
    self.init(
      title: title ?? "insert '\(shown)'",
      edits: [Edit(span: Span(offset, offset), text: text)])
  }

  /// Quotes around these words.
  init(quoting span: Span) {
    self.init(
      title: "put it in quotes",
      edits: [
        Edit(span: Span(span.start, span.start), text: "\""),
        Edit(span: Span(span.end, span.end), text: "\""),
      ])
  }
}

extension Phrase {
  /// Quotes around it, in place of the guillemets it may have.
  var quoting: Fix {
    let words = text
    guard words.count > 1, words.first == "«", words.last == "»" else {
      return Fix(quoting: span)
    }
    return Fix(writing: "\"\(words.dropFirst().dropLast())\"", at: span)
  }
}

extension SourceFile {
  /// As the file has them already.
  var lineBreak: String {
    guard lineStarts.count > 1 else { return "\n" }
    let end = lineStarts[1]
    if bytes[end - 1] == UInt8(ascii: "\r") { return "\r" }
    return end > 1 && bytes[end - 2] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  /// The whole line in which some words stand.
  func line(of phrase: Phrase) -> Phrase {
    Phrase(file: self, span: lineSpan(line(at: phrase.span.start))).trimmed
  }
}

/// Repairs that need to know the scenario.
extension ScenarioCheck {
  /// Who speaks, as far as anybody is declared.
  private var voice: String {
    names.patient?.split(separator: " ").first.map(String.init) ?? "Patient"
  }

  /// An `otherwise` with a bound, below the last line of a beat; only where one poor ending is the
  /// place for whoever says nothing that fits.
  func otherwise(for section: ScenarioSection) -> Fix? {
    guard let place = onlyPoorEnding else { return nil }
    let lines = section.outline.lines.flattened.contents
    let last = lines.last?.phrase ?? section.outline.heading.phrase
    let text = ["", "otherwise", "  \(voice): Hm.", "  at most 3 times, then go to \(place)"]
    return Fix(
      inserting: text.joined(separator: last.file.lineBreak), at: last.span.end,
      title: "add an 'otherwise'")
  }

  /// A bound below the last line of a rule.
  func bound(for rule: OutlineLine) -> Fix? {
    guard let place = onlyPoorEnding else { return nil }
    let last = rule.children.flattened.contents.last?.phrase ?? rule.phrase
    let indent = rule.contents.first.map { $0.whole.start..<$0.phrase.span.start }
    let blanks = indent.map { String(decoding: last.file.bytes[$0], as: UTF8.self) } ?? "  "
    return Fix(
      inserting: last.file.lineBreak + blanks + "at most 3 times, then go to \(place)",
      at: last.span.end)
  }

  /// A rule with all that belongs to it, taken to the line above another one.
  func moved(_ rule: OutlineLine, above other: OutlineLine) -> Fix? {
    let lines = [rule] + rule.children.flattened
    let file = rule.phrase.file
    let span = Span(rule.whole.start, lines.last?.whole.end ?? rule.whole.end)
    var text = file.text(span)
    if !(text.last?.isNewline ?? false) { text += file.lineBreak }
    return Fix(
      title: "move it above '\(other.phrase.text)'",
      edits: [
        Edit(span: Span(other.whole.start, other.whole.start), text: text),
        Edit(span: span, text: ""),
      ])
  }

  /// Two more blanks before every one of these lines.
  func indented(_ lines: [OutlineLine]) -> Fix {
    Fix(
      title: "indent it",
      edits: lines.map { line in
        Edit(span: Span(line.phrase.span.start, line.phrase.span.start), text: "  ")
      })
  }
}
