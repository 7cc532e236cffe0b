/// The fixed words of the language, as an editor offers them; a blank at the end is typed with them.
enum Keywords {
  static let headerNames = [
    "title", "id", "version", "area", "phase", "population", "format", "difficulty", "minutes",
    "objectives", "drill", "worksheets", "rubrics", "content", "use",
  ]
  static let headerValues = [
    "area": ["grief", "disputes", "transitions", "deficits"],
    "phase": ["initial", "middle", "termination"],
    "format": ["in person", "online", "telephone"],
    "worksheets": ["inventory", "focus", "none"],
    "difficulty": ["1", "2", "3", "4", "5"],
  ]
  static let headings = [
    "Patient: ", "Situation", "People", "Topics", "State", "Fallback", "Beat: ", "Ending: ",
    "Variation: ", "Check: ",
  ]
  static let beatLines = [
    "when ", "otherwise", "must ", "choices", "hint: ", "hint after 2 turns: ", "hint when ",
    "supervisor: ", "risk: ", "once ",
  ]
  static let ruleLines = [
    "go to ", "detour to ", "return", "at most 3 times, then go to ", "once ",
  ]
  static let endingLines = ["outcome: ", "supervisor: "]
  static let notes = ["cue: ", "gist: ", "better: ", "thinks: "]
  static let checkLines = ["start at ", "variation ", "trainee: ", "codes: ", "expect ", "walk "]
  static let terms = [
    "not ", "clear ", "cue met", "cue missed", "risk open", "silence", "said \"", "visited ",
    "turns here at least ",
  ]
  static let expectations = [
    "beat ", "ending ", "good ending", "mixed ending", "poor ending", "unsafe ending", "hears \"",
    "note \"", "every beat visited", "every rule taken", "every ending reached", "no walk over ",
    "no good ending with risk open",
  ]
  static let afterCode = ["about ", "or ", "at least 2 times", "here", "in the last 3 turns"]
  static let afterState = [
    "at least ", "at most ", "above ", "below ", "at its lowest", "at its highest",
  ]
  static let risks = ["suicide", "self-harm", "violence", "child at risk"]
  static let grades = ["good", "mixed", "poor", "unsafe"]
}
