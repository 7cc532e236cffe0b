import Diagnostics

/// What can be wrong with detours and with what has to be done in time.
enum FlowProblem: Problem {
  /// A part of a `must` that is missing.
  enum DutyPart: Sendable { case condition, within, turns, penalty, note, place }

  case detourToEnding(String)
  case returnWithoutDetour(beat: String)
  case returnAtStart(beat: String)
  case detourCircle([String])
  case dutyUnreadable(missing: DutyPart)
  case riskWithoutDuty(beat: String)

  var severity: Severity {
    switch self {
    case .riskWithoutDuty: .warning
    default: .error
    }
  }

  var code: String {
    switch self {
    case .detourToEnding: "S153"
    case .returnWithoutDetour, .returnAtStart: "S154"
    case .detourCircle: "S155"
    case .dutyUnreadable: "S160"
    case .riskWithoutDuty: "S161"
    }
  }

  var message: String {
    switch self {
    case .detourToEnding(let name): "'\(name)' is an ending, from which no detour comes back"
    case .returnWithoutDetour(let beat):
      "'\(beat)' has a 'return', and whoever comes by this way cannot go back"
    case .returnAtStart(let beat): "the session begins in '\(beat)', so its 'return' leads nowhere"
    case .detourCircle(let names): "these detours lead round to themselves: \(circled(names))"
    case .dutyUnreadable(.condition): "this 'must' does not say what is to be done"
    case .dutyUnreadable(.within), .dutyUnreadable(.turns):
      "this 'must' does not say within how many turns"
    case .dutyUnreadable(.penalty): "this 'must' does not say what happens otherwise"
    case .dutyUnreadable(.note): "the note of this 'must' has no quotes around it"
    case .dutyUnreadable(.place): "what happens otherwise is not 'go to …' or 'note \"…\"'"
    case .riskWithoutDuty(let beat): "'\(beat)' has a risk, and nothing has to be done about it"
    }
  }

  var help: String? {
    switch self {
    case .detourToEnding: "write 'go to …', or name a beat"
    case .returnWithoutDetour: "come here by 'detour to …', or let the rules there 'go to' a beat"
    case .returnAtStart: "let its rules 'go to' a beat or an ending"
    case .detourCircle: "let one of them 'go to' its beat, or 'return'"
    case .dutyUnreadable(.note): "write it like 'note \"The plan was not asked about.\"'"
    case .dutyUnreadable:
      "write it like 'must risk inquiry within 2 turns, or go to …', or end with ', or note \"…\"'"
    case .riskWithoutDuty:
      "add a line such as 'must risk inquiry within 2 turns, or go to …' to the beat"
    }
  }
}
