import Diagnostics
import FoundationEssentials
import ResponseCoding
import TranscriptModel

private struct ResponseLine: Decodable {
  let id: String
  let patient: String?
  let text: String

  private enum Key: String, CodingKey { case id, patient, text }

  /// An id may be a string or a number.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let number = try? values.decode(Int.self, forKey: .id) {
      id = String(number)
    } else {
      id = try values.decode(String.self, forKey: .id)
    }
    patient = try values.decodeIfPresent(String.self, forKey: .patient)
    text = try values.decode(String.self, forKey: .text)
  }
}

/// `attune code`: lines or JSON Lines in, codes out, as JSON Lines or, on a terminal, for reading.
///
/// A line that looks like JSON and is none is named by its number, never repeated, and left out; 1.
func codeResponses(_ run: Run) throws -> Int32 {
  let coder = ResponseCoder(try run.library().codebook)
  let name = run.command.argument(0) ?? "-"
  let input: SourceFile
  if name == "-" {
    if run.surroundings.streams.input.isTerminal {
      return try run.fail(
        "there is nothing to code", help: "pipe responses in, or name a file")
    }
    input = SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())
  } else {
    input = try readSource(name)
  }

  let isForReading = run.output.output.isTerminal && !run.wantsJSON
  var isWrong = false
  for line in input.lineStarts.indices {
    let text = input.text(input.lineSpan(line))
    guard text.contains(where: { !$0.isWhitespace }) else { continue }
    let number = String(line + 1)
    guard text.first(where: { !$0.isWhitespace }) == "{" else {
      let coded = coder.code(text, after: CodingContext())
      if isForReading {
        try show(coded, number: number, on: run.output)
      } else {
        try run.writeJSON(CodedLine(id: number, coded))
      }
      continue
    }
    guard let response = try? JSONDecoder().decode(ResponseLine.self, from: Data(text.utf8)) else {
      isWrong = true
      try run.errors.paragraph(
        "error: line \(number) of '\(input.name)' is not {\"id\", \"patient\", \"text\"}",
        as: .warning)
      continue
    }
    let said = response.patient.map { [Utterance(speaker: "Patient", text: $0)] } ?? []
    let coded = coder.code(response.text, after: CodingContext(patient: said))
    try run.writeJSON(CodedLine(id: response.id, coded))
  }
  return isWrong ? 1 : 0
}

private func show(_ response: CodedResponse, number: String, on page: Page) throws {
  try page.labelled("\(number).", as: .faint, response.text)
  for code in response.codes where code.certainty > 0 {
    let percent = Int((code.confidence * 100).rounded())
    try page.labelled(
      "  \(code.code)", as: .coach, "\(code.name), \(percent) %: “\(code.evidence)”")
  }
}
