import Diagnostics
import Foundation
import Rubrics
import Testing
import TranscriptModel

@testable import ResponseCoding

/// The shipped codebook, compiled once for all tests.
enum Shipped {
  static let codebook: Codebook? = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rubrics/ipt.codebook")
    guard let data = try? Data(contentsOf: path), let words = try? shippedWords() else {
      return nil
    }
    let file = SourceFile(name: "ipt.codebook", bytes: [UInt8](data))
    return readCodebook(file, words: words).codebook
  }()

  static let coder = ResponseCoder(codebook ?? Codebook())

  /// The lines written by hand alone, without what was learned: what a rule does is seen there, and
  /// does not change when the codebook is fitted again.
  static let coderByHand = ResponseCoder((codebook ?? Codebook()).byHand)
}

/// The shipped word lists, which the codebook names.
func shippedWords() throws -> [SourceFile] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rubrics/Words")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
    SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
  }
}

extension CodedResponse {
  /// The ids of the codes that count, in order.
  var counted: [String] { codes.filter { $0.certainty > 0 }.map(\.code) }

  func applied(_ id: String) -> AppliedCode? { codes.first { $0.code == id } }

  /// The text at a range, by characters.
  func text(at range: TextRange) -> String {
    let characters = Array(text)
    guard 0 <= range.start, range.start <= range.end, range.end <= characters.count else {
      return "out of range"
    }
    return String(characters[range.start..<range.end])
  }
}

/// Codes a response to one patient line; to none where there is neither text nor cue.
func code(
  _ response: String, after patient: String = "", cues: [String] = [], gist: [String] = [],
  earlier: [CodedResponse] = [], earlierPatient: [String] = [], topics: [DeclaredTopic] = [],
  by coder: ResponseCoder = Shipped.coderByHand
) -> CodedResponse {
  let line = Utterance(speaker: "Patient", text: patient, cues: cues, gist: gist)
  return coder.code(
    response,
    after: CodingContext(
      patient: patient.isEmpty && cues.isEmpty ? [] : [line],
      earlierPatient: earlierPatient.map { Utterance(speaker: "Patient", text: $0) },
      earlierResponses: earlier, topics: topics))
}

/// A reply of a case file with the codes a reader would give.
struct ReplyCase: Sendable {
  var patient = ""
  var cues: [String] = []
  var trainee = ""
  var codes: [String] = []
  var never: [String] = []

  static func read(_ name: String) throws -> [ReplyCase] {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(name)")
    let text = try String(contentsOf: path, encoding: .utf8)
    return text.components(separatedBy: "\n\n").compactMap { block in
      var reply = ReplyCase()
      for line in block.split(separator: "\n") where !line.hasPrefix("//") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        let list = value.components(separatedBy: ", ")
        switch line[..<colon] {
        case "patient": reply.patient = value
        case "cue": reply.cues = list
        case "trainee": reply.trainee = value
        case "codes": reply.codes = list
        case "never": reply.never = list
        default: break
        }
      }
      return reply.trainee.isEmpty ? nil : reply
    }
  }
}
