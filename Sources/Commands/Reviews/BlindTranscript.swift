import TranscriptModel
import TranscriptStore

/// A conversation as a rater reads it: what was said, and nothing else.
///
/// No name of the trainee, no code, no cue, no thought, no hint, no ending with its verdict, and no
/// attempt that was taken back. It is made of what the store keeps, so that nothing can slip in.
struct BlindTranscript {
  struct Line: Equatable {
    let speaker: String
    let text: String
  }

  let title: String
  /// For each turn what was said before it, then the trainee's words.
  let turns: [[Line]]
  let lastWords: [Line]

  init(title: String, turns: [[Line]], lastWords: [Line]) {
    self.title = title
    self.turns = turns
    self.lastWords = lastWords
  }

  init(_ session: StoredSession) {
    let (exchanges, lastWords) = exchanges(of: session)
    let name = session.record.trainee
    func lines(_ said: [Utterance]) -> [Line] {
      said.map { Line(speaker: "\($0.speaker):", text: $0.text) }
    }
    title = session.record.title
    turns = exchanges.map { exchange in
      lines(exchange.patient) + [
        Line(
          speaker: "\(exchange.turn) Trainee:",
          text: hiding(name, in: exchange.response.text))
      ]
    }
    self.lastWords = lines(lastWords)
  }

  /// The turn as lines; all of them without a number.
  func show(_ turn: Int? = nil, on page: Page) throws {
    for (number, lines) in zip(1..., turns) where turn == nil || turn == number {
      for line in lines { try page.labelled(line.speaker, line.text) }
      try page.blank()
    }
    guard turn == nil, !lastWords.isEmpty else { return }
    for line in lastWords { try page.labelled(line.speaker, line.text) }
    try page.blank()
  }
}
