import Outline

/// What the codebook calls something for which people have another word.
private let byMeaning = [
  "empathy": ["empathic statement", "reflection of feeling"], "empathic": ["empathic statement"],
  "listening": ["reflection", "encourager"], "paraphrase": ["simple reflection"],
  "mirroring": ["simple reflection"], "repeat": ["simple reflection"],
  "feeling": ["reflection of feeling", "feeling check"], "emotion": ["reflection of feeling"],
  "emotions": ["reflection of feeling"], "praise": ["affirmation"], "support": ["validation"],
  "acceptance": ["validation"], "understanding": ["validation", "understanding check"],
  "normalize": ["normalising"], "normalizing": ["normalising"], "comfort": ["reassurance"],
  "challenge": ["confrontation"], "criticism": ["confrontation"], "blame": ["confrontation"],
  "suicide": ["risk inquiry"], "safety": ["safety response", "risk inquiry"],
  "why": ["accusing why"],
  "question": ["open question", "closed question"], "silence": ["encourager"],
  "suggestion": ["advice", "suggestion with permission"], "advise": ["advice"],
  "relationship": ["here and now"], "repair": ["rupture repair"],
]

extension CheckingLibrary {
  /// Up to three names of codes that mean something like these words, or share a longer word with
  /// them.
  func related(to text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    var found: [String] = []
    for word in words { found += byMeaning[word] ?? [] }
    for word in words where word.count >= 5 {
      let stem = word.prefix(5)
      found += codeNames.filter { name in
        name.lowercased().split(separator: " ").contains { $0.hasPrefix(stem) }
      }
    }
    var seen: Set<String> = []
    return Array(
      found.compactMap { canonicalNames[$0.lowercased()] }.filter { seen.insert($0).inserted }
        .prefix(3))
  }
}

/// What a comparison of a state says in the words a condition has for it; nil where it says nothing
/// clear.
func comparisonMeant(_ phrase: Phrase, state: String) -> String? {
  let rest = phrase.at(min(phrase.span.start + state.utf8.count, phrase.span.end), phrase.span.end)
    .trimmed
  let number = rest.words.last?.integer.map(String.init)
  let signs = [
    (">=", "at least"), ("≥", "at least"), ("=>", "at least"), ("<=", "at most"), ("≤", "at most"),
    (">", "above"), ("<", "below"), ("more than", "above"), ("greater than", "above"),
    ("higher than", "above"), ("over", "above"), ("less than", "below"), ("lower than", "below"),
    ("under", "below"), ("is at least", "at least"), ("is above", "above"), ("is below", "below"),
  ]
  for (sign, words) in signs where rest.starts(with: sign) {
    return number.map { "\(state) \(words) \($0)" }
  }
  for end in ["lowest", "highest"] where rest.before(end) != nil { return "\(state) at its \(end)" }
  if rest.starts(with: "between"), let first = rest.words.dropFirst().first?.integer, let number {
    return "\(state) at least \(first), \(state) at most \(number)"
  }
  if ["is", "=", "equals"].contains(where: { rest.after($0) != nil }), let number {
    return "\(state) at least \(number), \(state) at most \(number)"
  }
  return nil
}
