import TranscriptModel

/// The one moment of a session most worth practising.
package struct PracticePoint: Sendable, Hashable, Codable {
  /// The id and title of the dimension or gate.
  package var dimension: String
  package var title: String
  package var opportunity: Opportunity
  /// What the patient had said.
  package var patient: String
  /// What the trainee answered.
  package var response: String
  /// What the author would have liked to hear; nil where the author gives nothing.
  package var better: BetterSentence?
}

/// Chooses the moment to practise: a failed gate before anything else, then the dimension with the
/// lowest index; in it the cue most often missed or harmed; of those a harmed one before a missed one,
/// one with an author's better sentence before one without, then the earliest.
///
/// A moment that was met on another dimension is chosen only where there is no other, and one whose
/// better sentence was said, or nearly, never. Nil where nothing was missed.
package func oneThingToDo(_ score: SessionScore, _ exchanges: [Exchange]) -> PracticePoint? {
  let gates = score.gates.map { ($0.id, $0.title, $0.opportunities) }
  let dimensions =
    score.dimensions.enumerated()
    .sorted { ($0.element.index ?? 2, $0.offset) < ($1.element.index ?? 2, $1.offset) }
    .map { ($0.element.id, $0.element.title, $0.element.opportunities) }
  let wholly = Set(
    score.moments.filter { $0.outcome == .missed || $0.outcome == .harmed }
      .map { Place(turn: $0.turn, cue: $0.cue) })
  for isAlsoMet in [false, true] {
    for (id, title, opportunities) in gates + dimensions {
      let candidates = opportunities.filter {
        ($0.outcome == .missed || $0.outcome == .harmed)
          && wholly.contains(Place(turn: $0.turn, cue: $0.cue)) != isAlsoMet
      }
      let points = mostFrequent(candidates)
        .map { practicePoint($0, dimension: id, title: title, exchanges) }
        .filter { $0.better?.isSaid(in: $0.response) != true }
      if let point = points.first(where: { $0.better != nil }) ?? points.first { return point }
    }
  }
  return nil
}

/// The opportunities of the cue that has most of them, harmed ones first, else in the order of the
/// session; among cues with as many, of the one that came first.
private func mostFrequent(_ missed: [Opportunity]) -> [Opportunity] {
  var counts: [String: Int] = [:]
  for opportunity in missed { counts[opportunity.cue, default: 0] += 1 }
  let most = counts.values.max() ?? 0
  guard let cue = missed.first(where: { counts[$0.cue] == most })?.cue else { return [] }
  let chosen = missed.filter { $0.cue == cue }
  return chosen.filter { $0.outcome == .harmed } + chosen.filter { $0.outcome == .missed }
}

private func practicePoint(
  _ opportunity: Opportunity, dimension: String, title: String, _ exchanges: [Exchange]
) -> PracticePoint {
  let exchange = exchanges.first { $0.turn == opportunity.turn }
  let utterance = exchange?.patient.last { $0.cues.contains(opportunity.cue) }
  return PracticePoint(
    dimension: dimension, title: title, opportunity: opportunity,
    patient: utterance?.text ?? "", response: exchange?.response.text ?? "",
    better: utterance?.better)
}
