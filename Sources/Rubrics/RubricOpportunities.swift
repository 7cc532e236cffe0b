import Diagnostics
import Outline

extension RubricReader {
  mutating func readOpportunities(_ section: OutlineSection) {
    let before = diagnostics.count
    for line in section.statements {
      if let rest = line.afterWords("at least") {
        readLeast(rest)
      } else if let (front, list) = line.split(at: ":") {
        let name = front.trimmed
        guard let cue = cue(name) else { continue }
        if rubric.opportunities[cue] != nil {
          complain(.cueRepeated(cue), at: name)
        } else {
          let parts = list.split(at: ";")
          rubric.opportunities[cue] = codes((parts?.0 ?? list).trimmed)
          if let rest = parts?.1.trimmed { readHalf(rest, cue: cue) }
        }
      } else {
        complain(
          .unreadable(
            "Opportunities",
            forms: ["affect: RF, VAL5; half: CR", "at least 4, else not assessable"]),
          at: line)
      }
    }
    if rubric.opportunities.isEmpty, diagnostics.count == before {
      complain(.noOpportunities, at: section.title)
    }
  }

  /// `half: SR, CR`
  private mutating func readHalf(_ rest: Phrase, cue: String) {
    guard let list = rest.after("half:") else {
      complain(.unreadable("Opportunities", forms: ["affect: RF, VAL5; half: CR"]), at: rest)
      return
    }
    rubric.halfAnswers[cue] = codes(list)
  }

  private mutating func readLeast(_ rest: Phrase) {
    guard let count = rest.beforeWords("else not assessable") else {
      complain(.unreadable("Opportunities", forms: ["at least 4, else not assessable"]), at: rest)
      return
    }
    if let least = whole(count.withoutLastComma, 1, to: 100) { rubric.leastOpportunities = least }
  }
}
