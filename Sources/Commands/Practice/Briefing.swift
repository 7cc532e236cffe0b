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
  if let note = facts.contentNote {
    try page.blank()
    try page.paragraph("Content note: \(note).", as: .warning)
    if run.canAsk, try !goesOn(run) { return false }
  }
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
private func portrait(_ patient: PatientSheet) -> String {
  let text = patient.description.joined(separator: " ")
  return text.hasPrefix(patient.name) ? text : "\(patient.name). \(text)"
}

/// Leaving is as good an answer as going on.
private func goesOn(_ run: Run) throws -> Bool {
  while true {
    switch run.surroundings.streams.input.readLine(
      prompt: "Go on with this one? [y/n] ", isContinuation: false)
    {
    case .line(let answer, _):
      switch answer.trimmingBlanks.lowercased() {
      case "y", "yes": return true
      case "n", "no":
        try run.output.paragraph("That is fine. 'attune scenarios' lists the others.")
        return false
      default: try run.output.paragraph("Please answer y or n.")
      }
    case .cancelled, .endOfInput: return false
    }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
