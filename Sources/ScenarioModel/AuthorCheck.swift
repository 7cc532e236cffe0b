/// What an author expects of a scenario, as steps to take and facts to find: a `Check` section.
package struct AuthorCheck: Sendable, Hashable {
  package var name: String
  package var line: Int
  package var steps: [Step]

  package struct Step: Sendable, Hashable {
    package var line: Int
    package var action: Action

    package init(line: Int, action: Action) {
      self.line = line
      self.action = action
    }
  }

  package enum Action: Sendable, Hashable {
    /// Begins a session in this beat with these values; without it a check begins at the beginning.
    case start(beat: Int, with: [StateValue])
    /// Plays the variation of this index; stands before anything is said.
    case variation(Int)
    /// Says this.
    case say(String)
    /// Responds as if these codes had been heard.
    case respond([CodeTerm])
    case expect([Expectation])
    /// Lets simulated trainees of all kinds play so many sessions; expectations after it are about
    /// all of them.
    case walk(times: Int, seed: UInt64)
  }

  package init(name: String, line: Int, steps: [Step]) {
    self.name = name
    self.line = line
    self.steps = steps
  }
}

/// One thing an author expects.
package struct Expectation: Sendable, Hashable {
  /// As written, for saying what differed.
  package var text: String
  package var isNegated: Bool
  package var fact: ExpectedFact

  package init(text: String, isNegated: Bool, fact: ExpectedFact) {
    self.text = text
    self.isNegated = isNegated
    self.fact = fact
  }
}

/// What can be expected after a response, or after a walk.
package enum ExpectedFact: Sendable, Hashable {
  /// Anything a condition may ask, of the latest response and of how things stand after it.
  case fact(Fact)
  /// The rubric of this id rates the session so.
  case rating(rubric: String, Comparison, Int)
  /// The conversation stands in this beat.
  case beat(Int)
  case ending(Int)
  /// The session has ended with this grade.
  case outcome(String)
  /// The patient's answer has these words, case aside.
  case hears(String)
  /// A duty was missed by now whose note for the supervisor has these words, case aside.
  case note(String)
  case everyBeatVisited
  case everyRuleTaken
  case everyEndingReached
  case noWalkOver(turns: Int)
  case noGoodEndingWithRiskOpen
}
