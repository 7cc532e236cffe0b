import TranscriptModel

/// What somebody answers to a question of a worksheet.
private enum SheetAnswer {
  case given(String)
  case skipped
  /// The stop word.
  case stop
}

extension Conversation {
  /// One person after another, until Enter instead of a name.
  func askForPeople() throws -> Int32? {
    try page.paragraph("Enter skips a question, q leaves them.", as: .faint)
    while true {
      switch try askSheet("Name (Enter ends): ") {
      case .left, .answer(.skipped): return nil
      case .answer(.stop): return try stop()
      case .answer(.given(let name)):
        let hasMore = try ask(entry(named: name))
        if let status = hasMore.status { return status }
        guard hasMore.goesOn else { return nil }
      }
    }
  }

  /// What is not known yet, and what may have changed, of one person.
  func ask(about entry: InventoryEntry) throws -> Int32? { try ask(entry).status }

  /// Notes what was answered, however far it went.
  private func ask(_ person: InventoryEntry) throws -> (goesOn: Bool, status: Int32?) {
    var entry = person
    let questions: [(prompt: String, help: String, take: (String, inout InventoryEntry) -> Bool)] =
      [
        (
          "Who is that? ", "",
          {
            $1.who = $0; return true
          }
        ),
        (
          "Closeness, 1 very close, 2 close, 3 distant, 4 broken off: ",
          "Please type a number from 1 to 4, or only Enter.",
          {
            guard let closeness = closeness($0) else { return false }
            $1.closeness = closeness
            return true
          }
        ),
        (
          "What does one expect of the other? ", "",
          {
            $1.expectation = $0; return true
          }
        ),
        (
          "Support, trigger or both? ", "Please type support, trigger or both, or only Enter.",
          {
            guard let influence = influence($0) else { return false }
            $1.influence = influence
            return true
          }
        ),
      ]
    var goesOn = true
    var isStopped = false
    asking: for question in questions {
      let answer = try askSheet(question.prompt, orElse: question.help) {
        question.take($0, &entry)
      }
      switch answer {
      case .left: goesOn = false
      case .answer(.stop): isStopped = true
      case .answer: continue
      }
      break asking
    }
    try note(entry)
    return isStopped ? (false, try stop()) : (goesOn, nil)
  }

  /// The ranking, the focus and the goal; each is noted as it is answered.
  func askForFocus() throws -> Int32? {
    let areas = ProblemArea.allCases.map(\.rawValue).joined(separator: ", ")
    try page.paragraph(
      "The problem areas are \(areas). Enter skips a question, q leaves them.", as: .faint)
    let questions: [(prompt: String, help: String, take: (String, inout FocusSheet) -> Bool)] = [
      (
        "Problem areas, the most pressing first: ", "Please choose among \(areas).",
        {
          guard let ranking = ranking($0) else { return false }
          $1.ranking = ranking
          return true
        }
      ),
      (
        "Focus: ", "Please name one of \(areas).",
        {
          guard let focus = focusArea($0) else { return false }
          ($1.area, $1.words) = focus
          return true
        }
      ),
      (
        "Goal: ", "",
        {
          $1.goal = $0; return true
        }
      ),
    ]
    let before = worksheets.focus
    asking: for question in questions {
      var focus = worksheets.focus
      let answer = try askSheet(question.prompt, orElse: question.help) {
        question.take($0, &focus)
      }
      switch answer {
      case .left: break asking
      case .answer(.stop): return try stop()
      case .answer(.skipped): continue
      case .answer(.given): try note(focus)
      }
    }
    if worksheets.focus != before { try showFocus() }
    return nil
  }

  /// Asks until `take` takes the answer.
  private func askSheet(
    _ prompt: String, orElse help: String = "", take: (String) -> Bool = { _ in true }
  ) throws -> Asked<SheetAnswer> {
    try run.askInWords(prompt, orElse: help) { text -> SheetAnswer? in
      if settings.isStopWord(text) { return .stop }
      let text = oneLine(text)
      if text.isEmpty { return .skipped }
      // A command, and a word for leaving, are no answer.
      guard !text.hasPrefix("/"), !isLeaving(text) else { return nil }
      return take(text) ? .given(text) : nil
    }
  }
}
