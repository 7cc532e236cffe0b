import Playtesting
import Scoring
import TranscriptModel
import TranscriptStore

extension Conversation {
  /// What became of the session, how it is rated, and where it is kept.
  func finish() throws {
    guard let ending = played.ending else { return }
    let score = score(played)
    try keepSummary(score, ending)
    try page.heading("The end: \(ending.name) (\(ending.grade))")
    try page.paragraph(ending.debrief)
    try show(ratings(score, isOver: true))
    if let point = oneThingToDo(score, played.exchanges) { try show(practicePoint(point)) }
    if mode == .quiet, let thoughts = thoughts(in: played.exchanges) { try show(thoughts) }
    try page.blank()
    try warnOfLinesLeft()
    guard let session = keeping?.writer.session else { return }
    try run.errors.paragraph(
      "Kept as session \(session); 'attune transcript show \(session)' shows it.", as: .faint)
  }

  func keepSummary(_ score: SessionScore, _ ending: SessionEnding) throws {
    guard let keeping else { return }
    var variation: String?
    for case .began(_, _, let name) in played.events { variation = name }
    try keeping.store.keep(
      summary(
        of: score, played.exchanges, ending, with: played.scenario, variation: variation,
        codebook: codebook), of: keeping.writer.session)
  }

  func warnOfLinesLeft() throws {
    if !isTerminal,
      case .line = run.surroundings.streams.input.readLine(prompt: "", isContinuation: false)
    {
      try run.errors.paragraph("The lines after the end were not said.", as: .warning)
    }
  }
}
