import Diagnostics
import Outline

/// Reads one line of a beat, ending, rule or fallback with everything indented below it.
package func readBeatLine(_ line: OutlineLine) -> BeatLine {
  BeatLine(line: line, content: content(of: line))
}

private func content(of line: OutlineLine) -> BeatLine.Content {
  let phrase = line.phrase
  if let condition = phrase.after("when") {
    return rule(readCondition(condition.withoutLast(":")), line)
  }
  if phrase.equals("otherwise") || phrase.equals("otherwise:") { return rule(nil, line) }
  if phrase.equals("choices") || phrase.equals("choices:") {
    return .choices(line.contents.map(readChoice))
  }
  if let way = readWay(phrase) { return .way(way) }
  if let must = phrase.after("must") { return .must(readMust(must.dropping(":").trimmed)) }
  if let bound = phrase.after("at most") { return readBound(bound) }
  if let hint = phrase.after("hint"), let (timing, text) = hint.split(at: ":") {
    return .hint(HintSyntax(timing: readTiming(timing.trimmed), text: text.trimmed))
  }
  if let text = phrase.after("supervisor:") { return .supervisor(text) }
  if let name = phrase.after("risk:") { return .risk(name) }
  if let outcome = phrase.after("outcome:") {
    return readOutcome(outcome, line)
  }
  if let effects = readEffects(phrase) { return .effects(effects) }
  if let speech = readSpeech(line) { return .speech(speech) }
  return .unknown
}

private func rule(_ condition: ConditionSyntax?, _ line: OutlineLine) -> BeatLine.Content {
  .rule(RuleSyntax(condition: condition, lines: line.contents.map(readBeatLine)))
}

/// The grade is the first word; a full stop, or any other mark, stands between it and the debrief.
private func readOutcome(_ phrase: Phrase, _ line: OutlineLine) -> BeatLine.Content {
  let word = phrase.words.first ?? phrase
  let cut = [".", ",", ":", ";", "–", "—"].compactMap { word.split(at: $0)?.0 }
    .min { $0.span.end < $1.span.end }
  let grade = (cut ?? word).unquoted ?? cut ?? word
  var debrief = phrase.at((cut ?? word).span.end, phrase.span.end).trimmed
  for mark in [".", ",", ":", ";", "–", "—", "- "] where debrief.starts(with: mark) {
    debrief = debrief.dropping(mark).trimmed
  }
  return .outcome(grade: grade, debrief: debrief, more: line.children.flattened.contents)
}

private func readTiming(_ phrase: Phrase) -> HintSyntax.Timing {
  if phrase.isEmpty { return .always }
  if let rest = phrase.after("after") {
    return .after(turns: rest.before("turns") ?? rest.before("turn"))
  }
  if let condition = phrase.after("when") ?? phrase.after("if") {
    return .when(readCondition(condition))
  }
  return .unreadable(phrase)
}

/// `3 times, then go to closing up`
private func readBound(_ phrase: Phrase) -> BeatLine.Content {
  guard let (times, rest) = phrase.split(atWord: "times") ?? phrase.split(atWord: "time") else {
    return .bound(times: nil, then: nil)
  }
  let then = rest.dropping(",").trimmed
  return .bound(times: times, then: readWay(then.after("then") ?? then))
}

private func readWay(_ phrase: Phrase) -> WaySyntax? {
  if let place = phrase.after("go to") { return .goTo(place.dropping(":").trimmed) }
  if let place = phrase.after("detour to") { return .detour(place.dropping(":").trimmed) }
  return phrase.equals("return") ? .back : nil
}

/// `ask about suicide within 2 turns, or go to missed risk`
private func readMust(_ phrase: Phrase) -> MustSyntax {
  guard let (condition, rest) = phrase.split(atWord: "within") else {
    return MustSyntax(condition: readCondition(phrase), turns: nil, penalty: nil)
  }
  let duty = readCondition(condition.withoutLast(","))
  guard let (turns, after) = rest.split(atWord: "turns") ?? rest.split(atWord: "turn") else {
    return MustSyntax(condition: duty, turns: nil, penalty: nil)
  }
  let otherwise = after.dropping(",").trimmed
  let what = otherwise.after("or") ?? otherwise
  let penalty: MustSyntax.Penalty? =
    if let place = what.after("go to") {
      .goTo(place.dropping(":").trimmed)
    } else if let note = what.after("note") {
      .note(note.dropping(":").trimmed.inAnyQuotes)
    } else {
      what.isEmpty ? nil : .unreadable(what)
    }
  return MustSyntax(condition: duty, turns: turns, penalty: penalty)
}

/// Pieces that all end in a signed number; nil where the first does not, so that it is some other
/// line.
private func readEffects(_ phrase: Phrase) -> [EffectSyntax]? {
  guard phrase.split(at: ":") == nil else { return nil }
  let pieces = phrase.pieces(between: ",").flatMap { $0.pieces(between: ";") }
  guard let first = pieces.first, effect(first).amount != nil else { return nil }
  return pieces.map(effect)
}

private func effect(_ piece: Phrase) -> EffectSyntax {
  let words = piece.words
  guard let last = words.last, words.count > 1 else {
    return EffectSyntax(whole: piece, state: piece, amount: nil)
  }
  // Word processors turn a hyphen into a dash or a true minus sign.
  var text = last.text
  var start = last.span.start
  // `trust + 10` as `trust +10`.
  let sign = words[words.count - 2]
  if words.count > 2, ["+", "-", "−", "–"].contains(sign.text), text.first?.isNumber == true {
    text = sign.text + text
    start = sign.span.start
  }
  // Word processors turn a hyphen into a dash or a true minus sign.
  for minus in ["−", "–"] where text.hasPrefix(minus) { text = "-" + text.dropFirst() }
  let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
  return EffectSyntax(
    whole: piece, state: piece.at(piece.span.start, start).trimmed,
    amount: isSigned ? Int32(text).map(Int.init) : nil)
}
