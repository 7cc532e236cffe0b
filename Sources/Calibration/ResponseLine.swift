import Diagnostics
import FoundationEssentials
import ResponseCoding
import TranscriptModel

/// A response as a line of JSON, with what was said before it; keys it does not know are passed over.
///
/// What cannot be read is a problem, not an error, so that all problems of a line are told at once.
package struct ResponseLine: Decodable {
  package private(set) var id: String?
  package private(set) var text = ""
  package private(set) var patient: [String] = []
  package private(set) var before = ""
  package private(set) var problems: [SampleProblem] = []

  private enum Key: String, CodingKey { case id, text, patient, before }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)

    func has(_ key: Key) -> Bool {
      values.contains(key) && (try? values.decodeNil(forKey: key)) == false
    }
    func words(_ key: Key) -> String? {
      guard has(key) else { return nil }
      if let text = try? values.decode(String.self, forKey: key) { return text }
      problems.append(.unreadable(key.rawValue, needed: "a text"))
      return nil
    }

    if has(.text) {
      text = words(.text) ?? ""
      if problems.isEmpty, !text.contains(where: { !$0.isWhitespace }) {
        problems.append(.emptyText)
      }
    } else {
      problems.append(.missing("text"))
    }
    if has(.id) {
      if let text = try? values.decode(String.self, forKey: .id) {
        id = text
      } else if let number = try? values.decode(Int.self, forKey: .id) {
        id = String(number)
      } else {
        problems.append(.unreadable("id", needed: "a text or a whole number"))
      }
    }
    if has(.patient) {
      if let one = try? values.decode(String.self, forKey: .patient) {
        patient = one.isEmpty ? [] : [one]
      } else if let several = try? values.decode([String].self, forKey: .patient) {
        patient = several
      } else {
        problems.append(.unreadable("patient", needed: "a text or a list of texts"))
      }
    }
    before = words(.before) ?? ""
  }
}

extension CodingContext {
  /// What was said before a sample: by the patient just now, and by the trainee before that.
  package init(patient: [String], before: String, _ coder: ResponseCoder) {
    self.init(patient: patient.map { Utterance(speaker: "Patient", text: $0) })
    cuesAreUnknown = true
    if !before.isEmpty { earlierResponses = [coder.code(before, after: CodingContext())] }
  }
}

extension SourceFile {
  /// The words of a line, from 0, without the byte-order mark a file may begin with.
  package func textOfLine(_ line: Int) -> String {
    var text = text(lineSpan(line))
    if line == 0, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }
}
