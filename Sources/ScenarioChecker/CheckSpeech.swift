import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// Brackets and blanks, which say nothing by themselves.
private let silentBytes = Array("()[] ".utf8)

private let ordersMeant = [
  "in order": "in turn", "in a row": "in turn", "by turns": "in turn", "one by one": "in turn",
  "one after another": "in turn", "one off": "one of", "one of these": "one of",
  "one of them": "one of", "any of": "one of", "random": "one of", "randomly": "one of",
  "at random": "one of",
]
/// What the notes below a spoken line are called.
let noteNames = ["cue", "cues", "gist", "better", "thinks"]

private typealias CheckedNotes = (
  cues: [String], gist: [String], better: (sentence: String, reason: String)?, thought: String?
)

private let speechNotes = ["cue:", "gist:", "better:", "thinks:"]

extension ScenarioCheck {
  /// A spoken line or pool; nil where nobody known speaks or nothing is said.
  mutating func checkSpeech(_ speech: SpeechSyntax, _ line: OutlineLine) -> Speech? {
    guard checkSpeaker(speech.speaker, in: line) else { return nil }
    if let (words, meant) = orderMeant(speech) {
      report(
        .lineNotUnderstood(words.text, nearest: meant, allowed: []), at: words,
        replacement: meant)
      return nil
    }
    for stray in speech.strays { reportStray(stray) }
    let shared = checkNotes(speech.shared)
    var lines: [SpokenLine] = []
    for spoken in speech.alternatives {
      let notes = checkNotes(spoken.notes)
      checkWords(spoken.text, of: speech)
      lines.append(
        SpokenLine(
          line: lineNumber(spoken.line.phrase), text: spoken.text.text,
          cues: notes.cues.isEmpty ? shared.cues : notes.cues,
          gist: notes.gist.isEmpty ? shared.gist : notes.gist,
          better: notes.better?.sentence ?? shared.better?.sentence,
          betterReason: notes.better?.reason ?? shared.better?.reason,
          thought: notes.thought ?? shared.thought))
    }
    guard !lines.isEmpty else {
      report(.nothingSaid, at: line.phrase)
      return nil
    }
    return Speech(
      line: lineNumber(line.phrase), speaker: speech.speaker.text, once: speech.once,
      isInTurn: speech.order == .inTurn, alternatives: lines)
  }

  /// `Jun: in turns` with lines below it as `in turn`.
  private func orderMeant(_ speech: SpeechSyntax) -> (words: Phrase, meant: String)? {
    guard speech.order == .single, speech.strays.contains(where: { $0.owner == nil }),
      let words = speech.alternatives.first?.text, words.words.count <= 4
    else { return nil }
    let bare = words.withoutStop
    let typed = bare.text.lowercased()
    let meant = ordersMeant[typed] ?? nearestName(to: typed, in: ["in turn", "one of"])
    return meant.map { (bare, $0) }
  }

  private mutating func reportStray(_ stray: StrayLine) {
    if let owner = stray.owner {
      reportStray(stray.line, below: owner)
      return
    }
    let word = stray.line.phrase.words.first ?? stray.line.phrase
    let bare = word.text.last == ":" ? String(word.text.dropLast()) : word.text
    let nearest = nearestName(to: bare, in: ["cue", "gist", "better", "thinks"]).map { $0 + ":" }
    if nearest != nil || word.text.last == ":" {
      report(
        .lineNotUnderstood(word.text, nearest: nearest, allowed: speechNotes), at: word,
        replacement: nearest)
    } else {
      report(.strayBelowSpeech(isLine: stray.line.isLineOfItsOwn), at: stray.line.phrase)
    }
  }

  /// What is said: something, with its brackets in pairs, and without the speaker's name again.
  private mutating func checkWords(_ text: Phrase, of speech: SpeechSyntax) {
    guard text.bytes.contains(where: { !silentBytes.contains($0) }) else {
      report(.nothingSaid, at: text.isEmpty ? speech.speaker : text)
      return
    }
    if speech.order != .single, let name = text.split(at: ":")?.0, knows(name.trimmed) {
      report(
        .nameRepeated(name.text), at: name,
        fix: Fix(
          title: "take the name out",
          edits: [Edit(span: Span(text.span.start, text.afterColon), text: "")]))
    }
    var opened: [Int] = []
    for offset in text.span.start..<text.span.end {
      if text.file.bytes[offset] == UInt8(ascii: "(") { opened.append(offset) }
      guard text.file.bytes[offset] == UInt8(ascii: ")"), opened.popLast() == nil else { continue }
      report(.openBracket(")"), at: text.at(offset, offset + 1))
    }
    if let open = opened.first { report(.openBracket("("), at: text.at(open, open + 1)) }
  }

  private func knows(_ speaker: Phrase) -> Bool {
    let name = speaker.text.lowercased()
    return names.knownSpeakers.contains(name)
  }

  private mutating func checkSpeaker(_ speaker: Phrase, in line: OutlineLine) -> Bool {
    // Without a patient every name would be wrong, and the missing patient says it all.
    guard names.patient != nil else { return true }
    if knows(speaker) { return true }
    if noteNames.contains(where: { speaker.equals($0) }) {
      report(.noteWithoutSpeech("\(speaker.text):"), at: speaker)
      return false
    }
    if let state = names.state(speaker.text) {
      report(.effectUnreadable(line.phrase.text, state: state.name), at: line.phrase)
      return false
    }
    let known = names.speakers
    let keywords = ["hint", "supervisor", "risk", "outcome"]
    let nearest = onceMisplaced(speaker) ?? nearestName(to: speaker.text, in: known + keywords)
    var voices = [known.count > 1 ? known[1] : known.first ?? "Patient"]
    if !names.people.isEmpty { voices += names.people }
    report(
      .unknownSpeaker(speaker.text, nearest: nearest, known: voices.prefix(8).map { $0 + ":" }),
      at: speaker, replacement: nearest)
    return false
  }

  /// `once Sanne` for `onec Sanne` and for `Sanne once`.
  private func onceMisplaced(_ speaker: Phrase) -> String? {
    let words = speaker.words
    guard words.count > 1, let first = words.first, let last = words.last else { return nil }
    let rest = speaker.at(words[1].span.start, speaker.span.end)
    if nearestName(to: first.text, in: ["once"]) != nil, knows(rest) { return "once \(rest.text)" }
    let front = speaker.at(speaker.span.start, last.span.start).trimmed
    return last.equals("once") && knows(front) ? "once \(front.text)" : nil
  }

  private mutating func checkNotes(
    _ notes: LineNotes
  ) -> CheckedNotes {
    let known = library.cueNames
    for line in notes.empty { report(.emptyLine(line.text), at: line) }
    var cues: [String] = []
    for cue in notes.cues {
      // `loss story` and `loss-story` are the same cue.
      let name = cue.text.lowercased().split(separator: " ").joined(separator: "-")
      if known.contains(name) {
        cues.append(name)
      } else if let rewrite = cuesMeant(cue) {
        report(
          .unknownCue(cue.text, nearest: rewrite, known: []), at: cue, replacement: rewrite)
      } else if library.isComplete {
        let nearest = nearestName(to: name, in: known)
        report(
          .unknownCue(cue.text, nearest: nearest, known: known.sorted()), at: cue,
          replacement: nearest)
      }
    }
    if notes.gist.count == 1, let gist = notes.gist.first, gist.split(at: ";") != nil {
      report(.gistSemicolon, at: gist)
    }
    if let extra = notes.extraBetter { report(.secondBetter, at: extra) }
    if let extra = notes.extraThought { report(.secondThought, at: extra) }
    var better: (sentence: String, reason: String)?
    if let written = notes.better {
      if let sentence = written.sentence, let reason = written.reason, !reason.isEmpty {
        better = (sentence.text, reason.text)
      } else {
        let bare = written.whole.beforeDash
        let isQuotable = written.sentence == nil && !bare.text.contains("\"")
        report(
          written.sentence == nil ? .betterUnreadable : .betterWithoutReason, at: written.whole,
          fix: isQuotable && written.reason != nil ? Fix(quoting: bare.span) : nil)
      }
    }
    return (cues, notes.gist.map(\.text), better, notes.thought?.text)
  }

  /// `hint; risk` or `hint and risk` as `hint, risk`.
  private func cuesMeant(_ cues: Phrase) -> String? {
    let pieces = cues.pieces(between: ";").flatMap { $0.pieces(betweenWord: "and") }
      .flatMap { $0.pieces(between: "/") }
    let names = pieces.map {
      $0.text.lowercased().split(separator: " ").joined(separator: "-")
    }
    guard names.count > 1, names.allSatisfy(library.cueNames.contains) else { return nil }
    return names.joined(separator: ", ")
  }

  mutating func checkHint(_ hint: HintSyntax, _ line: OutlineLine) -> Hint? {
    if hint.text.isEmpty { report(.nothingSaid, at: line.phrase) }
    switch hint.timing {
    case .always: return Hint(text: hint.text.text, condition: nil)
    case .after(let turns):
      guard let turns else {
        report(.numberExpected("", what: "turns", example: "2"), at: line.phrase)
        return nil
      }
      guard let number = checkNumber(turns, what: "turns", in: line.phrase) else { return nil }
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
    for stray in choice.line.contents { reportStray(stray, below: choice.line.phrase) }
    guard let text = choice.text, !text.isEmpty, !choice.codes.isEmpty else {
      let bare = choice.line.phrase.split(at: "=")?.0.trimmed
      let isQuotable = choice.text == nil && bare.map { !$0.text.contains("\"") } ?? false
      report(
        .choiceUnreadable, at: choice.line.phrase,
        fix: isQuotable ? bare.map { Fix(quoting: $0.span) } : nil)
      return nil
    }
    var codes: [CodeTerm] = []
    for term in choice.codes {
      guard case .code(let code) = term.fact, !term.isNegated else {
        report(.choiceUnreadable, at: term.whole.isEmpty ? choice.line.phrase : term.whole)
        continue
      }
      if let checked = checkCode(code, in: term.whole) { codes.append(checked) }
    }
    return Choice(line: lineNumber(choice.line.phrase), text: text.text, codes: codes)
  }
}

extension Phrase {
  /// Without the colon or full stop at its end.
  fileprivate var withoutStop: Phrase {
    let isStopped = bytes.last.map { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") } ?? false
    return isStopped ? at(span.start, span.end - 1).trimmed : self
  }

  /// Where the words after the first colon begin.
  fileprivate var afterColon: Int {
    split(at: ":").map { $0.1.trimmed.span.start } ?? span.start
  }

  /// The words before the first dash.
  fileprivate var beforeDash: Phrase {
    ["—", "–", " - "].lazy.compactMap { split(at: $0)?.0.trimmed }.first ?? self
  }
}
