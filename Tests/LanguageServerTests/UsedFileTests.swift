import Diagnostics
import Testing

@testable import LanguageServer

@Suite("Files that a scenario uses, in an editor")
struct UsedFileTests {
  private let family = """
    # People
    Tom  her husband; also: husband

    # Beat: the chair
    Margaret: That was Tom's chair.
    when advice
      go to together
    otherwise
      go to alone
    """

  private let scenario = """
    ---
    title: The chair
    id:    the-chair
    use:   parts/fämily.part
    ---
    # Patient: Margaret
    68, retired teacher.
    # Beat: arrival
    Margaret: I nearly didn't come.
    when reflection about Tom
      go to the chair
    otherwise
      go to together
    # Ending: together
    outcome: good. She stays.
    # Ending: alone
    outcome: poor. She leaves.
    """

  private func editor(_ family: String) throws -> Editor {
    try Editor(
      scenario, uri: "file:///h%20ere/chair.scenario",
      library: EditorLibrary(
        checking: { _ in checkingLibrary() },
        part: { path in
          path == "/h ere/parts/fämily.part" ? SourceFile(name: path, text: family) : nil
        }, command: { _ in [] }))
  }

  private let partAddress = "file:///h%20ere/parts/f%C3%A4mily.part"

  @Test("its names are known, and lead to where they are declared")
  func names() throws {
    let editor = try editor(family)
    #expect(editor.published().first?["diagnostics"] == [])
    let place = try editor.ask("definition", at: "go to |the chair")
    #expect(place["uri"] == .string(partAddress))
    #expect(place["range"].shortRange == "3:8-3:17")
    let found = try editor.ask("references", at: "go to |together").array
    #expect(
      found.map { "\($0["uri"].string == editor.uri) \($0["range"].shortRange)" } == [
        "true 12:8-12:16", "true 13:10-13:18", "false 6:8-6:16",
      ])
    let hover = try editor.ask("hover", at: "about |Tom")
    #expect(hover["contents"]["value"].string?.contains("her husband") == true)
  }

  @Test("a name that stands in it too is not renamed in one of the two files")
  func rename() throws {
    let editor = try editor(family)
    let reason = "it is named in '/h ere/parts/fämily.part' too; change it by hand"
    #expect(throws: Refusal(reason)) { try editor.ask("prepareRename", at: "go to |together") }
    let edit = try editor.ask("rename", at: "Beat: |arrival", ["newName": "coming in"])
    #expect(edit["changes"][editor.uri].array.count == 1)
  }

  @Test("its problems are told where it is named, and go when it is mended in the editor")
  func problems() throws {
    let broken = family.replacing("when advice", with: "when advise")
    let editor = try editor(broken)
    let told = try #require(editor.published().first)["diagnostics"].array
    #expect(told.map(\.["range"].shortRange) == ["3:7-3:24"])
    #expect(
      told.map(\.["message"]) == [
        """
        /h ere/parts/fämily.part, line 6: 'advise' is not a code in the codebook
        help: 'advice' is close
        """
      ])
    try editor.notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": .string(partAddress), "version": 1, "text": .string(broken)]])
    #expect(editor.published().map(\.["diagnostics"].array.count) == [1])
    try editor.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(partAddress), "version": 2],
        "contentChanges": [["text": .string(family)]],
      ])
    #expect(editor.published().map(\.["diagnostics"]) == [[], []])
  }

  @Test("in a file that others use, no name is renamed")
  func renameInPart() throws {
    let editor = try Editor(family, uri: "file:///here/family.part")
    #expect(editor.published().first?["diagnostics"] == [])
    #expect(throws: Refusal("scenarios that use this file name it too; change it by hand")) {
      try editor.ask("prepareRename", at: "Beat: |the chair")
    }
  }

  @Test(
    "an address and its path are each other's", arguments: ["/a b/ä%.part", "/x/y-z_1.scenario"])
  func addresses(name: String) {
    #expect(path(of: address(of: name)) == name)
  }
}
