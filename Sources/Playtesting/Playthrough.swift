import ResponseCoding
import ScenarioModel
import SessionEngine
import TranscriptModel

/// One session as a simulated trainee plays it: a copy is a snapshot to go on from.
struct Playthrough: Sendable {
  private(set) var engine: Session
  private(set) var talk = RememberedTalk()
  private(set) var exchanges: [Exchange] = []
  /// What the patient has said since the trainee's last words.
  private(set) var latest: [Utterance] = []
  /// What happened before anything was said.
  let opening: [SessionEvent]

  var ending: SessionEnding? { engine.ending }
  var isRiskOpen: Bool { engine.isRiskOpen }
  /// What was said, from the beginning.
  var path: WalkPath { WalkPath(steps: exchanges.map(\.response.text)) }

  /// Begins in the first beat, unless another is given.
  init(_ session: Session, in beat: Int? = nil, _ memory: inout CodingMemory) {
    engine = session
    opening = engine.begin(at: beat)
    hear(opening, &memory)
    talk.place = engine.beat
  }

  /// What would be heard in words that are not said.
  func hear(_ text: String, _ memory: inout CodingMemory) -> CodedResponse {
    memory.hear(text, in: talk)
  }

  /// Says something and takes in what follows.
  @discardableResult
  mutating func say(_ text: String, _ memory: inout CodingMemory) -> [SessionEvent] {
    let response = memory.respond(text, in: &talk)
    let events = engine.respond(to: response)
    exchanges.append(Exchange(turn: engine.turn, patient: latest, response: response))
    latest = []
    hear(events, &memory)
    talk.place = engine.beat
    return events
  }

  /// Whether a rule led on because its `at most … times` were over.
  func usesUpBound(_ rule: Int, of beat: Int, _ events: [SessionEvent]) -> Bool {
    let rule = engine.scenario.beats[beat].rules[rule]
    guard rule.bound != nil else { return false }
    guard let destination = rule.destination else {
      return events.contains {
        switch $0 {
        case .entered, .ended, .returned: true
        default: false
        }
      }
    }
    // A bounded detour: led on where it came to anything but the detour's beat.
    guard case .detour(let index) = destination else { return false }
    let name = engine.scenario.beats[index].name
    return !events.contains { $0 == .entered(beat: name) }
  }

  private mutating func hear(_ events: [SessionEvent], _ memory: inout CodingMemory) {
    for case .said(let utterance) in events {
      latest.append(utterance)
      memory.add(utterance, to: &talk)
    }
  }
}
