import Arguments

let formatEntry = CommandEntry(
  path: ["format"], group: "Writing",
  summary: "Bring scenario, codebook and rubric files into one layout.",
  examples: ["attune format"])

/// `attune format`: being built.
func formatFiles(_ run: Run) throws -> Int32 {
  try run.fail("'format' is being built", help: nil)
}
