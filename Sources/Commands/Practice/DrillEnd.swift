import ScenarioModel
import TranscriptModel
import TranscriptStore

/// Who and where in a few lines, and why this one; false where the trainee would rather not.
func briefDrill(_ scenario: Scenario, because why: String, _ run: Run) throws -> Bool {
  let page = run.output
  try page.heading(scenario.facts.title)
  if !why.isEmpty { try page.paragraph(why, as: .faint) }
  try page.blank()
  try page.paragraph(
    ([portrait(scenario.patient)] + scenario.patient.situation).joined(separator: " "))
  guard try acceptsContent(of: scenario, run) else { return false }
  try page.blank()
  if run.surroundings.streams.input.isTerminal {
    try page.paragraph(
      "Answer once, as you would. /help lists what else you can do; /quit leaves. "
        + "Never name a real patient.", as: .faint)
    try page.blank()
  }
  return true
}

extension Conversation {
  /// The sentence the author would have liked to hear, the mark, and how hard it was.
  func finishDrill(_ mark: Int) throws {
    let exchange = played.exchanges.last
    let better = exchange?.patient.last { $0.better != nil }?.better
    if let better, better.sentence != exchange?.response.text {
      try page.paragraph("You could say: “\(better.sentence)” — \(better.reason)")
    }
    try page.paragraph("Mark: \(mark) of 5\(reason(for: mark)).")
    try page.blank()
    guard run.canAsk, let keeping else { return }
    let answer = try run.ask(
      "How hard was that? 1 too easy, 2 useful strain, 3 too much (Enter skips): ",
      orElse: "Please type 1, 2 or 3, or only Enter."
    ) { word -> Strain?? in
      switch word {
      case "", "q": .some(nil)
      case "1": .some(.tooEasy)
      case "2": .some(.useful)
      case "3": .some(.tooMuch)
      default: nil
      }
    }
    if case .answer(let strain?) = answer {
      try keeping.store.keep(strain, of: keeping.writer.session)
    }
  }

  private func reason(for mark: Int) -> String {
    switch (mark, played.ending?.grade) {
    case (4, _): ", for something beside it that does harm here"
    case (1, "poor"): ", for something in it that does harm here"
    default: ""
    }
  }
}
