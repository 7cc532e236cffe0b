import Arguments
import ScenarioModel
import Terminal
import TranscriptStore

private enum Choice {
  case resume(SessionRecord)
  case practise(String)
  case list
}

/// `attune` alone: in a terminal a short menu, otherwise help.
func startMenu(_ run: Run) throws -> Int32 {
  guard run.canAsk else {
    try run.output.write(
      helpText(about: .program, .short, table: commandTable, width: run.output.style.width))
    return 0
  }
  let library = try run.library()
  let trainee = run.command.string("as") ?? "trainee"
  let unfinished = try run.store().sessions(of: trainee).first { $0.state.ending == nil }

  var choices: [(words: String, choice: Choice)] = []
  if let unfinished {
    choices.append(
      (
        "Go on with “\(unfinished.title)”, after \(count(unfinished.turns, "turn"))",
        .resume(unfinished)
      ))
  }
  for entry in library.scenarios {
    guard let scenario = entry.checked.scenario, !scenario.facts.isDrill else { continue }
    choices.append(
      (
        "Practise “\(scenario.facts.title)” with \(scenario.patient.name) "
          + "(\(scenario.facts.area), difficulty \(scenario.facts.difficulty))",
        .practise(entry.stem)
      ))
  }
  choices.append(("See the sessions you have kept", .list))

  try run.output.heading("attune")
  try run.output.paragraph("What would you like to do?")
  for (index, choice) in choices.enumerated() {
    try run.output.labelled("\(index + 1).", choice.words)
  }
  try run.output.paragraph("'attune --help' lists everything else.", as: .faint)
  while true {
    switch run.surroundings.streams.input.readLine(
      prompt: "A number, or q to leave: ", isContinuation: false)
    {
    case .cancelled: return 130
    case .endOfInput: return 0
    case .line(let answer, _):
      let word = answer.trimmingBlanks.lowercased()
      if word == "q" || word == "/quit" || word == "quit" { return 0 }
      guard let number = Int(word), choices.indices.contains(number - 1) else {
        try run.output.paragraph("Please type a number from 1 to \(choices.count), or q.")
        continue
      }
      try run.output.blank()
      switch choices[number - 1].choice {
      case .resume(let record): return try resume(record.id, in: try run.store(), run)
      case .practise(let name): return try practise(name, resuming: false, run)
      case .list: return try listTranscripts(run)
      }
    }
  }
}
