import Arguments

let testEntry = CommandEntry(
  path: ["test"], group: "Writing",
  summary: "Run the checks that scenario files hold.",
  examples: ["attune test"])

/// `attune test`: being built.
func testScenarios(_ run: Run) throws -> Int32 {
  try run.fail("'test' is being built", help: nil)
}
