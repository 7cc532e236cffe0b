import DeliberatePractice
import ScenarioModel
import Terminal
import TranscriptStore

/// A scenario that is proposed, with the file it stands in.
struct SessionProposal {
  let entry: LibraryScenario
  let scenario: Scenario
  let reason: String

  /// `“Results day” with Ada (transitions, difficulty 2)`
  var words: String { describe(scenario) }
}

/// `“Results day” with Ada (transitions, difficulty 2)`
func describe(_ scenario: Scenario) -> String {
  "“\(scenario.facts.title)” with \(scenario.patient.name) "
    + "(\(scenario.facts.area), difficulty \(scenario.facts.difficulty))"
}

extension PracticeShelf {
  /// Nil where there is nothing to play; what is unfinished only where there is nothing else.
  func nextSession() -> SessionProposal? {
    let choices = scenarios.compactMap(\.checked.scenario).map {
      PracticeScenario(id: $0.facts.id, area: $0.facts.area, difficulty: $0.facts.difficulty)
    }
    let others = choices.filter { $0.id != unfinished?.scenario }
    guard let proposal = nextScenario(of: others.isEmpty ? choices : others, after: history),
      let entry = entry(of: proposal.scenario.id), let scenario = entry.checked.scenario
    else { return nil }
    return SessionProposal(entry: entry, scenario: scenario, reason: proposal.reason)
  }
}

/// `attune practice` without a scenario: proposes one and says why.
func proposeSession(_ run: Run) throws -> Int32 {
  guard let trainee = try run.trainee() else { return 2 }
  if let flag = ["start", "with", "variation"].first(where: run.command.isSet) {
    return try run.fail(
      "--\(flag) belongs to one scenario", help: "name it: attune practice <scenario> --\(flag) …")
  }
  let shelf = try run.shelf(of: trainee)
  if run.command.isSet("resume") {
    guard let unfinished = shelf.unfinished else {
      return try run.fail(
        "'\(trainee)' has no unfinished session", help: "leave out --resume to begin one")
    }
    return try resume(unfinished.id, in: try run.store(), run)
  }
  guard let proposal = shelf.nextSession() else {
    return try run.fail(
      "there are no scenarios in \(shelf.library.files.origin)",
      help: "'attune new scenario' begins one")
  }
  let page = run.output
  if let unfinished = shelf.unfinished {
    try page.paragraph(
      "“\(unfinished.title)” is unfinished, after \(count(unfinished.turns, "turn")); "
        + "'attune practice --resume' goes on with it.", as: .faint)
    try page.blank()
  }
  try page.paragraph("Next: \(proposal.words).")
  try page.paragraph(proposal.reason)
  guard run.canAsk else {
    try page.paragraph("'attune practice \(proposal.entry.stem)' begins it.", as: .faint)
    return 0
  }
  let answer = try run.ask(
    "Enter begins, n lists the others, q leaves: ", orElse: "Please type Enter, n or q."
  ) { word -> Bool? in
    word.isEmpty || word == "y" ? true : word == "n" ? false : nil
  }
  try page.blank()
  switch answer {
  case .left(let status): return status
  case .answer(true): return try practise(proposal.entry.stem, resuming: false, run)
  case .answer(false): return try chooseSession(of: shelf, run)
  }
}

/// All patients by number, to choose one.
func chooseSession(of shelf: PracticeShelf, _ run: Run) throws -> Int32 {
  let choices = shelf.scenarios.compactMap { entry in
    entry.checked.scenario.map { (entry: entry, scenario: $0) }
  }
  for (index, choice) in choices.enumerated() {
    try run.output.labelled("\(index + 1).", describe(choice.scenario))
  }
  switch try run.askNumber(of: choices.count) {
  case .left(let status): return status
  case .answer(let index):
    try run.output.blank()
    return try practise(choices[index].entry.stem, resuming: false, run)
  }
}
