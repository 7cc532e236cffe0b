import ResponseCoding
import Rubrics
import TranscriptModel

/// Scores a session by some rubrics; the same session, rubrics and codebook always score the same.
///
/// With `isOver: false` moments that may still be answered are open and count for nothing; at the end
/// of a session they are missed. With `isMarked: false` nobody has marked what the patient offers: then
/// a rating rests on what its rubric scores without marked moments. A checklist needs the `setting`,
/// and its written tasks the `worksheets`: nil where the session called for none.
package func score(
  _ exchanges: [Exchange], rubrics: [Rubric], codebook: Codebook, isOver: Bool = true,
  isMarked: Bool = true, setting: SessionSetting? = nil, worksheets: KeptWorksheets? = nil
) -> SessionScore {
  let rater = SessionRater(rubrics: rubrics, codebook: codebook)
  let ratings = rater.rate(exchanges, isOver: isOver, isMarked: isMarked)
  return SessionScore(
    dimensions: ratings.dimensions, gates: ratings.gates,
    checklists: rater.checklists(exchanges, isOver: isOver, in: setting, worksheets),
    indices: indices(of: HeardSession(exchanges, isOver: isOver), codebook: codebook))
}

/// Rates many sessions by the same rubrics, without the plain numbers of `SessionIndices`.
package struct SessionRater: Sendable {
  private let rating: [Rubric]
  private let gates: [Rubric]
  private let checklists: [Rubric]
  /// Nil where no rubric asks for it.
  private let uptake: Uptake?
  private let cues: [String: OfferedCue]

  package init(rubrics: [Rubric], codebook: Codebook) {
    rating = rubrics.filter { $0.kind == .rating }.map { rubric in
      // What people hardly tell apart answers a moment alike.
      var rubric = rubric
      rubric.opportunities = rubric.opportunities.mapValues(codebook.withIndistinct)
      return rubric
    }
    gates = rubrics.filter { $0.kind == .gate }
    checklists = rubrics.filter { $0.kind == .checklist }
    let asksForUptake = rubrics.contains { rubric in
      rubric.caps.contains { if case .seldomTakesUp = $0.trigger { true } else { false } }
    }
    uptake = asksForUptake ? Uptake(codebook) : nil
    cues = Dictionary(codebook.cues.map { ($0.name, OfferedCue($0, codebook)) }) { a, _ in a }
  }

  /// Dimensions and gates, each in the order of the rubrics.
  package func rate(
    _ exchanges: [Exchange], isOver: Bool = true, isMarked: Bool = true
  ) -> (dimensions: [DimensionScore], gates: [GateScore]) {
    let session = HeardSession(exchanges, isOver: isOver, uptake: uptake)
    let finder = OpportunityFinder(session: session, cues: cues)
    return (
      rating.map { Scoring.rate(session, by: $0, isMarked: isMarked, finder) },
      gates.map { judge(session, by: $0, finder) }
    )
  }

  /// Checklists in the order of the rubrics.
  func checklists(
    _ exchanges: [Exchange], isOver: Bool, in setting: SessionSetting?,
    _ worksheets: KeptWorksheets?
  ) -> [ChecklistScore] {
    guard !checklists.isEmpty else { return [] }
    let session = HeardSession(exchanges, isOver: isOver)
    let finder = OpportunityFinder(session: session, cues: cues)
    return checklists.map { judge(session, by: $0, in: setting, worksheets, finder) }
  }
}

private func rate(
  _ session: HeardSession, by rubric: Rubric, isMarked: Bool, _ finder: OpportunityFinder
) -> DimensionScore {
  let opportunities = finder.opportunities(
    on: rubric.id, answers: rubric.opportunities, halfAnswers: rubric.halfAnswers)
  var result = DimensionScore(
    id: rubric.id, title: rubric.title, estimate: .notAssessable("nothing has been said yet"),
    terms: [], caps: [], opportunities: opportunities)
  guard !session.exchanges.isEmpty else { return result }

  result.isWithoutMarks = !isMarked
  let terms = isMarked ? rubric.terms : rubric.unmarked?.terms ?? []
  let values = terms.map { ($0, session.value(of: $0.measure, opportunities)) }
  let sum = values.map { term, value in term.weight * value.0 }.reduce(0, +)
  result.terms = values.map { term, value in
    TermScore(
      text: term.text, weight: term.weight, value: rounded(value.0),
      contribution: rounded(term.weight * value.0), evidence: value.1)
  }
  result.caps = rubric.caps.compactMap { session.holding($0, finder.cues) }

  let settled = opportunities.filter { $0.outcome != .open }.count
  if let reason = rubric.tooLittle(session, settled: settled, isMarked: isMarked) {
    result.estimate = .notAssessable(reason)
    return result
  }
  let index = min(1, max(0, sum))
  let reached = 1 + rubric.cutPoints.filter { index >= $0 - tolerance }.count
  let level = result.caps.map(\.level).reduce(reached, min)
  result.index = rounded(index)
  result.estimate = .level(level, name: rubric.levels.first { $0.number == level }?.name ?? "")
  return result
}

extension Rubric {
  /// Why nothing can be told; nil where something can.
  fileprivate func tooLittle(
    _ session: HeardSession, settled: Int, isMarked: Bool
  ) -> String? {
    if isMarked {
      return settled >= leastOpportunities
        ? nil
        : "the patient offered \(settled) of the \(leastOpportunities) moments it takes to tell"
    }
    guard let unmarked else {
      return "it needs marks for what the patient offers, and there are none"
    }
    let turns = session.exchanges.count
    return turns >= unmarked.leastTurns ? nil : tooShort(turns, least: unmarked.leastTurns)
  }
}

/// To four decimals, which is more than a session can tell.
func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
