/// One turn: what the patient had just said, and what the trainee answered.
package struct Exchange: Sendable, Hashable, Codable {
  /// From 1.
  package var turn: Int
  /// What the patient said since the trainee's last words.
  package var patient: [Utterance]
  package var response: CodedResponse
  /// The steps of a hint that the trainee took before answering, from 0 to 3.
  package var hints: Int

  package init(
    turn: Int, patient: [Utterance], response: CodedResponse, hints: Int = 0
  ) {
    self.turn = turn
    self.patient = patient
    self.response = response
    self.hints = hints
  }
}
