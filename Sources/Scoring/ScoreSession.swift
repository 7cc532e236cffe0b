import Rubrics
import TranscriptModel

/// Scores a session by some rubrics; the same session, rubrics and codebook always score the same.
///
/// With `isOver: false` moments that may still be answered are open and count for nothing; at the end
/// of a session they are missed.
package func score(
  _ exchanges: [Exchange], rubrics: [Rubric], codebook: Codebook, isOver: Bool = true
) -> SessionScore {
  let session = HeardSession(exchanges, isOver: isOver)
  let finder = OpportunityFinder(session: session, codebook: codebook)
  return SessionScore(
    dimensions: rubrics.filter { $0.kind == .rating }.map { rate(session, by: $0, finder) },
    gates: rubrics.filter { $0.kind == .gate }.map { judge(session, by: $0, finder) },
    indices: indices(of: session, codebook: codebook))
}

private func rate(
  _ session: HeardSession, by rubric: Rubric, _ finder: OpportunityFinder
) -> DimensionScore {
  let opportunities = finder.opportunities(
    on: rubric.id, answers: rubric.opportunities, halfAnswers: rubric.halfAnswers)
  var result = DimensionScore(
    id: rubric.id, title: rubric.title, estimate: .notAssessable("nothing has been said yet"),
    terms: [], caps: [], opportunities: opportunities)
  guard !session.exchanges.isEmpty else { return result }

  let values = rubric.terms.map { ($0, session.value(of: $0.measure, opportunities)) }
  let sum = values.map { term, value in term.weight * value.0 }.reduce(0, +)
  result.terms = values.map { term, value in
    TermScore(
      text: term.text, weight: term.weight, value: rounded(value.0),
      contribution: rounded(term.weight * value.0), evidence: value.1)
  }
  result.caps = rubric.caps.compactMap { session.holding($0, finder.codebook) }

  let settled = opportunities.filter { $0.outcome != .open }.count
  guard settled >= rubric.leastOpportunities else {
    result.estimate = .notAssessable(
      "the patient offered \(settled) of the \(rubric.leastOpportunities) moments it takes to tell")
    return result
  }
  let index = min(1, max(0, sum))
  let reached = 1 + rubric.cutPoints.filter { index >= $0 - tolerance }.count
  let level = result.caps.map(\.level).reduce(reached, min)
  result.index = rounded(index)
  result.estimate = .level(level, name: rubric.levels.first { $0.number == level }?.name ?? "")
  return result
}

/// To four decimals, which is more than a session can tell.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
