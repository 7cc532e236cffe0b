/// A moment the patient offered, over all dimensions: what a coach speaks about.
package struct Moment: Sendable, Hashable, Codable {
  /// The turn in which the patient offered it.
  package var turn: Int
  package var cue: String
  /// What the patient did, to complete the sentence "Missed: the patient …".
  package var coaching: String
  /// Met where it was met on any dimension; a gate stands for itself.
  package var outcome: Opportunity.Outcome
  package var evidence: Evidence?
  /// The turn in which its outcome became certain; nil while it is open.
  package var settled: Int?
  /// The ids of the codes that answer it, sorted.
  package var answers: [String]
  /// Whether a gate asks for it.
  package var isGate: Bool
}

extension SessionScore {
  /// Every opportunity: those of gates first, then of the dimensions, each in the order of the session.
  package var opportunities: [Opportunity] {
    gates.flatMap(\.opportunities) + dimensions.flatMap(\.opportunities)
  }

  /// What became certain with the response of a turn: met there, or its time ran out there.
  package func opportunities(settledIn turn: Int) -> [Opportunity] {
    opportunities.filter { $0.settled == turn }
  }

  /// The same, with the dimensions' views of one moment drawn together.
  package func moments(settledIn turn: Int) -> [Moment] {
    moments.filter { $0.settled == turn }
  }

  /// Every moment of the session: those of gates first, each group in the order of the session.
  package var moments: [Moment] {
    gates.flatMap { merged($0.opportunities, isGate: true) }
      + merged(dimensions.flatMap(\.opportunities), isGate: false)
  }
}

/// Where a moment was offered.
struct Place: Hashable {
  var turn: Int
  var cue: String
}

private func merged(_ opportunities: [Opportunity], isGate: Bool) -> [Moment] {
  Dictionary(grouping: opportunities) { Place(turn: $0.turn, cue: $0.cue) }
    .sorted { ($0.key.turn, $0.key.cue) < ($1.key.turn, $1.key.cue) }
    .compactMap { moment($0.value, isGate: isGate) }
}

/// The best that was made of it tells, but nothing is called missed while a dimension still waits.
private func moment(_ views: [Opportunity], isGate: Bool) -> Moment? {
  let order: [Opportunity.Outcome] = [.met, .open, .half, .harmed, .missed]
  guard let outcome = order.first(where: { outcome in views.contains { $0.outcome == outcome } })
  else { return nil }
  let telling = views.filter { $0.outcome == outcome }
  guard let first = telling.first else { return nil }
  let settled =
    outcome == .met
    ? telling.compactMap(\.settled).min()
    : outcome == .open ? nil : views.compactMap(\.settled).max()
  return Moment(
    turn: first.turn, cue: first.cue, coaching: first.coaching, outcome: outcome,
    evidence: (telling.first { $0.settled == settled } ?? first).evidence, settled: settled,
    answers: Set(views.flatMap(\.answers)).sorted(), isGate: isGate)
}
