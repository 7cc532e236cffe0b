/// What belongs to a phase and a problem area of the therapy, and what belongs to none.
package struct Checklist: Sendable, Hashable {
  package static let phases = ["initial", "middle", "termination"]
  package static let areas = ["grief", "disputes", "transitions", "deficits"]

  package var tasks: [ChecklistTask] = []
  package var proscribed: [Proscription] = []
  /// Points that proscribed things take off at most.
  package var mostTakenOff = 3
  /// Turns with a task from which it is done with skill, where it answered nothing.
  package var skilledTurns = 2
  /// Words with which the patient must go on after such a turn for it to count.
  package var wordsToFollow = 0
  /// Fewer turns than this, and nothing can be told.
  package var leastTurns = 1

  package init() {}

  /// The points of a task done with skill, and done at all.
  package static let (skilled, present) = (2, 1)

  /// The tasks of a session, in the order of the file.
  package func tasks(phase: String, area: String) -> [ChecklistTask] {
    tasks.filter {
      ($0.phases.isEmpty || $0.phases.contains(phase))
        && ($0.areas.isEmpty || $0.areas.contains(area))
    }
  }
}

/// Something to be done in a session.
package struct ChecklistTask: Sendable, Hashable {
  package var name: String
  /// Every phase, and every area, where empty.
  package var phases: [String]
  package var areas: [String]
  /// Ids of the codes that do it; none where it is done in writing.
  package var codes: [String]
  /// Cues after which it is done with skill.
  package var answers: [String]
  /// It is asked for only where one of these cues was offered; always where empty.
  package var onlyAfter: [String]
  /// What must be written down; nil where it is done in words.
  package var worksheet: WorksheetTask?

  package init(
    name: String, phases: [String] = [], areas: [String] = [], codes: [String],
    answers: [String] = [], onlyAfter: [String] = [], worksheet: WorksheetTask? = nil
  ) {
    self.name = name
    self.phases = phases
    self.areas = areas
    self.codes = codes
    self.answers = answers
    self.onlyAfter = onlyAfter
    self.worksheet = worksheet
  }
}

/// Something that does not belong into the therapy and takes a point off.
package struct Proscription: Sendable, Hashable {
  package var name: String
  package var codes: [String]
  /// Turns from which it counts.
  package var times: Int

  package init(name: String, codes: [String], times: Int) {
    self.name = name
    self.codes = codes
    self.times = times
  }
}

/// The score of a rating without opportunities, for transcripts on which nobody marked them.
package struct UnmarkedScore: Sendable, Hashable {
  package var terms: [ScoreTerm]
  /// Fewer turns than this, and the dimension is not assessable.
  package var leastTurns: Int

  package init(terms: [ScoreTerm], leastTurns: Int) {
    self.terms = terms
    self.leastTurns = leastTurns
  }
}
