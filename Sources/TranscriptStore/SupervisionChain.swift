import Supervision

/// An entry of the log as it is signed: everything that could be erased only by its digest.
struct SignedSupervision {
  var supervisor: String
  var number: Int
  var date: String
  var minutes: Int
  var kept: String
  var corrects: Int?
  /// Of goals and agreed practice.
  var words: String
  var trainees: [String]
  var sessions: [String]

  /// SHA-256 over the entry and the signature of the supervisor's entry before it; that of the first
  /// is empty.
  func signature(after previous: String) -> String {
    let facts = [
      "attune supervision 1", previous, supervisor, String(number), date, String(minutes), kept,
      corrects.map(String.init) ?? "", words, String(trainees.count), String(sessions.count),
    ]
    // With their lengths, so that no two entries read the same.
    let text = (facts + trainees + sessions).map { "\($0.utf8.count):\($0)" }
    return contentHash(Array(text.joined(separator: "|").utf8))
  }
}

/// Something of an entry that can be erased, with what its digest is made with.
struct ErasablePart {
  /// Nil once it was erased.
  var words: [String]?
  var salt: String?
  var digest: String

  /// A part with a salt of its own: without it a digest cannot be compared with guesses.
  init(_ words: [String], using generator: inout some RandomNumberGenerator) {
    let drawn = contentHash(
      (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
    self.words = words
    salt = drawn
    digest = Self.digest(of: words, salt: drawn)
  }

  init(words: [String]?, salt: String?, digest: String) {
    (self.words, self.salt, self.digest) = (words, salt, digest)
  }

  /// Whether it is erased, or still what the digest was made of.
  var isSound: Bool {
    guard let words else { return salt == nil }
    return salt.map { Self.digest(of: words, salt: $0) == digest } ?? false
  }

  private static func digest(of words: [String], salt: String) -> String {
    let text = words.map { "\($0.utf8.count):\($0)" }.joined(separator: "|")
    return contentHash(Array((salt + "|" + text).utf8))
  }
}
