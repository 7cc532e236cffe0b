import Scoring
import Supervision
import TranscriptModel

/// A session with all that exports tell of it.
package struct ExportedSession: Sendable {
  package var id = ""
  package var trainee = ""
  package var cohort: String?
  package var scenario = ExportedScenario()
  /// Titles and versions of the rubrics, such as `validation 0.1`.
  package var rubrics: [String] = []
  /// `coach`, `quiet` or `exam`.
  package var mode = ""
  package var started = ""
  /// When it ended; nil while it has not.
  package var finished: String?
  package var ending: SessionEnding?
  package var seed: UInt64 = 0
  package var attuneVersion = ""
  /// Every attempt, in the order given.
  package var turns: [ExportedTurn] = []
  /// What the patient said after the last response.
  package var lastWords: [Utterance] = []
  package var score: SessionScore
  /// Sentences that reflect and sentences that ask, as the indices count them.
  package var reflections: Double?
  package var questions: Double?
  /// Levels from 1 to 5 the trainee gave herself, by dimension.
  package var selfRatings: [String: Int] = [:]
  /// Submitted ones, in the order of their roles.
  package var reviews: [Review] = []
  package var final: FinalRating?
  package var decisions: [CodeDecision] = []
  package var comments: [ReviewComment] = []
  package var reply: TraineeReply?
  package var contests: [CodeContest] = []
  /// `form`, `function` or `derived`, by the code's id.
  package var layers: [String: String] = [:]

  package init(score: SessionScore) { self.score = score }
}

/// The scenario a session was played with, as it was then.
package struct ExportedScenario: Sendable {
  package var id = ""
  package var title = ""
  package var version = ""
  /// SHA-256 in hexadecimal.
  package var hash = ""
  package var area = ""
  package var phase = ""
  package var population = ""
  package var difficulty = 1

  package init() {}
}

/// One attempt at a turn.
package struct ExportedTurn: Sendable {
  package var number: Int
  package var attempt: Int
  package var isTakenBack: Bool
  /// The beat that was answered.
  package var beat: String?
  package var patient: [Utterance]
  package var response: CodedResponse
  package var givenAt: String
  /// Since the attempt before it, or the beginning.
  package var seconds: Int?
  /// As it left them.
  package var states: [String: Int]
  /// Steps of a hint taken before it.
  package var hints: Int

  package init(
    number: Int, attempt: Int, isTakenBack: Bool, beat: String?, patient: [Utterance],
    response: CodedResponse, givenAt: String, seconds: Int?, states: [String: Int], hints: Int
  ) {
    self.number = number
    self.attempt = attempt
    self.isTakenBack = isTakenBack
    self.beat = beat
    self.patient = patient
    self.response = response
    self.givenAt = givenAt
    self.seconds = seconds
    self.states = states
    self.hints = hints
  }

  /// What the patient offered, each cue once.
  package var cues: [String] {
    var cues: [String] = []
    for cue in patient.flatMap(\.cues) where !cues.contains(cue) { cues.append(cue) }
    return cues
  }
}
