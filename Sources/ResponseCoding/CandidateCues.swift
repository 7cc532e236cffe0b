import Rubrics

/// Collects from responses the cues by which codes might be told: words in a row, at the start and
/// at the end of a sentence, with words of a list in place of single ones, and pairs of small words
/// with a gap.
package struct CandidateCues: Sendable {
  /// Words in a row, at most.
  package var longest = 4
  /// A cue found in fewer sentences is noise.
  package var leastSentences = 3

  private let vocabulary: Vocabulary
  private let lists: [(name: String, symbol: Int32)]
  private let function: Int32
  private let opener: Int32
  /// By fold, by cue, in how many sentences it stands.
  private var counts: [[String: Int32]]
  /// By fold, by cue, in how many of the patient's utterances it stands.
  private var patientCounts: [[String: Int32]]
  private var patientTexts: Set<String> = []
  /// One utterance is answered many times, so more are asked for.
  package var leastUtterances = 6

  /// - Parameters:
  ///   - folds: Responses are counted by fold, so that a fold can be left out.
  ///   - without: Word lists that stand for no class of words.
  package init(_ codebook: Codebook, folds: Int = 1, without: Set<String> = ["stock"]) {
    counts = Array(repeating: [:], count: max(1, folds))
    patientCounts = counts
    let coder = ResponseCoder(codebook)
    vocabulary = coder.automaton.vocabulary
    function = coder.lexicon.functionWord
    opener = coder.lexicon.opener
    lists = codebook.wordLists.keys.sorted().filter { !without.contains($0) }
      .compactMap { name in coder.automaton.listSymbols[name].map { (name, $0) } }
  }

  /// - Parameter fold: At most the number of folds is known; what lies beyond is the last.
  package mutating func add(_ text: String, fold: Int = 0) {
    let fold = min(max(0, fold), counts.count - 1)
    let parsed = ParsedResponse(text, vocabulary)
    for sentence in parsed.sentences where !sentence.isGesture {
      for cue in cues(of: sentence, parsed) { counts[fold][cue, default: 0] += 1 }
    }
  }

  /// Adds the classes of the patient's words, each utterance once; single words would only tell one
  /// utterance from another.
  package mutating func add(patient text: String, fold: Int = 0) {
    let fold = min(max(0, fold), patientCounts.count - 1)
    guard patientTexts.insert(text).inserted else { return }
    let words = Words(text)
    let symbols = WordSymbols(words, vocabulary)
    var found: Set<String> = []
    for index in 0..<words.count {
      for list in lists where symbols.has(index, list.symbol) {
        found.insert("<" + list.name + ">")
      }
    }
    for cue in found { patientCounts[fold][cue, default: 0] += 1 }
  }

  /// In the order of their spelling.
  package func found() -> [CuePattern] { all.map(\.pattern) }

  /// Those of `found`, by their places in it, that are too rare where this fold is left out.
  package func rare(without fold: Int) -> [Int] {
    guard counts.indices.contains(fold) else { return [] }
    return all.enumerated().filter { _, cue in
      let (total, its, least) =
        cue.isPatients
        ? (cue.count, patientCounts[fold][cue.text], leastUtterances)
        : (cue.count, counts[fold][cue.text], leastSentences)
      return Int(total - (its ?? 0)) < least
    }.map(\.offset)
  }

  private struct FoundCue {
    var text: String
    var count: Int32
    var isPatients: Bool

    var pattern: CuePattern {
      var pattern = CandidateCues.pattern(text)
      if isPatients { pattern.places = [.inThePatientsWords] }
      return pattern
    }
  }

  private var all: [FoundCue] {
    func frequent(_ counts: [[String: Int32]], _ least: Int, _ isPatients: Bool) -> [FoundCue] {
      let totals = counts.dropFirst().reduce(into: counts[0]) { $0.merge($1, uniquingKeysWith: +) }
      return totals.filter { $0.value >= least }.sorted { $0.key < $1.key }
        .map { FoundCue(text: $0.key, count: $0.value, isPatients: isPatients) }
    }
    return frequent(counts, leastSentences, false) + frequent(patientCounts, leastUtterances, true)
  }

  private func cues(of sentence: Sentence, _ parsed: ParsedResponse) -> Set<String> {
    let words = Array(sentence.firstWord..<sentence.endWord)
    let texts = words.map { parsed.words.text(of: $0) }
    let classes = words.map { word in
      lists.first { parsed.symbols.has(word, $0.symbol) }.map { "<" + $0.name + ">" }
    }
    let isSmall = words.map { parsed.symbols.has($0, function) }
    var start = 0
    while start < min(4, words.count - 1), parsed.symbols.has(words[start], opener) { start += 1 }
    var result: Set<String> = []
    for first in words.indices {
      for length in 1...longest where first + length <= words.count {
        let range = first..<(first + length)
        add(texts[range].joined(separator: " "), range, start, words.count, to: &result)
        guard length < longest, range.contains(where: { classes[$0] != nil }) else { continue }
        let general = range.map { classes[$0] ?? texts[$0] }.joined(separator: " ")
        add(general, range, start, words.count, to: &result)
      }
      guard isSmall[first] else { continue }
      for second in first + 2..<max(first + 2, min(first + 6, words.count)) where isSmall[second] {
        result.insert(texts[first] + " ... " + texts[second])
      }
    }
    return result
  }

  private func add(
    _ cue: String, _ range: Range<Int>, _ start: Int, _ end: Int, to result: inout Set<String>
  ) {
    result.insert(cue)
    if range.lowerBound == start {
      result.insert(CuePattern.Place.atTheStart.rawValue + ": " + cue)
    }
    if range.upperBound == end, range.count < 3 {
      result.insert(CuePattern.Place.atTheEnd.rawValue + ": " + cue)
    }
  }

  private static func pattern(_ cue: String) -> CuePattern {
    var places: [CuePattern.Place] = []
    var text = cue
    for place in [CuePattern.Place.atTheStart, .atTheEnd] where cue.hasPrefix(place.rawValue + ": ")
    {
      places = [place]
      text = String(cue.dropFirst(place.rawValue.count + 2))
    }
    let elements = text.split(separator: " ").map { word -> PatternElement in
      if word == "..." { return .gap }
      return word.hasPrefix("<") ? .list(String(word.dropFirst().dropLast())) : .word(String(word))
    }
    return CuePattern(weight: 0, places: places, text: text, elements: elements)
  }
}
