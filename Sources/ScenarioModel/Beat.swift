/// A stretch of the conversation with its own rules.
package struct Beat: Sendable, Hashable {
  package var name: String
  package var line: Int
  /// Said on entering.
  package var opening: [Speech]
  /// Applied on entering.
  package var effects: [Effect]
  package var hints: [Hint]
  /// For the supervisor only; the trainee never sees it.
  package var supervisorNotes: [String]
  /// Kinds of risk the beat opens, such as `suicide`.
  package var risks: [String]
  /// In file order: the first that fits is taken. The last is always an `otherwise`.
  package var rules: [Rule]
  package var choices: [Choice]
  /// What the trainee has to do from here on, each within its time.
  package var duties: [Duty]

  package init(
    name: String, line: Int, opening: [Speech], effects: [Effect], hints: [Hint],
    supervisorNotes: [String], risks: [String], rules: [Rule], choices: [Choice],
    duties: [Duty] = []
  ) {
    self.name = name
    self.line = line
    self.opening = opening
    self.effects = effects
    self.hints = hints
    self.supervisorNotes = supervisorNotes
    self.risks = risks
    self.rules = rules
    self.choices = choices
    self.duties = duties
  }
}

/// How a session can end.
package struct Ending: Sendable, Hashable {
  package var name: String
  package var line: Int
  /// Said before the session closes.
  package var closing: [Speech]
  /// `good`, `mixed`, `poor` or `unsafe`.
  package var grade: String
  package var debrief: String
  package var supervisorNotes: [String]

  package init(
    name: String, line: Int, closing: [Speech], grade: String, debrief: String,
    supervisorNotes: [String]
  ) {
    self.name = name
    self.line = line
    self.closing = closing
    self.grade = grade
    self.debrief = debrief
    self.supervisorNotes = supervisorNotes
  }
}

/// Something said: one line, or one of several.
package struct Speech: Sendable, Hashable {
  package var line: Int
  package var speaker: String
  /// Never said again once every alternative has been said.
  package var once: Bool
  /// Said in file order, the last one again and again, instead of by chance.
  package var isInTurn: Bool
  /// At least one. Where several, and not in turn, none comes back before all have been said.
  package var alternatives: [SpokenLine]
  /// Which speech of the scenario it is, from 0 in the order of the model; line numbers will not do,
  /// because a scenario may use other files.
  package var number: Int

  package init(
    line: Int, speaker: String, once: Bool, isInTurn: Bool = false, alternatives: [SpokenLine],
    number: Int = 0
  ) {
    self.isInTurn = isInTurn
    self.number = number
    self.line = line
    self.speaker = speaker
    self.once = once
    self.alternatives = alternatives
  }
}

/// One line of a patient with what its author says about it.
package struct SpokenLine: Sendable, Hashable {
  package var line: Int
  package var text: String
  package var cues: [String]
  package var gist: [String]
  package var better: String?
  package var betterReason: String?
  /// What the speaker thinks and does not say.
  package var thought: String?

  package init(
    line: Int, text: String, cues: [String], gist: [String], better: String?,
    betterReason: String?, thought: String? = nil
  ) {
    self.line = line
    self.text = text
    self.cues = cues
    self.gist = gist
    self.better = better
    self.betterReason = betterReason
    self.thought = thought
  }
}

/// Help that the trainee may ask for.
package struct Hint: Sendable, Hashable {
  package var text: String
  /// When it may be shown; always where nil.
  package var condition: Condition?

  package init(text: String, condition: Condition?) {
    self.text = text
    self.condition = condition
  }
}

/// What happens when a response fits.
package struct Rule: Sendable, Hashable {
  package var line: Int
  /// The rule's first line as the author wrote it.
  package var title: String
  /// Nil for `otherwise`.
  package var condition: Condition?
  package var effects: [Effect]
  package var speeches: [Speech]
  package var destination: Destination?
  package var bound: Bound?

  package init(
    line: Int, title: String, condition: Condition?, effects: [Effect], speeches: [Speech],
    destination: Destination?, bound: Bound?
  ) {
    self.line = line
    self.title = title
    self.condition = condition
    self.effects = effects
    self.speeches = speeches
    self.destination = destination
    self.bound = bound
  }
}

/// Where a rule leads, as an index into the scenario.
package enum Destination: Sendable, Hashable {
  case beat(Int)
  case ending(Int)
  /// To a beat, from which `return` leads back.
  case detour(Int)
  /// Back to where the detour began, whose turns and bounds go on counting; the opening is not said
  /// again. Whoever came by `go to` has no way back, and stays.
  case back
}

/// Something the trainee has to do in time: `must … within n turns, or …`.
///
/// It begins when its beat is first entered and goes on through later beats, until a response meets
/// it or its turns are over.
package struct Duty: Sendable, Hashable {
  package var line: Int
  /// The line as its author wrote it.
  package var title: String
  package var condition: Condition
  /// The last response that counts, from 1, counted from entering the beat.
  package var turns: Int
  package var penalty: Penalty

  /// What happens when the turns are over; the first duty of a beat that is missed with a way leads
  /// on before any rule is looked at.
  package enum Penalty: Sendable, Hashable {
    /// A beat or an ending.
    case goTo(Destination)
    /// Told to the supervisor; the conversation goes on.
    case note(String)
  }

  package init(line: Int, title: String, condition: Condition, turns: Int, penalty: Penalty) {
    self.line = line
    self.title = title
    self.condition = condition
    self.turns = turns
    self.penalty = penalty
  }
}

/// How often a rule may be taken while the beat lasts, and where the next time leads.
package struct Bound: Sendable, Hashable {
  package var times: Int
  package var destination: Destination

  package init(times: Int, destination: Destination) {
    self.times = times
    self.destination = destination
  }
}

/// A sample response for the menu, with the codes its author hears in it.
package struct Choice: Sendable, Hashable {
  package var line: Int
  package var text: String
  /// Names of codes or families, as written, with an optional topic.
  package var codes: [CodeTerm]

  package init(line: Int, text: String, codes: [CodeTerm]) {
    self.line = line
    self.text = text
    self.codes = codes
  }
}
