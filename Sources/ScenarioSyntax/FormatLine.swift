import Outline

/// What kind of line may stand at a place.
enum LinePlace: Sendable { case beat, alternatives, notes, choices, check, variation, words }

/// A line as the language writes it, what may stand below it, and what it says, for comparing.
struct SpelledLine: Sendable {
  let text: String
  var below = LinePlace.words
  let says: [String]
}

/// Spells one line; what stands below it is not looked at.
func spellLine(_ line: OutlineLine, _ place: LinePlace) -> SpelledLine {
  var line = line
  line.children = []
  switch place {
  case .beat: return spellBeatLine(line)
  case .alternatives:
    return spellNote(line) ?? SpelledLine(unchanged: line, below: .notes)
  case .notes: return spellNote(line) ?? SpelledLine(unchanged: line)
  case .choices: return spellChoice(line)
  case .check: return spellCheckLine(line).with(below: .check)
  case .variation: return spellVariationLine(line).with(below: .variation)
  case .words: return SpelledLine(unchanged: line)
  }
}

extension SpelledLine {
  init(unchanged line: OutlineLine, below: LinePlace = .words) {
    let text = line.phrase.text
    self.init(text: text, below: below, says: ["words", text])
  }

  /// A line that keeps these words; its kind is the first thing it says.
  init(_ kind: String, _ phrase: Phrase, keeping kept: [Phrase], below: LinePlace = .words) {
    self.init(
      text: phrase.spelled(keeping: kept), below: below, says: [kind] + kept.map(\.text))
  }

  fileprivate func with(below: LinePlace) -> SpelledLine {
    SpelledLine(text: text, below: below, says: says)
  }
}

private func spellBeatLine(_ line: OutlineLine) -> SpelledLine {
  let phrase = line.phrase
  switch readBeatLine(line).content {
  case .speech(let speech): return spell(speech, phrase)
  case .effects(let effects): return spell(effects, line)
  case .rule(let rule):
    return SpelledLine(
      "rule", phrase.withoutLast(":"), keeping: rule.condition?.names ?? [], below: .beat)
  case .choices:
    return SpelledLine("choices", phrase.withoutLast(":"), keeping: [], below: .choices)
  case .hint(let hint):
    let timing: [Phrase] =
      switch hint.timing {
      case .always: []
      case .after(let turns): turns.map { [$0] } ?? []
      case .when(let condition): condition.names
      case .unreadable(let words): [words]
      }
    return SpelledLine("hint", phrase, keeping: timing + [hint.text])
  case .supervisor(let text): return SpelledLine("supervisor", phrase, keeping: [text])
  case .risk(let name): return SpelledLine("risk", phrase, keeping: [name])
  case .outcome(let grade, _, _):
    let isKnown = ["good", "mixed", "poor", "unsafe"].contains { grade.equals($0) }
    let rest = phrase.at(isKnown ? grade.span.end : grade.span.start, phrase.span.end)
    return SpelledLine("outcome", phrase, keeping: [rest])
  case .way(let way):
    return SpelledLine("way", phrase, keeping: way.name.map { [$0] } ?? [])
  case .bound(let times?, let way?):
    return SpelledLine("bound", phrase, keeping: [times] + (way.name.map { [$0] } ?? []))
  case .must(let must): return spell(must, line)
  case .bound, .unknown: return SpelledLine(unchanged: line)
  }
}

private func spell(_ speech: SpeechSyntax, _ phrase: Phrase) -> SpelledLine {
  guard speech.order == .single, let text = speech.alternatives.first?.text else {
    return SpelledLine(
      speech.once ? "once list" : "list", phrase.withoutLast(":"), keeping: [speech.speaker],
      below: .alternatives)
  }
  return SpelledLine(
    speech.once ? "once speech" : "speech", phrase, keeping: [speech.speaker, text], below: .notes)
}

/// `trust +5, openness -3`
private func spell(_ effects: [EffectSyntax], _ line: OutlineLine) -> SpelledLine {
  var pieces: [String] = []
  var says = ["effects"]
  for effect in effects {
    guard let amount = effect.amount else { return SpelledLine(unchanged: line) }
    // A sign of any kind, perhaps a blank, and digits.
    let number = effect.whole.at(effect.state.span.end, effect.whole.span.end).trimmed.text
    let sign = number.hasPrefix("+") ? "+" : "-"
    pieces.append("\(effect.state.text) \(sign)\(number.drop { !$0.isNumber })")
    says += [effect.state.text, String(amount)]
  }
  return SpelledLine(text: pieces.joined(separator: ", "), says: says)
}

private func spell(_ must: MustSyntax, _ line: OutlineLine) -> SpelledLine {
  let last: Phrase
  switch must.penalty {
  case .goTo(let name): last = name
  case .note(let words?): last = words
  case .note(nil), .unreadable, nil: return SpelledLine(unchanged: line)
  }
  guard let turns = must.turns else { return SpelledLine(unchanged: line) }
  return SpelledLine("must", line.phrase, keeping: must.condition.names + [turns, last])
}
