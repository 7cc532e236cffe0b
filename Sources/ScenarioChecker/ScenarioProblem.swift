import Diagnostics

/// Everything that can be wrong with a scenario file, as facts.
enum ScenarioProblem: Problem {
  case headerLineWithoutColon(String)
  case unknownHeader(String, nearest: String?)
  case headerValue(name: String, value: String, expected: String, nearest: String?)
  case headerValueUnusual(name: String, value: String, usual: String)
  case headerTwice(String, firstLine: Int)
  case headerNotClosed
  case headerNotOpened
  case unknownSection(String, nearest: String?, known: [String])
  case textBeforeSections(String)
  case missingSection(String, example: String)
  case sectionTwice(String, firstLine: Int)
  case sectionWithoutName(kind: String)
  case headingWithoutMark(String)
  case emptyFile
  case duplicateName(String, first: EarlierPlace)
  case noOtherwise(beat: String)
  case endlessOtherwise(beat: String)
  case circle([String])
  case ruleNeverReached(earlier: Int)
  case ruleAfterOtherwise(isSecond: Bool)
  case unknownPlace(String, nearest: String?, known: [String])
  case nothingLeadsTo(kind: String, name: String)
  case secondWay(first: String, line: Int)
  case atTheMargin(rule: String, line: Int)
  case stateUnreadable(example: String)
  case stateWithoutStart(example: String)
  case stateNumber(String, of: String)
  case stateStray(String, nearest: String?)
  case stateRange(name: String, lowest: Int, highest: Int)
  case startOutsideRange(name: String, start: Int, lowest: Int, highest: Int)
  case unknownState(String, nearest: String?, isCode: Bool)
  case comparisonDecided(String, always: Bool, lowest: Int, highest: Int)
  case contradiction(String)
  case endingVisited(String)
  case nameTwice(kind: String, name: String, first: EarlierPlace)
  case aliasTaken(String, kind: String, first: EarlierPlace)
  case effectUnreadable(String, state: String?)
  case effectTooFar(String, lowest: Int, highest: Int)
  case effectOfNothing(String)
  case settlesTooFar(Int, lowest: Int, highest: Int)
  case comparisonUnreadable(state: String, rewrite: String?)
  case personLineWord(String)
  case nameUntilBlank(String)
  case unknownSpeaker(String, nearest: String?, known: [String])
  case nothingSaid
  case nothingHappens
  case nothingSaidFirst
  case silentStep(beat: String)
  case silentReturn
  case onceInOtherwise
  case emptyLine(String)
  case unknownRisk(String, nearest: String?)
  case riskWithoutCue(beat: String)
  case silentStart
  case openBracket(String)
  case nameRepeated(String)
  case unknownGrade(String, nearest: String?)
  case noOutcome(ending: String)
  case noDebrief
  case outcomeTwice(firstLine: Int)
  case choiceUnreadable
  case andWithOr(rewrite: String)
  case andBesideOr(both: String, apart: [String])
  case notJoined(String, rewrite: String)
  case semicolon
  case saidUnreadable(isEmpty: Bool)
  case neverTrue(String, because: String)
  case unknownCode(String, nearest: String?, related: [String], TermPlace)
  case unknownTerm(String, nearest: String)
  case unknownTopic(String, nearest: String?, isPatient: Bool)
  case topicWithoutCode(String, rewrite: String)
  case unknownRubric(String, nearest: String?, known: [String])
  case rubricNotUsed(String)
  case unknownCue(String, nearest: String?, known: [String])
  case numberExpected(String, what: String, example: String)
  case gistSemicolon
  case betterUnreadable
  case betterWithoutReason
  case secondBetter
  case secondThought
  case emptyTerm(isWhole: Bool)
  case lineNotUnderstood(String, nearest: String?, allowed: [String])
  case boundWithoutPlace
  case otherwiseWithMore
  case returnWithMore
  case noteWithoutSpeech(String)
  case strayBelow(String, isLine: Bool)
  case strayBelowSpeech(isLine: Bool)

  var severity: Severity {
    switch self {
    case .nothingLeadsTo, .noDebrief, .secondBetter, .secondThought, .headerValueUnusual,
      .ruleNeverReached, .effectTooFar, .effectOfNothing, .silentStep, .silentReturn,
      .onceInOtherwise,
      .riskWithoutCue, .silentStart,
      .openBracket, .nameRepeated, .aliasTaken, .settlesTooFar, .gistSemicolon, .nameUntilBlank:
      .warning
    case .comparisonDecided(_, let always, _, _): always ? .warning : .error
    default: .error
    }
  }

  var code: String {
    switch self {
    case .headerLineWithoutColon: "S101"
    case .unknownHeader: "S102"
    case .headerValue, .headerValueUnusual: "S103"
    case .headerTwice: "S104"
    case .headerNotClosed: "S105"
    case .headerNotOpened: "S107"
    case .unknownSection: "S110"
    case .textBeforeSections: "S111"
    case .missingSection: "S112"
    case .sectionTwice: "S113"
    case .sectionWithoutName: "S114"
    case .headingWithoutMark: "S115"
    case .emptyFile: "S116"
    case .duplicateName: "S120"
    case .noOtherwise: "S121"
    case .endlessOtherwise, .circle: "S122"
    case .ruleNeverReached: "S123"
    case .ruleAfterOtherwise: "S124"
    case .unknownPlace: "S125"
    case .nothingLeadsTo: "S126"
    case .secondWay: "S128"
    case .atTheMargin: "S129"
    case .stateUnreadable, .stateWithoutStart, .stateNumber, .stateStray: "S130"
    case .stateRange, .startOutsideRange: "S131"
    case .unknownState: "S132"
    case .comparisonDecided, .contradiction, .endingVisited, .neverTrue: "S133"
    case .nameTwice, .aliasTaken: "S135"
    case .effectUnreadable: "S136"
    case .comparisonUnreadable: "S137"
    case .effectTooFar, .effectOfNothing, .settlesTooFar: "S138"
    case .personLineWord, .nameUntilBlank: "S139"
    case .unknownSpeaker: "S140"
    case .gistSemicolon: "S141"
    case .nothingSaid: "S142"
    case .nothingHappens, .nothingSaidFirst, .silentStep, .silentReturn, .onceInOtherwise: "S143"
    case .emptyLine: "S144"
    case .unknownRisk: "S145"
    case .riskWithoutCue: "S146"
    case .silentStart: "S147"
    case .openBracket: "S148"
    case .nameRepeated: "S149"
    case .unknownGrade: "S150"
    case .noOutcome, .noDebrief: "S151"
    case .outcomeTwice: "S152"
    case .secondThought: "S156"
    case .saidUnreadable: "S165"
    case .choiceUnreadable: "S170"
    case .andWithOr, .andBesideOr, .notJoined, .semicolon: "S180"
    case .unknownCode, .unknownTerm: "S190"
    case .unknownTopic, .topicWithoutCode: "S191"
    case .unknownRubric, .rubricNotUsed: "S193"
    case .unknownCue: "S194"
    case .numberExpected: "S195"
    case .betterUnreadable, .betterWithoutReason, .secondBetter: "S196"
    case .emptyTerm: "S197"
    case .lineNotUnderstood, .boundWithoutPlace, .otherwiseWithMore, .returnWithMore,
      .noteWithoutSpeech,
      .strayBelow, .strayBelowSpeech:
      "S199"
    }
  }

  /// Whether only the whole scenario can tell, and not a file it uses.
  var isAboutTheWhole: Bool {
    switch self {
    case .unknownPlace, .unknownState, .unknownTopic, .unknownSpeaker, .nothingLeadsTo,
      .silentStart, .missingSection, .neverTrue, .topicWithoutCode:
      true
    default: false
    }
  }
}
