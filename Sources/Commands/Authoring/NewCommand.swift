import Arguments

let newEntry = CommandEntry(
  path: ["new"], group: "Writing",
  summary: "Begin a new scenario from a template.",
  examples: ["attune new"])

/// `attune new`: being built.
func writeNewFile(_ run: Run) throws -> Int32 {
  try run.fail("'new' is being built", help: nil)
}
