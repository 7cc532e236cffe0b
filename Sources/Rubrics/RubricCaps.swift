import Diagnostics
import Outline

private let capForms = [
  "at most 3 when MIN, CONF at least 2 times, unless RUPT within 2 turns",
  "at most 2 when no FEEL, IMM although affect at least 2 times",
  "at most 2 when fewer than 0.55 of answers take up what the patient said",
  "at most 2 when at least 0.3 of turns show more than 6 codes",
]
private let gateForms = [
  "must answer risk with RISK within 2 turns", "must not SECR after risk",
]

extension RubricReader {
  mutating func readCaps(_ section: OutlineSection) {
    for line in section.statements {
      guard let (front, condition) = line.split(atWord: "when"),
        let digits = front.afterWords("at most")
      else {
        complain(.unreadable("Caps", forms: capForms), at: line)
        continue
      }
      // A cap at the highest level would never lower anything.
      let level = whole(digits, 1, to: 4)
      let trigger =
        condition.afterWords("no").map { missing($0) } ?? habit(condition) ?? shown(condition)
      if let level, let trigger {
        rubric.caps.append(Cap(level: level, trigger: trigger, text: line.oneLine))
      }
    }
  }

  /// What is told of turns as such; nil where the words are of another kind, or after a complaint.
  private mutating func habit(_ phrase: Phrase) -> Cap.Trigger?? {
    if let part = phrase.afterWords("fewer than")?
      .beforeWords("of answers take up what the patient said")
    {
      return .some(number(part, .fractionAboveZero).map { .seldomTakesUp(part: $0) })
    }
    if let (front, rest) = phrase.afterWords("at least")?.split(atWord: "show"),
      let part = front.beforeWords("of turns"),
      let digits = rest.afterWords("more than")?.beforeWords("codes")
    {
      let most = whole(digits, 1, to: 100)
      let number = number(part, .fractionAboveZero)
      guard let most, let number else { return .some(nil) }
      return .some(.crowded(moreThan: most, part: number))
    }
    return nil
  }

  private mutating func missing(_ phrase: Phrase) -> Cap.Trigger? {
    guard let (list, although) = phrase.split(atWord: "although") else {
      complain(.unreadable("Caps", forms: [capForms[1]]), at: phrase)
      return nil
    }
    let (offered, times) = counted(although)
    let (ids, names) = (codes(list), cues(offered))
    return times.map { .missing(ids, afterCues: names, times: $0) }
  }

  private mutating func shown(_ phrase: Phrase) -> Cap.Trigger? {
    guard let (front, repair) = phrase.split(atWord: "unless") else {
      let (list, times) = counted(phrase)
      let ids = codes(list)
      return times.map { .shown(ids, times: $0, repairedBy: [], withinTurns: 0) }
    }
    let (list, times) = counted(front.withoutLastComma)
    let ids = codes(list)
    guard let (repairers, turns) = window(repair) else {
      complain(.unreadable("Caps", forms: [capForms[0]]), at: repair)
      return nil
    }
    let repairIDs = codes(repairers)
    guard let times, let turns else { return nil }
    return .shown(ids, times: times, repairedBy: repairIDs, withinTurns: turns)
  }

  /// `… at least 2 times`; once where nothing is said; nil after a complaint.
  mutating func counted(_ phrase: Phrase) -> (Phrase, Int?) {
    guard let front = phrase.beforeWords("times") ?? phrase.beforeWords("time"),
      let digits = front.words.last,
      let list = front.at(front.span.start, digits.span.start).beforeWords("at least")
    else { return (phrase, 1) }
    return (list, whole(digits, 1, to: 1000))
  }

  /// `… within 2 turns`; nil where there is no such ending.
  private mutating func window(_ phrase: Phrase) -> (Phrase, Int?)? {
    guard let (front, length) = phrase.split(atWord: "within"),
      let digits = length.beforeWords("turns") ?? length.beforeWords("turn")
    else { return nil }
    return (front, whole(digits, 1, to: 1000))
  }

  mutating func readGate(_ section: OutlineSection) {
    if section.statements.isEmpty {
      complain(.unreadable("Gate", forms: gateForms), at: section.title)
    }
    for line in section.statements {
      if let rest = line.afterWords("must answer"),
        let (cueList, answer) = rest.split(atWord: "with"),
        let (codeList, turns) = window(answer)
      {
        let (names, ids) = (cues(cueList), codes(codeList))
        guard let turns else { continue }
        rubric.gateRules.append(
          .mustAnswer(cues: names, with: ids, withinTurns: turns, text: line.oneLine))
      } else if let rest = line.afterWords("must not"),
        let (list, after) = rest.split(atWord: "after")
      {
        rubric.gateRules.append(
          .mustNot(codes(list), afterCues: cues(after), text: line.oneLine))
      } else {
        complain(.unreadable("Gate", forms: gateForms), at: line)
      }
    }
  }
}
