import Agreement

/// What became of the moments in which patients offered one cue, on one dimension or gate.
package struct MissedCue: Sendable, Hashable {
  package var cue: String
  /// The rubric's id.
  package var dimension: String
  /// Moments of all sessions.
  package var offered: Int
  /// Passed over, with harm or without.
  package var missed: Int
  package var trainees: Int

  package init(cue: String, dimension: String, offered: Int, missed: Int, trainees: Int) {
    self.cue = cue
    self.dimension = dimension
    self.offered = offered
    self.missed = missed
    self.trainees = trainees
  }

  package var isTooFew: Bool { offered < FewestOfCohort.offers }
  /// From 0 to 1; nil where nothing was offered.
  package var share: Double? { ratio(missed, offered) }
}

/// Those that were missed and offered often enough, the largest share first.
package func mostMissed(_ cues: [MissedCue]) -> [MissedCue] {
  cues.filter { !$0.isTooFew && $0.missed > 0 }.sorted { a, b in
    (b.share ?? 0, a.cue, a.dimension) < (a.share ?? 0, b.cue, b.dimension)
  }
}
