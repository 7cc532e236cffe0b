import Playtesting
import Scoring
import TranscriptModel

/// One attempt at a turn: where it began, and what came of it.
struct Attempt {
  /// From 1.
  let number: Int
  let before: PlayedSession
  let after: PlayedSession
  let turn: PlayedTurn

  /// A turn may be given so many times.
  static let most = 3

  /// Gives a coded response in a session as it stands.
  init(_ number: Int, _ response: CodedResponse, in session: PlayedSession) {
    self.number = number
    before = session
    var played = session
    turn = played.take(response)
    after = played
  }
}

extension Conversation {
  /// Takes the latest turn back: everything stands as it did before it, and the trainee answers anew.
  func retry() throws {
    guard mode != .exam else {
      try page.paragraph("An exam takes the first answer: there is no second attempt.")
      return
    }
    guard let attempt else {
      try page.paragraph(
        takenBack == nil
          ? "You have not said anything yet."
          : "Your last turn is taken back already: type what you would say now.")
      return
    }
    guard attempt.number < Attempt.most else {
      try page.paragraph("You have answered this in three ways; go on from the third.")
      return
    }
    let turn = attempt.after.engine.turn
    // On the disk before anything is shown.
    try keeping?.writer.takeBack(turn: turn)
    takeBack(attempt)
    try page.paragraph(
      "Turn \(turn) is taken back; this is attempt \(attempt.number + 1) of \(Attempt.most).")
    for utterance in played.latest { try page.labelled("\(utterance.speaker):", utterance.text) }
  }

  /// What the coach says about the latest words, asked for.
  func showRemark() throws {
    guard mode != .exam else {
      try page.paragraph("An exam explains at the end.")
      return
    }
    guard let session = (attempt ?? takenBack)?.after else {
      try page.paragraph("You have not said anything yet.")
      return
    }
    try remark(on: session)
  }

  func remark(on session: PlayedSession) throws {
    guard
      var remark = coach(
        on: session.exchanges, score(session), suggestions: suggestions)
    else { return }
    // The end of a drill gives the better sentence, whatever was said.
    if session.scenario.facts.isDrill, session.ending != nil { remark.better = nil }
    for line in remark.lines { try page.labelled("Coach:", as: .coach, line, as: .coach) }
  }

  /// What the patient thought beside the words that were answered last.
  func showThoughts() throws {
    guard let exchange = played.exchanges.last,
      exchange.response.isUnderstood || exchange.response.isSilence
    else { return }
    for (speaker, thought) in exchange.thoughts {
      try page.labelled("\(speaker) thought:", as: .coach, thought)
    }
  }
}

extension Exchange {
  /// What was thought and not said beside the words that were answered.
  var thoughts: [(speaker: String, thought: String)] {
    patient.compactMap { line in line.thought.map { (line.speaker, $0) } }
  }
}

/// All that was thought and not said, by turn; nil where there is nothing.
func thoughts(in exchanges: [Exchange]) -> ReportSection? {
  let lines = exchanges.flatMap { exchange in
    exchange.thoughts.map { "Before turn \(exchange.turn), \($0.speaker): \($0.thought)" }
  }
  return lines.isEmpty ? nil : ReportSection(heading: "Thought and not said", lines: lines)
}
