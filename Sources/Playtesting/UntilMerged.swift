import ScenarioModel
import TranscriptModel

// Until the engine can begin anywhere and the model can be varied.
extension PlayedSession {
  mutating func begin(at beat: Int?, with values: [StateValue]) -> [SessionEvent] { begin() }
}

extension Scenario {
  func varied(by variation: Variation) -> Scenario { self }
}
