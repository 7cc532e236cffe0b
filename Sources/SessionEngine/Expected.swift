import ScenarioModel

extension Session {
  /// Whether this can be said of the latest response and of how things stand after it.
  package func fits(_ fact: Fact) -> Bool {
    holds(Condition(clauses: [[Term(isNegated: false, fact: fact)]]))
  }
}
