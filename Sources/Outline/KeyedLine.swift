/// Lines such as `key: value`.
extension Phrase {
  /// The one of `keys` with which the line begins, and what follows its colon.
  package func keyed(_ keys: [String]) -> (String, Phrase)? {
    for key in keys {
      if let rest = after(key), rest.starts(with: ":") {
        return (key, rest.dropping(":").trimmed)
      }
    }
    return nil
  }

  /// What is shown of a line nobody knows: what stands before its colon or, where that is long, its
  /// first word.
  package var unknownKey: Phrase {
    let words = (split(at: ":")?.0 ?? self).trimmed
    return words.isEmpty ? self : words.words.count > 3 ? words.words[0] : words
  }
}
