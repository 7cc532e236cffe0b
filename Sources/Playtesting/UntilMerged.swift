import ScenarioModel
import TranscriptModel

// Until the engine can begin anywhere.
extension PlayedSession {
  mutating func begin(at beat: Int?, with values: [StateValue]) -> [SessionEvent] { begin() }
}
