import Rubrics
import TranscriptModel

/// What of a cue's definition an opportunity takes, with families spelt out.
struct OfferedCue: Sendable {
  let window: Int
  let coaching: String
  /// Ids of codes.
  let harmedBy: [String]

  init(_ definition: CueDefinition, _ codebook: Codebook) {
    window = definition.window
    coaching = definition.coaching
    harmedBy = definition.harmedBy.flatMap(codebook.codes(named:))
  }
}

/// What the patient offered on one dimension, and what became of it, in the order of the session.
struct OpportunityFinder {
  let session: HeardSession
  let cues: [String: OfferedCue]

  /// `answers` gives the codes that meet each cue and `halfAnswers` those that go half-way; other cues
  /// are nothing to this dimension.
  func opportunities(
    on dimension: String, answers: [String: [String]], halfAnswers: [String: [String]] = [:],
    window: Int? = nil
  ) -> [Opportunity] {
    var result: [Opportunity] = []
    for index in session.exchanges.indices {
      for cue in session.cues(at: index) {
        guard let codes = answers[cue] else { continue }
        let definition = cues[cue]
        result.append(
          opportunity(
            Opportunity(
              dimension: dimension, turn: session.exchanges[index].turn, cue: cue,
              coaching: definition?.coaching ?? "", outcome: .open, answers: codes),
            at: index, window: window ?? definition?.window ?? 1, half: halfAnswers[cue] ?? [],
            harmedBy: definition?.harmedBy ?? []))
      }
    }
    return result
  }

  private func opportunity(
    _ offered: Opportunity, at index: Int, window: Int, half halfWay: [String],
    harmedBy: [String]
  ) -> Opportunity {
    var result = offered
    let (positions, isPast) = session.window(from: index, turns: window)
    var half: Evidence?
    var harm: Evidence?
    for position in positions {
      let turn = session.exchanges[position].turn
      if let good = session.strongest(of: offered.answers, at: position) {
        guard good.count < 1 else {
          result.outcome = .met
          result.evidence = Evidence(good, turn: turn)
          result.settled = turn
          if session.exchanges[position].hints > 0 { result.weight = 0.5 }
          return result
        }
        half = half ?? Evidence(good, turn: turn)
      } else if let some = session.strongest(of: halfWay, at: position) {
        half = half ?? Evidence(some, turn: turn)
      }
      if let bad = session.strongest(of: harmedBy, at: position) {
        harm = harm ?? Evidence(bad, turn: turn)
      }
    }
    guard isPast else { return result }
    result.outcome = half != nil ? .half : harm != nil ? .harmed : .missed
    result.evidence = half ?? harm
    // A window that the end of the session cut short was settled by the last turn there was.
    result.settled = session.exchanges[positions.last ?? session.exchanges.count - 1].turn
    return result
  }
}
