import ScenarioModel
import TranscriptStore

/// At a terminal, before a trainee's first session: what is kept, where, and what must not be typed.
func noticeBeforeFirstSession(
  of trainee: String, _ settings: Settings, _ run: Run
) throws {
  guard run.surroundings.streams.input.isTerminal else { return }
  let store = try run.store()
  guard try store.sessions(of: trainee).isEmpty else { return }
  let page = run.output
  try page.heading("Before your first session")
  try page.item(
    "What you type is kept in \(store.path), a file that only you can read, so that you and your "
      + "supervisor can look at it. attune sends nothing anywhere.")
  try page.item("Never name a real patient, and tell nothing by which one could be known.")
  try page.item(
    "The estimates you will see are for practice. attune diagnoses nobody, and nobody is graded "
      + "by a machine alone.")
  try page.item(
    "You can leave at any time: “\(settings.stopWord)” alone on a line stops at once, without a "
      + "question.")
  try page.blank()
}

extension Conversation {
  /// The stop word was said: out at once, everything kept, and nothing asked.
  func stop() throws -> Int32 {
    try page.blank()
    try page.heading("Stopped")
    try page.paragraph("That is always all right. You need not explain it, and need not go on.")
    try showHelpInNeed()
    return try leave()
  }

  /// After what may stay with somebody: a content note, a high difficulty, or an unsafe ending.
  func showAfterHardOnes() throws {
    let facts = played.scenario.facts
    guard facts.contentNote != nil || facts.difficulty >= 4 || played.ending?.grade == "unsafe"
    else { return }
    try page.blank()
    try page.heading("Before you go on")
    try page.paragraph(
      "This was a hard one, and it was practice: nobody came to harm. Take a moment, and notice "
        + "what of it stays with you. Talk about that with your supervisor or somebody you trust.")
    try showHelpInNeed()
  }

  private func showHelpInNeed() throws {
    for line in settings.help { try page.paragraph(line) }
  }
}
