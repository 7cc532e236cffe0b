import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

private let beatStarts = [
  "Name:", "when", "otherwise", "hint:", "supervisor:", "risk:", "choices", "trust +5",
]
private let endingStarts = ["Name:", "outcome:", "supervisor:"]
private let ruleStarts = ["Name:", "go to", "at most", "trust +5"]
private let fallbackStarts = ["Name:"]

extension ScenarioCheck {
  mutating func checkBeat(_ section: ScenarioSection, _ lines: [BeatLine]) -> Beat {
    let name = section.name?.text ?? ""
    var beat = Beat(
      name: name, line: lineNumber(section.outline.heading.phrase), opening: [], effects: [],
      hints: [], supervisorNotes: [], risks: [], rules: [], choices: [])
    var foundOtherwise = false
    var misspeltOtherwise = false
    for line in lines {
      checkNothingBelow(line)
      switch line.content {
      case .speech(let speech):
        if let said = checkSpeech(speech, line.line) { beat.opening.append(said) }
      case .effects(let effects): beat.effects += checkEffects(effects)
      case .hint(let hint):
        if let checked = checkHint(hint, line.line) { beat.hints.append(checked) }
      case .supervisor(let text): beat.supervisorNotes.append(text.text)
      case .risk(let risk): beat.risks.append(risk.text.lowercased())
      case .choices(let choices): beat.choices += choices.compactMap { checkChoice($0) }
      case .rule(let rule):
        if foundOtherwise { report(.ruleAfterOtherwise, at: line.line.phrase) }
        if rule.condition == nil { foundOtherwise = true }
        beat.rules.append(checkRule(rule, line.line, beat: name))
      case .outcome, .goTo, .bound, .unknown:
        reportUnknown(line, allowed: beatStarts)
        let first = line.line.phrase.words.first?.text ?? ""
        misspeltOtherwise = misspeltOtherwise || nearestName(to: first, in: ["otherwise"]) != nil
      }
    }
    if !foundOtherwise, !misspeltOtherwise, let name = section.name {
      report(.noOtherwise(beat: name.text), at: name)
    }
    return beat
  }

  mutating func checkEnding(_ section: ScenarioSection, _ lines: [BeatLine]) -> Ending {
    var ending = Ending(
      name: section.name?.text ?? "", line: lineNumber(section.outline.heading.phrase),
      closing: [], grade: "", debrief: "", supervisorNotes: [])
    for line in lines {
      checkNothingBelow(line)
      switch line.content {
      case .speech(let speech):
        if let said = checkSpeech(speech, line.line) { ending.closing.append(said) }
      case .supervisor(let text): ending.supervisorNotes.append(text.text)
      case .outcome(let grade, let debrief):
        ending.grade = checkGrade(grade, in: line.line)
        ending.debrief = debrief.text
        if debrief.isEmpty { report(.noDebrief, at: line.line.phrase) }
      default: reportUnknown(line, allowed: endingStarts)
      }
    }
    let isMisspelt = lines.contains {
      let first = $0.line.phrase.split(at: ":")?.0.text ?? ""
      return nearestName(to: first, in: ["outcome"]) != nil
    }
    if ending.grade.isEmpty, !isMisspelt, let name = section.name {
      report(.noOutcome(ending: name.text), at: name)
    }
    return ending
  }

  mutating func checkFallback(_ lines: [BeatLine]) -> [Speech] {
    lines.compactMap { line in
      guard case .speech(let speech) = line.content else {
        reportUnknown(line, allowed: fallbackStarts)
        return nil
      }
      return checkSpeech(speech, line.line)
    }
  }

  private mutating func checkRule(
    _ syntax: RuleSyntax, _ line: OutlineLine, beat: String
  ) -> Rule {
    var rule = Rule(
      line: lineNumber(line.phrase), title: line.phrase.text,
      condition: syntax.condition.map { checkCondition($0) }, effects: [], speeches: [],
      destination: nil, bound: nil)
    var leads = false
    var isBroken = false
    for inner in syntax.lines {
      checkNothingBelow(inner)
      switch inner.content {
      case .speech(let speech):
        if let said = checkSpeech(speech, inner.line) { rule.speeches.append(said) }
      case .effects(let effects): rule.effects += checkEffects(effects)
      case .goTo(let place):
        leads = true
        rule.destination = checkPlace(place, in: inner.line.phrase) ?? rule.destination
      case .bound(let times, let destination):
        leads = true
        rule.bound = checkBound(times, destination, inner.line) ?? rule.bound
      default:
        isBroken = true
        reportUnknown(inner, allowed: ruleStarts)
      }
    }
    let saysSomething = syntax.lines.contains {
      if case .speech = $0.content { true } else { false }
    }
    if syntax.condition == nil, !leads, !isBroken {
      report(.endlessOtherwise(beat: beat), at: line.phrase)
    } else if !saysSomething, !isBroken, rule.destination == nil, !leads || rule.bound != nil {
      report(.nothingHappens, at: line.phrase)
    }
    return rule
  }

  private mutating func checkBound(
    _ times: Phrase?, _ destination: Phrase?, _ line: OutlineLine
  ) -> Bound? {
    guard let times, let destination else {
      report(
        .lineNotUnderstood(
          line.phrase.text, nearest: nil, allowed: ["at most 3 times, then go to …"]),
        at: line.phrase)
      return nil
    }
    guard let number = checkNumber(times, what: "times") else { return nil }
    return checkPlace(destination, in: line.phrase).map { Bound(times: number, destination: $0) }
  }

  mutating func checkPlace(_ name: Phrase, in line: Phrase) -> Destination? {
    if let place = names.place(name.text) { return place.destination }
    // A heading whose kind is misspelt is complained about where it stands.
    let lowered = name.text.lowercased()
    if names.misspeltSections.contains(where: { $0.name?.lowercased() == lowered }) { return nil }
    let nearest = nearestName(to: name.text, in: names.places.map(\.name.text))
    missingPlaces.append((name.text, nearest))
    report(
      .unknownPlace(name.text, nearest: nearest), at: name.isEmpty ? line : name,
      replacement: name.isEmpty ? nil : nearest)
    return nil
  }

  private mutating func checkGrade(_ grade: Phrase, in line: OutlineLine) -> String {
    let grades = ["good", "mixed", "poor", "unsafe"]
    let text = grade.text.lowercased()
    if !grades.contains(text) {
      let nearest = nearestName(to: text, in: grades)
      report(
        .unknownGrade(grade.text, nearest: nearest), at: grade.isEmpty ? line.phrase : grade,
        replacement: grade.isEmpty ? nil : nearest)
    }
    // Whatever was typed, the ending has an outcome.
    return text.isEmpty ? "?" : text
  }

  mutating func checkNumber(_ phrase: Phrase, what: String) -> Int? {
    guard let number = phrase.integer, number >= 1 else {
      report(.numberExpected(phrase.text, what: what), at: phrase)
      return nil
    }
    return number
  }

  func lineNumber(_ phrase: Phrase) -> Int { tree.file.position(at: phrase.span.start).line }

  private mutating func reportUnknown(_ line: BeatLine, allowed: [String]) {
    let phrase = line.line.phrase
    let keywords = [
      "when", "otherwise", "choices", "supervisor", "outcome", "hint", "risk", "go to",
    ]
    let first = phrase.words.first ?? phrase
    let known = keywords.filter { word in allowed.contains { $0.hasPrefix(word) } }
    let nearest =
      known.contains(first.text.lowercased()) ? nil : nearestName(to: first.text, in: known)
    report(
      .lineNotUnderstood(first.text, nearest: nearest, allowed: allowed), at: first,
      replacement: nearest)
  }

  /// Only rules, speech and choices own the lines indented below them.
  private mutating func checkNothingBelow(_ line: BeatLine) {
    switch line.content {
    case .rule, .speech, .choices, .unknown: return
    default:
      if let first = line.line.contents.first {
        report(.strayBelow(line.line.phrase.text), at: first.phrase)
      }
    }
  }
}
