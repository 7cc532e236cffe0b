import Diagnostics

/// What is found by looking at a scenario as a whole, as facts.
enum AnalysisProblem: Problem {
  case ruleHidden(byLine: Int)
  case neverTogether(String)
  case comparisonDecided(
    String, always: Bool, state: String, starts: ClosedRange<Int>, rises: Bool)
  case stayTooShort(String, beat: String, turns: Int)
  case stateNeverMoves(String, start: Int)
  case stateNeverRead(String)
  case stateUnused(String)
  case hintNeverShown
  case hiddenPlace(kind: String, name: String, ruleLine: Int)
  case noEnding(beat: String)
  case dutyImpossible
  case dutyTooSlow(turns: Int, ends: Int, ending: String)
  case goodEndingWithRisk(
    risk: String, beat: String, ending: String, check: String, cause: OpenRiskCause)
  case riskNotProved(beat: String)
  case ratingCannotReach(rubric: String, level: Int)
  case nothingOffered(rubric: String, cues: [String], isGate: Bool)
  case tooFewOffered(rubric: String, count: Int, least: Int)
  case longLine(words: Int)
  case cueWithoutBetter
  case shortWay(ending: String, turns: Int)
  case adviceRewarded(code: String, state: String)
  case contactDetails(kind: String)
  case noContentNote(what: String)
  case oneGrade(String, isOneEnding: Bool)
  case offeredAtOnce(beat: String)

  var code: String {
    switch self {
    case .ruleHidden: "S123"
    case .hiddenPlace: "S126"
    case .noEnding: "S127"
    case .neverTogether, .comparisonDecided, .stayTooShort: "S133"
    case .stateNeverMoves, .stateNeverRead, .stateUnused: "S134"
    case .dutyImpossible, .dutyTooSlow: "S162"
    case .goodEndingWithRisk: "S163"
    case .riskNotProved: "S164"
    case .ratingCannotReach: "S200"
    case .nothingOffered: "S201"
    case .hintNeverShown: "S205"
    case .longLine: "S206"
    case .cueWithoutBetter: "S207"
    case .shortWay: "S208"
    case .tooFewOffered: "S211"
    case .adviceRewarded: "S212"
    case .contactDetails: "S213"
    case .noContentNote: "S214"
    case .oneGrade: "S215"
    case .offeredAtOnce: "S216"
    }
  }

  var severity: Severity {
    switch self {
    case .goodEndingWithRisk: .error
    case .dutyTooSlow, .cueWithoutBetter, .stateNeverRead, .offeredAtOnce: .information
    case .nothingOffered(_, _, let isGate): isGate ? .information : .warning
    default: .warning
    }
  }

  var message: String {
    switch self {
    case .ruleHidden(let line):
      "this rule is never taken: the rule on line \(line) always fits first"
    case .neverTogether(let text): "'\(text)' is never true together with the rest of this rule"
    case .comparisonDecided(let text, let always, let state, let starts, let rises):
      "'\(text)' is \(always ? "always" : "never") true: '\(state)' starts at "
        + "\(rises ? starts.lowerBound : starts.upperBound) and nothing "
        + (rises ? "lowers" : "raises") + " it"
    case .stayTooShort(let text, let beat, let turns):
      "'\(text)' is never true: '\(beat)' is left after \(turns) "
        + (turns == 1 ? "turn" : "turns") + " at the latest"
    case .stateNeverMoves(let name, let start):
      "'\(name)' is asked about, but nothing moves it from \(start)"
    case .stateNeverRead(let name): "'\(name)' is moved, but no condition asks about it"
    case .stateUnused(let name): "nothing moves '\(name)' and no condition asks about it"
    case .hintNeverShown: "this hint is never shown: what it waits for cannot be"
    case .hiddenPlace(let kind, let name, let line):
      "nothing ever leads to the \(kind) '\(name)': the rule on line \(line) is never taken"
    case .noEnding(let beat): "no ending can be reached from '\(beat)'"
    case .dutyImpossible: "nothing the trainee says can meet this"
    case .dutyTooSlow(let turns, let ends, let ending):
      "this leaves \(turns) turns, but '\(ending)' may come after \(ends)"
    case .goodEndingWithRisk(let risk, let beat, let ending, _, _):
      "the good ending '\(ending)' can be reached with the risk '\(risk)' of '\(beat)' still open"
    case .riskNotProved(let beat):
      "too much can happen after '\(beat)' to prove that its risk is met before every good ending"
    case .ratingCannotReach(let rubric, let level):
      "'\(rubric)' can never be rated above \(level) here"
    case .nothingOffered(let rubric, _, let isGate):
      isGate
        ? "no line shows what '\(rubric)' asks for, so it never applies"
        : "no line offers what '\(rubric)' rates"
    case .tooFewOffered(let rubric, let count, let least):
      "only \(count) \(count == 1 ? "line offers" : "lines offer") something for '\(rubric)', "
        + "which is rated from \(least)"
    case .longLine(let words): "this line has \(words) words, where 45 are the most to take in"
    case .cueWithoutBetter: "this line offers something, but has no better sentence"
    case .shortWay(let ending, let turns):
      "the good ending '\(ending)' can be reached in \(turns) \(turns == 1 ? "turn" : "turns")"
    case .adviceRewarded(let code, let state):
      "this rule raises '\(state)' for '\(code)', which does harm elsewhere"
    case .contactDetails(let kind): "\(kind) stands in a line"
    case .noContentNote(let what): "\(what), but the header has no 'content' note"
    case .offeredAtOnce(let beat):
      "this line offers something, and so does the beginning of '\(beat)', which follows at once"
    case .oneGrade(let grade, let isOne):
      isOne
        ? "there is one ending only, whatever is said" : "every ending has the grade '\(grade)'"
    }
  }
}
