/// A trainee may say her own name to the patient: the whole of it, and each part of three or more
/// letters, becomes `[name]` wherever it stands as a name.
///
/// A single word stands as a name with a capital letter, or written as the name is. The name everybody
/// has who gave none, `trainee`, tells nothing.
func hiding(_ name: String, in text: String) -> String {
  let parts = words(of: name[...])
  guard parts.contains(where: { $0.contains(where: \.isLetter) }), name.lowercased() != "trainee"
  else {
    return text
  }
  let hidden = parts.filter { part in
    part.count(where: \.isLetter) >= 3 && part.lowercased() != "trainee"
      || parts.count == 1
  }
  var result = ""
  var rest = text[...]
  while let start = rest.first {
    guard isOfWord(start) else {
      result.append(start)
      rest = rest.dropFirst()
      continue
    }
    let word = rest.prefix(while: isOfWord)
    if let after = end(of: parts, in: rest) {
      result += "[name]"
      rest = rest[after...]
      continue
    }
    let isName = hidden.contains {
      $0 == word || start.isUppercase && $0.lowercased() == word.lowercased()
    }
    result += isName ? "[name]" : String(word)
    rest = rest[word.endIndex...]
  }
  return result
}

/// Where the parts end that the text begins with, one after the other with little between them; nil
/// where it does not, or for a single word.
private func end(of parts: [Substring], in text: Substring) -> String.Index? {
  guard parts.count > 1 else { return nil }
  var rest = text
  for (index, part) in parts.enumerated() {
    if index > 0 {
      let gap = rest.prefix(3).prefix { !isOfWord($0) && !$0.isNewline }
      guard !gap.isEmpty else { return nil }
      rest = rest[gap.endIndex...]
    }
    let word = rest.prefix(part.count + 1).prefix(while: isOfWord)
    guard word.lowercased() == part.lowercased() else { return nil }
    rest = rest[word.endIndex...]
  }
  return rest.startIndex
}

private func words(of text: Substring) -> [Substring] { text.split { !isOfWord($0) } }

private func isOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
