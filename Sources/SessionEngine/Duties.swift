import ScenarioModel
import TranscriptModel

/// A duty whose time has begun and is not over.
struct RunningDuty: Sendable, Hashable {
  /// In `PreparedScenario.duties`.
  let number: Int
  /// Responses since its beat was entered.
  var responses = 0
}

extension Session {
  /// Counts a response for every running duty; returns where the first one missed leads.
  ///
  /// A response that was not understood, and was not asked about either, takes time and meets
  /// nothing. One the patient asks about again takes no time: it never comes here.
  mutating func passDuties(
    isUnderstood: Bool, _ events: inout [SessionEvent]
  ) -> Destination? {
    guard !running.isEmpty else { return nil }
    var destination: Destination?
    var goingOn: [RunningDuty] = []
    for var duty in running {
      let asked = prepared.duties[duty.number]
      duty.responses += 1
      if isUnderstood, holds(asked.condition) {
        metDuties.insert(duty.number)
        events.append(.dutyMet(beat: asked.beat, duty: asked.title, line: asked.line))
      } else if duty.responses >= asked.turns {
        destination = destination ?? asked.destination
        events.append(
          .dutyMissed(beat: asked.beat, duty: asked.title, line: asked.line, note: asked.note))
      } else {
        goingOn.append(duty)
      }
    }
    running = goingOn
    return destination
  }

  /// Whether a beat with a risk was entered and its duties that lead away (where it has none such,
  /// all of them) are not all met. Without any duty the risk is open until the session ends.
  package var isRiskOpen: Bool {
    prepared.risks.contains { risk in
      guard visited.contains(risk.beat) else { return false }
      return risk.needed.isEmpty
        ? ending == nil : !risk.needed.allSatisfy { metDuties.contains($0) }
    }
  }
}
