import Diagnostics
import ScenarioModel

/// What a list of scenarios tells about each; one JSON object a line.
private struct ScenarioLine: Encodable {
  let version = 1
  let name: String
  let id: String
  let title: String
  let area: String
  let phase: String
  let population: String
  let format: String
  let difficulty: Int
  let minutes: Int?
  let contentNote: String?
  let file: String
}

/// `attune scenarios`: what can be practised. A file with errors is named on standard error.
func listScenarios(_ run: Run) throws -> Int32 {
  let library = try run.library()
  let area = run.command.string("area")
  var isBroken = false
  var shown = 0
  for entry in library.scenarios {
    guard let scenario = entry.checked.scenario else {
      isBroken = true
      try run.errors.paragraph(
        "'\(entry.file.name)' has errors; 'attune check' shows them", as: .warning)
      continue
    }
    guard scenario.facts.isDrill == run.command.isSet("drills"),
      area == nil || area == scenario.facts.area
    else { continue }
    shown += 1
    if run.wantsJSON {
      try run.writeJSON(line(scenario.facts, entry))
    } else {
      try show(scenario, named: entry.stem, on: run.output)
    }
  }
  if shown == 0, !run.wantsJSON {
    try run.errors.paragraph("there are no scenarios of this kind in \(library.files.origin)")
  }
  return isBroken ? 1 : 0
}

private func line(_ facts: ScenarioFacts, _ entry: LibraryScenario) -> ScenarioLine {
  ScenarioLine(
    name: entry.stem, id: facts.id, title: facts.title, area: facts.area, phase: facts.phase,
    population: facts.population, format: facts.format, difficulty: facts.difficulty,
    minutes: facts.minutes, contentNote: facts.contentNote, file: entry.file.name)
}

private func show(_ scenario: Scenario, named name: String, on page: Page) throws {
  let facts = scenario.facts
  try page.write(page.style(name, as: .speaker) + "\n")
  var details = [facts.title, facts.area, facts.phase, facts.population, facts.format]
  details.append("difficulty \(facts.difficulty)")
  if let minutes = facts.minutes { details.append("\(minutes) minutes") }
  try page.labelled(" ", details.filter { !$0.isEmpty }.joined(separator: "; "))
  if let note = facts.contentNote {
    try page.labelled(" ", as: .warning, "content: \(note)", as: .warning)
  }
}
