import Diagnostics

/// What can be wrong with detours and with what has to be done in time.
enum FlowProblem: Problem {
  /// A part of a `must` that is missing.
  enum DutyPart: Sendable { case condition, within, turns, penalty, note, place }

  case detourToEnding(String)
  case returnWithoutDetour(beat: String)
  case returnAtStart(beat: String)
  case returnOfNoDetour(beat: String)
  case detourCircle([String])
  case dutyUnreadable(missing: DutyPart)
  case dutyMisplaced(inRule: Bool)
  case riskWithoutDuty(beat: String)

  var severity: Severity {
    switch self {
    case .riskWithoutDuty, .dutyMisplaced(inRule: false): .warning
    default: .error
    }
  }

  var code: String {
    switch self {
    case .detourToEnding: "S153"
    case .returnWithoutDetour, .returnAtStart, .returnOfNoDetour: "S154"
    case .detourCircle: "S155"
    case .dutyUnreadable, .dutyMisplaced: "S160"
    case .riskWithoutDuty: "S161"
    }
  }

  var message: String {
    switch self {
    case .detourToEnding(let name): "'\(name)' is an ending, from which no detour comes back"
    case .returnWithoutDetour(let beat):
      "'\(beat)' has a 'return', and whoever comes by this way cannot go back"
    case .returnAtStart(let beat): "the session begins in '\(beat)', so its 'return' leads nowhere"
    case .returnOfNoDetour(let beat):
      "no detour leads to '\(beat)', so this 'return' has nowhere to go back to"
    case .detourCircle(let names): "these detours lead round to themselves: \(circled(names))"
    case .dutyUnreadable(.condition): "this 'must' does not say what is to be done"
    case .dutyUnreadable(.within), .dutyUnreadable(.turns):
      "this 'must' does not say within how many turns"
    case .dutyUnreadable(.penalty): "this 'must' does not say what happens otherwise"
    case .dutyUnreadable(.note): "the note of this 'must' has no quotes around it"
    case .dutyUnreadable(.place): "what happens otherwise is not 'go to …' or 'note \"…\"'"
    case .dutyMisplaced(true): "a 'must' holds for the whole beat, and does not stand in a rule"
    case .dutyMisplaced(false):
      "a 'must' holds for the whole beat, and this one stands below a rule"
    case .riskWithoutDuty(let beat): "'\(beat)' has a risk, and nothing has to be done about it"
    }
  }

  var help: String? {
    switch self {
    case .detourToEnding: "write 'go to …', or name a beat"
    case .returnWithoutDetour: "come here by 'detour to …', or let the rules there 'go to' a beat"
    case .returnAtStart: "let its rules 'go to' a beat or an ending"
    case .returnOfNoDetour: "come here by 'detour to …', or write 'go to …' in its place"
    case .detourCircle: "let one of them 'go to' its beat, or 'return'"
    case .dutyUnreadable(.note): "write it like 'note \"The plan was not asked about.\"'"
    case .dutyUnreadable:
      "write it like 'must risk inquiry within 2 turns, or go to …', or end with ', or note \"…\"'"
    case .dutyMisplaced: "move it up, above the first rule of the beat"
    case .riskWithoutDuty:
      "add a line such as 'must risk inquiry within 2 turns, or go to …' to the beat"
    }
  }
}
