import ScenarioModel
import Terminal

/// Who, where and what for, before the patient speaks; false where the trainee would rather not.
func brief(_ scenario: Scenario, _ beginning: Beginning, _ run: Run) throws -> Bool {
  let page = run.output
  let facts = scenario.facts
  try page.heading(facts.title)
  let details = [facts.area, facts.phase, facts.population, facts.format]
    .filter { !$0.isEmpty }
  if !details.isEmpty { try page.paragraph(details.joined(separator: "; "), as: .faint) }
  try page.blank()
  try page.paragraph(portrait(scenario.patient))
  if !scenario.patient.situation.isEmpty {
    try page.blank()
    try page.paragraph(scenario.patient.situation.joined(separator: " "))
  }
  if !facts.objectives.isEmpty {
    try page.blank()
    try page.paragraph("To practise here:")
    for objective in facts.objectives { try page.item(objective) }
  }
  if let worksheets = words(for: facts.worksheets) {
    try page.blank()
    try page.paragraph(worksheets)
  }
  guard try acceptsContent(of: scenario, run) else { return false }
  if beginning.isAnotherTime {
    try page.blank()
    try page.paragraph("You have finished this one before; some things are different this time.")
  }
  try page.blank()
  if run.surroundings.streams.input.isTerminal {
    let leaving = beginning.isRehearsal ? "/quit leaves." : "/quit leaves, and nothing is lost."
    try page.paragraph(
      "Type what you would say. /help lists what else you can do; \(leaving) "
        + "Never name a real patient.", as: .faint)
    try page.blank()
  }
  return true
}

/// The patient in a paragraph that begins with the name, whether or not the author wrote it again.
func portrait(_ patient: PatientSheet) -> String {
  let text = patient.description.joined(separator: " ")
  return text.hasPrefix(patient.name) ? text : "\(patient.name). \(text)"
}

/// Shows the content note, where one is due; leaving is as good an answer as going on.
func acceptsContent(of scenario: Scenario, _ run: Run) throws -> Bool {
  guard let note = scenario.facts.contentNote else { return true }
  try run.output.blank()
  try run.output.paragraph("Content note: \(note).", as: .warning)
  guard run.canAsk else { return true }
  let answer = try run.ask("Go on with this one? [y/n] ", orElse: "Please answer y or n.") { word in
    ["y", "yes"].contains(word) ? true : ["n", "no"].contains(word) ? false : nil
  }
  if case .answer(false) = answer {
    let others = scenario.facts.isDrill ? "attune drill --list" : "attune scenarios"
    try run.output.paragraph("That is fine. '\(others)' lists the others.")
  }
  return answer.answer == true
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
