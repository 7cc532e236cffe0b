/// The same scenario in other words: another name, another object, another way of speaking.
package struct Variation: Sendable, Hashable {
  package var name: String
  package var line: Int
  /// In file order. Whole words are replaced, in everything a trainee may see and in what is listened
  /// for; where several begin at one place, the longest.
  package var words: [Substitution]
  /// Other starts of states.
  package var starts: [StateValue]

  package struct Substitution: Sendable, Hashable {
    package var old: String
    package var new: String

    package init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  package init(name: String, line: Int, words: [Substitution], starts: [StateValue]) {
    self.name = name
    self.line = line
    self.words = words
    self.starts = starts
  }
}

/// A state at a value.
package struct StateValue: Sendable, Hashable {
  package var state: String
  package var value: Int

  package init(state: String, value: Int) {
    self.state = state
    self.value = value
  }
}
