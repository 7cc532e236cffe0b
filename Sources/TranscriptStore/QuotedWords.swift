/// Words that are looked for where somebody may have quoted them.
///
/// Found are names, with a capital, and runs of four words in a row, or all of them where they are
/// fewer, in small letters or large ones.
struct QuotedWords {
  private var runs: Set<[String]> = []
  private var names: Set<String> = []
  private var length = 4

  /// The words that `range` of a text touches, each of them whole.
  init(_ range: Range<Int>, of text: String) {
    let touched = words(in: text).filter { $0.place.overlaps(range) }
    guard let first = touched.first else { return }
    if touched.count == 1, first.isCapital {
      // Of a letter nobody can say that it was quoted.
      if first.word.count > 1 { names = [first.word] }
      return
    }
    length = min(4, touched.count)
    for start in 0...(touched.count - length) {
      let run = touched[start..<(start + length)].map(\.word)
      if run.reduce(0, { $0 + $1.count }) > 2 { runs.insert(run) }
    }
    names = Set(
      touched.filter { $0.isCapital && $0.word.count > 1 && !$0.isOpener }.map(\.word))
  }

  /// Where they stand in a text, by characters, apart from each other.
  func places(in text: String) -> [Range<Int>] {
    guard !names.isEmpty || !runs.isEmpty else { return [] }
    let all = words(in: text)
    var found: [Range<Int>] = []
    func add(_ place: Range<Int>) {
      if let last = found.last, place.lowerBound <= last.upperBound {
        found[found.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        found.append(place)
      }
    }
    for (index, word) in all.enumerated() {
      if word.isCapital, names.contains(word.word) { add(word.place) }
      guard index + length <= all.count else { continue }
      let run = all[index..<(index + length)]
      if runs.contains(run.map(\.word)), let last = run.last {
        add(word.place.lowerBound..<last.place.upperBound)
      }
    }
    return found
  }

  /// A text with marks in their place, as many as there were Unicode scalars; nil where none of them
  /// stands there.
  func marked(in text: String) -> String? {
    let places = places(in: text)
    guard !places.isEmpty else { return nil }
    var characters = text.map(String.init)
    for index in places.joined() {
      characters[index] = String(
        repeating: TranscriptStore.redactionMark, count: characters[index].unicodeScalars.count)
    }
    return characters.joined()
  }
}

private struct Word {
  /// In small letters, without the 's of whose something is.
  var word: String
  var place: Range<Int>
  var isCapital: Bool

  /// Whether a sentence may begin with it that names nobody.
  var isOpener: Bool { openers.contains(String(word.prefix { $0 != "'" })) }
}

/// Letters and digits in a row, with apostrophes between them.
private func words(in text: String) -> [Word] {
  let characters = Array(text)
  func isLetter(_ index: Int) -> Bool {
    characters.indices.contains(index)
      && (characters[index].isLetter || characters[index].isNumber)
  }
  var words: [Word] = []
  var index = 0
  while index < characters.count {
    guard isLetter(index) else {
      index += 1
      continue
    }
    let start = index
    while isLetter(index) || ("'’".contains(characters[index]) && isLetter(index + 1)) {
      index += 1
      if index == characters.count { break }
    }
    var word = String(characters[start..<index]).lowercased().replacing("’", with: "'")
    if word.hasSuffix("'s") { word.removeLast(2) }
    words.append(
      Word(word: word, place: start..<index, isCapital: characters[start].isUppercase))
  }
  return words
}

private let openers = Set(
  """
  a about after all an and any anything are as at because been before both but by can could couldn \
  did didn do does doesn don each even every everything for from had has have he her here hers him \
  his how i if in is isn it just last let like many may maybe me mine most much my next no nobody \
  not nothing now of oh ok okay on one or our perhaps please really right she should shouldn since \
  so some somebody someone something sometimes sorry still such tell than thank thanks that the \
  their them then there these they this those to today tomorrow too us was we well were what when \
  where whether which while who whose why will with won would wouldn yes yesterday you your yours
  """.split(separator: " ").map(String.init))
