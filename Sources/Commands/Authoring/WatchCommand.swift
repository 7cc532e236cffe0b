import Arguments

let watchEntry = CommandEntry(
  path: ["watch"], group: "Writing",
  summary: "Check and test a scenario each time it is saved, and play from any place in it.",
  examples: ["attune watch"])

/// `attune watch`: being built.
func watchFile(_ run: Run) throws -> Int32 {
  try run.fail("'watch' is being built", help: nil)
}
