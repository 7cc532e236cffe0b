import ResponseCoding
import ScenarioModel
import SessionEngine
import TranscriptModel

/// A session being played: the engine, the coder that hears for it, and what has happened so far.
///
/// A value without I/O, so that practising, resuming and replaying are the same thing.
package struct PlayedSession: Sendable {
  package private(set) var engine: Session
  package private(set) var events: [SessionEvent] = []
  /// Every turn with what the patient had said before it.
  package private(set) var exchanges: [Exchange] = []
  /// What the patient has said since the trainee's last words.
  package private(set) var latest: [Utterance] = []
  /// The steps of a hint that were taken for the turn that comes next.
  package var hints = 0
  private var earlier: [Utterance] = []
  private let coder: ResponseCoder
  private let topics: [DeclaredTopic]
  private let examples: StandingExamples

  /// `variation` names the words in which `scenario` already is; `replies` are coded responses to
  /// its lines.
  package init(
    _ scenario: Scenario, seed: UInt64, coder: ResponseCoder, variation: String? = nil,
    replies: StandingExamples.Replies = [:]
  ) {
    self.init(
      PreparedScenario(scenario), seed: seed, coder: coder, variation: variation, replies: replies)
  }

  /// For many sessions with one scenario, which is made ready once.
  package init(
    _ prepared: PreparedScenario, seed: UInt64, coder: ResponseCoder, variation: String? = nil,
    replies: StandingExamples.Replies = [:]
  ) {
    engine = Session(prepared, seed: seed, variation: variation)
    self.coder = coder
    topics = prepared.scenario.topics.map { DeclaredTopic(name: $0.name, words: $0.words) }
    examples = prepared.scenario.examples(with: replies, coder.codebook)
  }

  package var scenario: Scenario { engine.scenario }
  package var ending: SessionEnding? { engine.ending }

  /// In the first beat, unless another is named, and with every state at its start, unless given.
  package mutating func begin(
    at beat: Int? = nil, with starts: [StateValue] = []
  ) -> [SessionEvent] {
    take(engine.begin(at: beat, with: starts))
  }

  /// What is heard in a response, were it given now.
  package func hear(_ text: String) -> CodedResponse {
    coder.code(
      text,
      after: CodingContext(
        patient: latest, earlierPatient: earlier, earlierResponses: exchanges.map(\.response),
        topics: topics, examples: examples.examples(at: engine.beat, after: latest)))
  }

  /// What would have been heard in another response to the patient's words of a turn.
  package func hear(_ text: String, inTurn turn: Int) -> CodedResponse {
    let patient = exchanges.first { $0.turn == turn }?.patient ?? []
    return coder.code(text, after: CodingContext(patient: patient, topics: topics))
  }

  /// Gives a coded response; the events it leads to, the response itself among them.
  package mutating func respond(to response: CodedResponse) -> [SessionEvent] {
    let said = latest
    let events = engine.respond(to: response)
    guard !events.isEmpty else { return [] }
    exchanges.append(
      Exchange(turn: engine.turn, patient: said, response: response, hints: hints))
    hints = 0
    earlier += said
    latest = []
    return take(events)
  }

  private mutating func take(_ new: [SessionEvent]) -> [SessionEvent] {
    for case .said(let utterance) in new { latest.append(utterance) }
    events += new
    return new
  }
}
