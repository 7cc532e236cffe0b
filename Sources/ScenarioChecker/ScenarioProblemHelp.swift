import Diagnostics

/// How each problem is put to an author: what to do.
extension ScenarioProblem {
  var help: String? {
    switch self {
    case .headerLineWithoutColon:
      "write the name, a colon and the value, such as 'title: The empty chair'"
    case .unknownHeader(_, let nearest), .headerValue(_, _, _, let nearest): close(nearest)
    case .headerValueUnusual: "keep it if it is meant so"
    case .headerTwice, .nameTwice: "keep one of the two"
    case .aliasTaken: "take it out here: a response with this word is about both of them"
    case .headerNotClosed: "write '---' on a line of its own below the header"
    case .headerNotOpened: "write three hyphens, '---', on a line of their own above this one"
    case .unknownSection(_, let nearest, let known):
      close(nearest) ?? "a section is one of \(list(known))"
    case .textBeforeSections: "move it below a heading, or put '//' before it to make it a comment"
    case .missingSection(_, let example): "add one, such as '\(example)'"
    case .sectionTwice: "move these lines there"
    case .sectionWithoutName(let kind): "write '# \(kind): name'"
    case .headingWithoutMark(let text): "write '# \(text)'"
    case .emptyFile:
      "begin with '# Patient: Margaret', then '# Beat: arrival' and '# Ending: together'"
    case .duplicateName: "give one of the two another name"
    case .noOtherwise: "add an 'otherwise' for every response that fits no rule"
    case .endlessOtherwise:
      "let it go to another beat, or add 'at most 3 times, then go to …' below it"
    case .circle:
      "let one of these 'otherwise' go to an ending, or to a beat from which one is reached"
    case .ruleNeverReached: "take one of the two out"
    case .ruleAfterOtherwise(let isSecond):
      isSecond ? "keep one 'otherwise' in a beat" : "move it up, above the 'otherwise'"
    case .unknownPlace(_, let nearest, let known):
      close(nearest)
        ?? (known.isEmpty
          ? "write the name that stands in its heading" : "there are \(list(known, joined: "and"))")
    case .nothingLeadsTo(_, let name): "add 'go to \(name)' to a rule, or take it out"
    case .secondWay: "keep one 'go to' or one 'at most … times, then go to …'"
    case .atTheMargin:
      "indent it below that rule; what happens on entering a beat stands above its first rule"
    case .stateUnreadable(let example), .stateWithoutStart(let example):
      "write it like '\(example)'"
    case .stateNumber(_, let what):
      "write a whole number, such as \(what == "settles" ? "1" : "30")"
    case .stateStray(_, let nearest):
      close(nearest) ?? "after the range stand 'starts 30' and perhaps 'settles 1'"
    case .stateRange: "put the lower number first"
    case .startOutsideRange: "change the start or the range"
    case .unknownState(_, let nearest, let isCode):
      isCode
        ? "to count a code, end with 'times': 'at least 2 times'"
        : close(nearest) ?? "declare it in the State section"
    case .comparisonDecided: "compare with a number inside the range"
    case .contradiction: "take one of the two out, or join them with 'or'"
    case .endingVisited: "name a beat"
    case .effectUnreadable(_, let state):
      "write the state and how far it moves, such as '\(state ?? "trust") +5'"
    case .effectTooFar, .effectOfNothing: "write how far it moves, such as +5"
    case .settlesTooFar: "write how far it goes back in one turn, such as 1"
    case .comparisonUnreadable(_, let rewrite):
      rewrite.map { "write '\($0)'" }
        ?? "a state is 'at least', 'at most', 'above' or 'below' a number, "
        + "'at its lowest' or 'at its highest'"
    case .personLineWord: "'also:' is close"
    case .unknownSpeaker(_, let nearest, let known):
      close(nearest) ?? "a line of speech begins with \(list(known))"
    case .nothingSaid: "write the words after the colon"
    case .nothingHappens: "add what the patient says, or where it goes"
    case .nothingSaidFirst: "add what the patient says those times"
    case .silentStep: "add what the patient says, here or there"
    case .silentReturn: "add what is said; the opening of the other beat is not said again"
    case .onceInOtherwise: "leave 'once' out, or let somebody say one of several lines"
    case .emptyLine(let keyword): "write something after it, or take '\(keyword)' out"
    case .unknownRisk(_, let nearest): close(nearest) ?? "a risk is \(list(riskNames))"
    case .riskWithoutCue: "add 'cue: risk' below the line in which the patient shows it"
    case .silentStart: "add what the patient says first, such as 'Margaret: I nearly didn't come.'"
    case .openBracket(let bracket):
      "what a camera would see stands in '(' and ')': add the '\(bracket == "(" ? ")" : "(")'"
    case .nameRepeated: "leave the name out: it stands before 'one of' already"
    case .unknownGrade(_, let nearest): close(nearest) ?? "a grade is good, mixed, poor or unsafe"
    case .noOutcome: "add a line such as 'outcome: good. What went well, and what to try next.'"
    case .noDebrief: "say after the full stop what happened and what to take from it"
    case .outcomeTwice: "keep one of the two"
    case .choiceUnreadable: "write it like '\"What is that like for you?\" = open question'"
    case .andWithOr(let rewrite): "a comma means 'and': '\(rewrite)'"
    case .andBesideOr(let both, let apart):
      "if it is meant of all of them, write '\(both)'; if not, write rules one below the other, "
        + list(apart, joined: "and")
    case .notJoined(_, let rewrite): "write '\(rewrite)'"
    case .unknownTerm(_, let nearest): close(nearest)
    case .gistSemicolon: "write '|' between gists; keep the semicolon if it is one"
    case .nameUntilBlank: "put two blanks between the name and who it is"
    case .semicolon: "a comma means 'and'"
    case .saidUnreadable: "write it like 'said \"I am sorry\"'"
    case .neverTrue: "take it out, or add what it waits for"
    case .unknownCode(let name, let nearest, let related, let place):
      name.isEmpty
        ? "write a code before 'about', such as 'open question about …'"
        : close(nearest)
          ?? (related.isEmpty
            ? whatMayBeAsked(in: place)
            : "nearest in meaning: \(list(related))")
    case .unknownTopic(let name, let nearest, let isPatient):
      if isPatient {
        "every response is to the patient: name somebody or something else"
      } else if name.isEmpty {
        "write a person or topic after 'about'"
      } else {
        close(nearest) ?? "declare it under People or Topics"
      }
    case .topicWithoutCode(_, let rewrite): "write '\(rewrite)'"
    case .unknownRubric(_, let nearest, let known):
      close(nearest) ?? "the rubrics are \(list(known, joined: "and"))"
    case .rubricNotUsed: "add it to 'rubrics' in the header"
    case .unknownCue(_, let nearest, let known): close(nearest) ?? "a cue is \(list(known))"
    case .numberExpected(_, _, let example): "write a whole number, such as \(example)"
    case .betterUnreadable: "write it like '\"So many jobs.\" — names what they hide.'"
    case .betterWithoutReason: "add a dash and why it helps, such as '— names what they hide.'"
    case .secondBetter, .secondThought: "take one of the two out"
    case .emptyTerm(let isWhole):
      isWhole
        ? "write what it waits for, such as 'when reflection'"
        : "take out the comma or 'or', or write what it should join"
    case .lineNotUnderstood(_, let nearest, let allowed):
      close(nearest) ?? "a line here starts with \(list(allowed))"
    case .boundWithoutPlace: "write it like 'at most 3 times, then go to …'"
    case .otherwiseWithMore: "for a condition, write 'when …' above it"
    case .returnWithMore: "write 'return', or 'go to …' to lead somewhere else"
    case .noteWithoutSpeech(let note): "indent '\(note)' below the line it is about"
    case .strayBelow(_, let isLine):
      isLine
        ? "give it as many blanks as the lines above have"
        : "write it all on one line"
    case .strayBelowSpeech(let isLine):
      isLine
        ? "move it out, below the rule"
        : "what is said stays on one line; below it stand 'cue:', 'gist:', 'better:' and 'thinks:'"
    }
  }
}

/// What may stand where a name is no code.
private func whatMayBeAsked(in place: TermPlace) -> String {
  let asked =
    "a code, 'said \"…\"', 'silence', 'cue met', 'cue missed', 'visited …', 'risk open', "
    + "'turns here at least 3' or a state"
  return switch place {
  case .codes: "the handbook page 'Writing a scenario' lists the names of codes"
  case .condition: "a condition asks for \(asked)"
  case .expectation: "besides a beat, an ending, an outcome and a rating, expect \(asked)"
  }
}

/// What a beat may name after `risk:`.
let riskNames = ["suicide", "self-harm", "violence", "child at risk"]
