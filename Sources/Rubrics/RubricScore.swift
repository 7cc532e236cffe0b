import Diagnostics
import Outline

extension RubricReader {
  mutating func readScore(_ section: OutlineSection) {
    let before = diagnostics.count
    var lines: [String: Int] = [:]
    for line in section.statements {
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
      rubric.terms.append(ScoreTerm(weight: weight, measure: measure, text: words.oneLine))
    }
    guard diagnostics.count == before else { return }
    // Whole ten-thousandths, so that 0.65 + 0.20 + 0.15 is 1 exactly.
    let sum = rubric.terms.map { max(0, ($0.weight * 10_000).rounded()) }.reduce(0, +)
    if rubric.terms.isEmpty {
      complain(.noScores, at: section.title)
    } else if sum != 10_000 {
      complain(.weightsOffOne(String((sum / 10_000))), at: section.title)
    }
  }
}
