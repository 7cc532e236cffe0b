import Diagnostics
import Outline
import ScenarioSyntax

/// Where a name is used that should be a code.
enum TermPlace: Sendable { case codes, condition, expectation }

/// What a condition may ask beside codes, states and what takes further words.
private let plainTerms = ["cue met", "cue missed", "risk open", "silence"]

private let otherWords = [
  "silent": "silence", "quiet": "silence", "waits": "silence", "wait": "silence",
  "waiting": "silence", "pause": "silence", "pauses": "silence", "says nothing": "silence",
  "nothing said": "silence", "open risk": "risk open", "met cue": "cue met",
  "missed cue": "cue missed",
]
private let wordsForMet = ["met", "answered", "taken", "heard", "hit"]
private let wordsForMissed = ["missed", "unmet", "ignored", "missing", "passed", "unanswered"]
private let wordsForVisited = ["visit", "visits", "visiting", "seen", "entered", "reached", "been"]
private let fillers: Set<String> = ["the", "a", "is", "was", "were", "are", "has", "been"]
private let wordsForSaid = ["say", "says", "said", "saying", "trainee says", "trainee said"]
private let wordsForHeard = ["hear", "hears", "heard", "trainee hears", "patient says"]

extension ScenarioCheck {
  /// What a condition or an expectation asks where its words are misspelt, `cue mised` as
  /// `cue missed`; nil where nothing is near.
  func termMeant(_ name: Phrase) -> String? {
    guard termPlace != .codes, name.span.count <= 200 else { return nil }
    if let spoken = spokenMeant(name.text) { return spoken }
    let words = name.words.map { $0.text.lowercased() }
    guard let first = words.first else { return nil }
    let telling = words.filter { !fillers.contains($0) }.map { $0 == "cues" ? "cue" : $0 }
    let plain = telling.joined(separator: " ")
    if telling.first == "cue", let last = telling.last, telling.count > 1 {
      if wordsForMet.contains(last) { return "cue met" }
      if wordsForMissed.contains(last) { return "cue missed" }
    }
    if plainTerms.contains(plain) { return plain }
    if let meant = otherWords[plain] ?? nearestName(to: plain, in: plainTerms) { return meant }
    return visitedMeant(name, first)
  }

  private func visitedMeant(_ name: Phrase, _ first: String) -> String? {
    let words = name.words
    guard words.count > 1 else { return nil }
    let rest = name.at(words[1].span.start, name.span.end)
    let place = rest.after("in") ?? rest.after("to") ?? rest
    if nearestName(to: first, in: ["visited"]) != nil { return "visited \(rest.text)" }
    let isPlace = wordsForVisited.contains(first) && names.place(place.text) != nil
    return isPlace ? "visited \(place.text)" : nil
  }

  /// `says "good afternoon"` as `said "good afternoon"`.
  private func spokenMeant(_ text: String) -> String? {
    guard let quote = text.firstIndex(where: { "\"“„«".contains($0) }) else { return nil }
    let before = text[..<quote].lowercased().split { " :".contains($0) }.joined(separator: " ")
    let isHeard = wordsForHeard.contains(before)
    guard isHeard || wordsForSaid.contains(before) else { return nil }
    return (isHeard && termPlace == .expectation ? "hears " : "said ") + text[quote...]
  }

  /// Two codes with a sign or word between them that joins nothing here: `advice/reassurance`.
  func joinMeant(_ name: Phrase) -> (word: Phrase, rewrite: String)? {
    let joins = [("but not", ", not "), ("but", ", "), ("plus", ", ")]
    let marks = [("&", ", "), ("+", ", "), ("/", " or ")]
    let found =
      joins.lazy.compactMap { word, meant in name.split(atWord: word).map { ($0, meant) } }.first
      ?? marks.lazy.compactMap { mark, meant in name.split(at: mark).map { ($0, meant) } }.first
    guard let ((before, after), meant) = found else { return nil }
    let sides = [before.trimmed, after.trimmed]
    guard sides.allSatisfy({ canonicalCode($0.text) != nil }) else { return nil }
    let word = name.at(sides[0].span.end, sides[1].span.start).trimmed
    return (word, sides[0].text + meant + sides[1].text)
  }

  /// A clause in which `and` stands beside `or`, which two readers take in two ways.
  func andBesideOr(_ clause: [TermSyntax], in condition: ConditionSyntax) -> Ambiguity? {
    guard clause.count > 1 else { return nil }
    let joined = clause.map { pieces(joinedIn: $0) }
    guard let first = joined.firstIndex(where: { $0 != nil }), let pieces = joined[first] else {
      return nil
    }
    let texts = zip(clause, joined).map { term, pieces in
      pieces.map { $0.texts.joined(separator: ", ") } ?? term.whole.text
    }
    let others = condition.clauses.filter { $0 != clause }
      .map { $0.map(\.whole.text).joined(separator: " or ") + ", " }.joined()
    return Ambiguity(
      word: pieces.word, both: others + texts.joined(separator: " or "),
      apart: texts.map { "when " + others + $0 })
  }

  private func pieces(joinedIn term: TermSyntax) -> (word: Phrase, texts: [String])? {
    var code: CodeSyntax?
    switch term.fact {
    case .code(let written):
      let isKnown =
        canonicalCode(written.name.text) != nil
        && written.topic.map { names.topic($0.text) != nil } ?? true
      if isKnown { return nil }
      code = written
    case .compare: break
    default: return nil
    }
    let pieces = term.whole.pieces(betweenWord: "and")
    guard pieces.count > 1 else { return nil }
    var texts: [String] = []
    for piece in pieces {
      if isKnown(readTerm(piece).fact) {
        texts.append(piece.text)
      } else if let code, code.topic != nil, names.topic(piece.text) != nil {
        texts.append("\(code.name.text) about \(piece.text)")
      } else {
        return nil
      }
    }
    return (term.whole.at(pieces[0].span.end, pieces[1].span.start).trimmed, texts)
  }
}

/// The two readings of a clause with `and` and `or` in it.
struct Ambiguity {
  let word: Phrase
  /// Where what follows `and` is asked for in either case.
  let both: String
  /// The conditions of the rules that would say the other thing.
  let apart: [String]
}
