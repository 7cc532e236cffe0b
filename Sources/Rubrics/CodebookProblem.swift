import Diagnostics

/// What can be wrong with a codebook file.
package enum CodebookProblem: Problem, Hashable {
  case unknownKey(String, nearest: String?)
  case unreadableValue(of: String, expected: String)
  case missingKey(String)
  case headerNotClosed
  case outsideSections
  case unknownHeading(String, nearest: String?)
  case headingWithoutName(kind: String)
  case unknownLine(String, in: String, nearest: String?, allowed: [String])
  case saidTwice(String)
  case duplicate(kind: String, name: String)
  case missingLine(String, code: String)
  case unknownCode(String, nearest: String?)
  case unknownCue(String, nearest: String?)
  case unknownSign(String, nearest: String?)
  case unknownList(String, nearest: String?)
  case unknownPlace(String, nearest: String?)
  case unknownChoice(String, of: String, choices: [String], nearest: String?)
  case unreadableWeight(String)
  case unreadablePattern(PatternFault)
  case unreadableEffect(String)
  case unreadableChange(String)
  case notQuoted(String)
  case noRightCode
  case patternTwice(String)
  case neverHeard(String)
  case noCodes
  case weightOfNothing
  case emptyList(String)
  case otherLanguage(String)
  case nameUsedOnce(String, of: String, nearest: String)
  case listInOtherFile(String, file: String)
  case unusableList(String)
  case notInWords(String, nearest: String?)

  package var code: String {
    switch self {
    case .unknownKey: "R101"
    case .unreadableValue: "R102"
    case .missingKey: "R103"
    case .headerNotClosed: "R104"
    case .outsideSections: "R105"
    case .unknownHeading: "R106"
    case .headingWithoutName: "R107"
    case .unknownLine: "R108"
    case .saidTwice: "R109"
    case .duplicate: "R110"
    case .missingLine: "R111"
    case .unknownCode: "R112"
    case .unknownCue: "R113"
    case .unknownSign: "R114"
    case .unknownList: "R115"
    case .unknownPlace: "R116"
    case .unknownChoice: "R117"
    case .unreadableWeight: "R118"
    case .unreadablePattern: "R119"
    case .unreadableEffect: "R120"
    case .unreadableChange: "R121"
    case .notQuoted: "R122"
    case .noRightCode: "R123"
    case .patternTwice: "R124"
    case .neverHeard: "R125"
    case .noCodes: "R126"
    case .weightOfNothing: "R127"
    case .emptyList: "R128"
    case .otherLanguage: "R129"
    case .nameUsedOnce: "R130"
    case .listInOtherFile: "R132"
    case .unusableList: "R133"
    case .notInWords: "R134"
    }
  }

  package var severity: Severity {
    switch self {
    case .patternTwice, .neverHeard, .unknownKey, .weightOfNothing, .emptyList, .otherLanguage,
      .nameUsedOnce:
      .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .unknownKey(let key, _): "'\(key)' is not a line of a codebook's header"
    case .unreadableValue(let key, let expected): "'\(key)' wants \(expected)"
    case .missingKey(let key): "the header has no '\(key)'"
    case .headerNotClosed: "the header has no closing '---'"
    case .outsideSections: "this line stands before the first heading"
    case .unknownHeading(let kind, _): "'\(kind)' is not a heading of a codebook"
    case .headingWithoutName(let kind): "this '\(kind)' has no name"
    case .unknownLine(let words, let section, _, _):
      "\(section) has no line that begins with '\(words)'"
    case .saidTwice(let what): "'\(what)' is said a second time here"
    case .duplicate(let kind, let name): "there is already a \(kind) called '\(name)'"
    case .missingLine(let what, let code): "'\(code)' has no line '\(what): …'"
    case .unknownCode(let name, _): "'\(name)' is not a code of this codebook"
    case .unknownCue(let name, _): "'\(name)' is not a cue of this codebook"
    case .unknownSign(let name, _): "'\(name)' is not a sign the program can notice"
    case .unknownList(let name, _): "there is no word list called '\(name)'"
    case .unknownPlace(let words, _): "'\(words)' is not a place in a response"
    case .unknownChoice(let value, let what, _, _): "'\(value)' is not a \(what)"
    case .unreadableWeight(let text): "'\(text)' is not a weight between -20 and +20"
    case .unreadablePattern(let fault): fault.message
    case .unreadableEffect(let text): "'\(text)' does not say how a state moves"
    case .unreadableChange(let text): "'\(text)' does not say when the code changes"
    case .notQuoted(let what): "the words of this \(what) do not stand in double quotes"
    case .noRightCode: "this counter-example does not name the code that is right"
    case .patternTwice(let text): "this code has the cue '\(text)' already"
    case .neverHeard(let code): "nothing in this file speaks for \(code)"
    case .noCodes: "this codebook has no codes"
    case .weightOfNothing: "a weight of 0 speaks neither for the code nor against it"
    case .emptyList(let name):
      "the word list '\(name)' has no words, so no cue that names it is found"
    case .otherLanguage(let name): "'\(name)' is not a language the program can hear yet"
    case .listInOtherFile(let name, let file): "there is already a word list '\(name)', in \(file)"
    case .unusableList(let name):
      "'<\(name)>' cannot stand here: that list holds this one, or too many others"
    case .notInWords(let words, _): "'\(words)' is nothing that a file of words has"
    case .nameUsedOnce(let name, let what, _): "no other code has the \(what) '\(name)'"
    }
  }

  package var help: String? {
    switch self {
    case .unknownKey(_, let nearest):
      close(nearest, else: "lines of the header are: " + headerKeys.joined(separator: ", "))
    case .headerNotClosed: "write --- on a line of its own after the header"
    case .missingKey(let key): "write '\(key): …' between the two ---"
    case .outsideSections: "begin with '# Code: …', '# Words: …' or '# Cue: …'"
    case .unknownHeading(_, let nearest):
      close(nearest, else: "headings are '# Words: …', '# Code: …' and '# Cue: …'")
    case .headingWithoutName(let kind): "write '# \(kind): ' and a name"
    case .unknownLine(_, _, _, let allowed) where allowed.isEmpty:
      "begin the line as far left as the one above"
    case .unknownLine(_, _, let nearest, let allowed):
      (nearest.map { "'\($0)' is close; " } ?? "")
        + "a line may begin with: " + allowed.joined(separator: ", ")
    case .saidTwice: "keep one of the two"
    case .missingLine(let what, _): "write '\(what): …' below the heading"
    case .unknownCode(_, let nearest), .unknownCue(_, let nearest), .unknownList(_, let nearest):
      close(nearest, else: nil)
    case .unknownSign(_, let nearest):
      close(nearest, else: "signs are: " + Sign.names.joined(separator: ", "))
    case .unknownPlace(_, let nearest):
      close(
        nearest,
        else: "places are: " + CuePattern.Place.allCases.map(\.rawValue).joined(separator: ", "))
    case .unknownChoice(_, _, let choices, let nearest):
      close(nearest, else: "it is one of: " + choices.joined(separator: ", "))
    case .unreadableWeight: "write a number with its sign, such as +2 or -1.5"
    case .unreadablePattern(let fault): fault.help
    case .unreadableEffect:
      "write states and whole numbers with their signs, with commas between: 'trust +2, openness -1'"
    case .emptyList: "write its words on the lines below the heading"
    case .otherLanguage: "write 'language: en': small words and contractions are English"
    case .nameUsedOnce(_, _, let nearest): "'\(nearest)' is close"
    case .listInOtherFile(let name, _):
      "to add words to it, write '# More words: \(name)'; else give this list another name"
    case .unusableList: "write the words themselves"
    case .notInWords(_, let nearest):
      close(
        nearest,
        else: "it has a title, a note and lists: '# Words: …', or '# More words: …' to add to one")
    case .unreadableChange:
      "write 'becomes SUGG after PERM' or 'becomes SUGG when asked: asks-advice'"
    case .notQuoted: "put \" before the first and after the last word"
    case .noRightCode: "end the line with '= ' and the id of a code"
    case .neverHeard: "add a 'cue' or 'sign' line, or make its layer derived"
    case .unreadableValue, .duplicate, .patternTwice, .noCodes, .weightOfNothing: nil
    }
  }

  private func close(_ nearest: String?, else other: String?) -> String? {
    nearest.map { "'\($0)' is close" } ?? other
  }
}

/// Why the words of a cue cannot be read.
package enum PatternFault: Sendable, Hashable {
  case empty
  case notClosed(String)
  case notOpened(String)
  case emptyAlternative
  case strayBar
  case notAWord(String)
  case starInside(String)
  case onlyGaps
  case tooLong(limit: Int)
  case tooDeep

  package var message: String {
    switch self {
    case .empty: "this cue has no words"
    case .notClosed(let mark): "this '\(mark)' is never closed"
    case .notOpened(let mark): "this '\(mark)' closes nothing"
    case .emptyAlternative: "one of the alternatives is empty"
    case .strayBar: "'|' separates alternatives and stands only inside ( ) or [ ]"
    case .notAWord(let text): "'\(text)' is not a word"
    case .starInside(let text): "'*' stands only at the end of a word, not in '\(text)'"
    case .onlyGaps: "this cue can be found without any word of its own"
    case .tooLong(let limit): "this cue has more than \(limit) words"
    case .tooDeep: "these brackets stand inside too many others"
    }
  }

  package var help: String? {
    switch self {
    case .notClosed(let mark):
      "write '\(mark == "(" ? ")" : mark == "[" ? "]" : ">")' after the last of its words"
    case .strayBar: "put the alternatives in brackets: (this | that)"
    case .notAWord: "leave out punctuation: only words are compared"
    case .onlyGaps: "have at least one word that is not in [ ]"
    case .tooLong, .tooDeep: "make two cues of it"
    default: nil
    }
  }
}
