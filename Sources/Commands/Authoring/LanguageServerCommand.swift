import Arguments

let languageServerEntry = CommandEntry(
  path: ["language-server"], group: "Writing",
  summary: "Serve an editor: problems as you type, completion, renaming.",
  examples: ["attune language-server"])

/// `attune language-server`: being built.
func serveEditor(_ run: Run) throws -> Int32 {
  try run.fail("'language-server' is being built", help: nil)
}
