import Outline

/// `Margaret: text` with the notes below it; nil for a line that is no speech.
func readSpeech(_ line: OutlineLine) -> SpeechSyntax? {
  guard let (before, after) = line.phrase.split(at: ":") else { return nil }
  let text = after.trimmed
  var speaker = before.trimmed
  var once = false
  if let name = speaker.after("once") { (speaker, once) = (name, true) }
  // A sentence with a colon in it is no speech: names are short.
  guard !speaker.isEmpty, speaker.words.count <= 4 else { return nil }

  let order: SpeechSyntax.Order =
    text.equals("one of") || text.equals("one of:")
    ? .oneOf : text.equals("in turn") || text.equals("in turn:") ? .inTurn : .single
  if order != .single {
    var shared = LineNotes()
    var strays: [StrayLine] = []
    var alternatives: [SpokenSyntax] = []
    for child in line.contents where !addNote(child, to: &shared, &strays) {
      let (own, others) = readNotes(child.contents)
      alternatives.append(SpokenSyntax(line: child, text: child.phrase, notes: own))
      strays += others
    }
    return SpeechSyntax(
      speaker: speaker, once: once, order: order, alternatives: alternatives, shared: shared,
      strays: strays)
  }
  let (own, others) = readNotes(line.contents)
  return SpeechSyntax(
    speaker: speaker, once: once, order: .single,
    alternatives: [SpokenSyntax(line: line, text: text, notes: own)], shared: LineNotes(),
    strays: others)
}

private func readNotes(_ lines: [OutlineLine]) -> (LineNotes, [StrayLine]) {
  var notes = LineNotes()
  var strays: [StrayLine] = []
  for line in lines where !addNote(line, to: &notes, &strays) {
    strays.append(StrayLine(line: line, owner: nil))
  }
  return (notes, strays)
}

/// Takes a `cue:`, `gist:`, `better:` or `thinks:` line; false for any other. Nothing may stand below one.
private func addNote(
  _ line: OutlineLine, to notes: inout LineNotes, _ strays: inout [StrayLine]
) -> Bool {
  let text: Phrase
  if let cues = line.phrase.after("cue:") ?? line.phrase.after("cues:") {
    text = cues
    notes.cues += cues.pieces(between: ",").filter { !$0.isEmpty }
  } else if let gist = line.phrase.after("gist:") {
    text = gist
    notes.gist += gist.pieces(between: "|").filter { !$0.isEmpty }
  } else if let better = line.phrase.after("better:") {
    text = better
    if notes.better != nil {
      notes.extraBetter = better
    } else if !better.isEmpty {
      notes.better = readBetter(better)
    }
  } else if let thought = line.phrase.after("thinks:") {
    text = thought
    if notes.thought == nil {
      notes.thought = thought.isEmpty ? nil : thought.inAnyQuotes ?? thought
    } else if !thought.isEmpty {
      notes.extraThought = thought
    }
  } else {
    return false
  }
  if text.isEmpty { notes.empty.append(line.phrase) }
  strays += line.contents.map { StrayLine(line: $0, owner: line.phrase) }
  return true
}

func readBetter(_ phrase: Phrase) -> BetterSyntax {
  for dash in ["—", "–", " - "] {
    if let (sentence, reason) = phrase.split(at: dash) {
      return BetterSyntax(
        whole: phrase, sentence: sentence.trimmed.inAnyQuotes, reason: reason.trimmed)
    }
  }
  return BetterSyntax(whole: phrase, sentence: phrase.inAnyQuotes, reason: nil)
}

/// `"sample" = code, code`, or a response without its codes, which is no choice yet.
func readChoice(_ line: OutlineLine) -> ChoiceSyntax {
  let phrase = line.phrase.withoutBullet
  guard let (sample, codes) = phrase.split(at: "=") else {
    return ChoiceSyntax(line: line, text: phrase.inAnyQuotes, codes: [])
  }
  return ChoiceSyntax(
    line: line, text: sample.trimmed.inAnyQuotes, codes: codes.pieces(between: ",").map(readTerm))
}

extension Phrase {
  var inAnyQuotes: Phrase? { unquoted ?? singlyUnquoted }
}
