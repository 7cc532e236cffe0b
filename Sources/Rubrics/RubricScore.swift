import Diagnostics
import Outline

extension RubricReader {
  mutating func readScore(_ section: OutlineSection) {
    rubric.terms = terms(section.statements, of: section)
  }

  /// The same for transcripts on which nobody marked what the patient offered.
  mutating func readUnmarkedScore(_ section: OutlineSection) {
    var least = 1
    var statements: [Phrase] = []
    for line in section.statements {
      guard let rest = line.afterWords("at least"),
        let count = rest.beforeWords("else not assessable")?.withoutLastComma,
        let digits = count.beforeWords("turns") ?? count.beforeWords("turn")
      else {
        statements.append(line)
        continue
      }
      least = whole(digits, 1, to: 1000) ?? least
    }
    let terms = terms(statements, of: section)
    for (term, line) in zip(terms, statements) where term.measure.needsOpportunities {
      complain(.measureNeedsMarks(term.text), at: line)
    }
    rubric.unmarked = UnmarkedScore(terms: terms, leastTurns: least)
  }

  private mutating func terms(_ statements: [Phrase], of section: OutlineSection) -> [ScoreTerm] {
    let before = diagnostics.count
    var terms: [ScoreTerm] = []
    var lines: [String: Int] = [:]
    for line in statements {
      guard let sign = line.words.first else { continue }
      guard let weight = sign.decimal, (-1...1).contains(weight),
        "+-−–".contains(sign.text.prefix(1))
      else {
        complain(.weightUnreadable(sign.text), at: sign)
        continue
      }
      let words = line.at(sign.span.end, line.span.end).trimmed
      guard let measure = measure(words) else { continue }
      let number = outline.file.position(at: words.span.start).line
      if let first = lines.updateValue(number, forKey: words.oneLine.lowercased()) {
        complain(.measureRepeated(firstLine: first), at: words)
      }
      if weight > 0, case .perTenTurns = measure { complain(.rewardWithoutEnd, at: words) }
      terms.append(ScoreTerm(weight: weight, measure: measure, text: words.oneLine))
    }
    guard diagnostics.count == before else { return terms }
    // Whole ten-thousandths, so that 0.65 + 0.20 + 0.15 is 1 exactly.
    let sum = terms.map { max(0, ($0.weight * 10_000).rounded()) }.reduce(0, +)
    if terms.isEmpty {
      complain(.noScores, at: section.title)
    } else if sum != 10_000 {
      complain(.weightsOffOne(String((sum / 10_000))), at: section.title)
    }
    return terms
  }
}

extension Measure {
  fileprivate var needsOpportunities: Bool {
    switch self {
    case .opportunitiesMet, .opportunitiesHarmed, .perOpportunity: true
    default: false
    }
  }
}
