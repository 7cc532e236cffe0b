/// Whether a response can be coded at all: words of the scenario's language, not symbols or noise.
func isUnderstandable(
  _ response: ParsedResponse, _ patient: PatientWords
) -> Bool {
  if response.sentences.contains(where: \.isGesture) { return true }
  let words = response.words
  let letters = words.words.reduce(0) { $0 + $1.end - $1.start }
  guard letters >= 2 else { return false }
  let known = (0..<words.count).count { index in
    !response.symbols.range(of: index).isEmpty
      || patient.everSaid.contains(stem(words.letters(of: index)))
      || patient.gistContent.contains(stem(words.letters(of: index)))
  }
  // In any English sentence more than a quarter of the words are everyday words.
  if words.count >= 3 { return known * 4 > words.count }
  // One or two words are an answer only where they are known ones or the patient's.
  return known > 0 && !(0..<words.count).allSatisfy { isNoise(words.letters(of: $0)) }
}

private let keyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map { Array($0.utf8) }

/// Letters that nobody can say, neighbours on the keyboard, or another script.
private func isNoise(_ word: ArraySlice<UInt8>) -> Bool {
  if word.allSatisfy({ $0 >= 0x80 }) { return true }
  var (consonants, repeats, run) = (0, 1, 1)
  var previous: UInt8?
  var hasVowel = false
  for letter in word {
    let isVowel = "aeiouy".utf8.contains(letter) || letter >= 0x80
    hasVowel = hasVowel || isVowel
    consonants = isVowel ? 0 : consonants + 1
    if let previous {
      repeats = previous == letter ? repeats + 1 : 1
      run = areNeighbours(previous, letter) ? run + 1 : 1
    }
    if consonants > 4 || repeats > 3 || run > 3 { return true }
    previous = letter
  }
  return !hasVowel
}

private func areNeighbours(_ a: UInt8, _ b: UInt8) -> Bool {
  keyboardRows.contains { row in
    guard let first = row.firstIndex(of: a), let second = row.firstIndex(of: b) else {
      return false
    }
    return abs(first - second) == 1
  }
}
