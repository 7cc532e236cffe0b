/// How a gate came out.
package enum GateResult: String, Sendable, Hashable, Codable {
  case pass, fail
  /// Nothing the patient said called for it.
  case notApplicable
  /// Something still waits for an answer, and nothing was failed.
  case open
}

/// One gate of one session.
package struct GateScore: Sendable, Hashable, Codable {
  /// The rubric's id.
  package var id: String
  package var title: String
  package var result: GateResult
  /// Why it was failed; empty otherwise.
  package var reasons: [GateReason]
  /// What called for an answer, and what became of it.
  package var opportunities: [Opportunity]
}

/// One ground for failing a gate.
package struct GateReason: Sendable, Hashable, Codable {
  /// The patient's turn that went unanswered, or the trainee's that did harm.
  package var turn: Int
  /// What happened, as a phrase for the trainee.
  package var text: String
  /// The rule as the rubric words it.
  package var rule: String
  /// The trainee's words; nil where the fault is that something was not said.
  package var evidence: Evidence?
}
