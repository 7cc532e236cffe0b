import Testing

@testable import LanguageServer

@Suite("A scenario as an editor shows it")
struct OutlineViewTests {
  @Test("the outline has every section, with rules, people and states below")
  func symbols() throws {
    let symbols = try Editor().askAll("documentSymbol").array
    #expect(
      symbols.compactMap(\.["name"].string) == [
        "Patient: Margaret", "People", "Topics", "State", "Beat: arrival", "Beat: the chair",
        "Ending: together", "Ending: alone",
      ])
    #expect(symbols[1]["children"].array.compactMap(\.["name"].string) == ["Tom"])
    #expect(
      symbols[4]["children"].array.compactMap(\.["name"].string) == [
        "when reflection about Tom, not advice",
        "when open question about the house or reflection at least 2 times here", "otherwise",
      ])
    #expect(symbols[4]["range"].shortRange == "18:0-32:56")
    #expect(symbols[4]["selectionRange"].shortRange == "18:0-18:15")
  }

  @Test("header, sections, rules and speeches can be folded")
  func folding() throws {
    let ranges = try Editor().askAll("foldingRange").array
      .map { "\($0["startLine"].integer ?? -1)-\($0["endLine"].integer ?? -1)" }
    #expect(
      ranges == [
        "0-5", "6-7", "9-10", "12-13", "15-17", "18-32", "19-21", "23-25", "26-27", "28-30",
        "31-32", "34-43", "36-37", "38-40", "41-43", "45-47", "49-51",
      ])
  }

  @Test("each beat can be played from, each check run, as a line for a terminal")
  func lenses() throws {
    let editor = try Editor(
      smallScenario + "# Check: it's fine\nstart at arrival\nexpect trust at least 3\n")
    let lenses = try editor.askAll("codeLens").array
    #expect(
      lenses.map { $0["command"]["title"].string ?? "" } == [
        "Play from here", "Play from here", "Run check",
      ])
    #expect(lenses[1]["range"].shortRange == "34:0-34:17")
    let lines = try lenses.map { try editor.ask("workspace/executeCommand", $0["command"]) }
    #expect(
      lines == [
        "attune play /here/chair.scenario arrival", "attune play /here/chair.scenario 'the chair'",
        #"attune test /here/chair.scenario 'it'\''s fine'"#,
      ])
    #expect(throws: Refusal("save the file first; attune reads it from the disk")) {
      try editor.ask(
        "workspace/executeCommand",
        ["command": "attune.playFrom", "arguments": ["untitled:1", "arrival"]])
    }
    #expect(throws: Refusal("attune does not do this")) {
      try editor.ask(
        "workspace/executeCommand", ["command": "rm", "arguments": [.string(editor.uri), "x"]])
    }
  }

  @Test("a file is laid out by an edit of the lines that change, and needs no second one")
  func formatting() throws {
    let editor = try Editor()
    let laidOut = try editor.applied(editor.askAll("formatting").array)
    try editor.write(laidOut)
    #expect(try editor.askAll("formatting") == [])
    #expect(editor.published().first?["diagnostics"] == [])
    let untidy = laidOut.replacing("  go to the chair\n", with: "  GO TO   the chair  \n")
    try editor.write(untidy)
    let edits = try editor.askAll("formatting").array
    #expect(edits.count == 1)
    #expect(try #require(edits.first)["newText"].string?.contains("Ending") == false)
    #expect(try editor.applied(edits) == laidOut)
  }

  @Test("names are coloured where they stand")
  func tokens() throws {
    let editor = try Editor("# Beat: arrival\nwhen risk open, advice\n  go to arrival\n")
    #expect(
      try editor.askAll("semanticTokens/full")["data"] == [
        0, 8, 7, 0, 0, 1, 16, 6, 3, 0, 1, 8, 7, 0, 0,
      ])
  }
}
