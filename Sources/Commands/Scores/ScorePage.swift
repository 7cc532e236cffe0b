import Rubrics
import Scoring
import TranscriptModel

/// The score of a session as people read it: lists, no columns, for any width.
struct ScorePage {
  let session: ScoredSession
  let page: Page
  let isPlain: Bool

  private var score: SessionScore { session.score }

  func show(explains: Bool) throws {
    let name = session.name.map { "Session \($0)" } ?? "Session"
    try page.heading(session.title.map { "\(name): \($0)" } ?? name)
    try page.paragraph(
      count(session.exchanges.count, "turn")
        + (session.isMarked ? "" : ", without marks for what the patient offers"), as: .faint)
    guard explains else {
      let section = ratings(score, isOver: session.isOver)
      try page.blank()
      try page.heading(section.heading)
      for line in section.lines { try page.reportLine(line) }
      try showIndices()
      return
    }
    let explanation = ScoreExplanation(session: session)
    for section in explanation.sections {
      try page.blank()
      try page.heading(section.heading)
      for line in section.lines { try page.reportLine(line) }
    }
  }

  private func showIndices() throws {
    try page.blank()
    try page.heading("In numbers")
    for index in explainedIndices(session.exchanges, codebook: session.codebook) {
      try page.item(text(index))
    }
  }
}

/// `open questions: 57 %`
func text(_ index: IndexScore) -> String {
  guard let value = index.value else { return "\(index.name): not told, \(index.reason)" }
  return "\(index.name): \(hundredths(value, index))\(index.unit.isEmpty ? "" : " " + index.unit)"
}

private func hundredths(_ value: Double, _ index: IndexScore) -> String {
  index.unit == "%" ? String(Int(value.rounded())) : oneDecimal(value)
}
