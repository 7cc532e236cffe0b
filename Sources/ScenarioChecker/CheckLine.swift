import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// What people write elsewhere, and what it is called here.
let synonyms = [
  "if": "when", "whenever": "when", "else": "otherwise", "default": "otherwise", "goto": "go to",
  "goes": "go to", "then": "go to", "->": "go to", "→": "go to", "max": "at most",
  "detour": "detour to", "back": "return", "should": "must",
  "maximum": "at most", "options": "choices", "note": "supervisor", "tip": "hint",
]

let numberWords = [
  "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]

/// What is left of a file's words where a line or a name was not understood.
extension ScenarioCheck {
  /// Counted from 1, in the file the words stand in.
  func lineNumber(_ phrase: Phrase) -> Int { phrase.file.line(at: phrase.span.start) + 1 }

  /// Where something was found first, for a problem at other words.
  func earlier(_ first: Phrase, than phrase: Phrase) -> EarlierPlace {
    EarlierPlace(
      line: lineNumber(first), file: first.file === phrase.file ? nil : first.file.name)
  }

  /// The words of a line of a beat, counted from 1 in the file the beat stands in.
  func line(_ number: Int, inBeat beat: Int) -> Phrase {
    let file = names.beatFiles.indices.contains(beat) ? names.beatFiles[beat] : tree.file
    let index = max(0, min(number, file.lineStarts.count) - 1)
    return Phrase(file: file, span: file.lineSpan(index)).trimmed
  }

  mutating func checkPlace(_ name: Phrase, in line: Phrase) -> Destination? {
    let name = name.withoutQuotesOrStop
    if let place = names.place(name.text) { return place.destination }
    guard !name.isEmpty else {
      report(.unknownPlace("", nearest: nil, known: []), at: line)
      return nil
    }
    // A heading whose kind is misspelt is complained about where it stands.
    let lowered = name.text.lowercased()
    if names.misspeltSections.contains(where: { $0.name?.lowercased() == lowered }) { return nil }
    let nearest = nearestPlace(name)
    missingPlaces.append((name.text, nearest))
    // A place without a proper name is complained about where it stands.
    if nearest == nil, names.hasMisnamedPlace { return nil }
    let known = names.places.count <= 12 ? names.places.map(\.name.text) : []
    report(
      .unknownPlace(name.text, nearest: nearest, known: known), at: name,
      replacement: nearest)
    return nil
  }

  private mutating func nearestPlace(_ name: Phrase) -> String? {
    // `the Good ending`, `beat Good`
    for extra in [["beat", "ending"], ["the", "beat", "ending"]] {
      let bare = name.words.map(\.text)
        .filter { !extra.contains($0.lowercased()) }.joined(separator: " ")
      if let place = names.place(bare) { return place.name.text }
    }
    guard searchesLeft > 0 else { return nil }
    searchesLeft -= 1
    return nearestName(to: name.text, ignoringArticlesIn: names.places.map(\.name.text))
  }

  mutating func checkNumber(_ phrase: Phrase, what: String, in line: Phrase) -> Int? {
    guard let number = phrase.integer, number >= 1 else {
      report(
        .numberExpected(phrase.text, what: what, example: "3"), at: phrase.isEmpty ? line : phrase,
        replacement: numberWords.firstIndex(of: phrase.text.lowercased()).map { String($0 + 1) })
      return nil
    }
    return number
  }

  mutating func reportUnknown(_ line: BeatLine, allowed: [String]) {
    let phrase = line.line.phrase
    let first = phrase.words.first ?? phrase
    if case .effects(let effects) = line.content, let effect = effects.first {
      report(
        .lineNotUnderstood(effect.whole.text, nearest: nil, allowed: allowed), at: effect.whole)
      return
    }
    if first.equals("otherwise"), phrase != first {
      report(.otherwiseWithMore, at: phrase)
      return
    }
    if first.equals("return"), phrase != first, allowed.contains("return") {
      report(
        .returnWithMore, at: phrase, fix: Fix(writing: "return", at: phrase.span))
      return
    }
    if first.equals("must"), !allowed.contains("must"), allowed.contains("go to") {
      report(FlowProblem.dutyMisplaced(inRule: true), at: phrase)
      return
    }
    if allowed.contains("go to"), let (words, meant) = wayMeant(phrase) {
      report(
        .lineNotUnderstood(words.text, nearest: meant, allowed: allowed), at: words,
        replacement: meant)
      return
    }
    if line.content == .unknown, let speaker = speakerAtStart(of: phrase) {
      report(
        .lineNotUnderstood(speaker.text, nearest: speaker.text + ":", allowed: allowed),
        at: speaker, replacement: speaker.text + ":")
      return
    }
    if let state = stateAtStart(of: phrase), line.content == .unknown {
      report(.effectUnreadable(phrase.text, state: state), at: phrase)
      return
    }
    let keywords = [
      "when", "otherwise", "choices", "supervisor", "outcome", "hint", "risk", "go to", "at most",
      "must", "detour to", "return",
    ]
    let known = keywords.filter { word in allowed.contains { $0.hasPrefix(word) } }
    let meant = synonyms[first.text.lowercased()].flatMap { known.contains($0) ? $0 : nil }
    let nearest =
      known.contains(first.text.lowercased())
      ? nil : meant ?? nearestName(to: first.text, in: known)
    report(
      .lineNotUnderstood(first.text, nearest: nearest, allowed: allowed), at: first,
      replacement: nearest)
  }

  /// `go the tray` as `go to`, `go back` as `return`, with the words that are wrong.
  private func wayMeant(_ phrase: Phrase) -> (words: Phrase, meant: String)? {
    let words = phrase.words
    guard words.count > 1, ["go", "goes", "going"].contains(where: { words[0].equals($0) }) else {
      return nil
    }
    if words[1].equals("back") {
      return words.count == 2 ? (phrase, "return") : nil
    }
    let isTo = ["to", "too", "ot", "into"].contains { words[1].equals($0) }
    return (phrase.at(phrase.span.start, words[isTo ? 1 : 0].span.end), "go to")
  }

  /// The patient or a person with whose name these words begin, where only the colon is missing.
  private func speakerAtStart(of phrase: Phrase) -> Phrase? {
    guard phrase.split(at: ":") == nil else { return nil }
    let words = phrase.words.prefix(5)
    for end in words.dropLast().map(\.span.end).reversed() {
      let start = phrase.at(phrase.span.start, end)
      let name = start.after("once") ?? start
      if names.knownSpeakers.contains(name.text.lowercased()) { return start }
    }
    return nil
  }

  /// The declared state with whose name these words begin.
  func stateAtStart(of phrase: Phrase) -> String? {
    var end = phrase.span.start
    for word in phrase.words.prefix(4) {
      end = word.span.end
      let start = phrase.at(phrase.span.start, end)
      let bare = word.text.last == ":" ? start.at(start.span.start, end - 1) : start
      if let state = names.state(bare.text) { return state.name }
    }
    return nil
  }

  /// Only rules, speech, choices and outcomes own the lines indented below them; true where
  /// something stands below another line.
  @discardableResult
  mutating func checkNothingBelow(_ line: BeatLine) -> Bool {
    switch line.content {
    case .rule, .speech, .choices, .outcome, .unknown: return false
    default:
      let below = line.line.contents
      for stray in below { reportStray(stray, below: line.line.phrase) }
      return !below.isEmpty
    }
  }

  mutating func reportStray(_ stray: OutlineLine, below owner: Phrase) {
    report(
      .strayBelow(owner.text, isLine: stray.isLineOfItsOwn), at: stray.phrase)
  }
}

extension OutlineLine {
  /// Whether it begins like a line that stands in a beat, and not like words that carry on a
  /// sentence.
  var isLineOfItsOwn: Bool {
    if noteNames.contains(where: { phrase.starts(with: $0 + ":") }) { return true }
    return if case .unknown = readBeatLine(self).content { false } else { true }
  }
}

extension Phrase {
  /// `“Good”.` as `Good`.
  fileprivate var withoutQuotesOrStop: Phrase {
    let bare = bytes.last == UInt8(ascii: ".") ? at(span.start, span.end - 1).trimmed : self
    return bare.unquoted ?? bare
  }
}
