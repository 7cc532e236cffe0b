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

  package init(
    name: String, line: Int, opening: [Speech], effects: [Effect], hints: [Hint],
    supervisorNotes: [String], risks: [String], rules: [Rule], choices: [Choice]
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
  /// At least one. Where several, none comes back before all have been said.
  package var alternatives: [SpokenLine]

  package init(line: Int, speaker: String, once: Bool, alternatives: [SpokenLine]) {
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

  package init(
    line: Int, text: String, cues: [String], gist: [String], better: String?,
    betterReason: String?
  ) {
    self.line = line
    self.text = text
    self.cues = cues
    self.gist = gist
    self.better = better
    self.betterReason = betterReason
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
