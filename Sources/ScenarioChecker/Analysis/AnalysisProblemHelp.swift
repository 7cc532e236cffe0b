import Diagnostics

extension AnalysisProblem {
  var help: String? {
    switch self {
    case .ruleHidden: "move it above that rule, or take it out"
    case .neverTogether: "take one of the two out, or join them with 'or'"
    case .comparisonDecided(_, let always, let state, _, let rises):
      always
        ? "take it out"
        : "add '\(state) \(rises ? "-" : "+")5' to a rule, or compare with another number"
    case .stayTooShort(_, _, let turns):
      turns > 1
        ? "write 'turns here at least \(turns)', or let the beat go on for longer"
        : "let the beat go on for longer, or take it out"
    case .stateNeverMoves(let name, _): "add '\(name) +5' to a rule, or take the comparison out"
    case .stateNeverRead(let name): "write a rule 'when \(name) at least …', or take it out"
    case .stateUnused: "take it out"
    case .hintNeverShown: "change what it waits for"
    case .hiddenPlace: "change that rule, or let another one lead there"
    case .noEnding: "let a rule go to an ending, or to a beat from which one is reached"
    case .dutyImpossible: "change what it waits for"
    case .dutyTooSlow: "give it fewer turns, or let the conversation go on for longer"
    case .goodEndingWithRisk(_, _, _, let check, let cause):
      repair(cause) + "; the shortest way there is\n\(check)"
    case .riskNotProved: "let a 'Check' walk it, and expect 'no good ending with risk open'"
    case .ratingCannotReach: "add lines that offer what it rates"
    case .nothingOffered(_, let cues, _):
      "add a line with 'cue: \(cues.joined(separator: "' or '"))'"
    case .tooFewOffered: "add 'cue:' below more lines of the patient"
    case .longLine: "let the patient say it in two turns"
    case .cueWithoutBetter: "add 'better: \"…\" — why it helps' below the line"
    case .shortWay: "let more happen on the way, or ask for more before it"
    case .adviceRewarded(_, let state): "let '\(state)' fall, or ask for another code"
    case .contactDetails: "take it out: it may be somebody's"
    case .noContentNote: "add a line such as 'content: thoughts of suicide' to the header"
    case .offeredAtOnce:
      "let the patient say it in a rule that stays, with 'once', and go on with the next good response"
    case .oneGrade(_, let isOne):
      isOne ? "add an ending for another course" : "give one of them another grade"
    }
  }

  private func repair(_ cause: OpenRiskCause) -> String {
    switch cause {
    case .rule: "add ', not risk open' to what this rule waits for"
    case .otherwise: "let 'otherwise' lead somewhere else"
    case .duty: "let it lead somewhere else"
    }
  }
}
