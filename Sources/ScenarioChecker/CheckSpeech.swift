import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

private let speechNotes = ["cue:", "gist:", "better:"]

extension ScenarioCheck {
  /// A spoken line or pool; nil where nobody known speaks or nothing is said.
  mutating func checkSpeech(_ speech: SpeechSyntax, _ line: OutlineLine) -> Speech? {
    for stray in speech.strays {
      let word = stray.phrase.words.first ?? stray.phrase
      let bare = word.text.last == ":" ? String(word.text.dropLast()) : word.text
      let nearest = nearestName(to: bare, in: ["cue", "gist", "better"]).map { $0 + ":" }
      report(
        .lineNotUnderstood(word.text, nearest: nearest, allowed: speechNotes), at: word,
        replacement: nearest)
    }
    guard checkSpeaker(speech.speaker) else { return nil }
    let shared = checkNotes(speech.shared)
    var lines: [SpokenLine] = []
    for spoken in speech.alternatives {
      let notes = checkNotes(spoken.notes)
      if spoken.text.isEmpty { report(.nothingSaid, at: speech.speaker) }
      lines.append(
        SpokenLine(
          line: lineNumber(spoken.line.phrase), text: spoken.text.text,
          cues: notes.cues.isEmpty ? shared.cues : notes.cues,
          gist: notes.gist.isEmpty ? shared.gist : notes.gist,
          better: notes.better?.sentence ?? shared.better?.sentence,
          betterReason: notes.better?.reason ?? shared.better?.reason))
    }
    guard !lines.isEmpty else {
      report(.nothingSaid, at: line.phrase)
      return nil
    }
    return Speech(
      line: lineNumber(line.phrase), speaker: speech.speaker.text, once: speech.once,
      alternatives: lines)
  }

  private mutating func checkSpeaker(_ speaker: Phrase) -> Bool {
    // Without a patient every name would be wrong, and the missing patient says it all.
    guard names.patient != nil else { return true }
    let known = names.speakers
    if known.contains(where: { $0.lowercased() == speaker.text.lowercased() }) { return true }
    let keywords = ["hint", "supervisor", "risk", "outcome"]
    let nearest = nearestName(to: speaker.text, in: known + keywords)
    var voices = [known.count > 1 ? known[1] : known.first ?? "Patient"]
    if !names.people.isEmpty { voices += names.people }
    report(
      .unknownSpeaker(speaker.text, nearest: nearest, known: voices.map { $0 + ":" }), at: speaker,
      replacement: nearest)
    return false
  }

  private mutating func checkNotes(
    _ notes: LineNotes
  ) -> (cues: [String], gist: [String], better: (sentence: String, reason: String)?) {
    let known = library.cueNames
    var cues: [String] = []
    for cue in notes.cues {
      // `loss story` and `loss-story` are the same cue.
      let name = cue.text.lowercased().split(separator: " ").joined(separator: "-")
      if known.contains(name) {
        cues.append(name)
      } else {
        let nearest = nearestName(to: name, in: known)
        report(.unknownCue(cue.text, nearest: nearest), at: cue, replacement: nearest)
      }
    }
    if let extra = notes.extraBetter { report(.secondBetter, at: extra) }
    var better: (sentence: String, reason: String)?
    if let written = notes.better {
      if let sentence = written.sentence, let reason = written.reason, !reason.isEmpty {
        better = (sentence.text, reason.text)
      } else {
        report(.betterUnreadable, at: written.whole)
      }
    }
    return (cues, notes.gist.map(\.text), better)
  }

  mutating func checkHint(_ hint: HintSyntax, _ line: OutlineLine) -> Hint? {
    if hint.text.isEmpty { report(.nothingSaid, at: line.phrase) }
    switch hint.timing {
    case .always: return Hint(text: hint.text.text, condition: nil)
    case .after(let turns):
      guard let turns else {
        report(.numberExpected("", what: "turns"), at: line.phrase)
        return nil
      }
      guard let number = checkNumber(turns, what: "turns") else { return nil }
      let term = Term(isNegated: false, fact: .turnsHere(atLeast: number))
      return Hint(text: hint.text.text, condition: Condition(clauses: [[term]]))
    case .when(let condition):
      return Hint(text: hint.text.text, condition: checkCondition(condition))
    case .unreadable(let phrase):
      report(
        .lineNotUnderstood(
          phrase.text, nearest: nil, allowed: ["hint:", "hint after 2 turns:", "hint when …:"]),
        at: phrase)
      return nil
    }
  }

  mutating func checkChoice(_ choice: ChoiceSyntax) -> Choice? {
    guard let text = choice.text, !text.isEmpty, !choice.codes.isEmpty else {
      report(.choiceUnreadable, at: choice.line.phrase)
      return nil
    }
    var codes: [CodeTerm] = []
    for term in choice.codes {
      guard case .code(let code) = term.fact, !term.isNegated else {
        report(.choiceUnreadable, at: term.whole.isEmpty ? choice.line.phrase : term.whole)
        continue
      }
      if let checked = checkCode(code) { codes.append(checked) }
    }
    return Choice(line: lineNumber(choice.line.phrase), text: text.text, codes: codes)
  }
}
