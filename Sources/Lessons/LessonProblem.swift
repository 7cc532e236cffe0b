import Diagnostics

/// What can be wrong with a lesson.
package enum LessonProblem: Problem, Hashable {
  case unknownKey(String, nearest: String?)
  case missingKey(String)
  case headerNotClosed
  case orderNoNumber(String)
  case outsideCards
  case unknownHeading(String)
  case cardWithoutTitle
  case cardTwice(String)
  case emptyCard(String)
  case unknownLine(String, in: String, nearest: String?, allowed: [String])
  case misplaced(String)
  case saidTwice(String)
  case missing(String, of: String)
  case notQuoted(String)
  case unknownCode(String, nearest: String?)
  case noCards
  /// What the author says an example shows, and what is heard in it.
  case notHeard([String], heard: String)
  case harmInGood(String)
  case unknownReference(String, nearest: String?)

  package var code: String {
    switch self {
    case .unknownKey: "R501"
    case .missingKey: "R502"
    case .headerNotClosed: "R503"
    case .orderNoNumber: "R504"
    case .outsideCards: "R505"
    case .unknownHeading: "R506"
    case .cardWithoutTitle: "R507"
    case .cardTwice: "R508"
    case .emptyCard: "R509"
    case .unknownLine: "R510"
    case .misplaced: "R511"
    case .saidTwice: "R512"
    case .missing: "R513"
    case .notQuoted: "R514"
    case .unknownCode: "R515"
    case .noCards: "R516"
    case .notHeard: "R517"
    case .harmInGood: "R518"
    case .unknownReference: "R519"
    }
  }

  package var severity: Severity {
    switch self {
    case .unknownKey, .emptyCard, .noCards, .notHeard, .harmInGood, .unknownReference: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .unknownKey(let key, _): "'\(key)' is not a line of this header"
    case .missingKey(let key): "the header has no '\(key)'"
    case .headerNotClosed: "the header has no closing '---'"
    case .orderNoNumber(let words): "'\(words)' is not a whole number"
    case .outsideCards: "this line stands before the first '# Card: …'"
    case .unknownHeading(let kind): "'\(kind)' is not a heading of a lesson"
    case .cardWithoutTitle: "this card has no title"
    case .cardTwice(let title): "there is a card '\(title)' already"
    case .emptyCard(let title): "the card '\(title)' says nothing"
    case .unknownLine(let words, let section, _, _): "'\(words)' is not a line of \(section)"
    case .misplaced(let key): "'\(key)' stands in the wrong place"
    case .saidTwice(let what): "'\(what)' stands here a second time"
    case .missing(let what, let owner): "\(owner) has no '\(what)'"
    case .notQuoted(let what): "what follows '\(what)' is not in double quotes"
    case .unknownCode(let name, _): "'\(name)' is not a code in the codebook"
    case .noCards: "this lesson has no cards"
    case .notHeard(let names, let heard):
      "\(joined(names)) \(names.count == 1 ? "is" : "are") not heard in this, but \(heard)"
    case .harmInGood(let name): "'\(name)' is heard in this, which does harm"
    case .unknownReference(let name, _):
      "'\(name)' is neither a scenario or drill nor a code, cue or card"
    }
  }

  package var help: String? {
    switch self {
    case .unknownKey(_, let nearest):
      close(nearest, else: "lines of the header are: " + lessonHeaderKeys.joined(separator: ", "))
    case .missingKey(let key): "write '\(key): …' between the two ---"
    case .headerNotClosed: "write --- on a line of its own after the header"
    case .orderNoNumber: "write the lesson's place among the others, such as 'order: 5'"
    case .outsideCards, .unknownHeading, .noCards:
      "write '# Card: ' and a title before what belongs to a card"
    case .cardWithoutTitle: "write '# Card: ' and a title, such as 'Silence'"
    case .cardTwice: "give one of the two another title"
    case .emptyCard: "write a paragraph below the title, or leave the card out"
    case .unknownLine(_, _, _, let allowed) where allowed.isEmpty:
      "begin the line as far left as the one above"
    case .unknownLine(_, _, let nearest, let allowed):
      (nearest.map { "'\($0)' is close; " } ?? "")
        + "a line may begin with: " + allowed.joined(separator: ", ")
    case .misplaced("patient"), .misplaced("see"): "begin it at the left margin"
    case .misplaced(let key) where answerKeys.contains(key):
      "write it below 'good: …' or 'poor: …', two blanks further in"
    case .misplaced: "write it below 'patient: …', two blanks further in"
    case .saidTwice: "keep one of the two"
    case .missing("good", _): "write 'good: \"…\"' or 'poor: \"…\"' below it and further in"
    case .missing("see", _): "write the name of a scenario, drill, code, cue or card after it"
    case .missing("patient", _): "write what the patient said between double quotes"
    case .missing(let what, _): "write '\(what): …' below it and further in"
    case .notQuoted: "put \" before the first and after the last word"
    case .unknownCode(_, let nearest):
      close(nearest, else: "'attune explain NAME' says what a name means")
    case .notHeard: "say it as somebody would who means it, or write what is heard"
    case .harmInGood: "say it without that, so that nobody learns it from a good example"
    case .unknownReference(_, let nearest):
      close(nearest, else: "'attune scenarios', 'attune explain' and 'attune learn' list names")
    }
  }

  private func close(_ nearest: String?, else other: String?) -> String? {
    nearest.map { "'\($0)' is close" } ?? other
  }
}

/// `'a', 'b' and 'c'`
private func joined(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
