/// A scenario that has been checked: every name in it is resolved, every range holds.
package struct Scenario: Sendable, Hashable {
  package var facts: ScenarioFacts
  package var patient: PatientSheet
  package var people: [Person]
  /// What a condition may name after `about`: people first, then declared topics.
  package var topics: [Topic]
  package var states: [StateVariable]
  /// In file order; a session starts in the first.
  package var beats: [Beat]
  package var endings: [Ending]
  /// What the patient says when a response could not be understood; at least one line.
  package var fallback: [Speech]
  /// How codes move states before any rule does, from the codebook.
  package var responsiveness: Responsiveness
  /// For each cue, the names of the codes and families that answer it.
  package var cueAnswers: [String: [String]] = [:]
  /// Other words for the same conversation, for those who play it again.
  package var variations: [Variation] = []
  /// What the author expects of it.
  package var checks: [AuthorCheck] = []

  package init(
    facts: ScenarioFacts, patient: PatientSheet, people: [Person], topics: [Topic],
    states: [StateVariable], beats: [Beat], endings: [Ending], fallback: [Speech],
    responsiveness: Responsiveness
  ) {
    self.facts = facts
    self.patient = patient
    self.people = people
    self.topics = topics
    self.states = states
    self.beats = beats
    self.endings = endings
    self.fallback = fallback
    self.responsiveness = responsiveness
  }
}

/// What the header of a scenario file says.
package struct ScenarioFacts: Sendable, Hashable {
  package var id = ""
  package var title = ""
  package var version = ""
  package var area = ""
  package var phase = ""
  package var population = ""
  package var format = ""
  /// 1 (guided) to 5 (high pressure).
  package var difficulty = 1
  package var minutes: Int?
  package var objectives: [String] = []
  /// What a drill trains: names of codes and families; empty for a whole session.
  package var drill: [String] = []

  /// One hard moment, to be answered once.
  package var isDrill: Bool { !drill.isEmpty }

  /// The worksheets the author names; nil where the phase decides.
  package var namedWorksheets: [Worksheet]?

  /// Those a session calls for: both in the initial phase and none elsewhere, unless the author says
  /// otherwise. One hard moment leaves no time to write.
  package var worksheets: [Worksheet] {
    let phase = phase.split { !$0.isLetter }.first?.lowercased()
    return namedWorksheets ?? (phase == "initial" && !isDrill ? Worksheet.allCases : [])
  }

  /// Ids of the rubrics by which a session is rated.
  package var rubrics: [String] = []
  /// What a trainee may want to know before choosing to play; nil where nothing is due.
  package var contentNote: String?

  package init() {}
}

/// What a trainee writes down beside a session, as therapists do.
package enum Worksheet: String, Sendable, Hashable, CaseIterable {
  case inventory, focus
}

/// The patient as the briefing shows them.
package struct PatientSheet: Sendable, Hashable {
  package var name: String
  package var description: [String]
  /// Where the two of you are and what the session is for.
  package var situation: [String]

  package init(name: String, description: [String], situation: [String] = []) {
    self.name = name
    self.description = description
    self.situation = situation
  }
}

/// Somebody in the patient's life: one line of the interpersonal inventory.
package struct Person: Sendable, Hashable {
  package var name: String
  package var description: String
  /// What else the patient calls her or him: `mum`, `mother`.
  package var otherNames: [String]

  package init(name: String, description: String, otherNames: [String] = []) {
    self.name = name
    self.description = description
    self.otherNames = otherNames
  }
}

/// Something a response can be about, with the words that mention it.
package struct Topic: Sendable, Hashable {
  package var name: String
  package var words: [String]

  package init(name: String, words: [String]) {
    self.name = name
    self.words = words
  }
}

/// A number that stands for how the patient is, within its range.
package struct StateVariable: Sendable, Hashable {
  package var name: String
  package var lowest: Int
  package var highest: Int
  package var start: Int
  /// How far it goes back towards its start each turn, before anything else moves it; 0 for not at all.
  package var settles: Int

  package init(name: String, lowest: Int, highest: Int, start: Int, settles: Int = 0) {
    self.name = name
    self.lowest = lowest
    self.highest = highest
    self.start = start
    self.settles = settles
  }
}

/// How codes move states by default.
package struct Responsiveness: Sendable, Hashable {
  /// For each code id, the states of this scenario it moves and how far.
  package var effects: [String: [Effect]]
  /// Factor on every default effect for the difficulty of the scenario, such as 0.85.
  package var damping: Double
  /// The farthest one state may move in one turn by default effects.
  package var limit: Int
  /// Factor for a code used this turn and in the two before.
  package var routine: Double

  package init(effects: [String: [Effect]], damping: Double, limit: Int, routine: Double) {
    self.effects = effects
    self.damping = damping
    self.limit = limit
    self.routine = routine
  }
}

/// A state moved up or down.
package struct Effect: Sendable, Hashable {
  package var state: String
  package var amount: Int

  package init(state: String, amount: Int) {
    self.state = state
    self.amount = amount
  }
}
