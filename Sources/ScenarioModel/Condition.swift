/// When a rule fits: every clause holds, and a clause holds when one of its terms does.
package struct Condition: Sendable, Hashable {
  package var clauses: [[Term]]

  package init(clauses: [[Term]]) {
    self.clauses = clauses
  }
}

/// One thing that can be true of a response or of the session.
package struct Term: Sendable, Hashable {
  package var isNegated: Bool
  package var fact: Fact

  package init(isNegated: Bool, fact: Fact) {
    self.isNegated = isNegated
    self.fact = fact
  }
}

/// What a term asks.
package enum Fact: Sendable, Hashable {
  case code(CodeTerm)
  case state(String, Comparison, Int)
  /// The state stands at the bottom or at the top of its range.
  case stateAtLowest(String)
  case stateAtHighest(String)
  /// A beat was entered before, or is the present one.
  case visited(Int)
  /// Responses given in the present beat, this one included.
  case turnsHere(atLeast: Int)
  /// The patient had shown something, and the response answers it (`met`) or does not.
  case cue(met: Bool)
  /// A beat with a risk was entered and a duty of it that leads away, or, where it has none such, any
  /// duty of it, is not met.
  case riskOpen
  /// Nothing was said, on purpose: `…`, `(waits)`.
  case silence
  /// These words were said, one after another; in lower case, without marks.
  case said([String])
}

/// A code in a response: whole or only clear, about something, often enough, within a window.
package struct CodeTerm: Sendable, Hashable {
  /// An id, a plain name or a family of the codebook.
  package var name: String
  /// Only a code of confidence .70 or more.
  package var isClear: Bool
  /// The name of a topic the response must mention.
  package var topic: String?
  /// In how many responses of the window it must occur; 1 looks at this response alone.
  package var times: Int
  package var window: Window

  package enum Window: Sendable, Hashable {
    /// Since the session began.
    case session
    /// Since the present beat was entered.
    case here
    /// This response and the ones before it, so many in all.
    case last(turns: Int)
  }

  package init(
    name: String, isClear: Bool = false, topic: String? = nil, times: Int = 1,
    window: Window = .session
  ) {
    self.name = name
    self.isClear = isClear
    self.topic = topic
    self.times = times
    self.window = window
  }
}

/// How a state is compared with a number.
package enum Comparison: String, Sendable, Hashable {
  case atLeast = "at least"
  case atMost = "at most"
  case above, below

  /// Whether a value stands to a number as the comparison says.
  package func holds(_ value: Int, _ number: Int) -> Bool {
    switch self {
    case .atLeast: value >= number
    case .atMost: value <= number
    case .above: value > number
    case .below: value < number
    }
  }
}
