import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// A `must … within n turns, or …`; nil where a part of it is missing.
  mutating func checkDuty(_ must: MustSyntax, _ line: Phrase) -> Duty? {
    if must.condition.whole.isEmpty {
      report(FlowProblem.dutyUnreadable(missing: .condition), at: line)
      return nil
    }
    guard let turns = must.turns else {
      let hasWithin = line.split(atWord: "within") != nil
      report(FlowProblem.dutyUnreadable(missing: hasWithin ? .turns : .within), at: line)
      return nil
    }
    let condition = checkCondition(must.condition)
    let number = checkNumber(turns, what: "turns", in: line)
    let penalty = checkPenalty(must.penalty, line)
    guard let number, let penalty, condition.clauses.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    return Duty(
      line: lineNumber(line), title: line.text, condition: condition, turns: number,
      penalty: penalty)
  }

  private mutating func checkPenalty(
    _ penalty: MustSyntax.Penalty?, _ line: Phrase
  ) -> Duty.Penalty? {
    switch penalty {
    case nil: report(FlowProblem.dutyUnreadable(missing: .penalty), at: line)
    case .unreadable(let words):
      report(FlowProblem.dutyUnreadable(missing: .place), at: words)
    case .note(nil):
      let words = line.split(atWord: "note")?.1.dropping(":").trimmed ?? line
      let isQuotable = !words.isEmpty && !words.text.contains("\"")
      report(
        FlowProblem.dutyUnreadable(missing: .note), at: words.isEmpty ? line : words,
        fix: isQuotable ? Fix(quoting: words.span) : nil)
    case .note(let words?):
      if words.trimmed.isEmpty { report(.emptyLine("note"), at: line) }
      return .note(words.text)
    case .goTo(let place):
      guard let destination = checkPlace(place, in: line) else { return nil }
      ways.append(WrittenWay(beat: presentBeat, phrase: line, destination: destination))
      return .goTo(destination)
    }
    return nil
  }
}
