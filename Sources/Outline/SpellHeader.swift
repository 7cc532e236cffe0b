extension OutlineSection {
  /// `# Kind: name`, where it is one of these kinds; the words of any other heading stay.
  package func spelledHeading(_ kinds: [String]) -> String {
    guard let kind = kinds.first(where: { self.kind.equals($0) }) else {
      var words = heading.phrase
      while words.starts(with: "#") { words = words.dropping("#") }
      return words.trimmed.isEmpty ? "#" : "# " + words.trimmed.text
    }
    guard let name, !name.isEmpty else { return "# " + kind }
    return "# \(kind): \(name.text)"
  }
}

extension FrontMatter {
  /// `name: value`, the name in lower case, with the values in one column; a line without a colon stays.
  ///
  /// - Parameter lists: Names whose values are names between commas.
  package func spelled(column: Int, lists: [String]) -> [Int: String] {
    var texts: [Int: String] = [:]
    for line in entries {
      guard let (name, value) = line.phrase.split(at: ":") else { continue }
      let start = name.trimmed.inLowerCase + ":"
      let isList = lists.contains { name.trimmed.equals($0) }
      let text = isList ? value.spelledList : value.trimmed.text
      let gap = String(repeating: " ", count: max(1, column - start.count))
      texts[line.whole.start] = text.isEmpty ? start : start + gap + text
    }
    return texts
  }
}

extension Phrase {
  /// Letters beyond ASCII stay, because names are compared so.
  fileprivate var inLowerCase: String {
    let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return String(decoding: bytes.map { isUpper.contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// With one blank after each comma.
  package var spelledList: String {
    var text = ""
    for (index, piece) in pieces(between: ",").enumerated() {
      if index > 0 { text += piece.isEmpty ? "," : ", " }
      text += piece.text
    }
    return text
  }
}
