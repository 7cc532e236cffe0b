import Scoring
import TranscriptModel
import TranscriptStore

/// A session whole, as other programs read it.
struct SessionJSON: Encodable {
  struct File: Encodable {
    let kind: String
    let name: String
    let hash: String
  }
  struct Turn: Encodable {
    let turn: Int
    let attempt: Int
    let givenAt: String
    let patient: [Utterance]
    let response: CodedResponse
    let rule: Rule?
    let beat: String?
    let states: [String: Int]
    /// The steps of a hint that were taken before it.
    let hints: Int
    /// Nil unless asked for.
    let supervisor: [SupervisorNote]?
  }
  struct TakenBack: Encodable {
    let turn: Int
    let attempt: Int
    let givenAt: String
    let response: CodedResponse
    /// What the patient said to it.
    let answer: [Utterance]
    let hints: Int
  }
  struct Rule: Encodable {
    let beat: String
    let title: String
    let line: Int
  }

  let version = 1
  let id: String
  let scenario: String
  let title: String
  let trainee: String
  let started: String
  let mode: String
  let seed: UInt64
  let attune: String
  /// Nil for the author's first words.
  let variation: String?
  let choices: Bool
  let ending: SessionEnding?
  let files: [File]
  let openingStates: [String: Int]
  /// On the first beat; nil unless asked for.
  let openingSupervisor: [SupervisorNote]?
  let turns: [Turn]
  /// Attempts that count no longer, in their order; nil unless asked for.
  let takenBack: [TakenBack]?
  /// What the patient said after the last response.
  let lastWords: [Utterance]
  let worksheets: Worksheets
  let score: SessionScore
}

/// What of a session is shown beside what everybody may see.
struct ShownParts {
  /// The author's notes; nil unless asked for.
  let notes: (opening: [SupervisorNote], turns: [[SupervisorNote]])?
  let attempts: Bool
  let thoughts: Bool

  func shown(_ lines: [Utterance]) -> [Utterance] {
    guard !thoughts else { return lines }
    return lines.map { line in
      var line = line
      line.thought = nil
      return line
    }
  }
}

extension SessionJSON {
  init(
    _ session: StoredSession, _ exchanges: [Exchange], _ lastWords: [Utterance],
    _ score: SessionScore, _ parts: ShownParts
  ) {
    let record = session.record
    self.init(
      id: record.id, scenario: record.scenario, title: record.title, trainee: record.trainee,
      started: record.started, mode: record.mode.rawValue, seed: record.seed,
      attune: record.attuneVersion, variation: session.variation, choices: record.choicesShown,
      ending: record.state.ending,
      files: session.files.map {
        .init(kind: $0.kind.rawValue, name: $0.name, hash: $0.sha256)
      },
      openingStates: session.openingStates, openingSupervisor: parts.notes?.opening,
      turns: zip(session.turns, exchanges).enumerated().map { index, pair in
        let (turn, exchange) = pair
        return .init(
          turn: turn.number, attempt: turn.attempt, givenAt: turn.givenAt,
          patient: parts.shown(exchange.patient), response: turn.response,
          rule: turn.rule.map { .init(beat: $0.beat, title: $0.title, line: $0.line) },
          beat: turn.beat, states: turn.states, hints: turn.hints,
          supervisor: parts.notes?.turns[index])
      },
      takenBack: parts.attempts
        ? session.takenBack.map { turn in
          .init(
            turn: turn.number, attempt: turn.attempt, givenAt: turn.givenAt,
            response: turn.response, answer: parts.shown(said(in: turn.events)),
            hints: turn.hints)
        } : nil,
      lastWords: parts.shown(lastWords), worksheets: session.worksheets, score: score)
  }
}

/// What was said, by anybody but the trainee.
func said(in events: [SessionEvent]) -> [Utterance] {
  events.compactMap { if case .said(let line) = $0 { line } else { nil } }
}
