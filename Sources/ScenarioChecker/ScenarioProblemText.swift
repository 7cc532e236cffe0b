import Diagnostics

/// How each problem is put to an author: the sentence, and what to do.
extension ScenarioProblem {
  var message: String {
    switch self {
    case .headerLineWithoutColon(let text): "'\(text)' is not 'name: value'"
    case .unknownHeader(let name, _): "the header has no '\(name)'"
    case .headerValue(let name, let value, let expected):
      "'\(value)' is no \(name): expected \(expected)"
    case .headerTwice(let name, let line): "'\(name)' stands in the header already, on line \(line)"
    case .headerNotClosed: "the header is never closed"
    case .unknownSection(let kind, _, _): "there is no section '\(kind)'"
    case .textBeforeSections: "this stands before the first heading"
    case .missingSection(let kind, _): "the scenario has no \(kind)"
    case .sectionTwice(let kind, let line): "there is a \(kind) section already, on line \(line)"
    case .sectionWithoutName(let kind): "this \(kind) has no name"
    case .duplicateName(let name, let line):
      "'\(name)' is the name of another beat or ending, on line \(line)"
    case .noOtherwise(let beat): "'\(beat)' has no 'otherwise'"
    case .endlessOtherwise(let beat): "this 'otherwise' can repeat '\(beat)' for ever"
    case .ruleAfterOtherwise: "a rule after 'otherwise' is never reached"
    case .unknownPlace(let name, _): "there is no beat or ending called '\(name)'"
    case .nothingLeadsTo(let kind, let name): "nothing ever leads to the \(kind) '\(name)'"
    case .noEndingFrom(let beat): "no ending can be reached from '\(beat)'"
    case .stateUnreadable: "this state has no readable range and start"
    case .stateRange(let name, let lowest, let highest):
      "the range of '\(name)' runs backwards, from \(lowest) to \(highest)"
    case .startOutsideRange(let name, let start, let lowest, let highest):
      "'\(name)' starts at \(start), outside its range of \(lowest) to \(highest)"
    case .unknownState(let name, _, _): "there is no state called '\(name)'"
    case .comparisonDecided(let text, let always, let lowest, let highest):
      "'\(text)' is \(always ? "always" : "never") true: the range is \(lowest) to \(highest)"
    case .nameTwice(let kind, let name, let line):
      "the \(kind) '\(name)' is declared already, on line \(line)"
    case .effectUnreadable(let text): "'\(text)' does not say which state moves how far"
    case .unknownSpeaker(let name, _, _): "nobody called '\(name)' is in this scenario"
    case .nothingSaid: "nothing is said here"
    case .nothingHappens: "this rule says nothing and leads nowhere"
    case .unknownGrade(let grade, _): "'\(grade)' is not a grade of an outcome"
    case .noOutcome(let ending): "the ending '\(ending)' has no outcome"
    case .noDebrief: "this outcome has no debrief for the trainee"
    case .choiceUnreadable: "this choice is not a quoted response and its codes"
    case .andWithOr: "'and' does not join conditions"
    case .unknownCode(let name, _): "'\(name)' is not a code in the codebook"
    case .unknownTopic(let name, _): "'\(name)' is neither a person nor a topic of this scenario"
    case .unknownRubric(let name, _, _): "there is no rubric '\(name)'"
    case .unknownCue(let name, _): "'\(name)' is not a cue in the codebook"
    case .numberExpected(let text, let what):
      text.isEmpty ? "the number of \(what) is missing" : "'\(text)' is not a number of \(what)"
    case .betterUnreadable: "a better sentence stands in quotes, with its reason after a dash"
    case .secondBetter: "this line has a better sentence already, and only the first is shown"
    case .emptyTerm: "a condition is missing here"
    case .lineNotUnderstood(let text, _, _): "'\(text)' is not understood here"
    case .strayBelow(let text): "nothing can belong to '\(text)'"
    }
  }

  var help: String? {
    switch self {
    case .headerLineWithoutColon:
      "write the name, a colon and the value, such as 'title: The empty chair'"
    case .unknownHeader(_, let nearest), .unknownPlace(_, let nearest),
      .unknownCode(_, let nearest), .unknownCue(_, let nearest):
      nearest.map { "'\($0)' is close" }
    case .headerValue, .nameTwice: nil
    case .headerTwice: "keep one of the two"
    case .headerNotClosed: "write '---' on a line of its own below the header"
    case .unknownSection(_, let nearest, let known):
      nearest.map { "'\($0)' is close" } ?? "a section is one of \(list(known))"
    case .textBeforeSections: "move it below a heading, or put '//' before it to make it a comment"
    case .missingSection(_, let example): "add one, such as '\(example)'"
    case .sectionTwice: "move these lines there"
    case .sectionWithoutName(let kind): "write '# \(kind): name'"
    case .duplicateName: "give one of the two another name"
    case .noOtherwise: "add an 'otherwise' for every response that fits no rule"
    case .endlessOtherwise:
      "let it go to another beat, or add 'at most 3 times, then go to …' below it"
    case .ruleAfterOtherwise: "move it up, above 'otherwise'"
    case .nothingLeadsTo(_, let name): "add 'go to \(name)' to a rule, or take it out"
    case .noEndingFrom: "let one of its rules go to an ending, or to a beat that leads to one"
    case .stateUnreadable(let example): "write it like '\(example)'"
    case .stateRange: "put the lower number first"
    case .startOutsideRange: "change the start or the range"
    case .unknownState(_, let nearest, let isCode):
      isCode
        ? "to count a code, end with 'times': 'at least 2 times'"
        : nearest.map { "'\($0)' is close" } ?? "declare it in the State section"
    case .comparisonDecided: "compare with a number inside the range"
    case .effectUnreadable: "write the state and how far it moves, such as 'trust +5'"
    case .unknownSpeaker(_, let nearest, let known):
      nearest.map { "'\($0)' is close" } ?? "a line of speech begins with \(list(known))"
    case .nothingSaid: "write the words after the colon"
    case .nothingHappens: "add what the patient says, or where it goes"
    case .unknownGrade(_, let nearest):
      nearest.map { "'\($0)' is close" } ?? "a grade is good, mixed, poor or unsafe"
    case .noOutcome: "add a line such as 'outcome: good. What went well, and what to try next.'"
    case .noDebrief: "say after the full stop what happened and what to take from it"
    case .choiceUnreadable: "write it like '\"What is that like for you?\" = open question'"
    case .andWithOr(let rewrite): "a comma means 'and': '\(rewrite)'"
    case .unknownTopic(_, let nearest):
      nearest.map { "'\($0)' is close" } ?? "declare it under People or Topics"
    case .unknownRubric(_, let nearest, let known):
      nearest.map { "'\($0)' is close" } ?? "the rubrics are \(list(known))"
    case .numberExpected: "write a whole number from 1"
    case .betterUnreadable: "write it like '\"So many jobs.\" — names what they hide.'"
    case .secondBetter: "take one of the two out"
    case .emptyTerm: "take out the comma or 'or', or write what it should join"
    case .lineNotUnderstood(_, let nearest, let allowed):
      nearest.map { "'\($0)' is close" } ?? "a line here starts with \(list(allowed))"
    case .strayBelow: "move it to the margin of the lines above"
    }
  }

  private func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first.map { "'\($0)'" } ?? "" }
    return names.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " or '\(last)'"
  }
}
