/// A response with the codes that people gave it, to fit a codebook to or to measure it on.
package struct CodedSample: Sendable, Hashable {
  /// Codes, plain names or families, as people gave them.
  package enum Given: Sendable, Hashable {
    /// To the response as a whole.
    case response(Set<String>)
    /// To each of its sentences, in order, split as the coder splits them.
    case sentences([Set<String>])

    /// Everything given to any part.
    package var all: Set<String> {
      switch self {
      case .response(let names): names
      case .sentences(let sentences): sentences.reduce(into: []) { $0.formUnion($1) }
      }
    }
  }

  package var id: String
  /// Samples of one group never stand on both sides of a fold: a conversation, a patient line.
  package var group: String
  /// What is counted together for figures by session.
  package var conversation: String
  /// What the patient has just said, the last utterance last.
  package var patient: [String]
  /// What the trainee said before that; empty for nothing.
  package var before: String
  package var text: String
  package var given: Given
  /// The names that were looked for: one that is judged and not given is absent. A name that is not
  /// judged may be there or not.
  package var judged: Set<String>
  /// A word for the whole session, such as `high` or `low` quality; empty for none.
  package var quality = ""
  /// Says what a code means, as the examples of a codebook do: it counts for several in every fit,
  /// and is never measured on.
  package var isDefinition = false

  package init(
    id: String, group: String, conversation: String, patient: [String], before: String,
    text: String, given: Given, judged: Set<String>, quality: String = "",
    isDefinition: Bool = false
  ) {
    self.id = id
    self.group = group
    self.conversation = conversation
    self.patient = patient
    self.before = before
    self.text = text
    self.given = given
    self.judged = judged
    self.quality = quality
    self.isDefinition = isDefinition
  }
}
