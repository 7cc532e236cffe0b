import Diagnostics
import Rubrics
import Supervision

/// What a rater typed at a dimension.
enum RatingLine: Equatable {
  case score(GivenScore)
  case mark(code: String, turn: Int, isHeard: Bool)
  case takeBack(code: String, turn: Int)
  /// The codes of a turn, with one key each.
  case marking(Int)
  case anchors, codes, ratings, submit, help, quit
  /// The conversation again, or one turn of it.
  case transcript(Int?)
  /// On to a dimension by its number or the beginning of its title; nil is the next without a score.
  case go(String?)
  /// What could not be understood, with what to do about it.
  case unclear(String)
}

/// The commands with one letter and with the whole word.
enum RatingWord: String, CaseIterable {
  case mark, anchors, transcript, codes, ratings, go, submit, help, quit

  var letter: String { String(rawValue.prefix(1)) }

  var meaning: String {
    switch self {
    case .mark: "mark codes with one key each: 'm 4' in turn 4"
    case .anchors: "what each level means"
    case .transcript: "the conversation again; 't 7' only turn 7"
    case .codes: "the codes you have marked"
    case .ratings: "what you have given so far"
    case .go: "on to the next dimension; 'g 2' or 'g safety' to another"
    case .submit: "hand it in; then it cannot be changed"
    case .help: "this list"
    case .quit: "leave; everything is kept, and the same command goes on"
    }
  }
}

/// Reads one line; `turns` is how many there are.
func readRatingLine(
  _ line: String, isGate: Bool, turns: Int, _ codebook: Codebook
) -> RatingLine {
  let line = line.hasPrefix("/") ? String(line.dropFirst()) : line
  if let sign = line.first, "+-−–=".contains(sign) {
    return readMark(line.dropFirst(), sign, turns: turns, codebook)
  }
  let parts = line.split(separator: " ", maxSplits: 1).map { String($0).trimmingBlanks }
  let word = parts.first?.lowercased() ?? ""
  let rest = parts.count > 1 ? parts[1] : nil
  let scores = ["n": "na", "n/a": "na", "p": "pass", "f": "fail"]
  if rest == nil, let score = GivenScore(rawValue: scores[word] ?? word) {
    switch (score, isGate) {
    case (.level, true): return .unclear("Here it is pass, fail or na.")
    case (.pass, false), (.fail, false): return .unclear("Here it is a number from 1 to 5, or na.")
    default: return .score(score)
    }
  }
  guard let command = RatingWord.allCases.first(where: { $0.rawValue == word || $0.letter == word })
  else {
    let near = nearestName(to: word, in: RatingWord.allCases.map(\.rawValue))
    return .unclear(near.map { "Do you mean '\($0)'? h lists all." } ?? "h lists what there is.")
  }
  switch command {
  case .anchors: return .anchors
  case .codes: return .codes
  case .ratings: return .ratings
  case .submit: return .submit
  case .help: return .help
  case .quit: return .quit
  case .go: return .go(rest)
  case .mark:
    guard let turn = rest.flatMap({ Int($0) }) else { return .unclear("Name the turn: 'm 4'.") }
    guard (1...max(1, turns)).contains(turn) else { return .unclear("The last turn is \(turns).") }
    return .marking(turn)
  case .transcript:
    guard let rest else { return .transcript(nil) }
    guard let turn = Int(rest), (1...max(1, turns)).contains(turn) else {
      return .unclear("The last turn is \(turns).")
    }
    return .transcript(turn)
  }
}

/// `open question 4`: a code by its name or id, and a turn.
private func readMark(
  _ text: Substring, _ sign: Character, turns: Int, _ codebook: Codebook
) -> RatingLine {
  let words = text.split(separator: " ")
  guard words.count > 1, let turn = words.last.flatMap({ Int($0) }) else {
    return .unclear("Type a code and a turn: '+open question 4'.")
  }
  guard (1...max(1, turns)).contains(turn) else { return .unclear("The last turn is \(turns).") }
  let name = words.dropLast().joined(separator: " ")
  switch codebook.oneCode(named: name) {
  case .found(let code):
    return sign == "="
      ? .takeBack(code: code.id, turn: turn)
      : .mark(code: code.id, turn: turn, isHeard: sign == "+")
  case .many(let names):
    return .unclear(
      "'\(name)' stands for more than one; name one: \(names.joined(separator: ", ")).")
  case .none(let near):
    return .unclear(
      "There is no code '\(name)'" + (near.map { "; '\($0)' is close." } ?? "."))
  }
}

/// What a name stands for, where just one code is wanted.
enum NamedCode {
  case found(CodeDefinition)
  /// The names of a family's codes.
  case many([String])
  case none(near: String?)
}

extension Codebook {
  /// A code by its id or name, in any case; a family with only one code is that code.
  func oneCode(named name: String) -> NamedCode {
    let wanted = name.lowercased()
    if let code = codes.first(where: { $0.id.lowercased() == wanted || $0.name == wanted }) {
      return .found(code)
    }
    let family = codes.filter { $0.families.contains(wanted) }
    if family.count == 1 { return .found(family[0]) }
    guard family.isEmpty else { return .many(family.map(\.name)) }
    return .none(near: nearestName(to: wanted, in: names))
  }
}

/// Turns as they are typed: `4 7`, `4, 7` or `4-7`; nil where one is none of `1` to `last`.
func readTurns(_ text: String, upTo last: Int) -> [Int]? {
  var turns: Set<Int> = []
  for part in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let first = ends.first ?? nil, let end = ends.last ?? nil,
      first >= 1, first <= end, end <= last
    else { return nil }
    turns.formUnion(first...end)
  }
  return turns.isEmpty ? nil : turns.sorted()
}
