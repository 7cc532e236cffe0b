import Terminal

/// What came of a question at the console.
enum Asked<Answer> {
  case answer(Answer)
  /// Ctrl-C, Ctrl-D, or the word for leaving.
  case left(status: Int32)

  var answer: Answer? { if case .answer(let answer) = self { answer } else { nil } }
}

/// Whether an answer says that somebody would rather leave the questions.
func isLeaving(_ word: String) -> Bool { ["q", "quit", "/quit"].contains(word.lowercased()) }

extension Run {
  /// Asks until the answer is understood; `read` is given it in lower case, without blanks around it.
  func ask<Answer>(
    _ prompt: String, orElse help: String, read: (String) -> Answer?
  ) throws -> Asked<Answer> {
    try askInWords(prompt, orElse: help) { read($0.lowercased()) }
  }

  /// The same, where `read` is given the answer as it was typed, without blanks around it.
  func askInWords<Answer>(
    _ prompt: String, orElse help: String, read: (String) -> Answer?
  ) throws -> Asked<Answer> {
    while true {
      switch surroundings.streams.input.readLine(prompt: prompt, isContinuation: false) {
      case .cancelled: return .left(status: 130)
      case .endOfInput: return .left(status: 0)
      case .line(let line, _):
        let words = line.trimmingBlanks
        if let answer = read(words) { return .answer(answer) }
        if isLeaving(words) { return .left(status: 0) }
        try output.paragraph(help)
      }
    }
  }

  /// Asks for one of so many choices; its index.
  func askNumber(of choices: Int) throws -> Asked<Int> {
    try ask(
      "A number, or q to leave: ", orElse: "Please type a number from 1 to \(choices), or q."
    ) { word in
      Int(word).flatMap { (1...max(1, choices)).contains($0) && choices > 0 ? $0 - 1 : nil }
    }
  }

  /// The name transcripts are kept under; nil after saying that it is none.
  func trainee() throws -> String? {
    let name = command.string("as") ?? "trainee"
    if (1...60).contains(name.count),
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    {
      return name
    }
    _ = try fail(
      "a trainee's name has 1 to 60 characters on one line", help: "a pseudonym is best")
    return nil
  }
}
