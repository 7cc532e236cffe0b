import Playtesting
import Scoring
import TranscriptModel
import TranscriptStore

extension Conversation {
  /// What became of the session, how it is rated, and where it is kept.
  func finish() throws {
    guard let ending = played.ending else { return }
    let score = score(played)
    let summary = try keepSummary(score, ending)
    try page.heading("The end: \(ending.name) (\(ending.grade))")
    try page.paragraph(ending.debrief)
    if let mark = summary.mark {
      try finishDrill(mark)
    } else {
      let own = try askSelfRatings(score)
      try show(ratings(score, isOver: true))
      try showMissingPeople()
      if let gaps = gaps(between: own, and: score) { try show(gaps) }
      if let point = oneThingToDo(score, played.exchanges) {
        try show(practicePoint(point))
        if let command = cardCommand(for: point) {
          try page.paragraph("To read about it: \(command)", as: .faint)
        }
      }
      if mode == .quiet, let thoughts = thoughts(in: played.exchanges) { try show(thoughts) }
    }
    try showAfterHardOnes()
    if summary.mark == nil { try page.blank() }
    if !isTerminal,
      case .line = run.surroundings.streams.input.readLine(prompt: "", isContinuation: false)
    {
      try run.errors.paragraph("The lines after the end were not said.", as: .warning)
    }
    guard let session = keeping?.writer.session else { return }
    try run.errors.paragraph(
      "Kept as session \(session); 'attune transcript show \(session)' shows it.", as: .faint)
    try sayUnreadLetter()
  }

  private func sayUnreadLetter() throws {
    guard let keeping, let trainee = try? run.trainee(),
      let letter = try keeping.store.unreadLetter(of: trainee)
    else { return }
    let name = run.command.string("as").map { " --as \(quotedForShell($0))" } ?? ""
    try run.errors.paragraph(
      "There is a letter for you: 'attune letter \(letter.session)\(name)' shows it.", as: .faint)
  }

  private func keepSummary(_ score: SessionScore, _ ending: SessionEnding) throws -> SessionSummary
  {
    var variation: String?
    for case .began(_, _, let name) in played.events { variation = name }
    let summary = summary(
      of: score, played.exchanges, ending, with: played.scenario, variation: variation,
      codebook: codebook)
    if let keeping { try keeping.store.keep(summary, of: keeping.writer.session) }
    return summary
  }
}
