import Diagnostics

/// What can be wrong with a file of coded responses.
package enum ResponseFileProblem: Problem, Hashable {
  case unknownKey(String, nearest: String?)
  case missingKey(String)
  case headerNotClosed
  case outsideSections
  case unknownHeading(String)
  case lineWithoutID
  case unknownLine(String, in: String, nearest: String?, allowed: [String])
  case saidTwice(String)
  case lineTwice(String)
  case missing(String, of: String)
  case notQuoted(String)
  case unknownCode(String, nearest: String?)
  case unknownChoice(String, of: String, choices: [String], nearest: String?)
  case noForm(sentence: Int)
  case twoForms(String, String, sentence: Int)
  /// `split` shows each sentence by its first and last words.
  case otherSentences(coded: Int, split: [String])
  case replyTwice
  case otherLanguage(String)
  case noLines

  package var code: String {
    switch self {
    case .unknownKey: "R301"
    case .missingKey: "R302"
    case .headerNotClosed: "R303"
    case .outsideSections: "R304"
    case .unknownHeading: "R305"
    case .lineWithoutID: "R306"
    case .unknownLine: "R307"
    case .saidTwice: "R308"
    case .lineTwice: "R309"
    case .missing: "R310"
    case .notQuoted: "R311"
    case .unknownCode: "R312"
    case .unknownChoice: "R313"
    case .noForm: "R314"
    case .twoForms: "R315"
    case .otherSentences: "R316"
    case .replyTwice: "R317"
    case .otherLanguage: "R318"
    case .noLines: "R319"
    }
  }

  package var severity: Severity {
    switch self {
    case .unknownKey, .replyTwice, .otherLanguage, .noLines: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .unknownKey(let key, _): "'\(key)' is not a line of this header"
    case .missingKey(let key): "the header has no '\(key)'"
    case .headerNotClosed: "the header has no closing '---'"
    case .outsideSections: "this line stands before the first '# Line: …'"
    case .unknownHeading(let kind): "'\(kind)' is not a heading of a file of responses"
    case .lineWithoutID: "this patient line has no name of its own"
    case .unknownLine(let words, let section, _, _):
      "\(section) has no line that begins with '\(words)'"
    case .saidTwice(let what): "'\(what)' is said a second time here"
    case .lineTwice(let id): "there is already a patient line '\(id)'"
    case .missing(let what, let of): "\(of) has no '\(what): …'"
    case .notQuoted(let what): "the words of this '\(what)' do not stand in double quotes"
    case .unknownCode(let name, _): "'\(name)' is not a code of the codebook"
    case .unknownChoice(let value, let what, _, _): "'\(value)' is not \(what)"
    case .noForm(let sentence): "the \(ordinal(sentence)) sentence has no form"
    case .twoForms(let one, let other, let sentence):
      "the \(ordinal(sentence)) sentence has two forms, \(one) and \(other)"
    case .otherSentences(let coded, let split):
      "\(count(coded, "sentence")) coded, and the response has \(split.count)"
    case .replyTwice: "this response stands at the patient line already"
    case .otherLanguage(let name): "'\(name)' is not a language the program can hear yet"
    case .noLines: "this file has no patient lines"
    }
  }

  package var help: String? {
    switch self {
    case .unknownKey(_, let nearest):
      close(
        nearest, else: "lines of the header are: " + responseHeaderKeys.joined(separator: ", "))
    case .missingKey(let key): "write '\(key): …' between the two ---"
    case .headerNotClosed: "write --- on a line of its own after the header"
    case .outsideSections, .unknownHeading, .noLines:
      "write '# Line: ' and a short name before what belongs to a patient line"
    case .lineWithoutID: "write '# Line: ' and a short name, such as 'g014'"
    case .unknownLine(_, _, _, let allowed) where allowed.isEmpty:
      "begin the line as far left as the one above"
    case .unknownLine(_, _, let nearest, let allowed):
      (nearest.map { "'\($0)' is close; " } ?? "")
        + "a line may begin with: " + allowed.joined(separator: ", ")
    case .saidTwice: "keep one of the two"
    case .lineTwice: "give one of the two another name, or put their responses together"
    case .missing("codes", _):
      "write it below the response and further in, such as 'codes: CR + RF | OQ'"
    case .missing(let what, _): "write '\(what): …' below the heading"
    case .notQuoted: "put \" before the first and after the last word"
    case .unknownCode(_, let nearest):
      close(nearest, else: "'attune explain NAME' says what a name means")
    case .unknownChoice(_, _, let choices, let nearest):
      close(nearest, else: "it is one of: " + choices.joined(separator: ", "))
    case .noForm: "one code of each sentence is a form; ' | ' stands between sentences"
    case .twoForms: "keep one of the two; ' | ' stands between sentences"
    case .otherSentences(_, let split):
      "it splits so: " + split.joined(separator: " | ")
    case .replyTwice: "keep one of the two"
    case .otherLanguage: "write 'language: en': small words and contractions are English"
    }
  }

  private func close(_ nearest: String?, else other: String?) -> String? {
    nearest.map { "'\($0)' is close" } ?? other
  }
}

/// `1 sentence`, `2 sentences`.
private func count(_ number: Int, _ what: String) -> String {
  "\(number) \(what)\(number == 1 ? "" : "s")"
}

/// Of a sentence counted from 0.
private func ordinal(_ sentence: Int) -> String {
  let words = ["first", "second", "third", "fourth", "fifth", "sixth"]
  return words.indices.contains(sentence) ? words[sentence] : "\(sentence + 1)th"
}
