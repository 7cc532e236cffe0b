import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

private let beatStarts = [
  "Name:", "when", "otherwise", "hint:", "supervisor:", "risk:", "must", "choices", "trust +5",
]
private let endingStarts = ["Name:", "outcome:", "supervisor:"]
private let fallbackStarts = ["Name:"]

extension ScenarioCheck {
  mutating func checkBeat(_ section: ScenarioSection, _ lines: [BeatLine]) -> Beat {
    let name = section.name?.text ?? ""
    var beat = Beat(
      name: name, line: lineNumber(section.outline.heading.phrase), opening: [], effects: [],
      hints: [], supervisorNotes: [], risks: [], rules: [], choices: [])
    var otherwise: OutlineLine?
    var misspeltOtherwise = false
    var rules: [(rule: Rule, phrase: Phrase)] = []
    var risks: [Phrase] = []
    var firstRule: OutlineLine?
    var hasDuty = false
    for gathered in gatherMargin(lines) {
      let line = gathered.line
      checkNothingBelow(line)
      switch line.content {
      case .speech(let speech):
        if let said = checkSpeech(speech, line.line) { beat.opening.append(said) }
      case .effects(let effects): beat.effects += checkEffects(effects)
      case .hint(let hint):
        if let checked = checkHint(hint, line.line) { beat.hints.append(checked) }
      case .supervisor(let text):
        beat.supervisorNotes += checkFilled(text, "supervisor:", line)
      case .risk(let risk):
        for name in checkRisk(risk, line) {
          beat.risks.append(name)
          risks.append(risk)
        }
      case .choices(let choices):
        if choices.isEmpty { report(.emptyLine("choices"), at: line.line.phrase) }
        beat.choices += choices.compactMap { checkChoice($0) }
      case .rule(let rule):
        firstRule = firstRule ?? line.line
        if let otherwise {
          report(
            .ruleAfterOtherwise(isSecond: rule.condition == nil), at: line.line.phrase,
            fix: rule.condition == nil ? nil : moved(line.line, above: otherwise))
        }
        if rule.condition == nil { otherwise = otherwise ?? line.line }
        rules.append((checkRule(rule, gathered, beat: name), line.line.phrase))
      case .must(let must):
        hasDuty = true
        if let firstRule {
          report(
            FlowProblem.dutyMisplaced(inRule: false), at: line.line.phrase,
            fix: moved(line.line, above: firstRule))
        }
        if let duty = checkDuty(must, line.line.phrase) { beat.duties.append(duty) }
      case .outcome, .way, .bound, .unknown:
        reportUnknown(line, allowed: beatStarts)
        let first = line.line.phrase.words.first?.text.lowercased() ?? ""
        misspeltOtherwise =
          misspeltOtherwise || synonyms[first] == "otherwise"
          || nearestName(to: first, in: ["otherwise"]) != nil
      }
    }
    beat.rules = rules.map(\.rule)
    checkRepeats(rules)
    checkShown(risks, in: beat)
    if !hasDuty, let risk = risks.first {
      report(FlowProblem.riskWithoutDuty(beat: name), at: risk)
    }
    if otherwise == nil, !misspeltOtherwise, let name = section.name {
      report(.noOtherwise(beat: name.text), at: name, fix: self.otherwise(for: section))
    }
    return beat
  }

  /// A risk that no line of the patient shows is one that nobody can ask about.
  private mutating func checkShown(_ risks: [Phrase], in beat: Beat) {
    if risks.isEmpty { return }
    let speeches = beat.opening + beat.rules.flatMap(\.speeches)
    let cues = speeches.flatMap(\.alternatives).flatMap(\.cues)
    if cues.contains("risk") || cues.contains("risk-disclosed") { return }
    for risk in risks { report(.riskWithoutCue(beat: beat.name), at: risk) }
  }

  private mutating func checkRisk(_ risk: Phrase, _ line: BeatLine) -> [String] {
    guard !risk.isEmpty else {
      report(.emptyLine("risk:"), at: line.line.phrase)
      return []
    }
    return risk.pieces(between: ",").compactMap { piece in
      func plain(_ name: String) -> String {
        name.lowercased().split { $0 == "-" || $0 == " " }.joined(separator: " ")
      }
      let typed = plain(piece.text)
      if let name = riskNames.first(where: { plain($0) == typed }) { return name }
      let nearest = nearestName(to: piece.text, in: riskNames)
      report(
        .unknownRisk(piece.text, nearest: nearest), at: piece.isEmpty ? risk : piece,
        replacement: nearest)
      return nil
    }
  }

  private mutating func checkFilled(
    _ text: Phrase, _ keyword: String, _ line: BeatLine
  ) -> [String] {
    if text.isEmpty { report(.emptyLine(keyword), at: line.line.phrase) }
    return text.isEmpty ? [] : [text.text]
  }

  mutating func checkEnding(_ section: ScenarioSection, _ lines: [BeatLine]) -> Ending {
    var ending = Ending(
      name: section.name?.text ?? "", line: lineNumber(section.outline.heading.phrase),
      closing: [], grade: "", debrief: "", supervisorNotes: [])
    var first: Phrase?
    for line in lines {
      checkNothingBelow(line)
      switch line.content {
      case .speech(let speech):
        if let said = checkSpeech(speech, line.line) { ending.closing.append(said) }
      case .supervisor(let text):
        ending.supervisorNotes += checkFilled(text, "supervisor:", line)
      case .outcome(let grade, let debrief, let more):
        if let first {
          report(.outcomeTwice(firstLine: lineNumber(first)), at: line.line.phrase)
          continue
        }
        first = line.line.phrase
        ending.grade = checkGrade(grade, in: line.line)
        let parts = [debrief] + more.map(\.phrase)
        ending.debrief = parts.filter { !$0.isEmpty }.map(\.text).joined(separator: " ")
        if ending.debrief.isEmpty, !grade.isEmpty { report(.noDebrief, at: line.line.phrase) }
      default: reportUnknown(line, allowed: endingStarts)
      }
    }
    let isMisspelt = lines.contains {
      let first = $0.line.phrase.split(at: ":")?.0.text ?? ""
      return nearestName(to: first, in: ["outcome"]) != nil
    }
    if ending.grade.isEmpty, !isMisspelt, let name = section.name {
      let heading = section.outline.heading.phrase
      report(
        .noOutcome(ending: name.text), at: name,
        fix: Fix(
          inserting: heading.file.lineBreak
            + "outcome: mixed. Say here what happened, and what to try next.",
          at: heading.span.end))
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
}
