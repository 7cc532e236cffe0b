import Playtesting
import ResponseCoding
import Rubrics
import ScenarioModel
import SessionEngine
import TranscriptModel

/// A turn that was played, with all it takes to explain it.
struct PlayedTurn {
  let scenario: Scenario
  let response: CodedResponse
  /// What each rule of the beat it was given in would say to it.
  let verdicts: [RuleVerdict]
  let events: [SessionEvent]
}

extension PlayedSession {
  /// Gives a coded response, and keeps what the rules said to it.
  mutating func take(_ response: CodedResponse) -> PlayedTurn {
    let verdicts = engine.verdicts(on: response)
    return PlayedTurn(
      scenario: scenario, response: response, verdicts: verdicts, events: respond(to: response))
  }
}

/// One turn explained: the words, what was heard in them, what moved, which rule fitted, and what
/// the nearest one that did not fit lacked. Notes for the supervisor are left out.
func why(_ turn: PlayedTurn) -> [String] {
  var lines = [heard(in: turn.response)]
  for code in turn.response.codes where code.certainty > 0 && !code.isPlain {
    lines.append("\(code.name): \(plainReasons(for: code).joined(separator: ", "))")
  }
  let fired = turn.verdicts.first { $0.fits }
  for event in turn.events {
    switch event {
    case .changed(let state, let from, let to, let reason):
      lines.append("\(state) \(to > from ? "rose" : "fell") from \(from) to \(to): \(reason)")
    case .ruleFired(let beat, let rule, let line):
      lines.append("In “\(beat)” the rule on line \(line) fitted: \(rule)")
      lines +=
        fired.flatMap { nearestMiss(turn.verdicts, to: $0, in: turn.scenario) }.map { [$0] }
        ?? []
    case .dutyMet(_, let duty, let line):
      lines.append("That did in time what line \(line) asks for: \(withoutPenalty(duty))")
    case .dutyMissed(_, let duty, let line, _):
      lines.append(
        "With that the time was over for what line \(line) asks for: \(withoutPenalty(duty))")
    case .notUnderstood: lines.append("Your words were not understood, so the patient asked again.")
    case .entered(let beat):
      let isDetour = if case .detour = fired?.rule.destination { true } else { false }
      lines.append("That led \(isDetour ? "on a detour " : "")to “\(beat)”.")
    case .returned(let beat): lines.append("That led back to “\(beat)”.")
    default: break
    }
  }
  return lines
}

/// At most three, without numbers: the trainee's own words, which tell more than the pattern they fit,
/// then what spoke for the code most.
private func plainReasons(for code: AppliedCode) -> [String] {
  let strongest = code.reasons.map(\.pull).max() ?? 0
  var phrases: [String] = []
  var hasLength = false
  for reason in code.reasons where reason.pull > 0 && reason.pull * 5 >= strongest {
    if let example = reason.example {
      phrases.append("close to “\(shortened(example))”")
    } else if reason.isAboutThePatientsWords {
      phrases.append("what the patient had just said")
    } else if let sign = Sign(named: reason.sign), !sign.isLength || !hasLength {
      hasLength = hasLength || sign.isLength
      phrases.append(sign.phrase)
    }
  }
  var seen: Set<String> = []
  return ["“\(shortened(code.evidence))”"] + phrases.filter { seen.insert($0).inserted }.prefix(2)
}

/// `Nearest: the rule on line 41 'when reflection, trust at least 40' lacked 'trust at least 40'
/// (trust was 35).`
///
/// Of the rules that did not fit, the one that lacked least; of several, the one that had most, then
/// the one that stands nearest to the rule that was taken.
private func nearestMiss(
  _ verdicts: [RuleVerdict], to fired: RuleVerdict, in scenario: Scenario
) -> String? {
  guard fired.isUnderstood, let place = verdicts.firstIndex(of: fired) else { return nil }
  func distance(_ miss: (offset: Int, element: RuleVerdict)) -> (Int, Int, Int, Int) {
    let (lacked, asked) = (
      miss.element.failing.count, miss.element.rule.condition?.clauses.count ?? 0
    )
    return (lacked, lacked - asked, abs(miss.offset - place), miss.offset)
  }
  let misses = verdicts.enumerated().filter { !$1.failing.isEmpty }
  let nearest = misses.min { distance($0) < distance($1) }
  guard let nearest = nearest?.element else { return nil }
  let lacked = nearest.failing.map { "'\(scenario.words(for: $0.terms))'" + aside($0, scenario) }
  return "Nearest: the rule on line \(nearest.rule.line) '\(nearest.rule.title)' lacked "
    + lacked.joined(separator: ", ") + "."
}

/// What was the case instead, where the words of the clause do not tell.
private func aside(_ clause: FailingClause, _ scenario: Scenario) -> String {
  var facts = clause.states.map { "\($0.state) was \($0.value)" }
  for term in clause.terms where term.isNegated {
    if case .code(let code) = term.fact, code.times == 1 {
      var positive = term
      positive.isNegated = false
      facts.append("\(scenario.words(for: [positive])) was heard")
    }
  }
  return facts.isEmpty ? "" : " (" + facts.joined(separator: ", ") + ")"
}

/// A `must` up to its turns: a note that follows them is for the supervisor only.
func withoutPenalty(_ duty: String) -> String {
  duty.firstMatch(of: /\bturns?(?=\s*,?\s*or\b)/.ignoresCase())
    .map { String(duty[..<$0.range.upperBound]) } ?? duty
}
