import Diagnostics

/// What can be wrong with a Check.
enum AuthorCheckProblem: Problem {
  case nothingExpected(check: String)
  case expectedTooEarly
  case afterWalk(String)
  case notFirst(String, said: Bool)
  case needsWalk(String)
  case notOfWalk(String)
  case coverageUnknown(String, nearest: String?)
  case wordsWithoutQuotes(after: String)
  case alternatives(String)
  case notACode(String)
  case ratingRange(String, rubric: String)
  case endingAtStart(String)
  case unknownVariation(String, nearest: String?, known: [String])
  case tooManyWalks(most: Int)

  var severity: Severity { .error }

  var code: String {
    switch self {
    case .nothingExpected: "S181"
    case .expectedTooEarly, .afterWalk, .notFirst: "S182"
    case .needsWalk, .notOfWalk: "S183"
    case .coverageUnknown, .wordsWithoutQuotes, .alternatives, .notACode, .ratingRange,
      .endingAtStart, .tooManyWalks:
      "S184"
    case .unknownVariation: "S185"
    }
  }

  var message: String {
    switch self {
    case .nothingExpected(let check): "the check '\(check)' expects nothing"
    case .expectedTooEarly: "nothing was done yet that something could be expected of"
    case .afterWalk(let what): "nothing more can be done after a walk: '\(what)' has no session"
    case .notFirst(let what, let said):
      said ? "'\(what)' comes too late: the session has begun" : "'\(what)' stands here already"
    case .needsWalk(let text): "'\(text)' is about many sessions, and there was no walk"
    case .notOfWalk(let text): "'\(text)' is about one session, and a walk is many"
    case .coverageUnknown(let text, _): "'every \(text)' is not known"
    case .wordsWithoutQuotes(let keyword):
      keyword == "note"
        ? "the words of the note have no quotes around them"
        : "the words that are heard have no quotes around them"
    case .alternatives(let text): "'\(text)' leaves open which of them is expected"
    case .notACode(let text): "'\(text)' is not a code that can be heard in a response"
    case .ratingRange(let number, let rubric): "'\(rubric)' is never rated '\(number)'"
    case .endingAtStart(let name): "'\(name)' is an ending: no session can start there"
    case .unknownVariation(let name, _, _):
      name.isEmpty
        ? "the name of a variation is missing" : "there is no variation called '\(name)'"
    case .tooManyWalks(let most): "a check walks \(most) times at most"
    }
  }

  var help: String? {
    switch self {
    case .nothingExpected: "add a line such as 'expect ending together'"
    case .expectedTooEarly: "write 'trainee: …' or 'codes: …' above it, or 'walk 500 times, seed 7'"
    case .afterWalk: "begin a Check of its own for it"
    case .notFirst: "move it to the top of a Check of its own"
    case .needsWalk: "write 'walk 500 times, seed 7' above it"
    case .notOfWalk:
      "of a walk can be expected 'every beat visited', 'every rule taken', 'every ending reached', "
        + "'no walk over 40 turns' and 'no good ending with risk open'"
    case .coverageUnknown(_, let nearest):
      close(nearest.map { "every " + $0 })
        ?? "write 'every beat visited', 'every rule taken' or 'every ending reached'"
    case .wordsWithoutQuotes(let keyword):
      keyword == "note"
        ? "write it like 'note \"Nobody asked\"'" : "write it like 'hears \"I miss him\"'"
    case .alternatives: "a comma means 'and'; write one Check for each of them"
    case .notACode: "write codes with commas between them, such as 'codes: reflection about Tom'"
    case .ratingRange: "a rating is a whole number from 1 to 5"
    case .endingAtStart: "name a beat"
    case .unknownVariation(_, let nearest, let known):
      close(nearest)
        ?? (known.isEmpty
          ? "add a section such as '# Variation: the garden'"
          : "there are \(list(known, joined: "and"))")
    case .tooManyWalks: "write a smaller number; 2000 already come to nearly everything"
    }
  }
}
