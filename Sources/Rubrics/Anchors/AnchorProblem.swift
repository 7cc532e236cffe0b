import Diagnostics

/// What can be wrong with an anchor transcript.
package enum AnchorProblem: Problem, Hashable {
  case headerLine(String, near: String?)
  case headerRepeated(String)
  case headerMissing([String])
  case headerNotClosed
  case strengthUnknown(String, near: String?)
  case rubricUnknown(String, near: String?)
  case headingUnknown(String, near: String?)
  case headingRepeated(String)
  case headingMissing(String)
  case outsideHeadings

  case lineUnreadable
  case turnSkipped(Int, expected: Int)
  case traineeFirst(Int)
  case traineeTwice(Int)
  case traineeMissing(Int)

  case goldUnreadable(allowed: [String])
  case scoreUnknown(String, rubric: String, allowed: String)
  case goldMissing([String])
  case goldUnasked(String)
  case goldRepeated(String)
  case reasonMissing(String)
  case turnsMissing(String)
  case turnUnreadable(String)
  case noSuchTurn(Int, last: Int)

  package var severity: Severity { .error }

  package var code: String {
    switch self {
    case .headerLine, .headerRepeated: "R701"
    case .headerMissing, .headerNotClosed: "R702"
    case .strengthUnknown: "R703"
    case .rubricUnknown: "R704"
    case .headingUnknown, .headingRepeated, .headingMissing, .outsideHeadings: "R705"
    case .lineUnreadable: "R706"
    case .turnSkipped: "R707"
    case .traineeFirst, .traineeTwice, .traineeMissing: "R708"
    case .goldUnreadable: "R709"
    case .scoreUnknown: "R710"
    case .goldMissing, .goldUnasked, .goldRepeated: "R711"
    case .reasonMissing, .turnsMissing: "R712"
    case .turnUnreadable, .noSuchTurn: "R713"
    }
  }

  package var message: String {
    switch self {
    case .headerLine(let key, _): "'\(key)' is not a line of this header"
    case .headerRepeated(let key): "'\(key)' is given twice"
    case .headerMissing(let keys): "the header does not give \(listed(keys))"
    case .headerNotClosed: "the header has no second line of ---"
    case .strengthUnknown(let word, _): "'\(word)' is not a strength"
    case .rubricUnknown(let name, _): "'\(name)' is not a rubric of this library"
    case .headingUnknown(let name, _): "'\(name)' is not a heading of an anchor"
    case .headingRepeated(let name): "the heading '\(name)' stands here a second time"
    case .headingMissing(let name): "the anchor has no '# \(name)'"
    case .outsideHeadings: "this stands before the first heading"
    case .lineUnreadable: "this line does not say whose words it holds, and in which turn"
    case .turnSkipped(let number, let expected):
      "turn \(number) stands where turn \(expected) is expected"
    case .traineeFirst(let turn): "in turn \(turn) the trainee speaks before the patient does"
    case .traineeTwice(let turn): "in turn \(turn) the trainee has answered already"
    case .traineeMissing(let turn): "in turn \(turn) the trainee says nothing"
    case .goldUnreadable: "this line does not read like a line of 'Gold'"
    case .scoreUnknown(let word, let rubric, _):
      word.isEmpty ? "'\(rubric)' has no level" : "'\(word)' is not on the scale of '\(rubric)'"
    case .goldMissing(let names): "there is no gold for \(listed(names))"
    case .goldUnasked(let name): "the header does not name '\(name)' among the rubrics"
    case .goldRepeated(let name): "there is gold for '\(name)' already"
    case .reasonMissing(let name): "the gold for '\(name)' gives no reason"
    case .turnsMissing(let name): "the gold for '\(name)' names no turns"
    case .turnUnreadable(let word): "'\(word)' is not the number of a turn"
    case .noSuchTurn(let turn, _): "the transcript has no turn \(turn) of the trainee"
    }
  }

  package var help: String? {
    switch self {
    case .headerLine(_, let near): hint(near, or: AnchorHeader.allCases.map(\.rawValue))
    case .headerRepeated, .headingRepeated, .goldRepeated: "keep one of the two"
    case .headerMissing:
      "write title, id, version, scenario, strength and rubrics, each with a colon and its value"
    case .headerNotClosed: "write --- on a line of its own before the first heading"
    case .strengthUnknown(_, let near):
      hint(near, or: AnchorTranscript.Strength.allCases.map(\.rawValue))
    case .rubricUnknown(_, let near): hint(near, or: [])
    case .headingUnknown(_, let near): hint(near, or: AnchorHeading.allCases.map(\.rawValue))
    case .headingMissing: "write it, and its lines below"
    case .outsideHeadings: "put it below '# Transcript' or '# Gold'"
    case .lineUnreadable: "write the turn, who speaks, a colon and the words, as in '4 Trainee: …'"
    case .turnSkipped: "number the turns from 1 on, the patient's words with the answer to them"
    case .traineeFirst: "write what the patient says before it, with the same number"
    case .traineeTwice: "join the two, or number the turns from here on anew"
    case .traineeMissing: "write the answer; only the last words of the patient stand without one"
    case .goldUnreadable(let allowed): "a line may begin with: " + allowed.joined(separator: ", ")
    case .scoreUnknown(_, _, let allowed): "write \(allowed)"
    case .goldMissing(let names): "write '\(names.first ?? ""): ' with its level below '# Gold'"
    case .goldUnasked: "add it to 'rubrics:', or take the gold out"
    case .reasonMissing: "write 'because: …' below it, two blanks further in"
    case .turnsMissing: "write 'turns: 4, 7' below it, two blanks further in"
    case .turnUnreadable: "write numbers with commas between them, such as '4, 7'"
    case .noSuchTurn(_, let last): last > 0 ? "the last is \(last)" : nil
    }
  }
}

private func hint(_ near: String?, or allowed: [String]) -> String? {
  if let near { return "'\(near)' is close" }
  return allowed.isEmpty ? nil : "one of: " + allowed.joined(separator: ", ")
}

private func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
