import TranscriptModel

/// The coded examples of one scenario, by where a conversation stands.
package struct StandingExamples: Sendable {
  /// Coded replies by the words of the patient they answer.
  package typealias Replies = [String: [CodedExample]]

  package static let none = StandingExamples(choices: [], replies: [:])

  private let choices: [[CodedExample]]
  private let replies: Replies

  /// `choices` are what its author offers at each place, such as each beat, in order.
  package init(choices: [[CodedExample]], replies: Replies) {
    self.choices = choices.contains { !$0.isEmpty } ? choices : []
    self.replies = replies
  }

  var isEmpty: Bool { choices.isEmpty && replies.isEmpty }

  func choices(at place: Int) -> [CodedExample] {
    choices.indices.contains(place) ? choices[place] : []
  }

  /// Only to a line that is the same letter for letter.
  func replies(to line: String) -> [CodedExample] {
    replies.isEmpty ? [] : replies[line] ?? []
  }

  /// What a response given now is compared with.
  package func examples(at place: Int, after latest: [Utterance]) -> [CodedExample] {
    choices(at: place) + latest.flatMap { replies(to: $0.text) }
  }
}
