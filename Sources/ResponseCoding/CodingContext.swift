import TranscriptModel

/// What the coder may know beside the response itself.
package struct CodingContext: Sendable, Hashable {
  /// What the patient (or others in the room) said since the trainee's last words.
  package var patient: [Utterance]
  /// What was said before that, oldest first.
  package var earlierPatient: [Utterance]
  /// The trainee's responses of this session so far, oldest first.
  package var earlierResponses: [CodedResponse]
  /// The people and things of the scenario that a response may mention.
  package var topics: [DeclaredTopic]
  /// Whether nobody has said what the patient's words offer, as an author does in a scenario. Then a
  /// fitted code is not kept from being heard because a cue is missing.
  package var cuesAreUnknown = false
  /// Coded responses to what the patient has just said: what is close to one of them is probably
  /// the same.
  package var examples: [CodedExample]

  package init(
    patient: [Utterance] = [], earlierPatient: [Utterance] = [],
    earlierResponses: [CodedResponse] = [], topics: [DeclaredTopic] = [],
    examples: [CodedExample] = []
  ) {
    self.patient = patient
    self.earlierPatient = earlierPatient
    self.earlierResponses = earlierResponses
    self.topics = topics
    self.examples = examples
  }
}

/// A person or topic of a scenario, with the words a trainee may use for it.
package struct DeclaredTopic: Sendable, Hashable {
  package var name: String
  /// Single words or several: `sister`, `little sister`; endings do not matter.
  package var words: [String]

  package init(name: String, words: [String]) {
    self.name = name
    self.words = words
  }
}
