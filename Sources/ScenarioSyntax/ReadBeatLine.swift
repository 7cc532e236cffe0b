import Diagnostics
import Outline

/// Reads one line of a beat, ending, rule or fallback with everything indented below it.
func readBeatLine(_ line: OutlineLine) -> BeatLine {
  BeatLine(line: line, content: content(of: line))
}

private func content(of line: OutlineLine) -> BeatLine.Content {
  let phrase = line.phrase
  if let condition = phrase.after("when") { return rule(readCondition(condition), line) }
  if phrase.equals("otherwise") { return rule(nil, line) }
  if phrase.equals("choices") || phrase.equals("choices:") {
    return .choices(line.contents.map(readChoice))
  }
  if let place = phrase.after("go to") { return .goTo(place) }
  if let bound = phrase.after("at most") { return readBound(bound) }
  if let hint = phrase.after("hint"), let (timing, text) = hint.split(at: ":") {
    return .hint(HintSyntax(timing: readTiming(timing.trimmed), text: text.trimmed))
  }
  if let text = phrase.after("supervisor:") { return .supervisor(text) }
  if let name = phrase.after("risk:") { return .risk(name) }
  if let outcome = phrase.after("outcome:") {
    let sides = outcome.split(at: ".")
    let none = outcome.at(outcome.span.end, outcome.span.end)
    return .outcome(grade: (sides?.0 ?? outcome).trimmed, debrief: (sides?.1 ?? none).trimmed)
  }
  if let effects = readEffects(phrase) { return .effects(effects) }
  if let speech = readSpeech(line) { return .speech(speech) }
  return .unknown
}

private func rule(_ condition: ConditionSyntax?, _ line: OutlineLine) -> BeatLine.Content {
  .rule(RuleSyntax(condition: condition, lines: line.contents.map(readBeatLine)))
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
    return .bound(times: nil, destination: nil)
  }
  let then = rest.dropping(",").trimmed
  return .bound(times: times, destination: then.after("then go to") ?? then.after("go to"))
}

/// Pieces that all end in a signed number; nil where the first does not, so that it is some other line.
private func readEffects(_ phrase: Phrase) -> [EffectSyntax]? {
  let pieces = phrase.pieces(between: ",")
  guard let first = pieces.first, effect(first).amount != nil, phrase.split(at: ":") == nil else {
    return nil
  }
  return pieces.map(effect)
}

private func effect(_ piece: Phrase) -> EffectSyntax {
  let words = piece.words
  guard let last = words.last, words.count > 1 else {
    return EffectSyntax(whole: piece, state: piece, amount: nil)
  }
  // Word processors turn a hyphen into a dash or a true minus sign.
  var text = last.text
  for minus in ["−", "–"] where text.hasPrefix(minus) { text = "-" + text.dropFirst() }
  let isSigned = text.hasPrefix("+") || text.hasPrefix("-")
  let state = piece.at(piece.span.start, last.span.start).trimmed
  return EffectSyntax(
    whole: piece, state: state, amount: isSigned ? Int32(text).map(Int.init) : nil)
}

private func readSpeech(_ line: OutlineLine) -> SpeechSyntax? {
  guard let (before, after) = line.phrase.split(at: ":") else { return nil }
  let text = after.trimmed
  var speaker = before.trimmed
  var once = false
  if let name = speaker.after("once") { (speaker, once) = (name, true) }
  // A sentence with a colon in it is no speech: names are short.
  guard !speaker.isEmpty, speaker.words.count <= 4 else { return nil }

  var notes = LineNotes()
  if text.equals("one of") {
    var alternatives: [SpokenSyntax] = []
    for child in line.contents where !addNote(child, to: &notes) {
      let (own, _) = readNotes(child.contents)
      alternatives.append(SpokenSyntax(line: child, text: child.phrase, notes: own))
    }
    return SpeechSyntax(
      speaker: speaker, once: once, isPool: true, alternatives: alternatives, shared: notes,
      strays: strays(below: alternatives.map(\.line)))
  }
  let (own, others) = readNotes(line.contents)
  return SpeechSyntax(
    speaker: speaker, once: once, isPool: false,
    alternatives: [SpokenSyntax(line: line, text: text, notes: own)], shared: notes,
    strays: others)
}

private func strays(below lines: [OutlineLine]) -> [OutlineLine] {
  lines.flatMap { readNotes($0.contents).1 }
}

private func readNotes(_ lines: [OutlineLine]) -> (LineNotes, [OutlineLine]) {
  var notes = LineNotes()
  let others = lines.filter { !addNote($0, to: &notes) }
  return (notes, others)
}

/// Takes a `cue:`, `gist:` or `better:` line; false for any other.
private func addNote(_ line: OutlineLine, to notes: inout LineNotes) -> Bool {
  if let cues = line.phrase.after("cue:") ?? line.phrase.after("cues:") {
    notes.cues += cues.pieces(between: ",").filter { !$0.isEmpty }
  } else if let gist = line.phrase.after("gist:") {
    notes.gist += gist.pieces(between: "|").filter { !$0.isEmpty }
  } else if let better = line.phrase.after("better:") {
    if notes.better == nil { notes.better = readBetter(better) } else { notes.extraBetter = better }
  } else {
    return false
  }
  return true
}

private func readBetter(_ phrase: Phrase) -> BetterSyntax {
  for dash in ["—", "–", " - "] {
    if let (sentence, reason) = phrase.split(at: dash) {
      return BetterSyntax(
        whole: phrase, sentence: sentence.trimmed.unquoted, reason: reason.trimmed)
    }
  }
  return BetterSyntax(whole: phrase, sentence: phrase.unquoted, reason: nil)
}

private func readChoice(_ line: OutlineLine) -> ChoiceSyntax {
  guard let (sample, codes) = line.phrase.split(at: "=") else {
    return ChoiceSyntax(line: line, text: line.phrase.unquoted, codes: [])
  }
  return ChoiceSyntax(
    line: line, text: sample.trimmed.unquoted, codes: codes.pieces(between: ",").map(readTerm))
}
