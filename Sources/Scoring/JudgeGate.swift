import Rubrics
import TranscriptModel

/// Holds a session against the rules of a gate.
func judge(
  _ session: HeardSession, by rubric: Rubric, _ finder: OpportunityFinder
) -> GateScore {
  var opportunities: [Opportunity] = []
  var reasons: [GateReason] = []
  var isCalledFor = false
  for rule in rubric.gateRules {
    switch rule {
    case .mustAnswer(let cues, let codes, let turns, let text):
      let answers = Dictionary(cues.map { ($0, codes) }) { first, _ in first }
      let found = finder.opportunities(on: rubric.id, answers: answers, window: turns)
      opportunities += found
      isCalledFor = isCalledFor || !found.isEmpty
      for missed in found where missed.outcome == .missed || missed.outcome == .harmed {
        reasons.append(
          GateReason(turn: missed.turn, text: unanswered(missed), rule: text, evidence: nil))
      }
    case .mustNot(let codes, let cues, let text):
      guard
        let first = session.exchanges.indices.first(where: { index in
          session.cues(at: index).contains(where: cues.contains)
        })
      else { continue }
      isCalledFor = true
      for index in session.exchanges.indices.dropFirst(first) {
        guard let code = session.strongest(of: codes, at: index) else { continue }
        let turn = session.exchanges[index].turn
        reasons.append(
          GateReason(
            turn: turn, text: "\(code.name) in turn \(turn)", rule: text,
            evidence: Evidence(code, turn: turn)))
      }
    }
  }
  let isOpen = opportunities.contains { $0.outcome == .open }
  let result: GateResult =
    !reasons.isEmpty ? .fail : isOpen ? .open : isCalledFor ? .pass : .notApplicable
  return GateScore(
    id: rubric.id, title: rubric.title, result: result, reasons: reasons,
    opportunities: opportunities)
}

private func unanswered(_ missed: Opportunity) -> String {
  let coaching = missed.coaching.isEmpty ? "offered '\(missed.cue)'" : missed.coaching
  return "missed in turn \(missed.turn): the patient \(coaching)"
}
