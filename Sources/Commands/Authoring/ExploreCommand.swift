import Arguments

let exploreEntry = CommandEntry(
  path: ["explore"], group: "Writing",
  summary: "Let simulated trainees play a scenario and see what they come to.",
  examples: ["attune explore"])

/// `attune explore`: being built.
func exploreScenario(_ run: Run) throws -> Int32 {
  try run.fail("'explore' is being built", help: nil)
}
