import Arguments

let graphEntry = CommandEntry(
  path: ["graph"], group: "Writing",
  summary: "Draw the beats and endings of a scenario.",
  examples: ["attune graph"])

/// `attune graph`: being built.
func drawGraph(_ run: Run) throws -> Int32 {
  try run.fail("'graph' is being built", help: nil)
}
