extension CodedResponse {
  /// Whether nothing was said, on purpose: only dots or an ellipsis, or one or two words in brackets
  /// that stand for it, such as `(waits)` or `(says nothing)`.
  package var isSilence: Bool {
    // Nearly every response begins with a letter.
    guard let first = text.utf8.first(where: { $0 > 0x20 }),
      first >= 0x80 || [UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "[")].contains(first)
    else { return false }
    var rest = text[...]
    var isSilence = false
    while let next = rest.first {
      if next == "(" || next == "[" {
        guard let close = rest.firstIndex(of: next == "(" ? ")" : "]"),
          standsForSilence(rest[..<close].dropFirst())
        else { return false }
        rest = rest[close...].dropFirst()
        isSilence = true
      } else {
        guard next == "." || next == "…" || next.isWhitespace else { return false }
        isSilence = isSilence || !next.isWhitespace
        rest = rest.dropFirst()
      }
    }
    return isSilence
  }
}

private func standsForSilence(_ words: Substring) -> Bool {
  // Longer than any of them: it need not be read.
  guard words.utf8.count <= 60 else { return false }
  let words = words.lowercased().split { !$0.isLetter }
  return (1...2).contains(words.count) && words.contains { silentWords.contains(String($0)) }
}

private let silentWords: Set<String> = [
  "wait", "waits", "waiting", "silence", "silent", "silently", "quiet", "quietly", "pause",
  "pauses", "nod", "nods", "nodding", "listen", "listens", "listening", "nothing",
]
