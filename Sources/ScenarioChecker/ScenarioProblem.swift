import Diagnostics

/// Everything that can be wrong with a scenario file, as facts.
enum ScenarioProblem: Problem {
  case headerLineWithoutColon(String)
  case unknownHeader(String, nearest: String?)
  case headerValue(name: String, value: String, expected: String)
  case headerTwice(String, firstLine: Int)
  case headerNotClosed
  case unknownSection(String, nearest: String?, known: [String])
  case textBeforeSections(String)
  case missingSection(String, example: String)
  case sectionTwice(String, firstLine: Int)
  case sectionWithoutName(kind: String)
  case duplicateName(String, firstLine: Int)
  case noOtherwise(beat: String)
  case endlessOtherwise(beat: String)
  case ruleAfterOtherwise
  case unknownPlace(String, nearest: String?)
  case nothingLeadsTo(kind: String, name: String)
  case noEndingFrom(beat: String)
  case stateUnreadable(example: String)
  case stateRange(name: String, lowest: Int, highest: Int)
  case startOutsideRange(name: String, start: Int, lowest: Int, highest: Int)
  case unknownState(String, nearest: String?, isCode: Bool)
  case comparisonDecided(String, always: Bool, lowest: Int, highest: Int)
  case nameTwice(kind: String, name: String, firstLine: Int)
  case effectUnreadable(String)
  case unknownSpeaker(String, nearest: String?, known: [String])
  case nothingSaid
  case nothingHappens
  case unknownGrade(String, nearest: String?)
  case noOutcome(ending: String)
  case noDebrief
  case choiceUnreadable
  case andWithOr(rewrite: String)
  case unknownCode(String, nearest: String?)
  case unknownTopic(String, nearest: String?)
  case unknownRubric(String, nearest: String?, known: [String])
  case unknownCue(String, nearest: String?)
  case numberExpected(String, what: String)
  case betterUnreadable
  case secondBetter
  case emptyTerm
  case lineNotUnderstood(String, nearest: String?, allowed: [String])
  case strayBelow(String)

  var severity: Severity {
    switch self {
    case .nothingLeadsTo, .noDebrief, .secondBetter: .warning
    case .comparisonDecided(_, let always, _, _): always ? .warning : .error
    default: .error
    }
  }

  var code: String {
    switch self {
    case .headerLineWithoutColon: "S101"
    case .unknownHeader: "S102"
    case .headerValue: "S103"
    case .headerTwice: "S104"
    case .headerNotClosed: "S105"
    case .unknownSection: "S110"
    case .textBeforeSections: "S111"
    case .missingSection: "S112"
    case .sectionTwice: "S113"
    case .sectionWithoutName: "S114"
    case .duplicateName: "S120"
    case .noOtherwise: "S121"
    case .endlessOtherwise: "S122"
    case .ruleAfterOtherwise: "S124"
    case .unknownPlace: "S125"
    case .nothingLeadsTo: "S126"
    case .noEndingFrom: "S127"
    case .stateUnreadable: "S130"
    case .stateRange, .startOutsideRange: "S131"
    case .unknownState: "S132"
    case .comparisonDecided: "S133"
    case .nameTwice: "S135"
    case .effectUnreadable: "S136"
    case .unknownSpeaker: "S140"
    case .nothingSaid: "S142"
    case .nothingHappens: "S143"
    case .unknownGrade: "S150"
    case .noOutcome, .noDebrief: "S151"
    case .choiceUnreadable: "S170"
    case .andWithOr: "S180"
    case .unknownCode: "S190"
    case .unknownTopic: "S191"
    case .unknownRubric: "S193"
    case .unknownCue: "S194"
    case .numberExpected: "S195"
    case .betterUnreadable, .secondBetter: "S196"
    case .emptyTerm: "S197"
    case .lineNotUnderstood, .strayBelow: "S199"
    }
  }
}
