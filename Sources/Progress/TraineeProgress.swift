/// What a trainee's ended sessions show together; of no other trainee, and without any rank.
package struct TraineeProgress: Sendable, Hashable {
  /// The sessions that figures count; only a personal best looks further back.
  package static let window = 20

  /// All whole sessions.
  package var sessions: Int
  /// All drills done.
  package var drillsDone: Int
  package var firstDay: CalendarDay?
  package var lastDay: CalendarDay?
  /// The last whole sessions, oldest first: those that figures count.
  package var counted: [PastSession]
  /// In the order in which the latest session showed them.
  package var dimensions: [DimensionProgress]
  /// The most missed first.
  package var cues: [CueProgress]
  package var indices: [IndexProgress]
  package var gates: GateTally
  /// In the order in which they were first done.
  package var drills: [DrillProgress]
  package var competence: Competence
}

/// How often the safety gate was passed, among the counted sessions.
package struct GateTally: Sendable, Hashable {
  package var passed = 0
  package var failed = 0
  package var open = 0
  /// Nothing called for it.
  package var notApplicable = 0
}

/// What sessions come to together.
///
/// `sessions` are those of one trainee, oldest first; `ratings` are what people gave to them;
/// `nextRetest` tells of a drill when it is due again.
package func progress(
  of sessions: [PastSession], ratings: [HumanRating] = [],
  nextRetest: (String) -> CalendarDay? = { _ in nil }
) -> TraineeProgress {
  let whole = sessions.filter { !$0.isDrill }
  let drills = sessions.filter(\.isDrill)
  let counted = Array(whole.suffix(TraineeProgress.window))
  var gates = GateTally()
  for session in counted {
    switch session.gate {
    case .pass: gates.passed += 1
    case .fail: gates.failed += 1
    case .open: gates.open += 1
    case .notApplicable: gates.notApplicable += 1
    }
  }
  return TraineeProgress(
    sessions: whole.count, drillsDone: drills.count,
    firstDay: sessions.map(\.day).min(), lastDay: sessions.map(\.day).max(),
    counted: counted, dimensions: dimensions(of: whole, counted: counted),
    cues: cues(of: counted), indices: indices(of: counted), gates: gates,
    drills: drillProgress(drills, nextRetest: nextRetest),
    competence: competence(of: whole, ratings: ratings))
}
