import Diagnostics
import Outline

/// How the measures are written, for help.
enum MeasureForm {
  static let met = "opportunities met"
  static let harmed = "opportunities harmed"
  static let perTurn = "RF, VAL5 per turn, full at 0.25"
  static let perTen = "MIN, CONF per ten turns"
  static let perOpportunity = "IMM, FEEL per opportunity, full at 0.5"
  static let ratio = "ratio of SR, CR to question, full at 1.5"
  static let share = "share of OQ among question, full at 0.70"
  static let every = "SUM or CLAR every 8 turns"
  static let words = "8 to 35 words per turn, none at 80"
  static let patientsWords = "patient's part of all words, full at 0.50"
  static let level = "mean level of RF 2, VAL5 5, from 1 to 6"

  static let all = [
    met, harmed, perTurn, perTen, perOpportunity, ratio, share, every, words, patientsWords, level,
  ]
}

extension RubricReader {
  /// Reads what follows a weight; nil after a complaint.
  mutating func measure(_ phrase: Phrase) -> Measure? {
    let before = diagnostics.count
    var parts = measureParts(phrase)
    let head = parts.head
    let result: Measure?
    if head.afterWords("opportunities met")?.isEmpty == true {
      result = .opportunitiesMet
    } else if head.afterWords("opportunities harmed")?.isEmpty == true {
      result = .opportunitiesHarmed
    } else if let rest = head.afterWords("ratio of"), let sides = rest.split(atWord: "to") {
      result = ratio(sides, &parts)
    } else if let rest = head.afterWords("share of"), let sides = rest.split(atWord: "among") {
      let (of, among) = (codes(sides.0), codes(sides.1))
      let notBeside = parts.take(.notBeside).map { codes($0) } ?? []
      result = full(&parts, before, .fractionAboveZero).map {
        .share(of: of, among: among, notBeside: notBeside, full: $0)
      }
    } else if head.afterWords("patient's part of all words")?.isEmpty == true {
      result = full(&parts, before, .fractionAboveZero).map { .patientsWords(full: $0) }
    } else if let rest = head.afterWords("mean level of") {
      result = meanLevel(rest, &parts, before)
    } else if let range = head.beforeWords("words per turn"), let ends = range.split(atWord: "to") {
      result = wordsPerTurn(ends, range, &parts, before)
    } else if let list = head.beforeWords("per ten turns") ?? head.beforeWords("per 10 turns") {
      result = .perTenTurns(codes(list))
    } else if let list = head.beforeWords("per turn") {
      let ids = codes(list)
      result = full(&parts, before).map { .perTurn(ids, full: $0) }
    } else if let list = head.beforeWords("per opportunity") {
      let ids = codes(list)
      result = full(&parts, before).map { .perOpportunity(ids, full: $0) }
    } else if let (list, turns) = head.split(atWord: "every"),
      let digits = turns.beforeWords("turns") ?? turns.beforeWords("turn")
    {
      let ids = codes(list)
      result = whole(digits, 1, to: 1000).map { .everyTurns(ids, turns: $0) }
    } else {
      unknownMeasure(head)
      return nil
    }
    for (option, words) in parts.left where diagnostics.count == before {
      complain(.measurePartUnknown("\(option.rawValue) \(words.oneLine)", near: nil), at: words)
    }
    return result
  }

  private mutating func ratio(
    _ sides: (Phrase, Phrase), _ parts: inout MeasureParts
  ) -> Measure? {
    let before = diagnostics.count
    var ratio = Ratio(of: codes(sides.0), to: codes(sides.1), full: 1)
    ratio.notBeside = parts.take(.notBeside).map { codes($0) } ?? []
    if let words = parts.take(.atLeast) {
      ratio.floor = perTurn(words, "at least 0.15 per turn") ?? 0
    }
    if let words = parts.take(.alone) {
      let form = "alone 0.67 at 0.5 per turn"
      if let (most, rate) = words.split(atWord: "at") {
        ratio.alone = number(most, .fraction) ?? 1
        ratio.aloneFullAt = perTurn(rate, form) ?? 0.5
      } else {
        complain(.unreadable("Score", forms: [form]), at: words)
      }
    }
    guard let full = full(&parts, before) else { return nil }
    ratio.full = full
    return .ratio(ratio)
  }

  private mutating func meanLevel(
    _ list: Phrase, _ parts: inout MeasureParts, _ before: Int
  ) -> Measure? {
    var levels: [String: Double] = [:]
    for piece in list.pieces(between: ",") {
      guard let digits = piece.words.last, let level = number(digits, .upToThousand) else {
        if piece.isEmpty { complain(.codeMissing, at: piece) }
        continue
      }
      for id in codes(named: piece.at(piece.span.start, digits.span.start).trimmed) {
        levels[id] = max(level, levels[id] ?? level)
      }
    }
    guard let words = parts.take(.from) else {
      if diagnostics.count == before {
        complain(.measurePartMissing("from 1 to 6"), at: parts.head)
      }
      return nil
    }
    guard let ends = words.split(atWord: "to") else {
      complain(.unreadable("Score", forms: ["from 1 to 6"]), at: words)
      return nil
    }
    guard let lowest = number(ends.0, .upToThousand), let highest = number(ends.1, .upToThousand)
    else { return nil }
    if lowest >= highest { complain(.emptyRange(words.oneLine), at: words) }
    return .meanLevel(levels, lowest: lowest, highest: highest)
  }

  private mutating func wordsPerTurn(
    _ ends: (Phrase, Phrase), _ range: Phrase, _ parts: inout MeasureParts, _ before: Int
  ) -> Measure? {
    let from = number(ends.0, .upToThousand)
    let to = number(ends.1, .upToThousand)
    let counting = parts.take(.countingTurnsWith).map { codes($0) } ?? []
    guard let words = parts.take(.noneAt) else {
      if diagnostics.count == before {
        complain(.measurePartMissing("none at 80"), at: parts.head)
      }
      return nil
    }
    let none = number(words, .upToThousand)
    guard let from, let to, let none else { return nil }
    if from > to { complain(.emptyRange(range.oneLine), at: range) }
    if none <= to {
      complain(.emptyRange("\(ends.1.oneLine) … none at \(words.oneLine)"), at: words)
    }
    return .wordsPerTurn(from: from, to: to, none: none, countingTurnsWith: counting)
  }

  private mutating func perTurn(_ phrase: Phrase, _ form: String) -> Double? {
    guard let digits = phrase.beforeWords("per turn") else {
      complain(.unreadable("Score", forms: [form]), at: phrase)
      return nil
    }
    return number(digits, .aboveZero)
  }

  private mutating func full(
    _ parts: inout MeasureParts, _ before: Int, _ range: NumberRange = .aboveZero
  ) -> Double? {
    if let words = parts.take(.fullAt) { return number(words, range) }
    // An unknown code may be a misspelt 'full at'.
    if diagnostics.count == before {
      complain(.measurePartMissing("full at 0.25"), at: parts.head)
    }
    return nil
  }

  /// Points at the words that are most likely misspelt.
  private mutating func unknownMeasure(_ head: Phrase) {
    let words = head.words
    if let first = words.first, codeNames[first.text] == nil,
      let near = nearestName(to: first.text, in: ["opportunities", "ratio", "share"]),
      near != first.text
    {
      complain(.measureUnknown(first.text, near: near), at: first, replacement: near)
      return
    }
    if words.count > 2 {
      let last = head.at(words[words.count - 2].span.start, head.span.end)
      if let near = nearestName(to: last.oneLine, in: ["per turn", "per opportunity"]) {
        complain(.measureUnknown(last.oneLine, near: near), at: last, replacement: near)
        return
      }
    }
    complain(.measureUnknown(head.oneLine, near: nil), at: head)
  }
}
