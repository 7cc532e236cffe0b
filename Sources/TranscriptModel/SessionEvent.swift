/// Something that happened in a session, in the order in which it happened.
///
/// A session is its events: state is a fold over them, and playing the same responses with the same
/// seed on the same scenario gives the same list, without what is aside.
package enum SessionEvent: Sendable, Hashable, Codable {
  /// The session began with every state at its start; `variation` names the wording that was played.
  case began(scenario: String, seed: UInt64, variation: String? = nil)
  /// A beat was entered.
  case entered(beat: String)
  /// A detour ended and its beat goes on.
  case returned(beat: String)
  /// What had to be done was done, or was not done in time; `note` is for the supervisor.
  case dutyMet(beat: String, duty: String, line: Int)
  case dutyMissed(beat: String, duty: String, line: Int, note: String?)
  /// The patient, or somebody else in the room, spoke.
  case said(Utterance)
  /// The trainee's response to all that was said since the last one.
  case responded(turn: Int, CodedResponse)
  /// A state moved; `reason` is the code, rule or drift that moved it, in words.
  case changed(state: String, from: Int, to: Int, reason: String)
  /// A rule of the current beat fired; `line` is its line in the scenario file.
  case ruleFired(beat: String, rule: String, line: Int)
  /// The response could not be understood and the patient asks again.
  case notUnderstood
  /// The session is over.
  case ended(SessionEnding)
  /// The trainee took a turn back; `attempt`, from 2, is the one that comes next.
  case retried(turn: Int, attempt: Int)
  /// The trainee took a hint for the turn that comes next; `step` goes from 1 to 3.
  case hinted(turn: Int, step: Int)
  /// The trainee wrote something down before the turn that comes next.
  case noted(turn: Int, WorksheetNote)

  /// Whether it is what the trainee did beside the conversation: the patient knows nothing of it, and
  /// playing the responses again does not bring it about.
  package var isAside: Bool {
    switch self {
    case .retried, .hinted, .noted: true
    default: false
    }
  }
}

/// How a session came out.
package struct SessionEnding: Sendable, Hashable, Codable {
  package var name: String
  /// `good`, `mixed`, `poor` or `unsafe`.
  package var grade: String
  /// What happened and what to take from it, for the trainee.
  package var debrief: String

  package init(name: String, grade: String, debrief: String) {
    self.name = name
    self.grade = grade
    self.debrief = debrief
  }
}
