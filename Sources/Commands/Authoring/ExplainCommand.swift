import Arguments

let explainEntry = CommandEntry(
  path: ["explain"], group: "Writing",
  summary: "Say what a problem means, why it matters and how to mend it.",
  examples: ["attune explain"])

/// `attune explain`: being built.
func explainProblem(_ run: Run) throws -> Int32 {
  try run.fail("'explain' is being built", help: nil)
}
