/// What the tasks of a phase and a problem area came to in one session.
package struct ChecklistScore: Sendable, Hashable, Codable {
  /// The rubric's id.
  package var id: String
  package var title: String
  /// Nil where they are not known.
  package var setting: SessionSetting?
  /// Points over possible points, less what is proscribed, from 0 to 1; nil where not assessable.
  package var index: Double?
  package var estimate: Estimate
  package var points: Int
  package var possible: Int
  package var tasks: [TaskScore]
  /// What takes points off.
  package var proscribed: [ProscribedScore]
  package var takenOff: Int
}

/// Where in a therapy a session stands.
package struct SessionSetting: Sendable, Hashable, Codable {
  /// `initial`, `middle` or `termination`.
  package var phase: String
  /// `grief`, `disputes`, `transitions` or `deficits`.
  package var area: String

  package init(phase: String, area: String) {
    self.phase = phase
    self.area = area
  }
}

/// One task of a checklist.
package struct TaskScore: Sendable, Hashable, Codable {
  package enum Outcome: String, Sendable, Hashable, Codable {
    case skilled, present, absent
    /// The patient gave no occasion, or the session called for no worksheet: it counts for nothing.
    case notAsked
  }

  package var name: String
  package var outcome: Outcome
  /// 2, 1 or 0.
  package var points: Int
  /// Why it is done with skill, or not asked for; of a worksheet what it holds; empty otherwise.
  package var reason: String
  /// The words that show it, in every turn.
  package var evidence: [Evidence]
}

/// Something that takes a point off.
package struct ProscribedScore: Sendable, Hashable, Codable {
  package var name: String
  package var evidence: [Evidence]
}
