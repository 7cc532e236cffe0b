import Outline

/// `cue:`, `gist:`, `better:` and `thinks:`; nil for any other line.
func spellNote(_ line: OutlineLine) -> SpelledLine? {
  let phrase = line.phrase
  if let cues = phrase.after("cue:") ?? phrase.after("cues:") {
    return SpelledLine("cue", phrase, keeping: cues.pieces(between: ","))
  }
  if let gist = phrase.after("gist:") {
    let pieces = gist.pieces(between: "|").map(\.text)
    return SpelledLine(
      text: ("gist: " + pieces.joined(separator: " | ")).trimmingEnd, says: ["gist"] + pieces)
  }
  if let thought = phrase.after("thinks:") {
    return SpelledLine("thinks", phrase, keeping: [thought])
  }
  guard let better = phrase.after("better:") else { return nil }
  let read = readBetter(better)
  guard let sentence = read.sentence, let reason = read.reason else {
    return SpelledLine("better", phrase, keeping: [better])
  }
  // The quotes belong to the sentence, the dash between the two does not.
  var quoted = better.at(better.span.start, reason.span.start).trimmed
  for dash in ["—", "–", "-"] {
    guard let before = quoted.beforeMark(dash) else { continue }
    quoted = before
    break
  }
  return SpelledLine(
    text: "better: \(quoted.text) — \(reason.text)".trimmingEnd,
    says: ["better", sentence.text, reason.text])
}

/// `"sample" = code, code`
func spellChoice(_ line: OutlineLine) -> SpelledLine {
  let choice = readChoice(line)
  guard let sample = choice.text,
    let (left, right) = line.phrase.withoutBullet.split(at: "=")
  else { return SpelledLine(unchanged: line) }
  let names = choice.codes.flatMap(\.names)
  return SpelledLine(
    text: (left.trimmed.text + " = " + right.spelled(keeping: names)).trimmingEnd,
    says: ["choice", sample.text] + names.map(\.text))
}

/// A line of a check.
func spellCheckLine(_ line: OutlineLine) -> SpelledLine {
  let phrase = line.phrase
  switch readCheckLine(line).content {
  case .start(let beat, let settings):
    let parts = settings.flatMap { setting in
      setting.number.map { [setting.state, $0] } ?? [setting.whole]
    }
    return SpelledLine("start", phrase, keeping: [beat] + parts)
  case .variation(let name): return SpelledLine("variation", phrase, keeping: [name])
  case .trainee:
    return SpelledLine("trainee", phrase, keeping: [phrase.after("trainee:") ?? phrase])
  case .codes(let codes):
    return SpelledLine("codes", phrase, keeping: codes.flatMap(\.names))
  case .expect(let facts):
    return SpelledLine("expect", phrase, keeping: facts.flatMap(\.names))
  case .walk(let times, let seed?):
    return SpelledLine("walk", phrase, keeping: [times, seed])
  case .walk, .unknown: return SpelledLine(unchanged: line)
  }
}

/// `old = new`, `state starts number`
func spellVariationLine(_ line: OutlineLine) -> SpelledLine {
  let phrase = line.phrase.withoutBullet
  switch readVariationLine(line).content {
  case .words(let old, let new):
    guard let (left, right) = phrase.split(at: "="), !left.trimmed.isEmpty else {
      return SpelledLine(unchanged: line)
    }
    return SpelledLine(
      text: (left.trimmed.text + " = " + right.trimmed.text).trimmingEnd,
      says: ["words", old.text, new.text])
  case .start(let state, let number):
    return SpelledLine("start", phrase, keeping: [state, number])
  case .unknown: return SpelledLine(unchanged: line)
  }
}

extension Phrase {
  /// The part before a mark at the end, else nil.
  fileprivate func beforeMark(_ mark: String) -> Phrase? {
    let start = span.end - mark.utf8.count
    guard start >= span.start, at(start, span.end).equals(mark) else { return nil }
    return at(span.start, start).trimmed
  }
}
