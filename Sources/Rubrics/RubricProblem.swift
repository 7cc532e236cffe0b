import Diagnostics

/// What can be wrong with a rubric file.
package enum RubricProblem: Problem, Hashable {
  case noHeader
  case headerNotClosed
  case headerUnknown(String, near: String?)
  case headerMissing([String])
  case headerRepeated(String)
  case headerUnreadable
  case kindUnknown(String, near: String?)

  case headingUnknown(String, near: String?, allowed: [String])
  case headingRepeated(String)
  case headingOfOtherKind(String, kind: String, allowed: [String])
  case headingMissing([String])
  case outsideHeadings

  /// A line that does not read like the lines of its section.
  case unreadable(String, forms: [String])
  case number(String, needed: String)
  case codeUnknown(String, near: String?)
  case codeMissing
  case cueUnknown(String, near: String?, allowed: [String])
  case cueRepeated(String)
  case noOpportunities

  case levelRepeated(String)
  case levelsMissing([String], heading: String)

  case weightUnreadable(String)
  case measureUnknown(String, near: String?)
  case measurePartUnknown(String, near: String?)
  case measurePartMissing(String)
  case rewardWithoutEnd
  case measureRepeated(firstLine: Int)
  case noScores
  case weightsOffOne(String)

  case measureNeedsMarks(String)
  case phaseUnknown(String, near: String?, allowed: [String])
  case taskRepeated(String)
  case worksheetUnknown(String, near: String?, allowed: [String])

  case cutPointsNotRising(level: String)
  case emptyRange(String)

  package var severity: Severity {
    switch self {
    case .weightsOffOne, .measureRepeated: .warning
    default: .error
    }
  }

  package var code: String {
    switch self {
    case .noHeader: "R201"
    case .headerNotClosed: "R202"
    case .headerUnknown: "R203"
    case .headerMissing: "R204"
    case .headerRepeated: "R205"
    case .headerUnreadable: "R206"
    case .kindUnknown: "R207"
    case .headingUnknown: "R210"
    case .headingRepeated: "R211"
    case .headingOfOtherKind: "R212"
    case .headingMissing: "R213"
    case .outsideHeadings: "R214"
    case .unreadable: "R220"
    case .number: "R221"
    case .codeUnknown: "R222"
    case .codeMissing: "R223"
    case .cueUnknown: "R224"
    case .cueRepeated: "R225"
    case .noOpportunities: "R226"
    case .levelRepeated: "R230"
    case .levelsMissing: "R231"
    case .weightUnreadable: "R240"
    case .measureUnknown: "R241"
    case .measurePartUnknown: "R242"
    case .measurePartMissing: "R243"
    case .rewardWithoutEnd: "R244"
    case .noScores: "R245"
    case .weightsOffOne: "R246"
    case .measureRepeated: "R247"
    case .measureNeedsMarks: "R248"
    case .phaseUnknown: "R260"
    case .taskRepeated: "R261"
    case .worksheetUnknown: "R262"
    case .cutPointsNotRising: "R250"
    case .emptyRange: "R251"
    }
  }

  package var message: String {
    switch self {
    case .noHeader: "the file does not begin with a header between two lines of ---"
    case .headerNotClosed: "the header has no second line of ---"
    case .headerUnknown(let key, _): "'\(key)' is not a line of the header"
    case .headerMissing(let keys): "the header does not give \(listed(keys))"
    case .headerRepeated(let key): "'\(key)' is given twice"
    case .headerUnreadable: "a line of the header is a name, a colon and a value"
    case .kindUnknown(let kind, _): "'\(kind)' is not a kind of rubric"
    case .headingUnknown(let name, _, _): "'\(name)' is not a heading of a rubric"
    case .headingRepeated(let name): "the heading '\(name)' stands here a second time"
    case .headingOfOtherKind(let name, let kind, _): "a \(kind) has no '\(name)'"
    case .headingMissing(let names): "the rubric has no \(listed(names))"
    case .outsideHeadings: "this stands before the first heading"
    case .unreadable(let section, _): "this line does not read like a line of '\(section)'"
    case .number(let word, let needed):
      word.isEmpty ? "\(needed) is missing here" : "'\(word)' is not \(needed)"
    case .codeUnknown(let name, _): "'\(name)' is not a code in the codebook"
    case .codeMissing: "a code is missing here"
    case .cueUnknown(let name, _, _): "'\(name)' is not a cue in the codebook"
    case .cueRepeated(let name): "the cue '\(name)' stands here a second time"
    case .noOpportunities: "no opportunities are given, so nobody could meet one"
    case .levelRepeated(let level): "\(level) is given twice"
    case .levelsMissing(let levels, let heading): "'\(heading)' does not give \(listed(levels))"
    case .weightUnreadable(let word):
      "'\(word)' is not a weight from -1 to +1 with its sign"
    case .measureUnknown(let words, _):
      words.isEmpty ? "a measure is missing here" : "'\(words)' is not a measure"
    case .measurePartUnknown(let words, _): "'\(words)' does not belong to this measure"
    case .measurePartMissing(let part): "this measure needs '\(part)'"
    case .rewardWithoutEnd: "a count per ten turns has no upper end and can only be taken off"
    case .noScores: "nothing is scored"
    case .measureRepeated(let line): "this is measured already, on line \(line)"
    case .weightsOffOne(let sum): "the weights with + add up to \(sum), not to 1"
    case .measureNeedsMarks(let words):
      "'\(words)' cannot be measured where nothing is marked"
    case .phaseUnknown(let word, _, _): "'\(word)' is neither a phase nor a problem area"
    case .taskRepeated(let name): "the task '\(name)' stands here a second time"
    case .worksheetUnknown(let name, _, _):
      name.isEmpty ? "a worksheet is missing here" : "'\(name)' is not a worksheet"
    case .cutPointsNotRising(let level): "level \(level) does not begin above the level below it"
    case .emptyRange(let words): "'\(words)' does not rise"
    }
  }

  package var help: String? {
    switch self {
    case .noHeader, .headerMissing:
      "write title, id, version, kind and question, each with a colon and its value"
    case .headerNotClosed: "write --- on a line of its own before the first heading"
    case .headerUnreadable: "write for example 'title: Validation'"
    case .headerUnknown(_, let near): hint(near, or: RubricHeader.allCases.map(\.rawValue))
    case .kindUnknown(_, let near): hint(near, or: ["rating", "gate", "checklist"])
    case .phaseUnknown(_, let near, let allowed): hint(near, or: allowed)
    case .taskRepeated: "put its codes into one line"
    case .worksheetUnknown(_, let near, let allowed): hint(near, or: allowed)
    case .measureNeedsMarks: "leave it out and share its weight among the others"
    case .headingUnknown(_, let near, let allowed): hint(near, or: allowed)
    case .headingOfOtherKind(_, _, let allowed): hint(nil, or: allowed)
    case .headingRepeated: "put its lines below the first one"
    case .outsideHeadings: "put it below one of the headings, such as '# Levels'"
    case .unreadable(_, let forms):
      "write it like " + forms.map { "'\($0)'" }.joined(separator: " or ")
    case .codeUnknown(let name, let near):
      name.contains(";")
        ? "put commas between codes"
        : near.map { "'\($0)' is close" } ?? "write the short id, name or family of a code"
    case .codeMissing: "write codes with commas between them"
    case .cueUnknown(_, let near, let allowed): hint(near, or: allowed)
    case .cueRepeated: "put its codes into one line"
    case .noOpportunities: "write for example 'affect: RF, VAL5' below '# Opportunities'"
    case .measureUnknown(_, let near): hint(near, or: MeasureForm.all)
    case .measurePartUnknown(_, let near): hint(near, or: [])
    case .weightUnreadable(let word):
      word.contains(",") ? "write a point, not a comma" : "write for example '+0.65' or '-0.10'"
    case .noScores: "write for example '+0.65 opportunities met' below '# Score'"
    case .weightsOffOne: "with a sum of 1 the best session reaches exactly 1"
    case .measureRepeated: "add the two weights together, or take one of the two out"
    case .headingMissing(let names): "add \(names.first ?? "it") with its lines below"
    case .headerRepeated, .levelRepeated: "keep one of the two"
    case .number(let word, let needed):
      word.contains(",")
        ? "write a point, not a comma" : needed.contains("whole") ? "write it in digits" : nil
    case .levelsMissing(let levels, _): "add a line for \(listed(levels))"
    case .measurePartMissing(let part): "add ', \(part)' at the end"
    case .rewardWithoutEnd: "write '- …', or 'per turn, full at 0.25'"
    case .cutPointsNotRising: "the higher the level, the higher the number where it begins"
    case .emptyRange: "put the lower number first"
    }
  }
}

private func hint(_ near: String?, or allowed: [String]) -> String? {
  if let near { return "'\(near)' is close" }
  return allowed.isEmpty ? nil : "one of: " + allowed.joined(separator: "; ")
}

private func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
