import Diagnostics
import Rubrics
import ScenarioModel
import Terminal
import TranscriptModel
import TranscriptStore

/// What a trainee can ask for beside talking to the patient.
enum SlashCommand: String, CaseIterable {
  case help, hint, retry, coach, score, why, `repeat`, people, inventory, focus, pause, quit

  var name: String { "/" + rawValue }

  var meaning: String {
    switch self {
    case .help: "what you can do here"
    case .hint: "a hint for this moment, in up to three steps"
    case .retry: "take your last turn back and answer anew, up to two times"
    case .coach: "what the coach says about your last words"
    case .score: "how it is going so far"
    case .why: "what was heard in your last words, and why the patient answered so"
    case .repeat: "the patient's last words again"
    case .people: "who is in the patient's life"
    case .inventory: "whom you have noted; /inventory Ana: aunt, close, wants her to call, support"
    case .focus: "problem areas, focus and goal as you have noted them"
    case .pause: "stop for now; --resume goes on from here"
    case .quit: "leave, with your ratings so far; nothing is lost"
    }
  }
}

extension Conversation {
  /// Carries out a line that begins with a slash; it is never said to the patient.
  func carryOut(_ line: String) throws -> Int32? {
    let word = line.dropFirst().prefix { !$0.isWhitespace }.lowercased()
    let rest = String(line.drop { !$0.isWhitespace }).trimmingBlanks
    guard let command = SlashCommand(rawValue: word) else {
      let nearest = nearestName(to: word, in: SlashCommand.allCases.map(\.rawValue))
      try page.paragraph(
        "There is no such command"
          + (nearest.map { "; /\($0) is close" } ?? "; /help lists them")
          + ". To say a line that begins with a slash, type two.", as: .warning)
      return nil
    }
    switch command {
    case .help: try showHelp()
    case .hint: try showHint()
    case .retry: try retry()
    case .coach: try showRemark()
    case .score: try showScore()
    case .why: try showWhy()
    case .repeat:
      for utterance in played.latest { try page.labelled("\(utterance.speaker):", utterance.text) }
    case .people: try showPeople()
    case .inventory: if let status = try keepInventory(rest) { return status }
    case .focus: if let status = try keepFocus(rest) { return status }
    case .pause:
      guard keeping != nil else {
        try page.paragraph("A rehearsal is not kept, so it cannot be paused; /quit leaves it.")
        return nil
      }
      return try leave()
    case .quit:
      if mode != .exam, !played.exchanges.isEmpty {
        try show(ratings(score(played), isOver: false))
      }
      return try leave()
    }
    try page.blank()
    return nil
  }

  private func showHelp() throws {
    try page.paragraph("Type what you would say to \(played.scenario.patient.name).")
    let worksheets = played.scenario.facts.worksheets.map(\.rawValue)
    for command in SlashCommand.allCases
    where Worksheet(rawValue: command.rawValue) == nil || worksheets.contains(command.rawValue) {
      try page.labelled("\(command.name)", as: .speaker, command.meaning)
    }
    try page.labelled(settings.stopWord, as: .speaker, "alone on a line: stop at once")
    try page.labelled("//…", as: .speaker, "say a line that begins with a slash")
    try page.labelled("\\", as: .speaker, "at the end of a line: go on in the next")
  }

  private func showScore() throws {
    guard mode != .exam else {
      try page.paragraph("An exam shows its ratings at the end.")
      return
    }
    let section = ratings(score(played), isOver: false)
    try page.heading(section.heading)
    for line in section.lines { try page.reportLine(line) }
  }

  private func showPeople() throws {
    let people = played.scenario.people
    if people.isEmpty { try page.paragraph("Nobody has been named yet.") }
    for person in people { try page.labelled("\(person.name):", person.description) }
  }

  /// What was heard, what it did to the patient, and which rule the author wrote for it.
  private func showWhy() throws {
    guard mode != .exam else {
      try page.paragraph("An exam explains at the end.")
      return
    }
    guard let latest = (attempt ?? takenBack)?.turn else {
      try page.paragraph("You have not said anything yet.")
      return
    }
    for line in why(latest) { try page.paragraph(line) }
  }
}
