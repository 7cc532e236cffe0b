import Diagnostics
import Outline

private let goldKeys = ["turns", "because"]

extension AnchorReader {
  /// `validation: 2`, and below it `turns: …` and `because: …`.
  mutating func readGold(_ section: OutlineSection, hasTranscript: Bool) {
    var seen: Set<String> = []
    var gold: [GoldRating] = []
    var isUnread = false
    for line in section.lines.contents {
      guard let (name, value) = line.phrase.split(at: ":"), !name.trimmed.isEmpty,
        !goldKeys.contains(where: { name.trimmed.equals($0) })
      else {
        complain(
          .goldUnreadable(allowed: anchor.rubrics.map { $0 + ":" }), at: line.phrase.lineStart)
        isUnread = true
        continue
      }
      let words = name.trimmed.oneLine
      guard let rubric = rubrics[words.lowercased()] else {
        if isComplete, !unknownRubrics.contains(words.lowercased()) {
          let near = nearestName(to: words, in: rubricNames)
          complain(.rubricUnknown(words, near: near), at: name.trimmed, replacement: near)
          isUnread = isUnread || near != nil
        }
        continue
      }
      guard seen.insert(rubric.id).inserted else {
        complain(.goldRepeated(rubric.id), at: name.trimmed)
        continue
      }
      guard anchor.rubrics.contains(rubric.id) || outline.front == nil else {
        // A name the header misspells is most likely this one.
        if unknownRubrics.isEmpty { complain(.goldUnasked(rubric.id), at: name.trimmed) }
        continue
      }
      if let rating = goldRating(rubric, name.trimmed, value.trimmed, line, hasTranscript) {
        gold.append(rating)
      }
    }
    let missing = anchor.rubrics.filter { !seen.contains($0) }
    if !isUnread, !missing.isEmpty { complain(.goldMissing(missing), at: section.title) }
    anchor.gold = anchor.rubrics.compactMap { id in gold.first { $0.rubric == id } }
  }

  private mutating func goldRating(
    _ rubric: Rubric, _ name: Phrase, _ value: Phrase, _ line: OutlineLine, _ hasTranscript: Bool
  ) -> GoldRating? {
    let score = score(value, isGate: rubric.kind == .gate)
    if score == nil {
      let allowed =
        rubric.kind == .gate
        ? "pass, fail or not applicable" : "a number from 1 to 5, or not applicable"
      complain(
        .scoreUnknown(value.text, rubric: rubric.id, allowed: allowed),
        at: value.isEmpty ? name : value)
    }
    var (turns, reason) = ([Int]?.none, String?.none)
    for child in line.contents {
      guard let (key, words) = child.statement.keyed(goldKeys) else {
        complain(.goldUnreadable(allowed: goldKeys.map { $0 + ":" }), at: child.phrase.lineStart)
        continue
      }
      guard key == "turns" ? turns == nil : reason == nil else {
        complain(.goldRepeated(key), at: child.phrase.lineStart)
        continue
      }
      if key == "turns" {
        turns = readGoldTurns(words, hasTranscript)
      } else if !words.isEmpty {
        reason = words.oneLine
      }
    }
    if reason == nil { complain(.reasonMissing(rubric.id), at: name) }
    if turns == nil, let score, score != .notApplicable {
      complain(.turnsMissing(rubric.id), at: name)
    }
    guard let score, let reason else { return nil }
    return GoldRating(
      rubric: rubric.id, score: score, turns: Set(turns ?? []).sorted(), reason: reason)
  }

  private func score(_ value: Phrase, isGate: Bool) -> GoldRating.Score? {
    if value.equals("not applicable") || value.equals("na") { return .notApplicable }
    if isGate { return value.equals("pass") ? .pass : value.equals("fail") ? .fail : nil }
    return value.integer.flatMap { (1...5).contains($0) ? .level($0) : nil }
  }

  /// Nil where none stands there.
  private mutating func readGoldTurns(_ words: Phrase, _ hasTranscript: Bool) -> [Int]? {
    let pieces = words.pieces(between: ",").filter { !$0.isEmpty }
    var turns: [Int] = []
    for piece in pieces {
      guard let turn = piece.integer, turn > 0 else {
        complain(.turnUnreadable(piece.text), at: piece)
        continue
      }
      if hasTranscript, turn > anchor.turns.count {
        complain(.noSuchTurn(turn, last: anchor.turns.count), at: piece)
      }
      turns.append(turn)
    }
    return pieces.isEmpty ? nil : turns
  }
}

extension OutlineLine {
  /// The line with the deeper-indented lines that carry it on.
  fileprivate var statement: Phrase {
    phrase.at(phrase.span.start, contents.last.map { $0.statement.span.end } ?? phrase.span.end)
  }
}
