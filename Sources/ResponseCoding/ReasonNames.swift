import Rubrics
import TranscriptModel

/// What reasons are called that are neither words of the response nor signs.
extension Reason {
  static let ownCues = "its own cues"
  static let cuesOf = "the cues of "
  static let closeTo = "close to "
  static let inThePatientsWords = "the patient's words: "

  /// The words of the coded example that speaks; nil for a feature of the codebook.
  package var example: String? {
    let start = Reason.closeTo + "“"
    guard sign.hasPrefix(start), sign.hasSuffix("”") else { return nil }
    return String(sign.dropFirst(start.count).dropLast())
  }

  package var isExample: Bool { example != nil }
  package var isAboutThePatientsWords: Bool { sign.hasPrefix(Reason.inThePatientsWords) }
  package var isOwnCues: Bool { sign == Reason.ownCues || sign.hasPrefix(Reason.cuesOf) }
}

extension CuePattern {
  /// `at the start: tell me`.
  package var shown: String {
    let isPatients = places.contains(.inThePatientsWords)
    let rest = places.filter { $0 != .inThePatientsWords }.map(\.rawValue)
    return (isPatients ? Reason.inThePatientsWords : "")
      + (rest.isEmpty ? "" : rest.joined(separator: ", ") + ": ") + text
  }
}
