import Diagnostics

/// How each problem is put to an author: the sentence.
extension ScenarioProblem {
  var message: String {
    switch self {
    case .headerLineWithoutColon(let text): "'\(text)' is not 'name: value'"
    case .unknownHeader(let name, _): "the header has no '\(name)'"
    case .headerValue(let name, let value, let expected, _):
      value.isEmpty
        ? "'\(name)' is empty: expected \(expected)"
        : "'\(name)' cannot be '\(value)': expected \(expected)"
    case .headerValueUnusual(let name, let value, let usual):
      "'\(name)' is '\(value)', where \(usual) is usual"
    case .headerTwice(let name, let line): "'\(name)' stands in the header already, on line \(line)"
    case .headerNotClosed: "the header is never closed"
    case .headerNotOpened: "the header has no line '---' above it"
    case .unknownSection(let kind, _, _): "there is no section '\(kind)'"
    case .textBeforeSections: "this stands before the first heading"
    case .missingSection(let kind, _): "the scenario has no \(kind)"
    case .sectionTwice(let kind, let line): "there is a \(kind) section already, on line \(line)"
    case .sectionWithoutName(let kind): "this \(kind) has no name"
    case .headingWithoutMark(let kind): "the heading '\(kind)' has no '#' before it"
    case .emptyFile: "this file is empty"
    case .duplicateName(let name, let first):
      "'\(name)' is the name of another beat or ending, \(first.text)"
    case .noOtherwise(let beat): "'\(beat)' has no 'otherwise'"
    case .endlessOtherwise(let beat): "this 'otherwise' can repeat '\(beat)' for ever"
    case .circle(let names):
      "by 'otherwise' alone the conversation goes round for ever: \(circled(names))"
    case .ruleNeverReached(let line):
      "this rule is never taken: the rule on line \(line) has the same condition"
    case .ruleAfterOtherwise(true): "this beat has an 'otherwise' already"
    case .ruleAfterOtherwise(false): "a rule after 'otherwise' is never reached"
    case .unknownPlace(let name, _, _):
      name.isEmpty
        ? "the name of a beat or ending is missing"
        : "there is no beat or ending called '\(name)'"
    case .nothingLeadsTo(let kind, let name): "nothing ever leads to the \(kind) '\(name)'"
    case .secondWay(let first, let line):
      "this rule has its way already, '\(first)' on line \(line)"
    case .atTheMargin(let rule, let line):
      "this line stands at the margin and so does not belong to '\(rule)' on line \(line)"
    case .stateUnreadable: "this state has no readable range and start"
    case .stateWithoutStart: "this state does not say where it starts"
    case .stateNumber(let text, let what):
      text.isEmpty
        ? "the number after '\(what)' is missing"
        : "'\(text)' is not a whole number" + (what == "settles" ? " from 0" : "")
    case .stateStray(let text, _): "'\(text)' says nothing about a state"
    case .stateRange(let name, let lowest, let highest):
      "the range of '\(name)' runs backwards, from \(lowest) to \(highest)"
    case .startOutsideRange(let name, let start, let lowest, let highest):
      "'\(name)' starts at \(start), outside its range of \(lowest) to \(highest)"
    case .unknownState(let name, _, _): "there is no state called '\(name)'"
    case .comparisonDecided(let text, let always, let lowest, let highest):
      "'\(text)' is \(always ? "always" : "never") true: the range is \(lowest) to \(highest)"
    case .contradiction(let text): "'\(text)' is never true together with what stands before it"
    case .endingVisited(let name): "'\(name)' is an ending, after which nothing is asked any more"
    case .nameTwice(let kind, let name, let first):
      "the \(kind) '\(name)' is declared already, \(first.text)"
    case .aliasTaken(let word, let kind, let first):
      "'\(word)' is the name of another \(kind), \(first.text)"
    case .effectUnreadable(let text, let state):
      text.isEmpty
        ? "the state to move is missing here"
        : state.map { "'\(text)' does not say how far '\($0)' moves" }
          ?? "'\(text)' does not say which state moves how far"
    case .effectTooFar(let text, let lowest, let highest):
      "'\(text)' is farther than the range of \(lowest) to \(highest)"
    case .effectOfNothing(let text): "'\(text)' moves nothing"
    case .settlesTooFar(let amount, let lowest, let highest):
      "settling by \(amount) is farther than the range of \(lowest) to \(highest)"
    case .comparisonUnreadable(let state, _):
      "this does not compare '\(state)' with a number"
    case .personLineWord(let word): "'\(word):' is not understood in a line about a person"
    case .unknownSpeaker(let name, _, _): "nobody called '\(name)' is in this scenario"
    case .nothingSaid: "nothing is said here"
    case .nothingHappens: "this rule says nothing and leads nowhere"
    case .nothingSaidFirst: "nobody says anything the first times this rule is taken"
    case .silentStep(let beat):
      "nobody says anything: this rule is silent, and so is the beginning of '\(beat)'"
    case .silentReturn: "nobody says anything: this rule goes back without a word"
    case .onceInOtherwise: "what 'otherwise' says is said once only, although it comes again"
    case .emptyLine(let keyword): "nothing stands after '\(keyword)'"
    case .unknownRisk(let name, _): "'\(name)' is not a risk"
    case .riskWithoutCue(let beat):
      "no line of '\(beat)' shows this risk, so Safety is never rated"
    case .silentStart: "the session begins without a word"
    case .openBracket(let bracket):
      bracket == "(" ? "this bracket is never closed" : "this bracket was never opened"
    case .nameRepeated(let name): "'\(name)' would be read out as part of what is said"
    case .unknownGrade(let grade, _):
      grade.isEmpty ? "the grade is missing" : "'\(grade)' is not a grade of an outcome"
    case .noOutcome(let ending): "the ending '\(ending)' has no outcome"
    case .noDebrief: "this outcome has no debrief for the trainee"
    case .outcomeTwice(let line): "this ending has an outcome already, on line \(line)"
    case .choiceUnreadable: "this choice is not a quoted response and its codes"
    case .andWithOr: "'and' does not join conditions"
    case .andBesideOr: "'and' beside 'or' can be meant in two ways"
    case .notJoined(let word, _): "'\(word)' does not join conditions"
    case .unknownTerm(let text, _): "'\(text)' is not understood in a condition"
    case .gistSemicolon: "this is a single gist: a semicolon does not part gists"
    case .nameUntilBlank(let name): "this person would be called '\(name)'"
    case .semicolon: "a semicolon does not join conditions"
    case .saidUnreadable(let isEmpty):
      isEmpty ? "nothing stands between the quotes" : "the words that are said have no quotes"
    case .neverTrue(let text, let reason): "'\(text)' is never true: \(reason)"
    case .unknownCode(let name, _, _, _):
      name.isEmpty ? "the code is missing here" : "'\(name)' is not a code in the codebook"
    case .unknownTopic(let name, _, _):
      name.isEmpty
        ? "it is missing here what this is about"
        : "'\(name)' is neither a person nor a topic of this scenario"
    case .topicWithoutCode(let name, _): "'\(name)' is a topic, and no code goes with it"
    case .unknownRubric(let name, _, _): "there is no rubric '\(name)'"
    case .rubricNotUsed(let rubric): "this scenario is not rated on '\(rubric)'"
    case .unknownCue(let name, _, _): "'\(name)' is not a cue in the codebook"
    case .numberExpected(let text, let what, _):
      text.isEmpty ? "the number of \(what) is missing" : "'\(text)' is not a number of \(what)"
    case .betterUnreadable: "a better sentence stands in quotes, with its reason after a dash"
    case .betterWithoutReason: "this better sentence has no reason"
    case .secondBetter: "this line has a better sentence already, and only the first is shown"
    case .secondThought: "this line has a thought already, and only the first is shown"
    case .emptyTerm: "a condition is missing here"
    case .lineNotUnderstood(let text, _, _): "'\(text)' is not understood here"
    case .boundWithoutPlace: "this does not say where to go after those times"
    case .otherwiseWithMore: "'otherwise' stands alone on its line"
    case .returnWithMore: "'return' stands alone: it leads back to where the detour began"
    case .noteWithoutSpeech(let note): "'\(note)' belongs below what somebody says"
    case .strayBelow(let text, _): "nothing can belong to '\(text)'"
    case .strayBelowSpeech: "this cannot stand below what somebody says"
    }
  }
}
