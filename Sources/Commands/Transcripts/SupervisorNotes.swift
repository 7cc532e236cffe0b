import ScenarioModel
import TranscriptModel
import TranscriptStore

/// What an author tells the supervisor about a place in a session.
struct SupervisorNote: Encodable, Equatable {
  enum Kind: String, Encodable { case beat, ending, duty }

  let kind: Kind
  /// The beat or ending; for a duty the beat that asks for it.
  let about: String
  /// The line of a duty in the scenario file.
  let line: Int?
  let note: String

  var text: String {
    switch kind {
    case .beat, .ending: "\(note) (\(about))"
    case .duty: "\(note) (\(about), not done in time: line \(line ?? 0))"
    }
  }
}

/// The notes of a session: on each beat and ending when it was first come to, and on what was not
/// done in time.
struct SupervisorNotes {
  private let scenario: Scenario
  private var visited: Set<String> = []

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Those that belong to the opening or to one turn; turns are asked for in order.
  mutating func notes(on events: [SessionEvent]) -> [SupervisorNote] {
    var notes: [SupervisorNote] = []
    for event in events {
      switch event {
      case .entered(let name):
        guard visited.insert(name).inserted else { continue }
        let beat = scenario.beats.first { $0.name == name }
        notes += (beat?.supervisorNotes ?? []).map {
          SupervisorNote(kind: .beat, about: name, line: nil, note: $0)
        }
      case .dutyMissed(let beat, _, let line, let note?):
        notes.append(SupervisorNote(kind: .duty, about: beat, line: line, note: note))
      case .ended(let end):
        let ending = scenario.endings.first { $0.name == end.name }
        notes += (ending?.supervisorNotes ?? []).map {
          SupervisorNote(kind: .ending, about: end.name, line: nil, note: $0)
        }
      default: continue
      }
    }
    return notes
  }
}

/// The notes on the opening, and for each turn those that belong to it.
func supervisorNotes(
  of session: StoredSession, in scenario: Scenario
) -> (opening: [SupervisorNote], turns: [[SupervisorNote]]) {
  var notes = SupervisorNotes(scenario)
  let opening = notes.notes(on: session.opening)
  return (opening, session.turns.map { notes.notes(on: $0.events) })
}
